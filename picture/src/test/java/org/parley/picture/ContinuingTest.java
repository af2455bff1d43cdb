package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.record.volume.Bound;
import org.parley.record.volume.Shape;
import org.parley.record.volume.StatedBand;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Volume;
import org.parley.space.footprint.Edges;
import org.parley.space.geodesy.Place;
import org.parley.space.height.HeightTerms;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.window.Window;

/** HARBOUR ROAD: what is not reported stopped counts as still there. */
class ContinuingTest {
    private final Teller hub = new Teller("HUB");
    private final Teller air = new Teller("AIR");
    private final Fold fold = new Fold(Teller.LINE, Set.of(hub.name, air.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    /** Convoys keep 2 km and 30 minutes from anything. */
    private void agreed() {
        Held proposal = taken(hub.says(
                Lane.MAIN, "agreement", Optional.empty(), Terms.keeping(List.of(hub, air), 200_000, 500_000, 1_800)));
        taken(hub.concludes(proposal, taken(air.answers(proposal, "accepted"))));
    }

    /** M-02: an ambulance from 10:00 to 12:00. */
    private Held ambulance() {
        Shape road = new Shape.Corridor(
                List.of(Place.ofDegrees(14.795, 42.955), Place.ofDegrees(14.700, 43.020)), 10_000, Edges.GEODESIC);
        var footprint = road.footprint().orElseThrow();
        StatedBand ground = StatedBand.enter(
                        Optional.of(new Bound(0, "m", "HAE")),
                        Optional.of(new Bound(1_000, "m", "HAE")),
                        footprint,
                        HeightTerms.none())
                .orElseThrow();
        return taken(hub.notifies(
                "M-02",
                Optional.empty(),
                StatedVolume.of(road, footprint, ground, new Window(DAY + 600 * MINUTE, DAY + 720 * MINUTE))));
    }

    /** F-04: from 13:00 to 15:00. */
    private Held flight() {
        return taken(air.notifies("F-04", Optional.empty(), circle(14.72, 43.01, 1_500, 0, 5_000, 780, 900)));
    }

    private List<Continuing> at(long minute) {
        return fold.picture().continuing(DAY + minute * MINUTE);
    }

    /** No conflict by 60 minutes; 31 minutes late it is one. */
    @Test
    void an_ambulance_that_is_31_minutes_late_is_in_conflict_with_a_flight_an_hour_later() {
        agreed();
        Held ambulance = ambulance();
        Held flight = flight();
        assertThat(fold.picture().conflicts()).isEmpty();
        assertThat(at(719)).isEmpty();
        assertThat(at(750)).as("half an hour is separation enough").isEmpty();
        assertThat(at(751)).singleElement().satisfies(continuing -> {
            Conflict conflict = continuing.conflict();
            assertThat(conflict.id()).isEqualTo(Conflict.id(Teller.LINE, flight.name(), ambulance.name()));
            assertThat(conflict.a()).isEqualTo(flight.name());
            assertThat(conflict.finding().separation().timeGap()).isEqualTo(29 * MINUTE);
            assertThat(conflict.finding().b()).isEqualTo(ambulance.ref());
            assertThat(continuing.since()).isEqualTo(DAY + 750 * MINUTE + 1);
        });
        assertThat(fold.picture().conflicts())
                .as("what was planned stays apart")
                .isEmpty();
    }

    @Test
    void what_would_come_is_told_ahead() {
        agreed();
        ambulance();
        flight();
        Picture picture = fold.picture();
        long noon = DAY + 720 * MINUTE;
        assertThat(picture.continuing(noon, 30 * MINUTE)).isEmpty();
        assertThat(picture.continuing(noon, 120 * MINUTE))
                .extracting(Continuing::since)
                .containsExactly(DAY + 750 * MINUTE + 1);
        assertThat(picture.continuing(noon - 1, 120 * MINUTE))
                .as("it is not overdue")
                .isEmpty();
    }

    @Test
    void a_stop_report_ends_it_and_a_later_end_moves_it() {
        agreed();
        Held ambulance = ambulance();
        flight();
        Picture before = fold.picture();
        taken(hub.status(ambulance, "stopped"));
        assertThat(at(751)).isEmpty();
        assertThat(before.continuing(DAY + 751 * MINUTE))
                .as("what was known before")
                .hasSize(1);
    }

    /** Two that go on meet in the end, though neither planned to be there with the other. */
    @Test
    void two_that_both_go_on_meet() {
        Held one = taken(hub.notifies("A", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        Held other = taken(air.notifies("B", Optional.empty(), circle(35, 40, 1_000, 0, 500, 120, 150)));
        assertThat(at(100)).isEmpty();
        assertThat(at(160)).singleElement().satisfies(continuing -> {
            assertThat(Set.of(continuing.conflict().a(), continuing.conflict().b()))
                    .isEqualTo(Set.of(one.name(), other.name()));
            assertThat(continuing.conflict().finding().separation().timeOverlap())
                    .isEqualTo(40 * MINUTE);
        });
    }

    /** What ended before the end of the whole is over. */
    @Test
    void only_what_was_to_end_last_goes_on() {
        taken(hub.notifies(
                "A", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90), circle(36, 40, 1_000, 0, 500, 90, 120)));
        taken(air.notifies("first", Optional.empty(), circle(35, 40, 1_000, 0, 500, 150, 180)));
        Held last = taken(air.notifies("last", Optional.empty(), circle(36, 40, 1_000, 0, 500, 150, 180)));
        assertThat(at(149))
                .extracting(each -> each.conflict().otherThan("HUB-1"))
                .containsExactly(last.name());
    }

    @Test
    void a_draft_and_a_map_see_who_is_still_there() {
        Held late = taken(hub.notifies("A", Optional.empty(), circle(35, 40, 1_000, 0, 500, 60, 90)));
        Volume box = circle(35, 40.01, 1_000, 0, 500, 110, 130).volume();
        Preview.Of soon = new Preview.Of(air.name, "air", List.of(box), false, Optional.empty(), DAY + 89 * MINUTE);
        Preview.Of now = new Preview.Of(air.name, "air", List.of(box), false, Optional.empty(), DAY + 110 * MINUTE);
        Picture picture = fold.picture();
        assertThat(picture.preview(soon).conflicts()).isEmpty();
        assertThat(picture.preview(now).conflicts())
                .extracting(Preview.Against::other)
                .containsExactly(late.name());
        assertThat(picture.within(box, DAY + 89 * MINUTE)).isEmpty();
        assertThat(picture.within(box, DAY + 111 * MINUTE))
                .extracting(Subject::name)
                .containsExactly(late.name());
    }

    /** The law: all pairs of parties are tried, each with what is overdue made longer. */
    @RepeatedTest(20)
    void what_is_found_is_what_a_look_at_all_pairs_finds(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Picture picture = new Talk(random).folded();
        Minima minima = picture.agreement()
                .map(terms -> terms.minima().between("air", "air"))
                .orElse(Minima.of(500, 100, 300));
        for (long minute : new long[] {20, 35, 50, 80}) {
            long instant = DAY + minute * MINUTE;
            Set<Set<String>> expected = new HashSet<>();
            List<Subject> all = picture.subjects().stream()
                    .filter(subject -> subject.versions().size() == 1
                            && subject.last("withdrawn").isEmpty()
                            && subject.last("stopped").isEmpty()
                            && subject.kind().name().equals("activity"))
                    .toList();
            for (Subject one : all) {
                for (Subject other : all) {
                    if (!one.owner().equals(other.owner())
                            && !near(one, other, OptionalLong.empty(), minima)
                            && near(one, other, OptionalLong.of(instant), minima)) {
                        expected.add(Set.of(one.name(), other.name()));
                    }
                }
            }
            Set<String> simple = new HashSet<>(all.stream().map(Subject::name).toList());
            Set<Set<String>> found = new HashSet<>();
            picture.continuing(instant).stream()
                    .map(Continuing::conflict)
                    .filter(conflict -> simple.contains(conflict.a()) && simple.contains(conflict.b()))
                    .forEach(conflict -> found.add(Set.of(conflict.a(), conflict.b())));
            assertThat(found).isEqualTo(expected);
        }
    }

    private static boolean near(Subject one, Subject other, OptionalLong instant, Minima minima) {
        return longer(one, instant)
                .anyMatch(a -> longer(other, instant).anyMatch(b -> ExactTest.conflict(a, b, minima)));
    }

    private static Stream<Volume> longer(Subject subject, OptionalLong instant) {
        long from = instant.orElse(Long.MIN_VALUE);
        return subject.current().volumes().stream()
                .map(volume -> new Volume(
                        volume.footprint(),
                        volume.band(),
                        new Window(
                                volume.window().from(), Math.max(volume.window().until(), from))));
    }
}
