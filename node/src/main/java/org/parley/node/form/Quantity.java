package org.parley.node.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ledger.canonical.Json;
import org.parley.record.entry.DistanceText;
import org.parley.record.entry.DurationText;
import org.parley.record.entry.HeightReference;
import org.parley.record.entry.HeightText;
import org.parley.record.entry.LengthUnit;
import org.parley.record.form.FieldType.Whole;
import org.parley.space.Entered;
import tools.jackson.databind.JsonNode;

/** What a whole number of a body counts, and how people outside write it. */
enum Quantity {
    /** Centimetres inside, metres outside. */
    LENGTH(2, "metres", "text with unit like \"500 m\" or \"5 NM\""),
    /** Centimetres above the ellipsoid inside, metres outside. */
    HEIGHT(2, "metres above WGS 84", "text like \"300 m HAE\""),
    /** Centimetres a second inside, metres a second outside. */
    SPEED(2, "metres a second", "text like \"20 kt\", \"40 km/h\" or \"12 m/s\""),
    /** Hundredths of a degree inside, degrees outside. */
    ANGLE(2, "degrees", ""),
    SECONDS(0, "seconds", "text like \"5 min\" or \"1 h 30 min\""),
    MILLISECONDS(0, "milliseconds", "text like \"5 min\" or \"1 h 30 min\""),
    /** Seconds after midnight. */
    CLOCK(0, "seconds after midnight UTC", "text like \"07:30Z\""),
    /** Anything else that is counted. */
    COUNT(0, "", "");

