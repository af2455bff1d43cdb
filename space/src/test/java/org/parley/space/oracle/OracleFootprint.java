package org.parley.space.oracle;

import java.util.List;

/**
 * A stored footprint, already quantised and cut: every point within {@code bufferCm} centimetres of the core.
 *
 * @param parts a point or a line is one part holding one array; each part of an area is one polygon: its shell, then its
 *     holes, every ring closed. An array alternates longitude and latitude in 1e-7 degree; consecutive vertices are joined by
 *     the shortest WGS 84 geodesic. The inside of a ring is its smaller side, whatever the winding.
 * @param bufferCm radius of a circle, half-width of a corridor, stored margin of an area, in centimetres
 */
public record OracleFootprint(Kind kind, List<List<int[]>> parts, long bufferCm) {
    /** What the core is. */
    public enum Kind {
        POINT,
        LINE,
        AREA
    }

    private static final int LON_LIMIT = 1_800_000_000;
    private static final int LAT_LIMIT = 900_000_000;

    public OracleFootprint {
        parts = parts.stream().map(List::copyOf).toList();
        if (bufferCm < 0 || parts.isEmpty() || (kind != Kind.AREA && !isOneChain(parts))) {
            throw new IllegalArgumentException(
                    "footprint " + kind + " with " + parts.size() + " parts, " + bufferCm + " cm");
        }
        for (List<int[]> part : parts) {
            part.forEach(chain -> check(kind, chain));
        }
    }

    public static OracleFootprint point(int lon, int lat, long radiusCm) {
        return new OracleFootprint(Kind.POINT, List.of(List.of(new int[] {lon, lat})), radiusCm);
    }

    public static OracleFootprint line(int[] lonLat, long halfWidthCm) {
        return new OracleFootprint(Kind.LINE, List.of(List.of(lonLat)), halfWidthCm);
    }

    public static OracleFootprint area(List<int[]> rings, long marginCm) {
        return new OracleFootprint(Kind.AREA, List.of(rings), marginCm);
    }

    private static boolean isOneChain(List<List<int[]>> parts) {
        return parts.size() == 1 && parts.getFirst().size() == 1;
    }

    private static void check(Kind kind, int[] chain) {
        int n = chain.length;
        boolean fits = switch (kind) {
            case POINT -> n == 2;
            case LINE -> n >= 4;
            case AREA -> n >= 8 && chain[0] == chain[n - 2] && chain[1] == chain[n - 1];
        };
        if (!fits || n % 2 != 0) {
            throw new IllegalArgumentException(kind + " with a chain of " + n + " numbers, or a ring left open");
        }
        for (int i = 0; i < n; i += 2) {
            if (Math.absExact(chain[i]) > LON_LIMIT || Math.absExact(chain[i + 1]) > LAT_LIMIT) {
                throw new IllegalArgumentException("off the Earth: " + chain[i] + " " + chain[i + 1]);
            }
        }
    }
}
