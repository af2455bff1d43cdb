package org.parley.space.oracle;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;

/** The plainest entry there is, for tests of the oracle: round to 1e-7 degree and 1 cm, cut into equal pieces up to 6 km. */
public final class PlainEntry implements Entry {
    private static final double CUT = 6_000;

    @Override
    public OracleFootprint stored(Entered shape) {
        long buffer = Math.round(shape.sizeM() * 100);
        List<int[]> chains = shape.chains().stream().map(PlainEntry::cut).toList();
        return switch (shape.kind()) {
            case CIRCLE -> new OracleFootprint(OracleFootprint.Kind.POINT, List.of(chains), buffer);
            case CORRIDOR -> new OracleFootprint(OracleFootprint.Kind.LINE, List.of(chains), buffer);
            case POLYGON -> new OracleFootprint(OracleFootprint.Kind.AREA, List.of(chains), buffer);
        };
    }

    private static int[] cut(double[] lonLat) {
        List<Integer> out = new ArrayList<>();
        add(out, units(lonLat[0]), units(lonLat[1]));
        for (int i = 2; i < lonLat.length; i += 2) {
            int lon = units(lonLat[i]);
            int lat = units(lonLat[i + 1]);
            int at = out.size();
            GeodesicLine line =
                    Geodesic.WGS84.InverseLine(out.get(at - 1) / 1e7, out.get(at - 2) / 1e7, lat / 1e7, lon / 1e7);
            int pieces = (int) Math.ceil(line.Distance() / CUT);
            for (int k = 1; k < pieces; k++) {
                GeodesicData g = line.Position(line.Distance() * k / pieces);
                add(out, units(g.lon2), units(g.lat2));
            }
            add(out, lon, lat);
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(List<Integer> out, int lon, int lat) {
        out.add(lon);
        out.add(lat);
    }

    private static int units(double degrees) {
        return Math.toIntExact(Math.round(degrees * 1e7));
    }
}
