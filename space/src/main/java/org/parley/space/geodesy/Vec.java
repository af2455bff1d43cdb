package org.parley.space.geodesy;

/** A vector in three dimensions; of length 1 where it stands for a direction from the middle of the unit sphere. */
public record Vec(double x, double y, double z) {
    public Vec plus(Vec o) {
        return new Vec(x + o.x, y + o.y, z + o.z);
    }

    public Vec minus(Vec o) {
        return new Vec(x - o.x, y - o.y, z - o.z);
    }

    public Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    public double dot(Vec o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec cross(Vec o) {
        return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction with length 1; the zero vector stays. */
    public Vec unit() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    /** Latitude of this direction in radians. */
    public double phi() {
        return StrictMath.atan2(z, Math.sqrt(x * x + y * y));
    }

    /** Longitude of this direction in radians. */
    public double lambda() {
        return StrictMath.atan2(y, x);
    }

    /** The quantised place in this direction. */
    public Place place() {
        return Place.ofRadians(phi(), lambda());
    }
}
