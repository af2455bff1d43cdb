package org.parley.space.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Scatter;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.height.Band;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.window.Window;

class EndingsTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final int FLOOR = -1_000_000;

    private static final MinimaTable MINIMA = new MinimaTable(
            Minima.of(500, 100, 300).withLevels(10),
            Map.of(new MinimaTable.Pair("air", "air"), Minima.of(5_000, 300, 0)));

    /** Every offer ends every conflict, and nothing nearer does: each smaller change of its kind is tried by brute force. */
    @Test
    void each_offer_is_free_and_no_smaller_change_is() {
        Scatter scatter = new Scatter(1, 20_000);
        LiveIndex index = new LiveIndex(MINIMA);
        index.load(scatter.activities(150));
        Snapshot snapshot = index.snapshot();
        int offers = 0;
        for (int n = 0; n < 60; n++) {
            Activity probe = scatter.activity("probe-" + n);
            Endings endings = new Endings(probe, snapshot, Parties.DIFFERENT);
            boolean conflicting = snapshot.anyConflict(probe, Parties.DIFFERENT);
            var later = endings.later();
            later.ifPresent(ending -> checkLater(snapshot, probe, ending));
            var band = endings.otherBand(FLOOR);
            band.ifPresent(ending -> checkBand(snapshot, probe, ending));
            if (!conflicting) {
                assertThat(later).isEmpty();
                assertThat(band).isEmpty();
                assertThat(endings.sideways()).isEmpty();
            }
            offers += later.isPresent() ? 1 : 0;
        }
        assertThat(offers).isGreaterThan(10);
    }

    private static void checkLater(Snapshot snapshot, Activity probe, Ending.Later ending) {
        assertThat(snapshot.anyConflict(ending.then(), Parties.DIFFERENT)).isFalse();
        List<Long> smaller = new ArrayList<>(List.of(ending.milliseconds() - 1));
        for (int i = 0; i < 200; i++) {
            smaller.add(ending.milliseconds() * i / 200);
        }
        for (long shift : smaller) {
            Activity then = probe.with(volume -> new Volume(
                    volume.footprint(), volume.band(), volume.window().later(shift)));
            assertThat(snapshot.anyConflict(then, Parties.DIFFERENT)).isTrue();
        }
    }

    private static void checkBand(Snapshot snapshot, Activity probe, Ending.OtherBand ending) {
        assertThat(snapshot.anyConflict(ending.then(), Parties.DIFFERENT)).isFalse();
        if (ending.inLevels()) {
            assertThat(ending.by() % 100).isZero();
            return;
        }
        long most = Math.abs(ending.by()) - 1;
        for (int i = -100; i <= 100; i++) {
            int shift = (int) (most * i / 100);
            Activity then = probe.with(volume -> {
                Band.Metres band = volume.band().hae();
                return new Volume(
                        volume.footprint(),
                        new Band.Metres(band.lower() + shift, band.upper() + shift),
                        volume.window());
            });
            assertThat(snapshot.anyConflict(then, Parties.DIFFERENT)).isTrue();
        }
    }

    @Test
    void later_waits_for_the_other_to_end_and_the_minimum_to_pass() {
        var ending = endings(circle("A", 0, 0, 1_000), circle("B", 0, 0, 1_000))
                .later()
                .orElseThrow();
        assertThat(ending.milliseconds()).isEqualTo(65 * MINUTE);
        assertThat(ending.then().volumes().getFirst().window().from()).isEqualTo(NOON + 65 * MINUTE);
    }

    @Test
    void the_nearest_band_is_just_the_minimum_away() {
        var up = endings(circle("A", 0, 60_000, 100_000), circle("B", 0, 50_000, 90_000))
                .otherBand(FLOOR)
                .orElseThrow();
        assertThat(up.by()).isEqualTo(40_000);
        var down = endings(circle("A", 0, 40_000, 60_000), circle("B", 0, 50_000, 90_000))
                .otherBand(FLOOR)
                .orElseThrow();
        assertThat(down.by()).isEqualTo(-20_000);
    }

    @Test
    void no_band_is_offered_below_the_floor() {
        var ending = endings(circle("A", 0, 40_000, 60_000), circle("B", 0, 50_000, 90_000))
                .otherBand(30_000)
                .orElseThrow();
        assertThat(ending.by()).isEqualTo(60_000);
    }

    @Test
    void sideways_goes_straight_away_from_a_single_other() {
        // Centres 2,300 m apart, radii 1 km: 300 m lie between them where 500 are needed; the other is due west.
        var ending = endings(circle("A", 2_300, 0, 1_000), circle("B", 0, 0, 1_000))
                .sideways()
                .orElseThrow();
        assertThat(ending.bearing()).isEqualTo(90);
        assertThat(ending.metres()).isBetween(200.0, 202.0);
    }

    @Test
    void what_does_not_conflict_needs_no_ending() {
        Endings endings = endings(circle("A", 3_000, 0, 1_000), circle("B", 0, 0, 1_000));
        assertThat(endings.later()).isEmpty();
        assertThat(endings.otherBand(FLOOR)).isEmpty();
        assertThat(endings.sideways()).isEmpty();
    }

    /** FL100 to FL110 with a margin of 300 m reach from 2,748 m to 3,652.8 m; the other begins at 3,300 m and 100 m are needed. */
    @Test
    void levels_that_meet_metres_move_by_whole_levels() {
        Band.Levels levels = new Band.Levels(10_000, 11_000, new Band.Metres(274_800, 365_280));
        Activity own = circle("A", 0, 0, 1).with(volume -> new Volume(volume.footprint(), levels, volume.window()));
        Activity other = circle("B", 0, 330_000, 340_000);
        var ending = endings(own, other).otherBand(FLOOR).orElseThrow();
        assertThat(ending.inLevels()).isTrue();
        assertThat(ending.by()).isEqualTo(-1_500);
        assertThat(ending.then().volumes().getFirst().band())
                .isEqualTo(new Band.Levels(8_500, 9_500, new Band.Metres(274_800 - 45_720, 365_280 - 45_720)));
        assertThat(endings(own, circle("B", 0, 300_000, 310_000))
                        .otherBand(FLOOR)
                        .orElseThrow()
                        .by())
                .isEqualTo(1_500);
    }

    private static Endings endings(Activity own, Activity other) {
        LiveIndex index = new LiveIndex(MINIMA);
        index.insert(other);
        index.insert(own);
        return new Endings(own, index.snapshot(), Parties.DIFFERENT);
    }

    /** A circle of 1 km around a point so many metres east of (10° E, 45° N), for an hour from noon. */
    private static Activity circle(String party, double east, int lower, int upper) {
        var place = Scatter.towards(org.parley.space.geodesy.Place.ofDegrees(45, 10), Math.PI / 2, east);
        Footprint footprint = FootprintEntry.circle(place.longitude(), place.latitude(), 1_000)
                .orElseThrow();
        Volume volume = new Volume(footprint, new Band.Metres(lower, upper), new Window(NOON, NOON + 60 * MINUTE));
        return new Activity(new ActivityId(party, party + "-01"), "other", List.of(volume));
    }
}
