package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.height.Height;

/**
 * A height as written, and as it counts. A number without unit or without reference is refused: feet for metres and QNH
 * for a level have each cost aircraft.
 *
 * @param height in metres, or hundreds of feet for a level
 * @param value the number written; 0 where none is needed
 * @param unit the unit written; none for levels, the surface and no bound
 * @param reference the reference written
 */
public record HeightText(Height height, double value, Optional<LengthUnit> unit, HeightReference reference) {
    private static final String EXAMPLE =
            "write number, unit and reference: 6100 m AMSL, 500 ft AGL, FL200, SFC or UNL";

    /** Levels above this are flown by nobody; such a number is mostly metres. */
    private static final double HIGHEST_FLOWN = 660;

    private static final double FEET_IN_LEVEL = 100;

    /** Reads a height. */
    public static Entered<HeightText> read(String text) {
        if (text.isBlank() || Typed.tooLong(text)) {
            return Typed.refuseLength("height", text);
        }
        String plain = Typed.plain(text);
        Optional<Amount> amount = Amount.of("height", plain);
        if (amount.isEmpty()) {
            return Entered.refused("height", plain, "is not one number with unit and reference", EXAMPLE);
        }
        List<LengthUnit> units = new ArrayList<>();
        List<HeightReference> references = new ArrayList<>();
        for (String word : amount.get().words()) {
            Optional<LengthUnit> unit = LengthUnit.named(word);
            Optional<HeightReference> reference = HeightReference.named(word);
            if (unit.isEmpty() && reference.isEmpty()) {
                return unknown(plain, word);
            }
            unit.ifPresent(units::add);
            reference.ifPresent(references::add);
        }
        if (units.size() > 1 || references.size() > 1) {
            return Entered.refused("height", plain, "has more than one unit or reference", EXAMPLE);
        }
        return complete(
                plain,
                amount.get(),
                units.stream().findFirst(),
                references.stream().findFirst());
    }

    private static Entered<HeightText> unknown(String plain, String word) {
        return word.equals("QFE")
                ? Entered.refused(
                        "height", plain, "QFE counts from one aerodrome, which is not said", "write it AMSL, or AGL")
                : Entered.refused("height", plain, "has an unknown word " + word, EXAMPLE);
    }

    private static Entered<HeightText> complete(
            String plain, Amount amount, Optional<LengthUnit> unit, Optional<HeightReference> reference) {
        boolean numberless = reference.isPresent()
                && (reference.get() == HeightReference.SURFACE || reference.get() == HeightReference.UNBOUNDED);
        if (numberless) {
            boolean alone = amount.value().isEmpty() && unit.isEmpty();
            return alone
                    ? withoutNumber(reference.get())
                    : Entered.refused("height", plain, "has " + reference.get().symbol() + " beside a number", EXAMPLE);
        }
        if (amount.value().isEmpty()) {
            return Entered.refused("height", plain, "has no number", EXAMPLE);
        }
        double value = amount.value().get();
        if (reference.isPresent() && reference.get() == HeightReference.FLIGHT_LEVEL) {
            return level(plain, value, unit, amount.warnings());
        }
        List<Problem> problems = new ArrayList<>();
        if (unit.isEmpty() || unit.get() == LengthUnit.NAUTICAL_MILE) {
            problems.add(new Problem("height", plain, "has no unit of height", EXAMPLE));
        }
        if (reference.isEmpty()) {
            problems.add(new Problem("height", plain, "has no reference", EXAMPLE));
        }
        return problems.isEmpty()
                ? measured(plain, value, unit.orElseThrow(), reference.orElseThrow(), amount.warnings())
                : new Entered.Refused<>(problems);
    }

    private static Entered<HeightText> withoutNumber(HeightReference reference) {
        Height height = reference == HeightReference.SURFACE ? new Height.Surface() : new Height.Unbounded();
        return Entered.accepted(new HeightText(height, 0, Optional.empty(), reference));
    }

    private static Entered<HeightText> measured(
            String plain, double value, LengthUnit unit, HeightReference reference, List<Problem> read) {
        double metres = unit.toMetres(value);
        if (!(metres >= Limits.LOWEST && metres <= Limits.HIGHEST)) {
            return Entered.refused("height", plain, "outside -12 to 1,000 km", "check number and unit");
        }
        List<Problem> warnings = new ArrayList<>(read);
        if (plain.contains("QNH")) {
            warnings.add(new Problem(
                    "height",
                    plain,
                    "is by altimeter setting, and is read as AMSL; in air colder than standard the aircraft is lower",
                    "add a margin where it is cold or high"));
        }
        Height height = switch (reference) {
            case HAE -> new Height.Hae(metres);
            case AGL -> new Height.Agl(metres);
            default -> new Height.Amsl(metres);
        };
        return new Entered.Accepted<>(new HeightText(height, value, Optional.of(unit), reference), warnings);
    }

    /** Levels are hundreds of feet; where they are flown in metres, the number of metres is no level. */
    private static Entered<HeightText> level(
            String plain, double value, Optional<LengthUnit> unit, List<Problem> read) {
        boolean metric = unit.isPresent() || value > HIGHEST_FLOWN;
        if (metric) {
            double metres = unit.orElse(LengthUnit.METRE).toMetres(value);
            double level = Math.rint(metres / LengthUnit.FOOT.toMetres(FEET_IN_LEVEL));
            // FL350 ft is more likely a level with a word too many than 350 ft: no level is proposed for it.
            boolean flown = value > HIGHEST_FLOWN && level <= HIGHEST_FLOWN;
            String reason = unit.isPresent()
                    ? "has a unit, and a level counts hundreds of feet of pressure altitude"
                    : "is above FL660; a level counts hundreds of feet, not metres";
            return Entered.refused("height", plain, reason, flown ? "as a level write FL" + padded(level) : EXAMPLE);
        }
        if (value < 0) {
            return Entered.refused("height", plain, "is below FL0", "write it in metres or feet AMSL");
        }
        HeightText height =
                new HeightText(new Height.FlightLevel(value), value, Optional.empty(), HeightReference.FLIGHT_LEVEL);
        return new Entered.Accepted<>(height, read);
    }

    private static String padded(double level) {
        String text = Decimal.shortest(level);
        return "0".repeat(Math.max(0, 3 - (text + ".").indexOf('.'))) + text;
    }

    /** As written: {@code 500 ft AGL}, {@code FL350}, {@code SFC}. */
    public String written() {
        return switch (reference) {
            case SURFACE, UNBOUNDED -> reference.symbol();
            case FLIGHT_LEVEL -> "FL" + padded(value);
            case HAE, AMSL, AGL ->
                Decimal.shortest(value) + unit.map(u -> " " + u.symbol()).orElse("") + " " + reference.symbol();
        };
    }

    /** As written, and in metres where that is another number: {@code 500 ft AGL = 152.4 m AGL}. */
    public String echo() {
        return unit.filter(u -> u != LengthUnit.METRE)
                .map(u -> written() + " = " + Decimal.shortest(u.toMetres(value)) + " m " + reference.symbol())
                .orElseGet(this::written);
    }
}
