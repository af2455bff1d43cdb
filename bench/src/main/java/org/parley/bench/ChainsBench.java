package org.parley.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.separation.ExactTest;

/**
 * The exact test where it is slowest: two long chains of fine edges that keep the same distance to a few centimetres, the
 * minimum being just what lies between them. How the time grows with their vertices is what counts.
 */
final class ChainsBench {
    private static final double VERTEX_EVERY = 20;
    private static final double WAVE = 0.3;

    private ChainsBench() {}

    static int run(PrintStream out, Options options) throws Options.Wrong {
        int rounds = options.number("--rounds", 5);
        options.noOthers();
        Machine.print(out, options);
        out.printf(
                "load      two lines that keep their distance to %.1f m, a vertex every %.0f m; the minimum 1 cm below the least distance"
                        + "%n%n",
                WAVE, VERTEX_EVERY);
        out.println("| apart, km | vertices each | test, ms (median) | measure, ms (median) |");
        out.println("|---:|---:|---:|---:|");
        for (int kilometres : new int[] {1, 100, 400}) {
            for (int vertices : new int[] {1_000, 3_000, 10_000}) {
                measure(out, kilometres, vertices, rounds);
            }
        }
        return 0;
    }

    private static void measure(PrintStream out, int kilometres, int vertices, int rounds) {
        SplittableRandom random = new SplittableRandom(kilometres * 31L + vertices);
        Footprint a = line(0, vertices, random);
        Footprint b = line(kilometres * 1_000.0, vertices, random);
        double apart = ExactTest.measure(a, b).orElseThrow().metres();
        double[] test = new double[rounds];
        double[] measured = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            long begin = System.nanoTime();
            if (ExactTest.near(a, b, apart - 0.01)) {
                throw new IllegalStateException("near by less than the least distance");
            }
            long middle = System.nanoTime();
            ExactTest.measure(a, b);
            if (round >= 0) {
                test[round] = (middle - begin) / 1e6;
                measured[round] = (System.nanoTime() - middle) / 1e6;
            }
        }
        Arrays.sort(test);
        Arrays.sort(measured);
        out.printf("| %d | %,d | %.1f | %.1f |%n", kilometres, vertices, test[rounds / 2], measured[rounds / 2]);
    }

    /** Each vertex is as far from the first line's geodesic as the other's from its own, but for the wave. */
    private static Footprint line(double aside, int vertices, SplittableRandom random) {
        Place begin = Place.ofDegrees(48, 11);
        double[] line = new double[2 * vertices];
        for (int i = 0; i < vertices; i++) {
            double along = (i - vertices / 2) * VERTEX_EVERY;
            double[] on = Geodesic.direct(begin.phi(), begin.lambda(), 0.4, along);
            double back =
                    Geodesic.inverse(on[0], on[1], begin.phi(), begin.lambda()).azimuth();
            double ahead = along == 0 ? 0.4 : along > 0 ? back + Math.PI : back;
            double[] at = Geodesic.direct(on[0], on[1], ahead + Math.PI / 2, aside + random.nextDouble(WAVE));
            line[2 * i] = Math.toDegrees(at[1]);
            line[2 * i + 1] = Math.toDegrees(at[0]);
        }
        return FootprintEntry.corridor(line, 1, Edges.GEODESIC).orElseThrow();
    }
}
