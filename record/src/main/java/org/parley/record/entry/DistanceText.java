package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;

/**
 * A distance as written, and in metres.
 *
 * @param value the number written
 * @param unit the unit written
 */
public record DistanceText(double value, LengthUnit unit) {
    private static final Pattern CAPITAL_M = Pattern.compile("(?<!\\p{L})M(?!\\p{L})");
    private static final String EXAMPLE = "write a number with m, km, NM or ft: 5 NM";

    /** Reads a distance from 0 to the farthest that a footprint reaches; a bare number is refused. */
    public static Entered<DistanceText> read(String text) {
        if (text.isBlank() || Typed.tooLong(text)) {
            return Typed.refuseLength("distance", text);
        }
        String plain = Typed.plain(text);
        Optional<Amount> amount = Amount.of("distance", plain);
        if (amount.isEmpty() || amount.get().value().isEmpty()) {
            return Entered.refused("distance", plain, "is not one number with a unit", EXAMPLE);
        }
        if (amount.get().words().isEmpty()) {
            return Entered.refused("distance", plain, "has no unit", EXAMPLE);
        }
        Optional<LengthUnit> unit =
                LengthUnit.named(String.join(" ", amount.get().words()));
        if (unit.isEmpty()) {
            return Entered.refused("distance", plain, "has an unknown unit; a mile may be 1,609 or 1,852 m", EXAMPLE);
        }
        DistanceText read = new DistanceText(amount.get().value().get(), unit.get());
        if (!(read.metres() >= 0 && read.metres() <= Limits.REACH)) {
            return Entered.refused("distance", plain, "outside 0 to 8,000 km", EXAMPLE);
        }
        List<Problem> warnings = new ArrayList<>(amount.get().warnings());
        if (CAPITAL_M.matcher(text).find()) {
            warnings.add(new Problem(
                    "distance", plain, "is read as metres; on charts M stands for nautical miles", "write m or NM"));
        }
        return new Entered.Accepted<>(read, warnings);
    }

    /** The distance in metres. */
    public double metres() {
        return unit.toMetres(value);
    }

    /** As written, and in metres: {@code 5 NM = 9260 m}. */
    public String echo() {
        String written = Decimal.shortest(value) + " " + unit.symbol();
        return unit == LengthUnit.METRE ? written : written + " = " + Decimal.shortest(metres()) + " m";
    }
}
