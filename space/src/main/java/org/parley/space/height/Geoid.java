package org.parley.space.height;

import org.parley.space.footprint.Extent;

/**
 * Height of mean sea level above the WGS 84 ellipsoid, on a grid of 15 minutes of arc, interpolated linearly both ways.
 * What the grid does not show is added outwards: {@link #ERROR}.
 */
public final class Geoid {
    /** Greatest error in metres of the interpolated grid against the full model; see {@code space/data/README.md}. */
    public static final double ERROR = 1.17;

    private static final int PER_DEGREE = 4;
    private static final int ROWS = 180 * PER_DEGREE + 1;
    private static final int COLUMNS = 360 * PER_DEGREE;

    private final short[] centimetres;

    /** @param centimetres rows from 90° north to 90° south, in each row from 180° west eastward */
    Geoid(short[] centimetres) {
        if (centimetres.length != ROWS * COLUMNS) {
            throw new IllegalArgumentException("a geoid of " + centimetres.length + " points");
        }
        this.centimetres = centimetres;
    }

    /** The Earth Gravitational Model 1996. */
    public static Geoid egm96() {
        return Egm96.GEOID;
    }

    /** Metres from the ellipsoid up to the geoid at a place in degrees, as interpolated. */
    public double undulation(double latitude, double longitude) {
        double row = Math.max(0, Math.min(ROWS - 1, (90 - latitude) * PER_DEGREE));
        double column = (longitude + 180) * PER_DEGREE;
        int r = Math.min(ROWS - 2, (int) row);
        int c = (int) Math.floor(column);
        double down = row - r;
        double right = column - c;
        double above = at(r, c) * (1 - right) + at(r, c + 1) * right;
        double below = at(r + 1, c) * (1 - right) + at(r + 1, c + 1) * right;
        return (above * (1 - down) + below * down) / 100;
    }

    private double at(int row, int column) {
        return centimetres[row * COLUMNS + Math.floorMod(column, COLUMNS)];
    }

    /** Bounds in metres of the geoid's height. */
    record Range(double least, double greatest) {}

    /**
     * Bounds of the geoid's height anywhere in a rectangle, its error added outwards. Linear both ways within each cell,
     * the surface has its extremes where the rectangle's and the grid's lines meet.
     */
    Range range(Extent extent) {
        double[] longitudes = lines(extent.west(), extent.west() + extent.width());
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double latitude : lines(extent.south(), extent.north())) {
            for (double longitude : longitudes) {
                double height = undulation(latitude, longitude);
                least = Math.min(least, height);
                greatest = Math.max(greatest, height);
            }
        }
        return new Range(least - ERROR, greatest + ERROR);
    }

    /** Both ends and the lines of the grid between them. */
    private static double[] lines(double from, double until) {
        int first = (int) Math.floor(from * PER_DEGREE) + 1;
        int last = (int) Math.ceil(until * PER_DEGREE) - 1;
        double[] lines = new double[Math.max(0, last - first + 1) + 2];
        lines[0] = from;
        lines[1] = until;
        for (int line = first; line <= last; line++) {
            lines[line - first + 2] = line / (double) PER_DEGREE;
        }
        return lines;
    }
}
