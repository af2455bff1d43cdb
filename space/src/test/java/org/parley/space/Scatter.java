package org.parley.space;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.window.Window;

/**
 * Seeded activities of every shape, crowded enough to conflict, around a few awkward places: mid-latitudes, the equator,
 * the antimeridian, both poles.
 */
public final class Scatter {
    private static final double[][] CENTRES = {{35, 40}, {0, 0}, {-17, 180}, {90, 0}, {-90, 0}, {66, -180}};
    private static final String[] KINDS = {"air", "ground", "other"};
    private static final String[] PARTIES = {"AZURE", "BIRCH", "JUNIPER"};

    private final SplittableRandom random;
    private final double spread;

    /** @param spread metres around each centre */
    public Scatter(long seed, double spread) {
        this.random = new SplittableRandom(seed);
        this.spread = spread;
    }

    public SplittableRandom random() {
        return random;
    }

    public double spread() {
        return spread;
    }

    public List<Activity> activities(int count) {
        List<Activity> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(activity("N-" + i));
        }
        return all;
    }

    public Activity activity(String name) {
        List<Volume> volumes = new ArrayList<>();
        Place near = place();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            volumes.add(new Volume(footprint(near), band(), window()));
        }
        return new Activity(
                new ActivityId(PARTIES[random.nextInt(PARTIES.length)], name),
                KINDS[random.nextInt(KINDS.length)],
                volumes);
    }

    public Place place() {
        double[] centre = CENTRES[random.nextInt(CENTRES.length)];
        return away(Place.ofDegrees(centre[0], centre[1]), random.nextDouble(spread));
    }

    /** A place at a distance in metres, in any direction. */
    public Place away(Place from, double metres) {
        return towards(from, random.nextDouble(2 * Math.PI), metres);
    }

    /** A place at a distance in metres along an azimuth in radians. */
    public static Place towards(Place from, double azimuth, double metres) {
        double[] to = Geodesic.direct(from.phi(), from.lambda(), azimuth, metres);
        return Place.ofRadians(to[0], to[1]);
    }

    public Footprint footprint(Place near) {
        Edges edges = random.nextBoolean() ? Edges.GEODESIC : Edges.PLANAR;
        return switch (random.nextInt(4)) {
            case 0 ->
                FootprintEntry.circle(near.longitude(), near.latitude(), size()).orElseThrow();
            case 1 ->
                FootprintEntry.corridor(line(near, 1 + random.nextInt(4)), random.nextDouble(1, 500), edges)
                        .orElseThrow();
            case 2 ->
                FootprintEntry.area(List.of(List.of(star(near, size(), 5))), edges)
                        .orElseThrow();
            default -> {
                double outer = size();
                yield FootprintEntry.area(
                                List.of(List.of(star(near, outer, 7), star(near, outer / 3, 4))), Edges.GEODESIC)
                        .orElseThrow();
            }
        };
    }

    private double size() {
        return Math.pow(10, random.nextDouble(1, Math.log10(spread)));
    }

    /** A line of some geodesic legs: {lon, lat, …}. */
    public double[] line(Place from, int legs) {
        double[] line = new double[2 * legs + 2];
        Place at = from;
        double heading = random.nextDouble(2 * Math.PI);
        for (int i = 0; i <= legs; i++) {
            line[2 * i] = at.longitude();
            line[2 * i + 1] = at.latitude();
            at = towards(at, heading + random.nextDouble(-1, 1), random.nextDouble(1, spread / 4 + 10));
        }
        return line;
    }

    /** A closed ring around a place, its vertices between half and the whole of a radius away: {lon, lat, …}. */
    public double[] star(Place middle, double radius, int vertices) {
        double[] ring = new double[2 * vertices + 2];
        double turn = random.nextDouble(Math.PI);
        for (int i = 0; i < vertices; i++) {
            Place at = towards(middle, turn + 2 * Math.PI * i / vertices, radius * random.nextDouble(0.6, 1));
            ring[2 * i] = at.longitude();
            ring[2 * i + 1] = at.latitude();
        }
        ring[2 * vertices] = ring[0];
        ring[2 * vertices + 1] = ring[1];
        return ring;
    }

    private Band band() {
        int lower = random.nextInt(-5_000, 300_000);
        return switch (random.nextInt(6)) {
            case 0 -> Band.UNBOUNDED;
            case 1 -> new Band.Metres(Band.BOTTOMLESS, lower);
            case 2 ->
                new Band.Levels(
                        lower / 30, lower / 30 + 2_000, new Band.Metres(lower - 30_000, lower + 30_000 + 2_000 * 31));
            default -> new Band.Metres(lower, lower + random.nextInt(100, 50_000));
        };
    }

    private Window window() {
        long from = 1_700_000_000_000L + random.nextLong(86_400_000L);
        return new Window(from, from + random.nextLong(60_000, 7_200_000));
    }
}
