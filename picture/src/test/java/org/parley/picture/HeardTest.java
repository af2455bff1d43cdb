package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;

/** CEDAR has no node yet: AZURE enters what it says on the telephone. Later it has one. */
class HeardTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Teller cedar = new Teller("CEDAR");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private Held heard() {
        return taken(azure.hears(
                cedar, "activity", Optional.empty(), Teller.flight("C-1", circle(35, 40, 1_000, 0, 500, 60, 90))));
    }

    private Subject subject(Held of) {
        return fold.picture().subject(of.name()).orElseThrow();
    }

    /** It is CEDAR's, and in conflict with whoever's: also with AZURE's own. */
    @Test
    void a_party_without_a_node_is_a_party() {
        Held heard = heard();
        Held ours = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.01, 1_000, 0, 500, 60, 90)));
        Held theirs = taken(birch.notifies("B-1", Optional.empty(), circle(35, 39.99, 1_000, 0, 500, 60, 90)));
        assertThat(subject(heard).owner()).isEqualTo(cedar.name);
        assertThat(subject(heard).isHeard()).isTrue();
        assertThat(fold.picture().conflict(heard.name(), ours.name())).isPresent();
        assertThat(fold.picture().conflict(heard.name(), theirs.name())).isPresent();
    }

    /** A line of one: nobody else has a node, and its own plans are still held against what it hears. */
    @Test
    void a_line_can_start_one_sided() {
        Fold alone = new Fold(Teller.LINE, Set.of(azure.name));
        Held ours = azure.notifies("A-1", Optional.empty(), circle(35, 40.01, 1_000, 0, 500, 60, 90));
        alone.take(ours);
        Held heard = azure.hears(
                cedar, "activity", Optional.empty(), Teller.flight("C-1", circle(35, 40, 1_000, 0, 500, 60, 90)));
        alone.take(heard);
        assertThat(alone.picture().conflict(heard.name(), ours.name())).isPresent();
    }

    /** AZURE has taken note with entering it; BIRCH owes that it has. */
    @Test
    void who_did_not_hear_it_owes_an_acknowledgement() {
        Held heard = heard();
        fold.stored(azure.log(Lane.MAIN), birch.name, 1, DAY + MINUTE);
        long now = DAY + 2 * MINUTE;
        assertThat(fold.picture().open(birch.name, now)).extracting(Duty::what).containsExactly("acknowledge");
        assertThat(fold.picture().open(azure.name, now)).isEmpty();
        assertThat(fold.picture().duties(heard.name()))
                .filteredOn(duty -> duty.owedBy().equals(cedar.name))
                .extracting(Duty::what)
                .as("its own reports")
                .containsExactly("start report", "stop report");
    }

    /** Heard is shown, and never counts as the other's answer. */
    @Test
    void a_heard_answer_is_no_answer() {
        Held ours = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        taken(azure.hears(
                birch,
                "answer",
                Optional.of(ours),
                Json.Obj.builder().put("says", "read").build()));
        assertThat(subject(ours).answers()).isEmpty();
        assertThat(subject(ours).heard())
                .extracting(Subject.Answer::by, Subject.Answer::says)
                .containsExactly(org.assertj.core.api.Assertions.tuple(birch.name, "read"));
        fold.stored(azure.log(Lane.MAIN), birch.name, 2, DAY + MINUTE);
        assertThat(fold.picture().open(birch.name, DAY + 2 * MINUTE)).hasSize(1);
    }

    /** No duplicates follow: what CEDAR adopts is the same subject, which it goes on with in its own log. */
    @Test
    void it_is_adopted_and_continued_by_the_party_that_was_heard() {
        Held heard = heard();
        taken(cedar.answers(heard, "adopted"));
        assertThat(subject(heard).isHeard()).isFalse();

        Held own = taken(cedar.notifies("C-1", Optional.of(heard), circle(35, 41, 1_000, 0, 500, 60, 90)));
        assertThat(fold.picture().subjects()).hasSize(1);
        assertThat(subject(own).name()).isEqualTo(heard.name());
        assertThat(subject(own).current().record()).isEqualTo(own);

        taken(cedar.status(heard, "stopped"));
        assertThat(subject(heard).last("stopped")).isPresent();
    }

    /** It changes its plan by telephone, also after one that it sent itself; and its own word comes before what was heard. */
    @Test
    void amendments_may_be_heard_and_the_owners_own_comes_first() {
        Held heard = heard();
        Held again = taken(azure.hears(
                cedar, "activity", Optional.of(heard), Teller.flight("C-1", circle(35, 41, 1_000, 0, 500, 60, 90))));
        assertThat(subject(heard).versions()).extracting(Version::record).containsExactly(heard, again);

        Held own = taken(cedar.notifies("C-1", Optional.of(heard), circle(35, 42, 1_000, 0, 500, 60, 90)));
        assertThat(subject(heard).versions()).extracting(Version::record).containsExactly(heard, own);
        Held last = taken(azure.hears(
                cedar, "activity", Optional.of(own), Teller.flight("C-1", circle(35, 43, 1_000, 0, 500, 60, 90))));
        assertThat(subject(heard).versions()).extracting(Version::record).containsExactly(heard, own, last);
    }

    @Test
    void who_misheard_takes_it_back_and_nobody_else() {
        Held heard = heard();
        taken(birch.status(heard, "withdrawn"));
        assertThat(subject(heard).last("withdrawn")).isEmpty();
        taken(azure.status(heard, "withdrawn"));
        assertThat(subject(heard).last("withdrawn")).isPresent();
    }

    /** A STOP by telephone is a STOP: also for who heard it. */
    @Test
    void a_heard_stop_is_owed_by_all() {
        Held stop = taken(azure.hears(
                cedar,
                "stop",
                Optional.empty(),
                Json.Obj.builder().put("what", "protected-place").build()));
        assertThat(stop.origin().lane()).isEqualTo(Lane.SAFETY);
        fold.stored(azure.log(Lane.SAFETY), birch.name, 1, DAY + MINUTE);
        for (Teller debtor : List.of(azure, birch)) {
            assertThat(fold.picture().open(debtor.name, DAY + MINUTE))
                    .extracting(Duty::what)
                    .contains("take", "relay", "cease");
        }
    }

    /** Nobody hears himself, an acceptance of a proposal or what a node writes. */
    @Test
    void what_cannot_be_heard_means_nothing() {
        Held own = taken(azure.hears(
                azure, "activity", Optional.empty(), Teller.flight("A-1", circle(35, 40, 1_000, 0, 500, 60, 90))));
        Held agreed = taken(
                azure.hears(cedar, "agreement", Optional.empty(), Terms.of(List.of(azure, cedar), "RIVER", 50_000, 0)));
        assertThat(fold.picture().subject(own.name())).isEmpty();
        assertThat(fold.picture().subject(agreed.name())).isEmpty();
    }
}
