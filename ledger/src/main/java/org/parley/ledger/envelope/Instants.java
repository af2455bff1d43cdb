package org.parley.ledger.envelope;

/**
 * Instants as records print them, {@code 2026-11-24T12:00:00.123Z}: milliseconds since 1970 in UTC, without leap seconds,
 * years 0000 to 9999 of the Gregorian calendar, always 24 characters.
 */
public final class Instants {
    /** 0000-01-01T00:00:00.000Z. */
    public static final long MIN = -62_167_219_200_000L;

    /** 9999-12-31T23:59:59.999Z. */
    public static final long MAX = 253_402_300_799_999L;

    private static final String FORM = "dddd-dd-ddTdd:dd:dd.dddZ";
    private static final long DAY_MILLIS = 86_400_000;

    /** The calendar repeats after 400 years. */
    private static final int ERA_YEARS = 400;

    private static final int ERA_DAYS = 146_097;

    /** Days from the first of March of year 0, where the count of {@link #days} begins, to 1970-01-01. */
    private static final int DAYS_TO_1970 = 719_468;

    private Instants() {}

    /** Reads that form; any other, and a time that no calendar has, is an {@link IllegalArgumentException}. */
    public static long parse(String text) {
        if (!hasForm(text)) {
            throw wrong();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            throw wrong();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw wrong();
        }
        return days(year, month, day) * DAY_MILLIS
                + ((hour * 60L + minute) * 60 + second) * 1000
                + number(text, 20, 23);
    }

    /** Prints an instant; one outside {@link #MIN} to {@link #MAX} is an {@link IllegalArgumentException}. */
    public static String print(long epochMillis) {
        check(epochMillis);
        int inDay = (int) Math.floorMod(epochMillis, DAY_MILLIS);
        char[] out = FORM.toCharArray();
        putDate(out, (int) Math.floorDiv(epochMillis, DAY_MILLIS));
        put(out, 11, 13, inDay / 3_600_000);
        put(out, 14, 16, inDay / 60_000 % 60);
        put(out, 17, 19, inDay / 1000 % 60);
        put(out, 20, 23, inDay % 1000);
        return new String(out);
    }

    static void check(long epochMillis) {
        if (epochMillis < MIN || epochMillis > MAX) {
            throw new IllegalArgumentException("an instant lies in the years 0000 to 9999");
        }
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("an instant is written like 2026-11-24T12:00:00.123Z");
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % ERA_YEARS == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days from 1970-01-01. A year is counted from March, so that the leap day is its last. */
    private static long days(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int era = Math.floorDiv(marchYear, ERA_YEARS);
        int yearOfEra = marchYear - era * ERA_YEARS;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * ERA_DAYS + dayOfEra - DAYS_TO_1970;
    }

    /** The inverse of {@link #days}. */
    private static void putDate(char[] out, int days) {
        int sinceMarch = days + DAYS_TO_1970;
        int era = Math.floorDiv(sinceMarch, ERA_DAYS);
        int dayOfEra = sinceMarch - era * ERA_DAYS;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        put(out, 0, 4, era * ERA_YEARS + yearOfEra + (month <= 2 ? 1 : 0));
        put(out, 5, 7, month);
        put(out, 8, 10, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static void put(char[] out, int from, int to, int value) {
        int rest = value;
        for (int i = to - 1; i >= from; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
