package org.parley.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.height.Band;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Geoid;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.window.Window;

/** A group of footprints around one place, from numbers of every kind, and what must hold of them. */
final class Garbage {
    private static final double[] ODD = {
        Double.NaN,
        Double.NaN,
        Double.NaN,
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e308,
        -1e308,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        90,
        -90,
        180,
        -180,
        Math.nextUp(180.0),
        Math.nextUp(90.0),
        Math.nextDown(90.0),
        89.9999999,
        179.9999999,
        1e-7,
        5e-8,
        360,
        Integer.MAX_VALUE,
        Long.MIN_VALUE
    };

    /** Nanoseconds of the thread's own: a hang is what this finds, not a busy machine. */
    private static final long SOON = 2_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int GROUP = 12;

    private final SplittableRandom random;
    private final double lon;
    private final double lat;
    private final double spread;
    final List<Activity> activities = new ArrayList<>();
    int refused;
    private boolean outside;

    Garbage(long seed) {
        random = new SplittableRandom(seed);
        lon = pick(180, -180, 0, 179.9999, random.nextDouble(-180, 180));
        lat = pick(90, -90, 0, 89.9999, -89.99, random.nextDouble(-90, 90));
        spread = Math.pow(10, random.nextDouble(-8, 1.5));
    }

    private double pick(double... values) {
        return values[random.nextInt(values.length)];
    }

    void enterSome() {
        for (int i = 0; i < GROUP; i++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            outside = false;
            Entered<Footprint> entered = enterOne();
            assertThat(THREADS.getCurrentThreadCpuTime() - begun)
                    .as("nanoseconds for entry %d", i)
                    .isLessThan(SOON);
            switch (entered) {
                case Entered.Accepted<Footprint> accepted -> {
                    assertThat(outside)
                            .as("no such position or size, yet accepted")
                            .isFalse();
                    add(i, accepted.value());
                }
                case Entered.Refused<Footprint> no -> {
                    refused++;
                    assertThat(no.problems()).isNotEmpty().allSatisfy(problem -> {
                        assertThat(problem.field()).isNotBlank();
                        assertThat(problem.reason()).isNotBlank();
                    });
                }
            }
        }
    }

    private Entered<Footprint> enterOne() {
        Edges edges = random.nextBoolean() ? Edges.PLANAR : Edges.GEODESIC;
        return switch (random.nextInt(5)) {
            case 0 -> circle(noted(longitude(), latitude()));
            case 1 -> FootprintEntry.corridor(positions(), size(), edges);
            case 2 -> FootprintEntry.area(List.of(List.of(ring())), edges);
            case 3 -> FootprintEntry.area(List.of(List.of(ring(), ring()), List.of(ring())), edges);
            default -> FootprintEntry.area(List.of(List.of(positions())), edges);
        };
    }

    private Entered<Footprint> circle(double[] centre) {
        return FootprintEntry.circle(centre[0], centre[1], size());
    }

    private double size() {
        double size = random.nextInt(8) == 0 ? odd() : Math.pow(10, random.nextDouble(-3, 6));
        outside |= !(size > 0 && size < Double.POSITIVE_INFINITY);
        return size;
    }

    /** The same positions, and whether one of them is none. */
    private double[] noted(double... positions) {
        for (int i = 0; i < positions.length; i++) {
            outside |= !(Math.abs(positions[i]) <= (i % 2 == 0 ? 180 : 90));
        }
        return positions;
    }

    private double odd() {
        return ODD[random.nextInt(ODD.length)];
    }

    private double longitude() {
        double near = lon + spread * random.nextDouble(-1, 1);
        return random.nextInt(30) == 0 ? odd() : near > 180 ? near - 360 : near < -180 ? near + 360 : near;
    }

    private double latitude() {
        return random.nextInt(30) == 0 ? odd() : Math.max(-90, Math.min(90, lat + spread * random.nextDouble(-1, 1)));
    }

    /** Steps that repeat, go back, run along what was, or go anywhere. */
    private double[] positions() {
        int n = random.nextInt(40) == 0 ? random.nextInt(4_000) : random.nextInt(9);
        double[] positions = new double[2 * n];
        for (int i = 0; i < n; i++) {
            int from = i == 0 ? 0 : random.nextInt(i);
            switch (i < 2 ? 9 : random.nextInt(12)) {
                case 0 -> copy(positions, i, i - 1, i - 1);
                case 1 -> copy(positions, i, i - 2, i - 2);
                case 2 -> copy(positions, i, from, from);
                case 3 -> copy(positions, i, from, i - 1);
                default -> {
                    positions[2 * i] = longitude();
                    positions[2 * i + 1] = latitude();
                }
            }
        }
        return noted(positions);
    }

