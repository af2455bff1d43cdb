package org.parley.space.footprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;

/** Checks positions, lines and rings as they were entered. */
final class PositionEntry {
    private PositionEntry() {}

    /** Problems listed for one geometry: the first of each sort tells its author enough. */
    private static final int MOST_PROBLEMS = 20;

    static Problem tooMany(String field) {
        return new Problem(
                field,
                "more than " + Limits.VERTICES_ENTERED + " vertices",
                "more than one footprint may have",
                "simplify it outwards, or split it into several volumes");
    }

    static String degrees(Place place) {
        return "(" + place.longitude() + ", " + place.latitude() + ")";
    }

    static void check(double[] positions, String field, List<Problem> problems) {
        boolean single = positions.length == 2;
        for (int i = 0; i < positions.length && problems.size() < MOST_PROBLEMS; i += 2) {
            String where = single ? field : field + "[" + i / 2 + "]";
            limit(where + ".longitude", positions[i], 180, problems);
            limit(where + ".latitude", positions[i + 1], 90, problems);
        }
    }

    private static void limit(String field, double degrees, int limit, List<Problem> problems) {
        if (!(Math.abs(degrees) <= limit)) {
            String wayOut = Math.abs(degrees) <= 180 ? "GeoJSON has longitude before latitude" : "give degrees";
            problems.add(new Problem(field, String.valueOf(degrees), "outside −" + limit + " to " + limit, wayOut));
        }
    }

    /** The places of a line without repeated vertices, or problems. */
    static List<Place> places(double[] positions, String field, List<Problem> problems, List<Problem> warnings) {
        if (positions.length % 2 != 0) {
            problems.add(new Problem(field, positions.length + " numbers", "not in pairs", "give longitude, latitude"));
        } else if (positions.length < 4) {
            problems.add(new Problem(field, positions.length / 2 + " positions", "fewer than 2", "add a position"));
        } else if (positions.length / 2 > Limits.VERTICES_ENTERED) {
            problems.add(tooMany(field));
        } else {
            check(positions, field, problems);
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
        List<Place> places = distinct(positions, field, warnings);
        visits(places, field, problems);
        return places;
    }

    private static void visits(List<Place> places, String field, List<Problem> problems) {
        Map<Place, Integer> visits = new HashMap<>();
        for (Place place : places) {
            if (visits.merge(place, 1, Integer::sum) > Limits.VISITS) {
                problems.add(new Problem(
                        field,
                        degrees(place),
                        "entered more than " + Limits.VISITS + " times",
                        "draw the outline once"));
                return;
            }
        }
    }

    private static List<Place> distinct(double[] positions, String field, List<Problem> warnings) {
        List<Place> places = new ArrayList<>(positions.length / 2);
        int repeated = 0;
        for (int i = 0; i < positions.length; i += 2) {
            Place place = Place.ofDegrees(positions[i + 1], positions[i]);
            if (!places.isEmpty() && places.getLast().equals(place)) {
                repeated++;
            } else {
                places.add(place);
            }
        }
        if (repeated > 0) {
            warnings.add(new Problem(field, repeated + " repeated vertices", "left out", "nothing to do"));
        }
        return places;
    }

    /** The places of a ring, closed, or problems. */
    static List<Place> ring(
            double[] positions, Edges edges, String field, List<Problem> problems, List<Problem> warnings) {
        List<Problem> own = new ArrayList<>();
        List<Place> places = places(positions, field, own, warnings);
        if (own.isEmpty() && !places.getFirst().equals(places.getLast())) {
            places.add(places.getFirst());
            warnings.add(new Problem(field, "open ring", "closed from its last vertex to its first", "nothing to do"));
        }
        if (own.isEmpty() && places.stream().distinct().count() < 3) {
            own.add(new Problem(field, places.size() + " vertices", "a ring has 3 different ones", "add a vertex"));
        }
        if (own.isEmpty()) {
            steps(places, edges, field, own);
        }
        problems.addAll(own);
        return places;
    }

    /** Refuses steps whose way round is in doubt. */
    static void steps(List<Place> places, Edges edges, String field, List<Problem> problems) {
        double longest = 2 * StrictMath.sin(Limits.EDGE_ENTERED / Ellipsoid.GREATEST_RADIUS / 2);
        for (int i = 1; i < places.size() && problems.size() < MOST_PROBLEMS; i++) {
            Place from = places.get(i - 1);
            Place to = places.get(i);
            boolean atPole = edges == Edges.GEODESIC && (isPole(from) || isPole(to));
            if (!atPole && Math.abs((long) to.lon() - from.lon()) == 180L * Place.DEGREE) {
                problems.add(new Problem(
                        field + "[" + i + "]",
                        degrees(from) + " to " + degrees(to),
                        "a step of exactly 180° of longitude goes either way round",
                        "put a vertex between"));
            } else if (edges == Edges.GEODESIC && to.unit().minus(from.unit()).length() > longest) {
                problems.add(new Problem(
                        field + "[" + i + "]",
                        degrees(from) + " to " + degrees(to),
                        "an edge longer than " + (long) Limits.EDGE_ENTERED + " m",
                        "put a vertex between"));
            }
        }
    }

    private static boolean isPole(Place place) {
        return Math.abs(place.lat()) == 90 * Place.DEGREE;
    }

    /** Refuses a footprint so large that its inside is in doubt. */
    static Optional<Problem> reach(Footprint footprint) {
        Chain chain = footprint.chain();
        Vec middle = footprint.middle();
        double limit = middle.length() < 0.5 ? 0 : 2 * StrictMath.sin(Limits.REACH / Ellipsoid.GREATEST_RADIUS / 2);
        for (int v = 0; v < chain.size(); v++) {
            if (!(chain.unit(v).minus(middle).length() <= limit)) {
                return Optional.of(new Problem(
                        "coordinates",
                        degrees(chain.place(v)),
                        "farther than " + (long) Limits.REACH + " m from the middle of the footprint",
                        "split it into several volumes"));
            }
        }
        return Optional.empty();
    }
}
