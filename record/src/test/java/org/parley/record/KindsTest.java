package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.record.form.Form;

class KindsTest {
    @Test
    void the_safety_log_holds_the_fixed_list_and_nothing_else() {
        Set<String> safety =
                Kinds.all().stream().filter(Kind::isSafety).map(Kind::name).collect(Collectors.toSet());

        assertThat(safety).containsExactlyInAnyOrder("stop", "hold", "force-claim", "distress", "check", "line-state");
    }

    @Test
    void no_kind_is_one_of_the_ledgers_own() {
        assertThat(Kinds.all()).extracting(Kind::name).doesNotContainAnyElementsOf(Envelope.LEDGER_KINDS);
    }

    /** Principle 8: there is no field for targets, weapons or intelligence, and none may be added. */
    @Test
    void no_field_is_for_targets_weapons_or_intelligence() {
        List<String> forbidden = List.of("target", "weapon", "munition", "ordnance", "intelligence", "sensor", "aim");

        assertThat(Kinds.all())
                .flatExtracting(kind -> kind.form().fields())
                .extracting(field -> field.name().toLowerCase(java.util.Locale.ROOT))
                .noneMatch(name -> forbidden.stream().anyMatch(name::contains));
    }

    /** Principle 1: no record grants permission to anyone. */
    @Test
    void nothing_can_be_approved() {
        assertThat(Kinds.all())
                .flatExtracting(Kind::answers)
                .doesNotContain("approved", "cleared", "permitted", "granted");
    }

    @Test
    void only_what_is_joint_is_accepted() {
        assertThat(Kinds.all())
                .filteredOn(kind -> kind.answers().contains("accepted"))
                .extracting(Kind::mechanism)
                .containsOnly(Mechanism.PROPOSAL);
    }

    @Test
    void a_kind_stands_in_one_log_or_in_that_of_what_it_is_about() {
        assertThat(Kinds.all())
                .filteredOn(kind -> kind.lane().isEmpty())
                .extracting(Kind::name)
                .as("what was heard stands where the kind that was heard does")
                .containsExactlyInAnyOrder("status", "answer", "correction", "translation", "presented", "heard");
        assertThat(Kinds.named("stop").orElseThrow().lane()).contains(Lane.SAFETY);
    }

    @Test
    void a_measure_does_not_end_before_it_begins() {
        Form measure = Kinds.named("measure").orElseThrow().form();
        Json.Builder body = Json.Obj.builder()
                .put("name", "NIGHT")
                .put("measure", "caution")
                .put("from", "2017-11-20T08:00:00.000Z");
        assertThat(measure.problems(body.build())).isEmpty();
        assertThat(measure.problems(
                        body.put("until", "2017-11-20T06:00:00.000Z").build()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("body"));
    }
}
