package org.parley.bench.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.bench.load.Layout.Ground;
import org.parley.space.Activity;
import org.parley.space.ActivityId;

/**
 * The load of the benchmarks: activities of one volume each, at a density that does not depend on their number.
 *
 * <p>Given: the kinds, their shares, lengths, widths and durations ({@link Kind}); 94.5 % in theatres of 600 × 600 km
 * with 4 cities, one theatre for every 10,000 volumes; 5 % anywhere on earth; 0.5 % at the antimeridian and the poles.
 *
 * <p>Chosen here, so that one query under 500 m, 100 m and 300 s finds about 10.9 conflicts with other parties:
 *
 * <ul>
 *   <li>Cities: of what lies in theatres, 90 % of the drones, 60 % of the sites and 30 % of the convoys begin within
 *       6.85 km of the middle of a city, the distance drawn evenly, so that the middle is densest.
 *   <li>Time: one day. A window of duration d is drawn evenly among those that meet the day, begun up to d before it.
 *   <li>Lengths, radii and the heights of zones are even in their logarithm, so that most are short; widths and
 *       durations of corridors are even, durations of sites (1 to 8 weeks) and zones (2 hours to 5 days) logarithmic.
 *   <li>Heights in metres above the ellipsoid, for the ground 0 to 400 m by theatre and 0 m outside: drones a band of 10
 *       to 30 m between 30 and 120 m, convoys 0 to 5 m, sites 0 to 20–150 m, zones 0 to 150–15,000 m above the ground;
 *       aircraft 30 m around one of the levels FL 50, 60 … 410 of the standard atmosphere.
 *   <li>Shapes: drones 2 to 4 vertices, aircraft 2 or 3, convoys one for every 5 km with turns of up to 30°, zones rings
 *       of 4 to 12 vertices around a middle. Aircraft 1 to 4 km wide, convoys 50 to 200 m. Edges are geodesic.
 *   <li>20 parties, even.
 * </ul>
 *
 * <p>The order is that of the numbers and means nothing: neither place nor time nor kind follows it.
 *
 * @param layout where features lie
 * @param seed another seed draws other features in the same places
 * @param name the first letters of activity names; two loads in one index need two
 */
public record Load(Layout layout, long seed, String name) {
    private static final int PARTIES = 20;
    private static final long DAY_BEGINS = 1_767_225_600_000L;
    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double LEVEL = 30.48;
    private static final int LINES_AT_ONCE = 20_000;

    /** The activities with numbers from {@code first} up to {@code end}, in that order. */
    public List<Activity> activities(int first, int end) {
        return IntStream.range(first, end)
                .parallel()
                .mapToObj(number -> feature(number).activity())
                .toList();
    }

    /** One activity. */
    public Activity activity(int number) {
        return feature(number).activity();
    }

