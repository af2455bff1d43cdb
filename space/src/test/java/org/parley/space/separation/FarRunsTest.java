package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.space.Scatter;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

/** The bound for runs that lie far apart, against every pair of their vertices. */
class FarRunsTest {
    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void never_claims_more_than_the_nearest_vertices_are_apart() {
        int useful = 0;
        for (int n = 0; n < 30_000; n++) {
            double metres = 20 * Math.exp(random.nextDouble(Math.log(5_000_000.0 / 20)));
            double size = metres / (4 + Math.exp(random.nextDouble(9)));
            Place from = Place.ofDegrees(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            double azimuth = random.nextDouble(2 * Math.PI);
            Place to = Scatter.towards(from, azimuth, metres);
            // Across the way and on the same side is where geodesics draw together most.
            double across = azimuth + Math.PI / 2 + (random.nextBoolean() ? 0 : random.nextDouble(2 * Math.PI));
            Chain a = run(from, across, size);
            Chain b = run(to, across, size);
            double least = least(a, b);
            double chord = a.balls().leastChord(0, b.balls(), 0);
            assertThat(FarRuns.apart(a, 0, b, 0, chord, least + 1e-6))
                    .as("%s m, size %s m, from %s", metres, size, from)
                    .isFalse();
            if (FarRuns.apart(a, 0, b, 0, chord, least - size / 50 - 0.01)) {
                useful++;
            }
        }
        assertThat(useful).isGreaterThan(10_000);
    }

    @Test
    void knows_the_distance_of_short_runs_to_millimetres() {
        Place from = Place.ofDegrees(51, 7);
        Place to = Scatter.towards(from, 1, 400_000);
        Chain a = run(from, 1 + Math.PI / 2, 40);
        Chain b = run(to, 1 + Math.PI / 2, 40);
        double chord = a.balls().leastChord(0, b.balls(), 0);
        assertThat(FarRuns.apart(a, 0, b, 0, chord, least(a, b) - 0.004)).isTrue();
    }

    private Chain run(Place near, double azimuth, double size) {
        double[] line = new double[2 * random.nextInt(2, 7)];
        for (int i = 0; i < line.length; i += 2) {
            Place at = Scatter.towards(near, azimuth + random.nextDouble(-0.2, 0.2), random.nextDouble(size) / 2);
            line[i] = at.longitude();
            line[i + 1] = at.latitude();
        }
        return FootprintEntry.corridor(line, 1, Edges.GEODESIC).orElseThrow().chain();
    }

    private static double least(Chain a, Chain b) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                least = Math.min(least, Geodesic.distance(a.place(i), b.place(j)));
            }
        }
        return least;
    }
}
