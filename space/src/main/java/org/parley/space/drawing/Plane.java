package org.parley.space.drawing;

import org.locationtech.jts.geom.Coordinate;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * A stereographic plane that touches the unit sphere at a middle, in units of about a metre there, east and north of
 * it. It shows all of the earth but the antipode, no pole and no meridian is special, and a stored edge (at most 6 km)
 * strays from its straight line by less than half a metre.
 */
final class Plane {
    private static final double SCALE = Ellipsoid.A;

    private final Vec middle;
    private final Vec east;
    private final Vec north;

    Plane(Vec middle) {
        this.middle = middle;
        double lambda = middle.lambda();
        this.east = new Vec(-StrictMath.sin(lambda), StrictMath.cos(lambda), 0);
        this.north = middle.cross(east);
    }

    Coordinate of(Vec direction) {
        double k = 2 * SCALE / (1 + direction.dot(middle));
        return new Coordinate(k * direction.dot(east), k * direction.dot(north));
    }

    Vec direction(Coordinate at) {
        double x = at.x / SCALE;
        double y = at.y / SCALE;
        double square = x * x + y * y;
        Vec sum = east.times(4 * x).plus(north.times(4 * y)).plus(middle.times(4 - square));
        return sum.times(1 / (4 + square));
    }
}
