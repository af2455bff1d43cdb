package org.parley.record.entry;

/** Numbers with a fixed count of decimals, by integers: no locale, no exponent, and no −0. */
final class Decimal {
    private Decimal() {}

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    /** @param value its size times 10^decimals is below 2^53 */
    static String print(double value, int decimals) {
        long scaled = (long) Math.rint(value * POWERS[decimals]);
        return (scaled < 0 ? "-" : "") + print(Math.abs(scaled), decimals, 1);
    }

    /** A count of 10^-decimals, not negative, with at least so many digits before the point. */
    static String print(long scaled, int decimals, int leastDigits) {
        String whole = padded(scaled / POWERS[decimals], leastDigits);
        return decimals == 0 ? whole : whole + "." + padded(scaled % POWERS[decimals], decimals);
    }

    /** A number with as many decimals as it has, at most six. */
    static String shortest(double value) {
        String text = print(value, 6);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    static String padded(long value, int digits) {
        String text = Long.toString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
