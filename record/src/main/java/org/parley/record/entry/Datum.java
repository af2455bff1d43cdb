package org.parley.record.entry;

import java.util.Locale;
import java.util.Optional;
import org.parley.space.Entered;
import org.parley.space.geodesy.Ellipsoid;

/** The datums in which coordinates may be entered; what is stored is WGS 84. */
public enum Datum {
    /** World Geodetic System 1984. */
    WGS_84("WGS 84"),

    /**
     * Pulkovo 1942 (SK-42, EPSG:4284) on the ellipsoid of Krassovsky 1940, as on Soviet maps. Converted by the seven
     * parameters of GOST R 51794-2008 (EPSG:5044, coordinate frame rotation, stated accuracy 3 m, for Russia onshore);
     * outside Russia SK-42 was carried on by local networks, and tens of metres may remain. The shift itself is above
     * 100 m over most of Eurasia.
     */
    SK_42("SK-42");

    private static final double KRASSOVSKY_A = 6_378_245;
    private static final double KRASSOVSKY_F = 1 / 298.3;
    private static final double KRASSOVSKY_E2 = KRASSOVSKY_F * (2 - KRASSOVSKY_F);
    private static final double ARC_SECOND = StrictMath.PI / 648_000;

    private static final double DX = 23.57;
    private static final double DY = -140.95;
    private static final double DZ = -79.8;
    private static final double ROTATION_Y = -0.35 * ARC_SECOND;
    private static final double ROTATION_Z = -0.79 * ARC_SECOND;
    private static final double SCALE = 1 - 0.22e-6;

    private final String title;

    Datum(String title) {
        this.title = title;
    }

    /** The usual name. */
    public String title() {
        return title;
    }

    /** The datum of a name as people write it; any but the two is refused. */
    public static Entered<Datum> named(String name) {
        String plain = Typed.plain(name).replaceAll("[^\\p{L}\\d]", "").toUpperCase(Locale.ROOT);
        Optional<Datum> known = switch (plain) {
            case "WGS84", "WGS1984", "EPSG4326" -> Optional.of(WGS_84);
            case "SK42", "СК42", "S42", "PULKOVO1942", "PULKOVO42", "ПУЛКОВО1942", "EPSG4284" -> Optional.of(SK_42);
            default -> Optional.empty();
        };
        return known.map(Entered::accepted)
                .orElseGet(() -> Entered.refused(
                        "datum",
                        Typed.brief(name),
                        "is not WGS 84 or SK-42",
                        "convert to WGS 84 first, or take it from another map"));
    }

    /** A latitude and longitude of this datum on WGS 84; the height above the own ellipsoid counts as 0. */
    Degrees toWgs84(Degrees at) {
        return this == WGS_84 ? at : fromSk42(at);
    }

    private static Degrees fromSk42(Degrees at) {
        double phi = StrictMath.toRadians(at.latitude());
        double lambda = StrictMath.toRadians(at.longitude());
        double sin = StrictMath.sin(phi);
        double radius = KRASSOVSKY_A / Math.sqrt(1 - KRASSOVSKY_E2 * sin * sin);
        double x = radius * StrictMath.cos(phi) * StrictMath.cos(lambda);
        double y = radius * StrictMath.cos(phi) * StrictMath.sin(lambda);
        double z = radius * (1 - KRASSOVSKY_E2) * sin;
        return geodetic(
                DX + SCALE * (x + ROTATION_Z * y - ROTATION_Y * z),
                DY + SCALE * (y - ROTATION_Z * x),
                DZ + SCALE * (z + ROTATION_Y * x));
    }

    /**
     * B. R. Bowring, "Transformation from spatial to geographical coordinates", Survey Review 23 (1976): one step is exact
     * to well below a micrometre this near the ellipsoid.
     */
    private static Degrees geodetic(double x, double y, double z) {
        double out = Math.sqrt(x * x + y * y);
        double beta = StrictMath.atan2(z * Ellipsoid.A, out * Ellipsoid.B);
        double sin = StrictMath.sin(beta);
        double cos = StrictMath.cos(beta);
        double second = Ellipsoid.E2 / (1 - Ellipsoid.E2);
        double phi = StrictMath.atan2(
                z + second * Ellipsoid.B * sin * sin * sin, out - Ellipsoid.E2 * Ellipsoid.A * cos * cos * cos);
        return new Degrees(StrictMath.toDegrees(phi), StrictMath.toDegrees(StrictMath.atan2(y, x)));
    }
}
