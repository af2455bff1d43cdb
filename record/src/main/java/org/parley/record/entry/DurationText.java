package org.parley.record.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.space.Entered;

/**
 * A length of time as written.
 *
 * @param millis milliseconds, 0 or more
 */
public record DurationText(long millis) {
    /** A number and its unit; the unit ends where its letters end. */
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(\\p{L}+) ?");

    private static final String EXAMPLE = "write numbers with d, h, min, s or ms: 5 min, 1 h 30 min";

    /** More than any term of an agreement: a century. */
    private static final BigDecimal MOST = BigDecimal.valueOf(36_525L * 86_400_000L);

    /** Reads days, hours, minutes, seconds and milliseconds, the larger before the smaller; a bare number is refused. */
    public static Entered<DurationText> read(String text) {
        if (text.isBlank() || Typed.tooLong(text)) {
            return Typed.refuseLength("duration", text);
        }
        String plain = Typed.plain(text);
        Matcher part = PART.matcher(plain);
        BigDecimal sum = BigDecimal.ZERO;
        long last = Long.MAX_VALUE;
        int end = 0;
        while (part.find() && part.start() == end) {
            Optional<Long> unit = unit(part.group(2));
            if (unit.isEmpty()) {
                return Entered.refused("duration", plain, "has an unknown unit " + part.group(2), EXAMPLE);
            }
            if (unit.get() >= last) {
                return Entered.refused("duration", plain, "has a unit twice, or after a smaller one", EXAMPLE);
            }
            last = unit.get();
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(last)));
            end = part.end();
        }
        if (end == 0 || end < plain.length()) {
            return Entered.refused("duration", plain, "is not numbers with units of time", EXAMPLE);
        }
        return whole(plain, sum);
    }

    private static Entered<DurationText> whole(String plain, BigDecimal millis) {
        if (millis.compareTo(MOST) > 0) {
            return Entered.refused("duration", plain, "is longer than a century", EXAMPLE);
        }
        BigDecimal whole = millis.setScale(0, RoundingMode.DOWN);
        return whole.compareTo(millis) == 0
                ? Entered.accepted(new DurationText(whole.longValueExact()))
                : Entered.refused("duration", plain, "is finer than a millisecond", "write fewer decimals");
    }

    /** Milliseconds of a unit, by its word in capitals. A single М is a metre to some and a minute to others: it is none. */
    private static Optional<Long> unit(String word) {
        return switch (word) {
            case "D", "DAY", "DAYS", "СУТ", "Д", "يوم" -> Optional.of(86_400_000L);
            case "H", "HR", "HRS", "HOUR", "HOURS", "Ч", "ЧАС", "ЧАСА", "ЧАСОВ", "ساعة" -> Optional.of(3_600_000L);
            case "MIN", "MINS", "MINUTE", "MINUTES", "МИН", "دقيقة" -> Optional.of(60_000L);
            case "S", "SEC", "SECS", "SECOND", "SECONDS", "С", "СЕК", "ثانية" -> Optional.of(1_000L);
            case "MS", "МС" -> Optional.of(1L);
            default -> Optional.empty();
        };
    }

    /** As written out: {@code 1 d 2 h 30 min}. */
    public String written() {
        return millis == 0 ? "0 s" : WindowText.written(millis);
    }
}
