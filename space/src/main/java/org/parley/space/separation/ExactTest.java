package org.parley.space.separation;

import java.util.Optional;
import org.parley.space.Limits;
import org.parley.space.Volume;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;
import org.parley.space.height.Band;
import org.parley.space.window.Window;

/**
 * The test that decides: do two volumes conflict, and how far are they apart? Exact in height and time. Horizontally it
 * never misses a conflict and calls one where there is none only within 2 cm of the minimum.
 */
public final class ExactTest {
    private ExactTest() {}

    private static final double CENTIMETRE = 0.01;

    /** Farther than this nothing is measured: the distance is then only known to be above it. In metres. */
    public static final double MEASURED = 5_000_000;

    /** Whether two volumes conflict under minima. */
    public static boolean conflict(Volume a, Volume b, Minima minima) {
        return a.window().near(b.window(), minima.time())
                && near(a.band(), b.band(), minima)
                && near(a.footprint(), b.footprint(), minima);
    }

    /** Whether two footprints meet or come nearer than the minimum. */
    public static boolean near(Footprint a, Footprint b, Minima minima) {
        return near(a, b, minima.horizontal() * CENTIMETRE);
    }

    /** Whether two bands meet or come nearer than the minima. */
    public static boolean near(Band a, Band b, Minima minima) {
        Band.Gap gap = gap(a, b, minima);
        return gap.meet() || gap.gap() < (gap.inLevels() ? minima.levels().orElseThrow() : minima.vertical());
    }

    private static Band.Gap gap(Band a, Band b, Minima minima) {
        return minima.levels().isPresent() ? Band.between(a, b) : Band.between(a.hae(), b.hae());
    }

    /** Whether two footprints meet or come nearer than {@code metres}, within the error band: yes. */
    public static boolean near(Footprint a, Footprint b, double metres) {
        double limit = metres + Limits.ERROR_BAND + (a.buffer() + b.buffer()) * CENTIMETRE;
        // The first two are the cheap ones, and must be asked before a no anyway.
        return inside(a.chain(), b.chain()).isPresent()
                || inside(b.chain(), a.chain()).isPresent()
                || ChainDistance.below(a.chain(), b.chain(), limit);
    }

    /** A vertex of a part of {@code inner} that lies within {@code outer}, if edges do not cross: all of it does. */
    private static Optional<Vec> inside(Chain outer, Chain inner) {
        if (outer.kind() == Chain.Kind.AREA) {
            for (int polygon = 0; polygon < inner.polygons(); polygon++) {
                int vertex = inner.partStart(inner.polygonStart(polygon));
                Vec unit = inner.unit(vertex);
                if (outer.contains(unit.x(), unit.y(), unit.z())) {
                    return Optional.of(unit);
                }
            }
        }
        return Optional.empty();
    }

    /** The least distance between two footprints in metres, 0 when they meet, and the nearest point of each. */
    public record Horizontal(double metres, Place onA, Place onB) {}

    /**
     * Measures how far two footprints are apart.
     *
     * @return empty when farther than {@link #MEASURED} and their buffers
     */
    public static Optional<Horizontal> measure(Footprint a, Footprint b) {
        Optional<Vec> shared = inside(a.chain(), b.chain()).or(() -> inside(b.chain(), a.chain()));
        if (shared.isPresent()) {
            Place place = shared.get().place();
            return Optional.of(new Horizontal(0, place, place));
        }
        double bufferA = a.buffer() * CENTIMETRE;
        double bufferB = b.buffer() * CENTIMETRE;
        var nearest = ChainDistance.measure(a.chain(), b.chain(), MEASURED + bufferA + bufferB);
        if (nearest.metres() == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        double apart = Math.max(0, nearest.metres() - bufferA - bufferB);
        double fromA = Math.min(nearest.metres(), bufferA);
        Place onA = towards(nearest.onA(), nearest.onB(), fromA);
        Place onB = apart == 0 ? onA : towards(nearest.onB(), nearest.onA(), bufferB);
        return Optional.of(new Horizontal(apart, onA, onB));
    }

    /**
     * How far at least one of two footprints must move, in metres, before they are {@code metres} apart: a shift changes
     * the distance between edges by no more than itself, and what lies within the other must first come to its edge. At
     * most 0 when they are that far apart.
     */
    public static double missing(Footprint a, Footprint b, double metres) {
        double needed = metres + Limits.ERROR_BAND + (a.buffer() + b.buffer()) * CENTIMETRE;
        double edges = ChainDistance.measure(a.chain(), b.chain(), MEASURED).metres();
        boolean within = inside(a.chain(), b.chain()).isPresent()
                || inside(b.chain(), a.chain()).isPresent();
        return within ? needed + edges : needed - edges;
    }

    private static Place towards(Vec from, Vec to, double metres) {
        if (metres == 0) {
            return from.place();
        }
        double azimuth = Geodesic.inverse(from.phi(), from.lambda(), to.phi(), to.lambda())
                .azimuth();
        double[] place = Geodesic.direct(from.phi(), from.lambda(), azimuth, metres);
        return Place.ofRadians(place[0], place[1]);
    }

    /** How far two volumes are apart on each axis; empty where their footprints are too far apart to be measured. */
    public static Optional<Separation> separation(Volume a, Volume b, Minima minima) {
        return measure(a.footprint(), b.footprint()).map(horizontal -> {
            Window wa = a.window();
            Window wb = b.window();
            long begin = Math.max(wa.from(), wb.from());
            long end = Math.min(wa.until(), wb.until());
            return new Separation(
                    Math.round(horizontal.metres() / CENTIMETRE),
                    horizontal.onA(),
                    horizontal.onB(),
                    gap(a.band(), b.band(), minima),
                    wa.gap(wb),
                    wa.overlap(wb),
                    Math.min(begin, end),
                    Math.max(begin, end));
        });
    }
}
