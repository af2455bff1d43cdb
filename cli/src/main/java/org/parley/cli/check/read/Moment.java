package org.parley.cli.check.read;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.space.Entered;

/**
 * An instant as RFC 3339 writes it, to any fraction of a second.
 *
 * @param second seconds since 1970-01-01T00:00Z
 * @param fraction the digits behind the decimal point without zeros at their end
 */
record Moment(long second, String fraction) implements Comparable<Moment> {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d+))?(?:[Zz]|([+-])(\\d{2}):(\\d{2}))",
            Pattern.UNICODE_CASE);
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;
    private static final long LAST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;
    private static final String WAY_OUT = "write it like 2026-03-01T06:30:00Z";

    static Entered<Moment> parse(String field, String text) {
        Matcher m = FORM.matcher(text);
        String reason;
        if (!m.matches()) {
            reason = "no time as RFC 3339 writes it, with date, seconds and Z or an offset";
        } else if (number(m, 6) == 60) {
            reason = "leap seconds are refused: clocks differ on them";
        } else if (number(m, 4) > 23 || number(m, 5) > 59 || number(m, 6) > 59) {
            reason = "no such time of day";
        } else if (m.group(8) != null && (number(m, 9) > 23 || number(m, 10) > 59)) {
            reason = "no such offset";
        } else {
            Optional<LocalDate> date = date(number(m, 1), number(m, 2), number(m, 3));
            long second = date.map(day -> day.toEpochDay() * 86_400).orElse(0L) + ofDay(m) - offset(m);
            if (date.isPresent() && second >= FIRST && second <= LAST) {
                return Entered.accepted(new Moment(second, fraction(m)));
            }
            reason = date.isEmpty() ? "no such day" : "outside the years 0000 to 9999 in UTC";
        }
        return Entered.refused(field, "\"" + text + "\"", reason, WAY_OUT);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> leap ? 29 : 28;
            default -> 31;
        };
        return month < 1 || month > 12 || day < 1 || day > days
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    private static long ofDay(Matcher m) {
        return number(m, 4) * 3_600L + number(m, 5) * 60L + number(m, 6);
    }

    private static long offset(Matcher m) {
        if (m.group(8) == null) {
            return 0;
        }
        long seconds = number(m, 9) * 3_600L + number(m, 10) * 60L;
        return m.group(8).equals("-") ? -seconds : seconds;
    }

    private static String fraction(Matcher m) {
        String digits = m.group(7) == null ? "" : m.group(7);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    /** The last millisecond that is not later. */
    long floor() {
        String three = (fraction + "000").substring(0, 3);
        return second * 1_000 + Integer.parseInt(three);
    }

    /** The first millisecond that is not earlier. */
    long ceiling() {
        return fraction.length() > 3 ? floor() + 1 : floor();
    }

    @Override
    public int compareTo(Moment other) {
        int bySecond = Long.compare(second, other.second);
        return bySecond != 0 ? bySecond : fraction.compareTo(other.fraction);
    }
}
