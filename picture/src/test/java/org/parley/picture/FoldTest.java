package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.PartyName;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

class FoldTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private Held orbit() {
        return taken(azure.notifies("A-02", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, 390, 720)));
    }

    private Held escort() {
        return taken(birch.notifies("B-02", Optional.empty(), circle(35.02, 40.50, 5_000, 300, 3_000, 420, 480)));
    }

    private List<Conflict> conflicts() {
        return List.copyOf(fold.picture().conflicts());
    }

    /** RIVER's C1: bands overlap 600 m, windows 60 minutes. */
    @Test
    void two_plans_that_meet_are_a_conflict_with_its_figures() {
        orbit();
        escort();

        assertThat(conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.a()).isEqualTo("AZURE-1");
            assertThat(conflict.b()).isEqualTo("BIRCH-1");
            assertThat(conflict.finding().separation().horizontal()).isZero();
            assertThat(conflict.finding().separation().verticalOverlap()).hasValue(600);
            assertThat(conflict.finding().separation().timeOverlap()).isEqualTo(60 * Teller.MINUTE);
        });
    }

    @Test
    void a_partys_own_plans_are_its_own_affair() {
        orbit();
        taken(azure.notifies("A-04", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, 390, 720)));

        assertThat(conflicts()).isEmpty();
    }

    /** Until BIRCH has acknowledged it, the old plan counts too. */
    @Test
    void an_amendment_elsewhere_ends_a_conflict_when_the_other_has_acknowledged_it() {
        Held first = orbit();
        escort();
        Held second =
                taken(azure.notifies("A-02", Optional.of(first), circle(36.5, 41.5, 8_000, 2_400, 4_000, 390, 720)));

        assertThat(conflicts()).hasSize(1);

        taken(birch.answers(second, "read"));

        assertThat(conflicts()).isEmpty();
    }

    @Test
    void an_amendment_inside_the_old_plan_counts_alone_once_it_is_stored() {
        Held first = orbit();
        escort();
        Held second =
                taken(azure.notifies("A-02", Optional.of(first), circle(35.03, 40.62, 8_000, 3_500, 4_000, 390, 720)));

        assertThat(conflicts()).hasSize(1);

        fold.stored(azure.log(Lane.MAIN), birch.name, 2, Teller.DAY);

        assertThat(conflicts()).isEmpty();
        assertThat(second.name()).isEqualTo("AZURE-2");
    }

    /** Agreed is not done, and withdrawn is not heard. */
    @Test
    void a_withdrawn_plan_counts_until_its_withdrawal_is_acknowledged() {
        Held first = orbit();
        escort();
        Held withdrawn = taken(azure.status(first, "withdrawn"));

        assertThat(conflicts()).hasSize(1);

        taken(birch.answers(withdrawn, "noted"));

        assertThat(conflicts()).isEmpty();
    }

    @Test
    void who_has_not_acknowledged_an_amendment_beyond_the_old_plan_holds_both() {
        Held first = orbit();
        PartyName there = birch.name;
        assertThat(isOldPlanHeld(there)).isFalse();
        Held second = azure.notifies("A-02", Optional.of(first), circle(36.5, 41.5, 8_000, 2_400, 4_000, 390, 720));
        taken(second);
        assertThat(isOldPlanHeld(there)).isTrue();
        taken(birch.answers(second, "read"));
        assertThat(isOldPlanHeld(there)).isFalse();
    }

    private boolean isOldPlanHeld(PartyName counterpart) {
        Picture picture = fold.picture();
        return picture.isOldPlanHeld(picture.subject("AZURE-1").orElseThrow(), counterpart);
    }

    @Test
    void a_stop_report_ends_an_activity() {
        Held first = orbit();
        escort();
        taken(azure.status(first, "stopped"));

        assertThat(conflicts()).isEmpty();
    }

    @Test
    void a_stale_amendment_is_void() {
        Held first = orbit();
        taken(azure.notifies("A-02", Optional.of(first), circle(36.5, 41.5, 8_000, 2_400, 4_000, 390, 720)));
        taken(azure.notifies("A-02", Optional.of(first), circle(37.5, 42.5, 8_000, 2_400, 4_000, 390, 720)));

        assertThat(fold.picture().subject("AZURE-1").orElseThrow().versions()).hasSize(2);
    }

    @Test
    void nobody_writes_about_anothers_subject() {
        Held first = orbit();
        escort();
        taken(birch.status(first, "withdrawn"));
        taken(birch.notifies("A-02", Optional.of(first), circle(37.5, 42.5, 8_000, 2_400, 4_000, 390, 720)));

        Subject subject = fold.picture().subject("AZURE-1").orElseThrow();
        assertThat(subject.versions()).hasSize(1);
        assertThat(subject.statuses()).isEmpty();
    }

    /** A party that lost its disk twice while it could reach nobody has two epochs of one number, and so two records of one name. */
    @Test
    void of_two_records_of_one_name_the_one_that_came_first_is_meant() {
        Held first = azure.notifies("A", Optional.empty(), circle(35, 40, 500, 0, 100, 0, 60));
        Held second = new Teller("AZURE").notifiesSite("B", 35, 40, 500);
        assertThat(second.name()).isEqualTo(first.name());
        fold.take(first);
        fold.take(second);
        assertThat(fold.picture().subject(first.name()).orElseThrow().kind().name())
                .isEqualTo("activity");
        assertThat(fold.picture().subjects("site")).isEmpty();
    }

    @Test
    void an_answer_that_comes_before_what_it_answers_waits_for_it() {
        Held first = azure.notifies("A-02", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, 390, 720));
        taken(birch.answers(first, "read"));
        taken(first);

        assertThat(fold.picture().subject("AZURE-1").orElseThrow().answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.says()).isEqualTo("read"));
    }

    @Test
    void the_id_of_a_conflict_is_the_same_over_amendments_and_its_finding_is_not() {
        Held first = orbit();
        escort();
        Conflict before = conflicts().getFirst();
        Held second =
                taken(azure.notifies("A-02", Optional.of(first), circle(35.03, 40.62, 9_000, 2_400, 4_000, 390, 720)));
        taken(birch.answers(second, "read"));
        Conflict after = conflicts().getFirst();

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.finding().hash()).isNotEqualTo(before.finding().hash());
        assertThat(after.finding().a().record()).isEqualTo("AZURE-2");
    }

    @Test
    void what_is_plainly_inside_is_inside_and_what_is_not_is_not() {
        var old = circle(35, 40, 8_000, 1_000, 2_000, 0, 60).volume();
        double east = 40 + 3_000 / (111_320 * StrictMath.cos(StrictMath.toRadians(35)));
        long apart = (long) Geodesic.distance(Place.ofDegrees(35, 40), Place.ofDegrees(35, east));

        assertThat(Inside.all(
                        List.of(circle(35, east, 8_000 - apart - 2, 1_000, 2_000, 0, 60)
                                .volume()),
                        List.of(old)))
                .isTrue();
        assertThat(Inside.all(
                        List.of(circle(35, east, 8_000 - apart + 2, 1_000, 2_000, 0, 60)
                                .volume()),
                        List.of(old)))
                .isFalse();
        assertThat(Inside.all(List.of(circle(35, 40, 8_000, 999, 2_000, 0, 60).volume()), List.of(old)))
                .isFalse();
        assertThat(Inside.all(List.of(circle(35, 40, 8_000, 1_000, 2_000, 0, 61).volume()), List.of(old)))
                .isFalse();
        assertThat(Inside.all(List.of(), List.of(old))).isFalse();
    }
}
