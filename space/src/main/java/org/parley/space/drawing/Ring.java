package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.parley.space.geodesy.Place;

/**
 * A ring or line laid out in longitude and latitude without a jump at the antimeridian: longitudes run on beyond ±180°.
 * All in 1e-7 degree.
 */
final class Ring {
    static final long TURN = 360L * Place.DEGREE;
    static final long HALF_TURN = 180L * Place.DEGREE;
    static final int POLE = 90 * Place.DEGREE;

    private final List<Coordinate> course = new ArrayList<>();

    private Ring() {}

    /** The course through places, moved by whole turns so that its middle lies within ±180°. */
    static Ring through(List<Place> places) {
        Ring ring = new Ring();
        List<Place> walked = withoutPoles(places);
        long lon = walked.getFirst().lon();
        for (int i = 0; i < walked.size(); i++) {
            Place place = walked.get(i);
            lon += i == 0 ? 0 : shortWay(walked.get(i - 1).lon(), place.lon());
            ring.add(lon, place.lat());
        }
        long middle = Math.round((ring.west() + ring.east()) / 2);
        ring.move(-Math.floorDiv(middle + HALF_TURN, TURN) * TURN);
        return ring;
    }

    /** A pole has every longitude: it is given that of its neighbour before and that of its neighbour after. */
    private static List<Place> withoutPoles(List<Place> places) {
        List<Place> walked = new ArrayList<>(places.size() + 2);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (Math.abs(place.lat()) < POLE || places.size() < 2) {
                walked.add(place);
            } else {
                boolean closed = places.getFirst().equals(places.getLast());
                int last = places.size() - 1;
                int before = i > 0 ? i - 1 : closed ? last - 1 : 1;
                int after = i < last ? i + 1 : closed ? 1 : last - 1;
                walked.add(new Place(place.lat(), places.get(before).lon()));
                walked.add(new Place(place.lat(), places.get(after).lon()));
            }
        }
        return walked;
    }

    private static long shortWay(int from, int to) {
        long step = (long) to - from;
        return step > HALF_TURN ? step - TURN : step < -HALF_TURN ? step + TURN : step;
    }

    private void add(long lon, int lat) {
        Coordinate next = new Coordinate(lon, lat);
        if (course.isEmpty() || !course.getLast().equals2D(next)) {
            course.add(next);
        }
    }

    private void move(long by) {
        course.forEach(at -> at.x += by);
    }

    double west() {
        return course.stream().mapToDouble(at -> at.x).min().orElseThrow();
    }

    double east() {
        return course.stream().mapToDouble(at -> at.x).max().orElseThrow();
    }

    /** Whether it stays within ±180° and, if it is a ring, comes back to where it began. */
    boolean isWhole() {
        return west() >= -HALF_TURN && east() <= HALF_TURN && !isRoundPole();
    }

    /** Whether a ring goes once round the earth and so ends a turn from where it began. */
    boolean isRoundPole() {
        return Math.abs(course.getLast().x - course.getFirst().x) > HALF_TURN;
    }

    /** Closes a ring that goes round the earth by way of a pole. */
    void overPole(boolean northern) {
        double lat = northern ? POLE : -POLE;
        course.add(new Coordinate(course.getLast().x, lat));
        course.add(new Coordinate(course.getFirst().x, lat));
        course.add(course.getFirst().copy());
    }

    Coordinate[] coordinates() {
        return course.toArray(Coordinate[]::new);
    }

    /** Whether too few different vertices are left to enclose anything. */
    boolean isFlat() {
        return course.size() < 4;
    }

    /** The positions, wound as asked. */
    static List<Sketch.Position> positions(Coordinate[] ring, boolean counterClockwise) {
        List<Sketch.Position> positions = new ArrayList<>(ring.length);
        for (Coordinate at : ring) {
            positions.add(position(at));
        }
        return Orientation.isCCW(ring) == counterClockwise ? positions : positions.reversed();
    }

    static Sketch.Position position(Coordinate at) {
        return new Sketch.Position((int) Math.rint(at.x), (int) Math.rint(at.y));
    }
}
