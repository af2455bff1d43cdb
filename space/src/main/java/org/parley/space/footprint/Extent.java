package org.parley.space.footprint;

import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Place;

/**
 * A rectangle of latitudes and longitudes that holds a footprint; for looking up grids and drawing maps, not for
 * deciding.
 *
 * @param south degrees
 * @param north degrees
 * @param west degrees, −180 to 180
 * @param width degrees eastward from {@code west}, at most 360
 */
public record Extent(double south, double north, double west, double width) {
    /** Half a stored edge in degrees: how far an edge may leave the latitudes of its ends. */
    private static final double HALF_EDGE = 0.03;

    /** The rectangle around a footprint. */
    public static Extent of(Footprint footprint) {
        Chain chain = footprint.chain();
        long least = 0;
        long greatest = 0;
        long at = 0;
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int v = 0; v < chain.size(); v++) {
            Place place = chain.place(v);
            at += v == 0 ? 0 : Cutting.shortWay(chain.place(v - 1).lon(), place.lon());
            least = Math.min(least, at);
            greatest = Math.max(greatest, at);
            low = Math.min(low, place.lat());
            high = Math.max(high, place.lat());
        }
        double reach = StrictMath.toDegrees(footprint.buffer() / 100.0 / Ellipsoid.LEAST_RADIUS);
        reach += chain.kind() == Chain.Kind.POINT ? 0 : HALF_EDGE;
        double south = chain.contains(0, 0, -1) ? -90 : Math.max(-90, low / (double) Place.DEGREE - reach);
        double north = chain.contains(0, 0, 1) ? 90 : Math.min(90, high / (double) Place.DEGREE + reach);
        double narrowest = StrictMath.cos(StrictMath.toRadians(Math.max(-south, north)));
        double aside = narrowest <= 1e-3 ? 360 : 1.01 * reach / narrowest;
        double width = Math.min(360, (greatest - least) / (double) Place.DEGREE + 2 * aside);
        double west = (chain.place(0).lon() + (double) least) / Place.DEGREE - aside;
        return new Extent(south, north, width >= 360 ? -180 : west - 360 * Math.floor((west + 180) / 360), width);
    }
}
