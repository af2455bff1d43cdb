package org.parley.cli.html;

import org.parley.space.geodesy.Vec;

/** From directions to a plane in units of the earth's radius, x east and y north. */
sealed interface Projection {
    /** Farther from its middle than this an azimuthal map is no help: as a chord, 40°. */
    double LOCAL = 0.68;

    double x(Vec at);

    double y(Vec at);

    /** The direction shown at a point of the plane. */
    Vec at(double x, double y);

    /** A map of the neighbourhood of a middle, or of the world where that is too small. */
    static Projection around(Vec middle, double farthestChord) {
        return farthestChord <= LOCAL ? Stereographic.at(middle) : new World();
    }

    /** A direction by degrees. */
    static Vec direction(double longitude, double latitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new Vec(Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
    }

    /** Angles are true everywhere, lengths near the middle. */
    record Stereographic(Vec middle, Vec east, Vec north) implements Projection {
        static Stereographic at(Vec middle) {
            double lambda = middle.lambda();
            Vec east = new Vec(-Math.sin(lambda), Math.cos(lambda), 0);
            return new Stereographic(middle, east, middle.cross(east));
        }

        @Override
        public double x(Vec at) {
            return 2 * at.dot(east) / Math.max(1e-3, 1 + at.dot(middle));
        }

        @Override
        public double y(Vec at) {
            return 2 * at.dot(north) / Math.max(1e-3, 1 + at.dot(middle));
        }

        @Override
        public Vec at(double x, double y) {
            double square = x * x + y * y;
            return east.times(4 * x)
                    .plus(north.times(4 * y))
                    .plus(middle.times(4 - square))
                    .times(1 / (4 + square));
        }
    }

    /** Longitude and latitude as they are. */
    record World() implements Projection {
        @Override
        public double x(Vec at) {
            return at.lambda();
        }

        @Override
        public double y(Vec at) {
            return at.phi();
        }

        @Override
        public Vec at(double x, double y) {
            double lat = Math.max(-90, Math.min(90, Math.toDegrees(y)));
            return direction(Math.max(-180, Math.min(180, Math.toDegrees(x))), lat);
        }
    }
}
