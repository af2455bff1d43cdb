package org.parley.space.geodesy;

/**
 * WGS 84 (NGA.STND.0036), and what it proves about distances.
 *
 * <p>With σ the angle between the unit vectors of two geodetic latitudes and longitudes, the geodesic distance d obeys
 * σ·M(least |latitude| on the way) ≤ d ≤ σ·N(greatest |latitude| on the way), since the metric of the ellipsoid is
 * M²dφ² + N²cos²φ dλ², that of the sphere dφ² + cos²φ dλ², and M ≤ N, both growing with |latitude|.
 */
public final class Ellipsoid {
    private Ellipsoid() {}

    /** Semi-major axis in metres. */
    public static final double A = 6_378_137.0;

    /** Flattening. */
    public static final double F = 1 / 298.257223563;

    /** Semi-minor axis in metres. */
    public static final double B = A * (1 - F);

    /** First eccentricity, squared. */
    public static final double E2 = F * (2 - F);

    /** The least radius of curvature anywhere, M at the equator: d ≥ σ·LEAST_RADIUS always. */
    public static final double LEAST_RADIUS = A * (1 - E2);

    /** The greatest radius of curvature anywhere, at the poles: d ≤ σ·GREATEST_RADIUS always. */
    public static final double GREATEST_RADIUS = A * A / B;

    /** Radius of curvature along the meridian, in metres, where the sine of the latitude is {@code sin}. */
    public static double meridionalRadius(double sin) {
        double w = 1 - E2 * sin * sin;
        return A * (1 - E2) / (w * Math.sqrt(w));
    }

    /** Radius of curvature across the meridian, in metres, where the sine of the latitude is {@code sin}. */
    public static double normalRadius(double sin) {
        return A / Math.sqrt(1 - E2 * sin * sin);
    }
}