    /** The middle of two positions, or one of them. */
    private static void copy(double[] positions, int to, int one, int other) {
        positions[2 * to] = (positions[2 * one] + positions[2 * other]) / 2;
        positions[2 * to + 1] = (positions[2 * one + 1] + positions[2 * other + 1]) / 2;
    }

    /** Star-shaped, so that many are accepted; spiked, and now and then of thousands of vertices. */
    private double[] ring() {
        int n = random.nextInt(40) == 0 ? random.nextInt(3, 4_000) : random.nextInt(3, 12);
        double[] ring = new double[2 * n];
        double squeeze = pick(1, 1, 1e-3, 1e-7, 0);
        for (int i = 0; i < n; i++) {
            double r = spread * pick(1, 0.5, random.nextDouble());
            double x = lon + r * Math.cos(2 * Math.PI * i / n);
            ring[2 * i] = x > 180 ? x - 360 : x < -180 ? x + 360 : x;
            ring[2 * i + 1] = Math.max(-90, Math.min(90, lat + squeeze * r * Math.sin(2 * Math.PI * i / n)));
        }
        if (random.nextInt(20) == 0) {
            ring[random.nextInt(2 * n)] = odd();
        }
        return noted(ring);
    }

    private Height height() {
        double value = random.nextInt(3) == 0 ? odd() : random.nextDouble(-100, 2_000);
        return switch (random.nextInt(6)) {
            case 0 -> new Height.Hae(value);
            case 1 -> new Height.Amsl(value);
            case 2 -> new Height.Agl(value);
            case 3 -> new Height.FlightLevel(value);
            case 4 -> new Height.Surface();
            default -> new Height.Unbounded();
        };
    }

    private void add(int number, Footprint footprint) {
        HeightTerms terms = new HeightTerms(
                Geoid.egm96(),
                random.nextBoolean() ? Optional.empty() : Optional.of(new HeightTerms.Terrain(-3, 700)),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(500));
        Band band = switch (BandEntry.enter(height(), height(), footprint, terms)) {
            case Entered.Accepted<Band> accepted -> accepted.value();
            case Entered.Refused<Band> none -> {
                assertThat(none.problems()).isNotEmpty();
                yield Band.UNBOUNDED;
            }
        };
        activities.add(new Activity(
                new ActivityId(number % 2 == 0 ? "A" : "B", "" + number),
                "other",
                List.of(new Volume(footprint, band, new Window(0, random.nextLong(1, 1_000))))));
    }

    void judge() {
        double metres = pick(0, 1e-3, 500, 500_000);
        Minima minima = Minima.of(metres, pick(0, 100, 1_000_000), 300);
        Set<String> expected = new TreeSet<>();
        for (Activity a : activities) {
            for (Activity b : activities) {
                pair(a, b, minima);
                if (a.id().compareTo(b.id()) < 0
                        && ExactTest.conflict(
                                a.volumes().getFirst(), b.volumes().getFirst(), minima)) {
                    expected.add(a.id() + " " + b.id());
                }
            }
        }
        LiveIndex index = new LiveIndex(MinimaTable.of(minima));
        activities.forEach(index::insert);
        Set<String> found = new TreeSet<>();
        index.snapshot().selfJoin(Parties.ALL, (a, i, b, j) -> found.add(a.id() + " " + b.id()));
        assertThat(found).isEqualTo(expected);
    }

    private static void pair(Activity one, Activity other, Minima minima) {
        Footprint a = one.volumes().getFirst().footprint();
        Footprint b = other.volumes().getFirst().footprint();
        boolean near = ExactTest.near(a, b, minima.horizontal() / 100.0);
        assertThat(ExactTest.near(b, a, minima.horizontal() / 100.0)).isEqualTo(near);
        var there = ExactTest.measure(a, b);
        var back = ExactTest.measure(b, a);
        assertThat(back.isPresent()).isEqualTo(there.isPresent());
        if (there.isPresent()) {
            double apart = there.get().metres();
            assertThat(apart).isFinite().isNotNegative();
            // Both find the same least distance, each to 0.001 cm.
            assertThat(back.orElseThrow().metres()).isCloseTo(apart, within(2e-5));
            // Beyond the error band, and the 2 cm of the promise, decision and measurement agree.
            if (apart < minima.horizontal() / 100.0) {
                assertThat(near).isTrue();
            }
            if (apart > minima.horizontal() / 100.0 + 0.02) {
                assertThat(near).isFalse();
            }
        }
        if (one.id().equals(other.id())) {
            // A foot is found to 0.001 cm.
            assertThat(there.orElseThrow().metres()).isLessThan(1e-5);
        }
    }
}
