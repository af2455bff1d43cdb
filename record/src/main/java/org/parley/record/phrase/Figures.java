package org.parley.record.phrase;

import java.math.BigDecimal;
import java.util.Locale;
import org.parley.space.geodesy.Place;

/** Numbers as every language here prints them: Western digits, a point, nothing between thousands, nothing rounded. */
final class Figures {
    /** A ten-thousandth of a degree is about 11 m: no coordinate is shown with less, so that none looks better known. */
    private static final int LEAST_DECIMALS = 4;

    private static final int ALL_DECIMALS = 7;

    private static final int METRES_IN_KILOMETRE = 1_000;

    private Figures() {}

    /** {@code 35.0300°}: four decimals, and as many of the three others as the place has. */
    static String degrees(int units) {
        long size = Math.abs((long) units);
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%d.%07d", size / Place.DEGREE, size % Place.DEGREE));
        int spare = ALL_DECIMALS - LEAST_DECIMALS;
        while (spare > 0 && text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
            spare--;
        }
        return text.append('°').toString();
    }

    /** The shortest decimal that means this number. */
    static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A flight level has three digits: 085. */
    static String level(double level) {
        String text = number(level);
        int digits = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        return "0".repeat(Math.max(0, 3 - digits)) + text;
    }

    /** {@code 045°}. */
    static String course(int degrees) {
        return String.format(Locale.ROOT, "%03d°", degrees);
    }

    static boolean inKilometres(long metres) {
        return metres >= METRES_IN_KILOMETRE;
    }

    /** Kilometres with up to three decimals: 9.26. */
    static String kilometres(long metres) {
        return BigDecimal.valueOf(metres, 3).stripTrailingZeros().toPlainString();
    }

    /** {@code 0:41}, {@code 12:05}, {@code 1:02:10}. */
    static String timer(long seconds) {
        long hours = seconds / 3_600;
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }

    /** The same number in Arabic-Indic digits, U+0660 to U+0669. */
    static String arabicIndic(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, (char) (text.charAt(i) - '0' + '\u0660'));
        }
        return text.toString();
    }
}
