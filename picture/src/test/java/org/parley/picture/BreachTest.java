package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.picture.Breach.What;

/** AZURE keeps west of the river at 40.6 E; an hour's notice for aircraft, two for a crossing; boxes to 100 km2, 4 hours. */
class BreachTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    /** BIRCH's machine holds all that AZURE has said, so many minutes into the day. */
    private void stored(long minute) {
        fold.stored(azure.log(Lane.MAIN), birch.name, azure.main.size(), DAY + minute * MINUTE);
    }

    private void agreed(long leadMinutes) {
        Held proposal = taken(azure.says(
                Lane.MAIN, "agreement", azure.inForce, Terms.of(List.of(azure, birch), "RIVER", 50_000, leadMinutes)));
        taken(azure.concludes(proposal, taken(birch.answers(proposal, "accepted"))));
        azure.inForce = Optional.of(proposal);
    }

    private List<Breach> breaches(Held notice) {
        return fold.picture().breaches(notice.name());
    }

    /** A warning where the buffer alone reaches over; where all of it is beyond, how near it stays. */
    @Test
    void it_is_told_whether_the_core_is_over_the_line_and_whether_all_of_it_is() {
        agreed(0);
        Held core = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.61, 5_000, 0, 900, 300, 400)));
        Held all = taken(azure.notifies("A-2", Optional.empty(), circle(35, 40.7, 5_000, 0, 900, 300, 400)));
        assertThat(breaches(core).getFirst().beyond()).hasValueSatisfying(beyond -> {
            assertThat(beyond.core()).isBetween(91_000L, 91_500L);
            assertThat(beyond.nearest()).isZero();
        });
        assertThat(breaches(all).getFirst().beyond()).hasValueSatisfying(beyond -> {
            assertThat(beyond.core()).isBetween(912_000L, 913_000L);
            assertThat(beyond.nearest()).isBetween(412_000L, 413_000L);
        });
    }

    @Test
    void nothing_binds_before_it_is_agreed() {
        Held late = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.7, 20_000, 0, 900, 1, 1_000)));
        stored(0);
        assertThat(breaches(late)).isEmpty();
    }

    @Test
    void notice_is_counted_from_the_receivers_own_receipt() {
        agreed(60);
        Held notice = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 120, 200)));
        assertThat(breaches(notice)).as("nobody is known to hold it").isEmpty();
        stored(61);
        assertThat(breaches(notice))
                .containsExactly(new Breach(
                        What.LEAD_TIME,
                        notice.ref(),
                        Optional.of(birch.name),
                        "air",
                        59 * MINUTE,
                        60 * MINUTE,
                        Optional.empty()));
    }

    @Test
    void just_in_time_is_in_time() {
        agreed(60);
        Held notice = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 120, 200)));
        stored(60);
        assertThat(breaches(notice)).isEmpty();
    }

    /** What lasts longer is new from its old end on; what becomes smaller is not new at all. */
    @Test
    void an_extension_needs_notice_of_what_it_adds() {
        agreed(60);
        Held first = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 120, 200)));
        stored(10);
        Held longer = taken(azure.notifies("A-1", Optional.of(first), circle(35, 40.5, 5_000, 0, 900, 120, 260)));
        stored(150);
        assertThat(breaches(first))
                .extracting(Breach::about, Breach::figure)
                .containsExactly(tuple(longer.ref(), 50 * MINUTE));
        Held smaller = taken(azure.notifies("A-1", Optional.of(longer), circle(35, 40.5, 4_000, 0, 900, 120, 250)));
        stored(240);
        assertThat(breaches(first)).extracting(Breach::about).doesNotContain(smaller.ref());
    }

    @Test
    void a_box_and_a_window_may_be_too_large() {
        agreed(0);
        Held notice = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.2, 10_000, 0, 900, 0, 241)));
        assertThat(breaches(notice)).extracting(Breach::what).containsExactly(What.BOX, What.WINDOW);
        assertThat(breaches(notice)).extracting(Breach::figure).containsExactly(314_159_265L, 241 * MINUTE);
    }

    /** The circle of 5 km has its middle a hundredth of a degree west of the line: it reaches over 4.1 km. */
    @Test
    void over_the_line_is_a_breach_unless_the_notice_says_that_it_crosses() {
        agreed(0);
        Held over = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.59, 5_000, 0, 900, 300, 400)));
        assertThat(breaches(over)).singleElement().satisfies(breach -> {
            assertThat(breach.what()).isEqualTo(What.SIDE);
            assertThat(breach.of()).isEqualTo("RIVER");
            assertThat(breach.figure()).isBetween(408_000L, 410_000L);
            assertThat(breach.beyond()).contains(new Beyond(0, 0));
        });
        Held birchs = taken(birch.notifies("B-1", Optional.empty(), circle(35, 40.59, 5_000, 0, 900, 300, 400)));
        assertThat(breaches(birchs)).as("no side was agreed for BIRCH").isEmpty();
    }

    @Test
    void a_crossing_needs_its_notice() {
        agreed(0);
        Held crossing = taken(
                azure.notifies("A-1", Optional.empty(), Json.of(true), circle(35, 40.59, 5_000, 0, 900, 300, 400)));
        stored(180);
        assertThat(breaches(crossing)).isEmpty();
        Held late = taken(
                azure.notifies("A-2", Optional.empty(), Json.of(true), circle(35, 40.59, 5_000, 0, 900, 300, 400)));
        stored(181);
        assertThat(breaches(late))
                .extracting(Breach::what, Breach::figure, Breach::limit)
                .containsExactly(tuple(What.CROSSING, 119 * MINUTE, 120 * MINUTE));
    }

    /** A record is judged by the terms under which it was written: a later agreement makes no breach of an old notice. */
    @Test
    void later_terms_do_not_judge_earlier_notices() {
        agreed(60);
        Held notice = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 120, 200)));
        stored(30);
        agreed(100);
        assertThat(breaches(notice)).isEmpty();
        Held next = taken(azure.notifies("A-2", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 120, 200)));
        stored(31);
        assertThat(breaches(next)).extracting(Breach::limit).containsExactly(100 * MINUTE);
    }

    @Test
    void an_activity_whose_end_is_over_counts_as_continuing_until_it_is_reported_stopped() {
        Held notice = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 120, 200)));
        assertThat(overdue(199)).isEmpty();
        assertThat(overdue(200)).containsExactly(notice.name());
        taken(azure.status(notice, "stopped"));
        assertThat(overdue(200)).isEmpty();
    }

    private List<String> overdue(long minute) {
        return fold.picture().overdue(DAY + minute * MINUTE).stream()
                .map(Subject::name)
                .toList();
    }
}
