package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.picture.Breach.What;
import org.parley.record.agreement.Measure;

/** A control line that is agreed on its own: AZURE keeps west of 40.6 E. */
class MeasureTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private void minute(long minute) {
        azure.clock = DAY + minute * MINUTE;
        birch.clock = DAY + minute * MINUTE;
    }

    private Held proposed(String name, Optional<Held> instead) {
        return taken(
                azure.says(Lane.MAIN, "measure", instead, Terms.line(name, 40.6).build()));
    }

    private void agreed(Held proposal) {
        taken(azure.concludes(proposal, taken(birch.answers(proposal, "accepted"))));
    }

    private Held agreed(String name, Optional<Held> instead) {
        Held proposal = proposed(name, instead);
        agreed(proposal);
        return proposal;
    }

    /** A circle of 5 km whose middle is a hundredth of a degree west of the line. */
    private Held overTheLine() {
        return taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.59, 5_000, 0, 900, 300, 400)));
    }

    private List<String> crossed(Held notice) {
        return fold.picture().breaches(notice.name()).stream()
                .filter(breach -> breach.what() == What.SIDE)
                .map(Breach::of)
                .toList();
    }

    @Test
    void a_measure_of_its_own_binds_like_one_of_the_agreement() {
        Held proposal = proposed("RIVER", Optional.empty());
        Held before = overTheLine();
        assertThat(crossed(before)).as("it was proposed").isEmpty();
        minute(1);
        agreed(proposal);
        minute(2);
        Held after = overTheLine();
        assertThat(crossed(after)).containsExactly("RIVER");
        assertThat(crossed(before))
                .as("later terms do not judge earlier notices")
                .isEmpty();
    }

    @Test
    void it_counts_beside_those_of_the_agreement() {
        Held proposal = taken(azure.says(
                Lane.MAIN, "agreement", Optional.empty(), Terms.of(List.of(azure, birch), "terms", 50_000, 0)));
        agreed(proposal);
        agreed("SECOND", Optional.empty());
        minute(1);
        assertThat(crossed(overTheLine())).containsExactly("RIVER", "SECOND");
        assertThat(fold.picture().measures(DAY + MINUTE))
                .extracting(Measure::name)
                .containsExactly("RIVER", "SECOND");
    }

    @Test
    void a_crossing_needs_the_notice_of_its_measure() {
        agreed("RIVER", Optional.empty());
        minute(1);
        Held late = taken(
                azure.notifies("A-1", Optional.empty(), Json.of(true), circle(35, 40.59, 5_000, 0, 900, 300, 400)));
        fold.stored(azure.log(Lane.MAIN), birch.name, azure.main.size(), DAY + 181 * MINUTE);
        assertThat(fold.picture().breaches(late.name()))
                .extracting(Breach::what, Breach::of, Breach::figure)
                .containsExactly(tuple(What.CROSSING, "RIVER", 119 * MINUTE));
    }

    /** Whoever has a part in it may end it; what was written before is judged as before. */
    @Test
    void an_ended_measure_binds_no_more() {
        Held measure = agreed("RIVER", Optional.empty());
        minute(1);
        Held before = overTheLine();
        minute(2);
        taken(birch.ends(measure));
        minute(3);
        Held after = overTheLine();
        assertThat(crossed(before)).containsExactly("RIVER");
        assertThat(crossed(after)).isEmpty();
        assertThat(fold.picture().measures(DAY + 90_000)).hasSize(1);
        assertThat(fold.picture().measures(DAY + 180_000)).isEmpty();
    }

    @Test
    void one_that_replaces_another_binds_in_its_place() {
        Held first = agreed("RIVER", Optional.empty());
        minute(1);
        Held second = proposed("BORDER", Optional.of(first));
        Held between = overTheLine();
        minute(2);
        agreed(second);
        minute(3);
        assertThat(crossed(overTheLine())).containsExactly("BORDER");
        assertThat(crossed(between)).containsExactly("RIVER");
    }

    @Test
    void of_two_that_replace_one_that_with_the_lower_leaf_stands() {
        Held first = agreed("RIVER", Optional.empty());
        minute(1);
        List<Held> both = new ArrayList<>();
        both.add(agreed("ONE", Optional.of(first)));
        both.add(agreed("OTHER", Optional.of(first)));
        minute(2);
        String stands = both.stream()
                .min(Comparator.comparing(Held::leaf))
                .flatMap(held -> held.text("name"))
                .orElseThrow();
        assertThat(crossed(overTheLine())).containsExactly(stands);
    }

    @Test
    void a_measure_is_about_the_time_that_it_names() {
        Held proposal = taken(azure.says(
                Lane.MAIN,
                "measure",
                Optional.empty(),
                Terms.line("NIGHT", 40.6)
                        .put("from", "2017-11-20T06:40:00.000Z")
                        .put("until", "2017-11-20T08:00:00.000Z")
                        .build()));
        agreed(proposal);
        minute(1);
        assertThat(crossed(overTheLine())).as("it is over at 06:40").isEmpty();
        Held later = taken(azure.notifies("A-2", Optional.empty(), circle(35, 40.59, 5_000, 0, 900, 300, 401)));
        assertThat(crossed(later)).containsExactly("NIGHT");
    }

    @Test
    void a_draft_is_told_of_it() {
        agreed("RIVER", Optional.empty());
        Preview.Of draft = new Preview.Of(
                azure.name,
                "air",
                List.of(circle(35, 40.59, 5_000, 0, 900, 300, 400).volume()),
                false,
                Optional.empty(),
                DAY + MINUTE);
        assertThat(fold.picture().preview(draft).breaches())
                .extracting(Excess::what, Excess::of)
                .containsExactly(tuple(What.SIDE, "RIVER"));
    }
}
