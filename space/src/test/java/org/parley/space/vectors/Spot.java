package org.parley.space.vectors;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;

/** A position in degrees, and those that lie so far from it. */
record Spot(double lon, double lat) {
    Spot go(double azimuth, double metres) {
        GeodesicData there = Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
        return new Spot(there.lon2, there.lat2);
    }

    static double[] chain(Spot... spots) {
        return Stream.of(spots)
                .flatMapToDouble(spot -> DoubleStream.of(spot.lon, spot.lat))
                .toArray();
    }

    static double[] ring(Spot... spots) {
        Spot[] closed = java.util.Arrays.copyOf(spots, spots.length + 1);
        closed[spots.length] = spots[0];
        return chain(closed);
    }

    /** A regular ring around this position. */
    double[] around(double metres, int vertices) {
        Spot[] spots = new Spot[vertices];
        for (int i = 0; i < vertices; i++) {
            spots[i] = go(7 + 360.0 * i / vertices, metres);
        }
        return ring(spots);
    }

    /** The box from this corner so many degrees to the east and the north. */
    double[] box(double east, double north) {
        return new double[] {lon, lat, lon + east, lat, lon + east, lat + north, lon, lat + north, lon, lat};
    }
}
