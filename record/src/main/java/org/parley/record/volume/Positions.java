package org.parley.record.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.space.Problem;
import org.parley.space.geodesy.Place;

/** Positions as bodies hold them: {@code [longitude, latitude]} on WGS 84 in 1e-7 degree, the order of GeoJSON. */
public final class Positions {
    private static final String ASKED = "give longitude and latitude in 1e-7 degree, like [406200000,350300000]";

    private Positions() {}

    /** A place as it is written. */
    public static Json of(Place place) {
        return Json.of(List.of(Json.of(place.lon()), Json.of(place.lat())));
    }

    /** A place as it is read; empty, with a problem kept, if it is none. */
    static Optional<Place> place(Json json, String at, List<Problem> problems) {
        if (json instanceof Json.Arr(List<Json> items)
                && items.size() == 2
                && items.get(0) instanceof Json.Int(long lon)
                && items.get(1) instanceof Json.Int(long lat)
                && Math.abs(lon) <= 180L * Place.DEGREE
                && Math.abs(lat) <= 90L * Place.DEGREE) {
            return Optional.of(new Place((int) lat, (int) lon));
        }
        problems.add(new Problem(at, "as given", "no place", ASKED));
        return Optional.empty();
    }

    /** Whether it has the form of a place. */
    public static boolean isPlace(Json json) {
        return place(json, "", new ArrayList<>()).isPresent();
    }

    /** A place that was checked before. */
    public static Place place(Json json) {
        return place(json, "place", new ArrayList<>()).orElseThrow(() -> new IllegalArgumentException("no place"));
    }

    /** Several places; what is none is a problem and left out. */
    static List<Place> places(Json json, String at, List<Problem> problems) {
        if (!(json instanceof Json.Arr(List<Json> items))) {
            problems.add(new Problem(at, "as given", "no list of places", ASKED));
            return List.of();
        }
        List<Place> places = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            place(items.get(i), at + "[" + i + "]", problems).ifPresent(places::add);
        }
        return places;
    }

    /** Places in degrees as {@code space} takes them: longitude before latitude, in one array. */
    public static double[] degrees(List<Place> line) {
        double[] degrees = new double[2 * line.size()];
        for (int i = 0; i < line.size(); i++) {
            degrees[2 * i] = line.get(i).longitude();
            degrees[2 * i + 1] = line.get(i).latitude();
        }
        return degrees;
    }
}
