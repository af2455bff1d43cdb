package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.record.volume.StatedVolume;

/** W1, W2 and W2b: every "none" says of what, told by whom, through which record, how old. */
class KnownTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));
    private final StatedVolume asked = circle(35, 40, 1_000, 0, 500, 600, 720);

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private Known known() {
        return known(fold.picture(), DAY);
    }

    private Known known(Picture picture, long instant) {
        return picture.known(asked.volume().footprint(), asked.volume().window(), birch.name, instant);
    }

    private static StatedVolume all(long from, long until) {
        return circle(35, 40.01, 5_000, 0, 1, from, until);
    }

    @Test
    void of_whom_nothing_came_nothing_is_known() {
        assertThat(known()).isEqualTo(new Known(List.of(), Optional.empty(), Optional.empty(), OptionalLong.empty()));
        assertThat(known().age(DAY)).isEmpty();
    }

    /** W2b: at any height, and only the counterpart's. */
    @Test
    void its_activities_there_are_counted_at_any_height() {
        Held low = taken(birch.notifies("B-1", Optional.empty(), circle(35, 40.02, 1_000, 0, 500, 600, 660)));
        Held high = taken(birch.notifies("B-2", Optional.empty(), circle(35, 40, 1_000, 9_000, 9_500, 700, 800)));
        taken(birch.notifies("far", Optional.empty(), circle(35, 40.05, 1_000, 0, 500, 600, 660)));
        taken(birch.notifies("later", Optional.empty(), circle(35, 40, 1_000, 0, 500, 721, 800)));
        taken(azure.notifies("own", Optional.empty(), circle(35, 40, 1_000, 0, 500, 600, 700)));
        assertThat(known().activities()).containsExactly(low.name(), high.name());
        assertThat(known().complete()).isEmpty();
        assertThat(known().through()).contains("BIRCH-4");
        taken(birch.status(low, "stopped"));
        assertThat(known().activities()).containsExactly(high.name());
    }

    @Test
    void who_is_overdue_counts_as_still_there() {
        Held late = taken(birch.notifies("B-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 500, 550)));
        assertThat(known(fold.picture(), DAY + 599 * MINUTE).activities()).isEmpty();
        assertThat(known(fold.picture(), DAY + 600 * MINUTE).activities()).containsExactly(late.name());
    }

    /** W1. */
    @Test
    void a_declaration_that_covers_all_of_it_makes_it_complete() {
        taken(birch.notifies("B-1", Optional.empty(), circle(36, 40, 1_000, 0, 500, 600, 660)));
        Held declared = taken(birch.declaresComplete(Optional.empty(), all(600, 720), 1));
        assertThat(known().complete())
                .contains(new Known.Declared(declared.ref(), false, false, 1, DAY + 720 * MINUTE, DAY + 1));
        assertThat(known().through()).contains(declared.name());
    }

    @Test
    void what_is_notified_later_does_not_void_it() {
        Held declared = taken(birch.declaresComplete(Optional.empty(), all(600, 720), 0));
        Held later = taken(birch.notifies("B-1", Optional.empty(), circle(35, 40, 1_000, 0, 500, 600, 660)));
        assertThat(known().complete().orElseThrow().record()).isEqualTo(declared.ref());
        assertThat(known().activities()).containsExactly(later.name());
    }

    @Test
    void a_declaration_of_less_does_not_cover() {
        taken(birch.declaresComplete(Optional.empty(), all(600, 719), 0));
        taken(birch.declaresComplete(Optional.empty(), all(601, 720), 0));
        taken(birch.declaresComplete(Optional.empty(), circle(35, 40.01, 1_900, 0, 1, 600, 720), 0));
        taken(azure.declaresComplete(Optional.empty(), all(600, 720), 0));
        assertThat(known().complete()).isEmpty();
    }

    @Test
    void it_covers_only_when_all_is_held_that_it_says_is_complete() {
        taken(birch.declaresComplete(Optional.empty(), all(600, 720), 3));
        assertThat(known().complete()).isEmpty();
        taken(birch.notifies("B-1", Optional.empty(), circle(36, 40, 1_000, 0, 500, 600, 660)));
        assertThat(known().complete()).isEmpty();
        taken(birch.says(Lane.MAIN, "of-another-version", Optional.empty(), Teller.flight("x")));
        assertThat(known().complete()).isPresent();
    }

    @Test
    void what_was_withdrawn_or_replaced_does_not_cover() {
        Held first = taken(birch.declaresComplete(Optional.empty(), all(600, 720), 0));
        Held less = taken(birch.declaresComplete(Optional.of(first), all(600, 660), 0));
        assertThat(known().complete()).isEmpty();
        Held again = taken(birch.declaresComplete(Optional.of(less), all(500, 800), 0));
        assertThat(known().complete().orElseThrow().until()).isEqualTo(DAY + 800 * MINUTE);
        taken(birch.status(again, "withdrawn"));
        assertThat(known().complete()).isEmpty();
    }

    /** A declaration that was heard speaks of the counterpart's own log, and is told as heard. */
    @Test
    void what_was_heard_covers_as_heard_and_after_its_own() {
        taken(azure.hears(birch, "completeness", Optional.empty(), Teller.complete(all(600, 900), 1)));
        assertThat(known().complete()).as("nothing of its log is here").isEmpty();
        taken(birch.notifies("B-1", Optional.empty(), circle(36, 40, 1_000, 0, 500, 600, 660)));
        assertThat(known().complete().orElseThrow().heard()).isTrue();
        taken(birch.declaresComplete(Optional.empty(), all(600, 720), 1));
        assertThat(known().complete().orElseThrow().heard()).isFalse();
    }

    @Test
    void it_is_as_old_as_its_last_receipt_or_record() {
        taken(birch.notifies("B-1", Optional.empty(), circle(36, 40, 1_000, 0, 500, 600, 660)));
        assertThat(known().heard()).hasValue(DAY);
        fold.stored(azure.log(Lane.SAFETY), birch.name, 0, DAY + 14_000);
        assertThat(known().heard()).hasValue(DAY + 14_000);
        assertThat(known().age(DAY + 20_000)).hasValue(6_000);
        assertThat(known().age(DAY)).as("its clock is ahead").hasValue(0);
    }
}