    /** Writes the first {@code volumes} as newline-delimited GeoJSON. */
    public void write(Path file, int volumes) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int first = 0; first < volumes; first += LINES_AT_ONCE) {
                List<String> lines = IntStream.range(first, Math.min(volumes, first + LINES_AT_ONCE))
                        .parallel()
                        .mapToObj(this::line)
                        .toList();
                for (String line : lines) {
                    to.write(line);
                }
            }
        }
    }

    private String line(int number) {
        StringBuilder line = new StringBuilder(400);
        feature(number).write(line);
        return line.toString();
    }

    private Feature feature(int number) {
        Draw draw = new Draw(seed, number);
        Kind kind = Kind.at(draw.below(100));
        ActivityId id = new ActivityId("party-%02d".formatted(draw.below(PARTIES) + 1), name + number);
        Ground ground = ground(kind, draw);
        return switch (kind) {
            case DRONE -> drone(id, ground, draw);
            case AIRCRAFT -> aircraft(id, ground, draw);
            case CONVOY -> convoy(id, ground, draw);
            case SITE -> site(id, ground, draw);
            case ZONE -> zone(id, ground, draw);
        };
    }

    private Ground ground(Kind kind, Draw draw) {
        int where = draw.below(1000);
        if (where < 5) {
            return layout.atTheEdges(draw);
        }
        if (where < 55) {
            return Layout.inTheWorld(draw);
        }
        double inCities = switch (kind) {
            case DRONE -> 0.9;
            case SITE -> 0.6;
            case CONVOY -> 0.3;
            case AIRCRAFT, ZONE -> 0;
        };
        return draw.chance(inCities) ? layout.inCity(draw) : layout.inTheatre(draw);
    }

    private static Feature drone(ActivityId id, Ground ground, Draw draw) {
        List<Spot> line = line(ground.spot(), draw.ratio(200, 5_000), 1 + draw.below(3), Math.PI / 3, draw);
        double thick = draw.between(10, 30);
        double lower = ground.height() + draw.between(30, 120 - thick);
        double width = draw.between(50, 200);
        return during(id, Kind.DRONE, line, width / 2, lower, lower + thick, draw.between(5, 30) * MINUTE, draw);
    }

    private static Feature aircraft(ActivityId id, Ground ground, Draw draw) {
        List<Spot> line = line(ground.spot(), draw.ratio(20_000, 400_000), 1 + draw.below(2), Math.PI / 6, draw);
        double height = (50 + 10 * draw.below(37)) * LEVEL;
        double width = draw.between(1_000, 4_000);
        return during(id, Kind.AIRCRAFT, line, width / 2, height - 30, height + 30, draw.between(1, 3) * HOUR, draw);
    }

    private static Feature convoy(ActivityId id, Ground ground, Draw draw) {
        double length = draw.ratio(5_000, 100_000);
        List<Spot> line = line(ground.spot(), length, (int) Math.ceil(length / 5_000), Math.PI / 6, draw);
        double width = draw.between(50, 200);
        double lower = ground.height();
        return during(id, Kind.CONVOY, line, width / 2, lower, lower + 5, draw.between(2, 12) * HOUR, draw);
    }

    private static Feature site(ActivityId id, Ground ground, Draw draw) {
        double upper = ground.height() + draw.between(20, 150);
        double lasting = draw.ratio(7, 56) * DAY;
        return during(
                id, Kind.SITE, List.of(ground.spot()), draw.ratio(50, 500), ground.height(), upper, lasting, draw);
    }

    private static Feature zone(ActivityId id, Ground ground, Draw draw) {
        double radius = draw.ratio(5_000, 50_000) / 2;
        int corners = 4 + draw.below(9);
        double turn = draw.azimuth();
        List<Spot> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            ring.add(ground.spot().move(turn - 2 * Math.PI * i / corners, radius * draw.between(0.6, 1)));
        }
        ring.add(ring.getFirst());
        double upper = ground.height() + draw.ratio(150, 15_000);
        return during(id, Kind.ZONE, ring, 0, ground.height(), upper, draw.ratio(2, 120) * HOUR, draw);
    }

    /** A line of {@code edges} equal edges from a place, each turned from the last by at most {@code bend} radians. */
    private static List<Spot> line(Spot start, double length, int edges, double bend, Draw draw) {
        List<Spot> line = new ArrayList<>();
        line.add(start);
        double azimuth = draw.azimuth();
        for (int i = 0; i < edges; i++) {
            line.add(line.getLast().move(azimuth, length / edges));
            azimuth += draw.between(-bend, bend);
        }
        return line;
    }

    private static Feature during(
            ActivityId id,
            Kind kind,
            List<Spot> spots,
            double size,
            double lower,
            double upper,
            double lasting,
            Draw draw) {
        long from = DAY_BEGINS + (long) draw.between(-lasting, DAY);
        long until = from + (long) lasting;
        return new Feature(id, kind, spots, hundredths(size), hundredths(lower), hundredths(upper), from, until);
    }

    private static double hundredths(double metres) {
        return Math.rint(metres * 100) / 100;
    }
}
