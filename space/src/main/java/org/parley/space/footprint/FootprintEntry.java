package org.parley.space.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.geodesy.Place;

/**
 * Turns what people enter into footprints, or says everything that is wrong with it. Positions are degrees on WGS 84,
 * longitude before latitude as in GeoJSON, in one array: {lon, lat, lon, lat, …}.
 */
public final class FootprintEntry {
    private FootprintEntry() {}

    /** Every place within {@code radius} metres (geodesic) of a centre. */
    public static Entered<Footprint> circle(double longitude, double latitude, double radius) {
        var problems = new ArrayList<Problem>();
        PositionEntry.check(new double[] {longitude, latitude}, "coordinates", problems);
        size("radius", radius, Limits.RADIUS, problems);
        if (!problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        return Entered.accepted(
                Footprint.at(Place.ofDegrees(latitude, longitude)).withBuffer(centimetres(radius)));
    }

    /** Every place within {@code halfWidth} metres (geodesic) of a line. */
    public static Entered<Footprint> corridor(double[] line, double halfWidth, Edges edges) {
        var problems = new ArrayList<Problem>();
        var warnings = new ArrayList<Problem>();
        size("halfWidth", halfWidth, Limits.HALF_WIDTH, problems);
        List<Place> places = PositionEntry.places(line, "coordinates", problems, warnings);
        if (problems.isEmpty()) {
            PositionEntry.steps(places, edges, "coordinates", problems);
        }
        if (!problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        Cutting cutting = new Cutting(edges);
        cutting.add(places.getFirst(), -1);
        for (int i = 1; i < places.size(); i++) {
            cutting.edge(places.get(i - 1), places.get(i), i);
        }
        int[] parts = {0, cutting.size()};
        Chain.Kind kind = cutting.size() == 1 ? Chain.Kind.POINT : Chain.Kind.LINE;
        return finish(cutting, kind, parts, new int[] {0, 1}, centimetres(halfWidth), warnings);
    }

    /**
     * The places inside one or more polygons, each a shell and its holes. What is inside a ring is the smaller of the
     * two areas that it parts, whichever way round it runs.
     */
    public static Entered<Footprint> area(List<List<double[]>> polygons, Edges edges) {
        var problems = new ArrayList<Problem>();
        var warnings = new ArrayList<Problem>();
        List<List<List<Place>>> rings = readRings(polygons, edges, problems, warnings);
        if (!problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        Cutting cutting = new Cutting(edges);
        int[] parts = new int[1 + rings.stream().mapToInt(List::size).sum()];
        int[] starts = new int[1 + rings.size()];
        int part = 0;
        int origin = 0;
        for (int p = 0; p < rings.size(); p++) {
            for (List<Place> ring : rings.get(p)) {
                cutting.add(ring.getFirst(), -1);
                for (int i = 1; i < ring.size(); i++) {
                    cutting.edge(ring.get(i - 1), ring.get(i), origin++);
                }
                parts[++part] = cutting.size();
            }
            starts[p + 1] = part;
        }
        Entered<Footprint> entered = finish(cutting, Chain.Kind.AREA, parts, starts, 0, warnings);
        return switch (entered) {
            case Entered.Accepted<Footprint> accepted ->
                checkRings(accepted.value().chain(), cutting.origins(), edges)
                        .map(FootprintEntry::refused)
                        .orElse(entered);
            case Entered.Refused<Footprint> refused -> refused;
        };
    }

    private static Entered<Footprint> refused(Problem problem) {
        return new Entered.Refused<>(List.of(problem));
    }

    private static List<List<List<Place>>> readRings(
            List<List<double[]>> polygons, Edges edges, List<Problem> problems, List<Problem> warnings) {
        List<List<List<Place>>> read = new ArrayList<>();
        if (polygons.isEmpty() || polygons.stream().anyMatch(List::isEmpty)) {
            problems.add(new Problem("coordinates", "[]", "no ring", "give each polygon a shell"));
        }
        if (polygons.stream().mapToInt(List::size).sum() > Limits.RINGS) {
            problems.add(new Problem(
                    "coordinates",
                    "more than " + Limits.RINGS + " rings",
                    "more than one footprint may have",
                    "split it into several volumes"));
            return List.of();
        }
        int entered = 0;
        for (int p = 0; p < polygons.size(); p++) {
            List<List<Place>> rings = new ArrayList<>();
            for (int r = 0; r < polygons.get(p).size(); r++) {
                double[] ring = polygons.get(p).get(r);
                entered += ring.length / 2;
                String field = (polygons.size() == 1 ? "coordinates[" : "coordinates[" + p + "][") + r + "]";
                if (entered > Limits.VERTICES_ENTERED) {
                    problems.add(PositionEntry.tooMany(field));
                    return read;
                }
                rings.add(PositionEntry.ring(ring, edges, field, problems, warnings));
            }
            read.add(rings);
        }
        return read;
    }

    private static Entered<Footprint> finish(
            Cutting cutting, Chain.Kind kind, int[] parts, int[] starts, long buffer, List<Problem> warnings) {
        if (cutting.full()) {
            return Entered.refused(
                    "coordinates",
                    "more than " + Limits.VERTICES_STORED + " cut points",
                    "longer than one footprint may be",
                    "split it into several volumes");
        }
        Chain chain = new Chain(kind, cutting.lats(), cutting.lons(), parts, starts);
        Footprint footprint = new Footprint(chain, buffer + cutting.margin());
        return PositionEntry.reach(footprint)
                .map(FootprintEntry::refused)
                .orElseGet(() -> new Entered.Accepted<>(footprint, warnings));
    }

    private static Optional<Problem> checkRings(Chain chain, int[] origins, Edges edges) {
        RingCheck check = new RingCheck(chain, origins, edges);
        var crossing = check.firstCrossing();
        if (crossing.isPresent()) {
            var found = crossing.get();
            return Optional.of(new Problem(
                    "coordinates",
                    "edges " + found.oneEdge() + " and " + found.otherEdge(),
                    "a ring crosses itself or another near " + PositionEntry.degrees(found.near()),
                    "draw the ring without crossings, or split it into several polygons"));
        }
        if (check.tangled()) {
            return Optional.of(new Problem(
                    "coordinates",
                    chain.size() + " cut points",
                    "so many edges lie along each other that crossings cannot be looked for",
                    "simplify the rings"));
        }
        for (int polygon = 0; polygon < chain.polygons(); polygon++) {
            int shell = chain.polygonStart(polygon);
            for (int hole = shell + 1; hole < chain.polygonStart(polygon + 1); hole++) {
                if (!chain.holds(shell, hole) || places(chain, shell).equals(places(chain, hole))) {
                    return Optional.of(new Problem(
                            "coordinates",
                            "hole " + (hole - shell),
                            "does not lie in its shell, near "
                                    + PositionEntry.degrees(chain.place(chain.partStart(hole))),
                            "give it to the polygon that it is in"));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<Place> places(Chain chain, int part) {
        return IntStream.range(chain.partStart(part), chain.partStart(part + 1))
                .mapToObj(chain::place)
                .collect(Collectors.toSet());
    }

    private static void size(String field, double metres, double limit, List<Problem> problems) {
        if (!(metres > 0 && metres <= limit)) {
            problems.add(new Problem(
                    field,
                    String.valueOf(metres),
                    "not above 0 and at most " + (long) limit + " m",
                    "give a length in metres"));
        }
    }

    /** Rounded up, but for the last bits of a decimal fraction; never nothing. */
    private static long centimetres(double metres) {
        return Math.max(1, (long) Math.ceil(metres * 100 - 1e-6));
    }
}
