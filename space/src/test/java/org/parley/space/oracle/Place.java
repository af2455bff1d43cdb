package org.parley.space.oracle;

/** A point of the ellipsoid: degrees, and metres from the centre of the Earth (x, y, z), which give cheap lower bounds. */
record Place(double lat, double lon, double x, double y, double z) {
    static final double A = 6_378_137;
    static final double F = 1 / 298.257223563;
    static final double B = A * (1 - F);
    private static final double E2 = F * (2 - F);

    static Place of(double lat, double lon) {
        double phi = Math.toRadians(lat);
        double lambda = Math.toRadians(lon);
        double n = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
        double p = n * Math.cos(phi);
        return new Place(lat, lon, p * Math.cos(lambda), p * Math.sin(lambda), n * (1 - E2) * Math.sin(phi));
    }

    static Place ofUnits(int[] lonLat, int vertex) {
        return of(lonLat[2 * vertex + 1] / 1e7, lonLat[2 * vertex] / 1e7);
    }

    double chordTo(Place other) {
        return chordTo(other.x, other.y, other.z);
    }

    double chordTo(double ox, double oy, double oz) {
        return Math.sqrt((x - ox) * (x - ox) + (y - oy) * (y - oy) + (z - oz) * (z - oz));
    }

    /**
     * The least geodesic that a chord of so many metres can belong to: a chord is never longer than its geodesic, and in
     * reduced latitude the metric is nowhere below b² times that of the unit sphere, onto which chords map no shorter than
     * divided by a.
     */
    static double leastGeodesic(double chord) {
        if (chord <= 500_000) {
            return chord;
        }
        return Math.max(chord, 2 * B * Math.asin(Math.min(1, chord / (2 * A))) * (1 - 1e-12));
    }
}
