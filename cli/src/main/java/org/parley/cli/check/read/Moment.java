package org.parley.cli.check.read;

import java.time.LocalDate;
import java.time.YearMonth;
import org.parley.space.Entered;

/**
 * An instant as RFC 3339 writes it, to any fraction of a second.
 *
 * @param second seconds since 1970-01-01T00:00Z
 * @param fraction the digits behind the decimal point without zeros at their end
 */
record Moment(long second, String fraction) implements Comparable<Moment> {
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;
    private static final long LAST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;
    private static final String WAY_OUT = "write it like 2026-03-01T06:30:00Z";

    private static final String FORM = "0000-00-00T00:00:00";

    static Entered<Moment> parse(String field, String text) {
        int zone = FORM.length();
        while (zone < text.length() && (text.charAt(zone) == '.' || isDigit(text.charAt(zone)))) {
            zone++;
        }
        String reason;
        if (!formed(text, zone)) {
            reason = "no time as RFC 3339 writes it, with date, seconds and Z or an offset";
        } else if (number(text, 17) == 60) {
            reason = "leap seconds are refused: clocks differ on them";
        } else if (number(text, 11) > 23 || number(text, 14) > 59 || number(text, 17) > 59) {
            reason = "no such time of day";
        } else if (hasOffset(text, zone) && (number(text, zone + 1) > 23 || number(text, zone + 4) > 59)) {
            reason = "no such offset";
        } else if (!isDay(text)) {
            reason = "no such day";
        } else {
            long second = day(text) * 86_400 + number(text, 11) * 3_600L + number(text, 14) * 60L + number(text, 17);
            second -= hasOffset(text, zone) ? offset(text, zone) : 0;
            if (second >= FIRST && second <= LAST) {
                return Entered.accepted(new Moment(second, fraction(text, zone)));
            }
            reason = "outside the years 0000 to 9999 in UTC";
        }
        return Entered.refused(field, "\"" + text + "\"", reason, WAY_OUT);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a text has the form of a time whose fraction ends before {@code zone}. */
    private static boolean formed(String text, int zone) {
        return zone < text.length() && matches(text, 0, FORM) && fractionFormed(text, zone) && zoneFormed(text, zone);
    }

    private static boolean fractionFormed(String text, int zone) {
        int point = FORM.length();
        return zone == point || (text.charAt(point) == '.' && zone > point + 1 && text.lastIndexOf('.') == point);
    }

    private static boolean zoneFormed(String text, int zone) {
        return hasOffset(text, zone)
                ? text.length() == zone + 6 && matches(text, zone + 1, "00:00")
                : text.length() == zone + 1 && Character.toUpperCase(text.charAt(zone)) == 'Z';
    }

    /** Whether there are digits where a pattern has 0, and elsewhere the same letters and signs. */
    private static boolean matches(String text, int from, String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = text.charAt(from + i);
            char due = pattern.charAt(i);
            if (due == '0' ? !isDigit(c) : c != due && !(due == 'T' && c == 't')) {
                return false;
            }
        }
        return true;
    }

    /** The number of two digits. */
    private static int number(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    private static int year(String text) {
        return 100 * number(text, 0) + number(text, 2);
    }

    private static boolean isDay(String text) {
        int month = number(text, 5);
        int day = number(text, 8);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year(text), month).lengthOfMonth();
    }

    private static long day(String text) {
        return LocalDate.of(year(text), number(text, 5), number(text, 8)).toEpochDay();
    }

    private static boolean hasOffset(String text, int zone) {
        return text.charAt(zone) == '+' || text.charAt(zone) == '-';
    }

    private static long offset(String text, int zone) {
        long seconds = number(text, zone + 1) * 3_600L + number(text, zone + 4) * 60L;
        return text.charAt(zone) == '-' ? -seconds : seconds;
    }

    private static String fraction(String text, int zone) {
        int end = zone;
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        int begin = FORM.length() + 1;
        return zone < begin || end < begin ? "" : text.substring(begin, end);
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
