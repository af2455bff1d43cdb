package org.parley.bench;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Place;

/**
 * Envelopes in degrees for indexes that know only the plane: as tight as can be without leaving anything out. What
 * crosses the antimeridian gets two; what comes near a pole gets every longitude.
 */
final class Envelopes {
    private Envelopes() {}

    /** Nearer to a pole than this, in degrees, longitudes are not told apart. */
    private static final double POLAR = 89.9;

    /** Metres by which an arc of 6 km leaves the latitudes of its ends, for each unit of the tangent of latitude. */
    private static final double BULGE = 0.72;

    private static final double TURN = 360;

    /** The envelope of a footprint grown by so many metres, or the two on either side of the antimeridian. */
    static List<Envelope> around(Footprint footprint, double metres) {
        Chain chain = footprint.chain();
        Place first = chain.place(0);
        double south = first.latitude();
        double north = south;
        double at = first.longitude();
        double west = at;
        double east = at;
        for (int v = 1; v < chain.size(); v++) {
            Place place = chain.place(v);
            south = Math.min(south, place.latitude());
            north = Math.max(north, place.latitude());
            at += Math.IEEEremainder(place.longitude() - at, TURN);
            west = Math.min(west, at);
            east = Math.max(east, at);
        }
        double reach = (footprint.buffer() / 100.0 + metres) / Ellipsoid.LEAST_RADIUS;
        double steepest = Math.toRadians(Math.min(POLAR, Math.max(-south, north)));
        double bulge = chain.kind() == Chain.Kind.POINT ? 0 : BULGE * Math.tan(steepest) / Ellipsoid.LEAST_RADIUS;
        double pad = Math.toDegrees(reach + bulge) + 1e-9;
        south = chain.contains(0, 0, -1) ? -90 : south - pad;
        north = chain.contains(0, 0, 1) ? 90 : north + pad;
        if (Math.max(-south, north) >= POLAR) {
            return List.of(new Envelope(-180, 180, south <= -POLAR ? -90 : south, north >= POLAR ? 90 : north));
        }
        double aside = Math.toDegrees(Math.asin(Math.min(1, Math.sin(reach) / Math.cos(steepest + bulge)))) + 1e-9;
        return turned(west - aside, east + aside, south, north);
    }

    private static List<Envelope> turned(double west, double east, double south, double north) {
        if (east - west >= TURN) {
            return List.of(new Envelope(-180, 180, south, north));
        }
        double shift = -TURN * Math.floor((west + 180) / TURN);
        double from = west + shift;
        double to = east + shift;
        return to <= 180
                ? List.of(new Envelope(from, to, south, north))
                : List.of(new Envelope(from, 180, south, north), new Envelope(-180, to - TURN, south, north));
    }
}