    private static final Pattern SPEEDS = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,4})?) ?(kt|km/h|m/s)");
    private static final Pattern CLOCKS = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d))?Z");

    private final int decimals;
    private final String unit;
    private final String texts;

    Quantity(int decimals, String unit, String texts) {
        this.decimals = decimals;
        this.unit = unit;
        this.texts = texts;
    }

    /** By the unit that the form gives. A unit that depends on another field is nobody's to convert: the number stays. */
    static Quantity of(Whole whole) {
        String unit = whole.unit();
        if (unit.equals("centimetres")) {
            return LENGTH;
        } else if (unit.startsWith("centimetres above")) {
            return HEIGHT;
        } else if (unit.startsWith("centimetres a second")) {
            return SPEED;
        } else if (unit.startsWith("hundredths of a degree")) {
            return ANGLE;
        }
        return switch (unit) {
            case "seconds" -> SECONDS;
            case "milliseconds" -> MILLISECONDS;
            case "seconds after midnight UTC" -> CLOCK;
            default -> COUNT;
        };
    }

    int decimals() {
        return decimals;
    }

    boolean takesText() {
        return !texts.isEmpty();
    }

    /** A number of a body as outsiders see it. */
    BigDecimal shown(long inside) {
        BigDecimal exact = BigDecimal.valueOf(inside, decimals).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** What is asked of outsiders, in words. */
    String asked(Whole whole) {
        String named =
                unit.isEmpty() || this == ANGLE ? whole.unit().replace("hundredths of a degree", "degrees") : unit;
        return "a " + (decimals == 0 ? "whole " : "") + "number from "
                + shown(whole.least()).toPlainString() + " to "
                + shown(whole.most()).toPlainString()
                + (named.isEmpty() ? "" : " " + named)
                + (decimals == 0 ? "" : " with at most " + decimals + " decimals")
                + (texts.isEmpty() ? "" : ", or " + texts);
    }

    /** The number of a body; empty where something is wrong, which is then among the findings. */
    Optional<Json> read(Whole whole, JsonNode given, String at, Findings findings) {
        if (given.isString() && takesText()) {
            return text(given.stringValue(), at, findings)
                    .flatMap(value ->
                            within(whole, rounded(value, given.stringValue(), at, findings), given, at, findings));
        }
        Optional<BigDecimal> number = OutsideJson.number(given);
        if (number.isEmpty()) {
            findings.wrong(at, given, "no number", "give " + asked(whole));
            return Optional.empty();
        }
        return within(whole, number.get(), given, at, findings);
    }

    /** What a body cannot hold is rounded up: a distance to be kept, or a time, never becomes less. */
    private BigDecimal rounded(BigDecimal value, String given, String at, Findings findings) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.CEILING);
        String read = shown(rounded.unscaledValue().longValueExact()).toPlainString() + " " + unit;
        if (rounded.compareTo(value) != 0) {
            findings.warn(at, given, "is rounded up to " + read, "compare it");
        }
        findings.echo(at, given, List.of(read));
        return rounded;
    }

    private Optional<Json> within(Whole whole, BigDecimal value, JsonNode given, String at, Findings findings) {
        BigDecimal inside = value.movePointRight(decimals).stripTrailingZeros();
        boolean fits = inside.scale() <= 0
                && inside.compareTo(BigDecimal.valueOf(whole.least())) >= 0
                && inside.compareTo(BigDecimal.valueOf(whole.most())) <= 0
                && inside.abs().compareTo(BigDecimal.valueOf(Json.Int.MAX)) <= 0;
        if (fits) {
            return Optional.of(Json.of(inside.longValueExact()));
        }
        findings.wrong(at, given, "no such number may stand here", "give " + asked(whole));
        return Optional.empty();
    }

    /** What a text says, in the unit of outsiders. */
    private Optional<BigDecimal> text(String text, String at, Findings findings) {
        return switch (this) {
            case LENGTH -> findings.take(DistanceText.read(text), at).map(read -> metres(read.value(), read.unit()));
            case HEIGHT -> findings.take(HeightText.read(text), at).flatMap(read -> hae(read, text, at, findings));
            case SPEED -> findings.take(speed(text), at);
            case SECONDS ->
                findings.take(DurationText.read(text), at).map(read -> BigDecimal.valueOf(read.millis(), 3));
            case MILLISECONDS ->
                findings.take(DurationText.read(text), at).map(read -> BigDecimal.valueOf(read.millis()));
            case CLOCK -> findings.take(clock(text), at);
            case ANGLE, COUNT -> throw new IllegalStateException("no text is taken here");
        };
    }

    /** The exact size: a foot is no double. */
    static BigDecimal metres(double value, LengthUnit unit) {
        return BigDecimal.valueOf(value)
                .multiply(
                        switch (unit) {
                            case METRE -> BigDecimal.ONE;
                            case KILOMETRE -> BigDecimal.valueOf(1_000);
                            case FOOT -> BigDecimal.valueOf(3_048, 4);
                            case NAUTICAL_MILE -> BigDecimal.valueOf(1_852);
                        });
    }

    private static Optional<BigDecimal> hae(HeightText read, String text, String at, Findings findings) {
        if (read.reference() == HeightReference.HAE && read.unit().isPresent()) {
            return Optional.of(metres(read.value(), read.unit().get()));
        }
        findings.wrong(at, text, "counts from something else than the ellipsoid", "give it as HAE");
        return Optional.empty();
    }

    private static Entered<BigDecimal> speed(String text) {
        Matcher matcher = SPEEDS.matcher(text.strip());
        if (!matcher.matches()) {
            return Entered.refused("speed", text, "is not one number with kt, km/h or m/s", "write it like 20 kt");
        }
        BigDecimal value = new BigDecimal(matcher.group(1));
        BigDecimal hour = BigDecimal.valueOf(3_600);
        BigDecimal speed = switch (matcher.group(2)) {
            case "kt" -> value.multiply(BigDecimal.valueOf(1_852)).divide(hour, 6, RoundingMode.HALF_EVEN);
            case "km/h" -> value.multiply(BigDecimal.valueOf(1_000)).divide(hour, 6, RoundingMode.HALF_EVEN);
            default -> value;
        };
        return Entered.accepted(speed);
    }

    private static Entered<BigDecimal> clock(String text) {
        Matcher matcher = CLOCKS.matcher(text.strip());
        if (!matcher.matches()) {
            return Entered.refused("time", text, "is no time of day in UTC", "write it like 07:30Z");
        }
        String seconds = matcher.group(3);
        long sum = Long.parseLong(matcher.group(1)) * 3_600
                + Long.parseLong(matcher.group(2)) * 60
                + (seconds == null ? 0 : Long.parseLong(seconds));
        return Entered.accepted(BigDecimal.valueOf(sum));
    }
}
