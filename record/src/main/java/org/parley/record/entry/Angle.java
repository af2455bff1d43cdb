package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.space.Problem;

/**
 * One written angle: up to three figures, their marks, perhaps a hemisphere.
 *
 * @param latitude the axis, as letters or order tell it
 * @param figures degrees, minutes and seconds, as many as were written
 * @param hemisphere N, S, E or W where written
 * @param packed whether the figures were written without a gap
 */
record Angle(boolean latitude, List<AngleToken.Figure> figures, Optional<Character> hemisphere, boolean packed) {
    /** Metres in a degree, a minute and a second of latitude: a nautical mile is a minute. */
    private static final double[] METRES = {111_120, 1_852, 1_852 / 60.0};

    private static final String[] UNITS = {"degrees", "minutes", "seconds"};

    /** A stored place is no finer than this, in metres. */
    private static final double FINEST = 0.011;

    /** A figure written without a gap is cut into degrees, minutes and seconds; others stay as they are. */
    static Angle of(boolean latitude, List<AngleToken.Figure> figures, Optional<Character> hemisphere) {
        int degreeDigits = latitude ? 2 : 3;
        // Only beside a letter: without one, a long figure is more likely a slip.
        boolean lone = figures.size() == 1
                && hemisphere.isPresent()
                && figures.getFirst().sign() == 0;
        int minuteDigits = figures.getFirst().wholeDigits() - degreeDigits;
        return lone && (minuteDigits == 2 || minuteDigits == 4)
                ? new Angle(latitude, cut(figures.getFirst(), degreeDigits), hemisphere, true)
                : new Angle(latitude, figures, hemisphere, false);
    }

    Angle {
        figures = List.copyOf(figures);
    }

    private static List<AngleToken.Figure> cut(AngleToken.Figure figure, int degreeDigits) {
        String digits = figure.digits();
        List<AngleToken.Figure> cut = new ArrayList<>();
        cut.add(new AngleToken.Figure(0, digits.substring(0, degreeDigits), false));
        for (int from = degreeDigits; from < figure.wholeDigits(); from += 2) {
            int until = from + 2 == figure.wholeDigits() ? digits.length() : from + 2;
            cut.add(new AngleToken.Figure(0, digits.substring(from, until), false));
        }
        return cut;
    }

    /** Everything that is wrong with it. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            AngleToken.Figure figure = figures.get(i);
            if (i > 0 && figure.value() >= 60) {
                problems.add(problem(
                        UNITS[i] + " are 60 or more",
                        "check the digits; with decimals of a " + (i == 1 ? "degree" : "minute") + " write a point"));
            }
            if (i > 0 && figure.sign() != 0) {
                problems.add(problem("has a sign before its " + UNITS[i], "write a sign before the degrees only"));
            }
            if (i + 1 < figures.size() && figure.digits().contains(".")) {
                problems.add(problem(
                        "has decimals in its " + UNITS[i] + " and something after them", "leave decimals to the last"));
            }
        }
        int sign = figures.getFirst().sign();
        if (sign != 0 && hemisphere.isPresent() && (sign < 0 || southOrWest())) {
            problems.add(problem("has both a sign and a letter", "write one of them"));
        }
        if (problems.isEmpty() && !inRange(degrees())) {
            problems.add(problem(
                    "is beyond " + most() + "°",
                    figures.getFirst().wholeDigits() > 3
                            ? "write packed digits with letters: 350112N0403712E"
                            : "check the digits, and the order: latitude first"));
        }
        return problems;
    }

    private Problem problem(String reason, String wayOut) {
        return new Problem(field(), text(), reason, wayOut);
    }

    String field() {
        return latitude ? "latitude" : "longitude";
    }

    String text() {
        StringBuilder text = new StringBuilder(figures.getFirst().sign() < 0 ? "-" : "");
        figures.forEach(figure -> text.append(text.length() > 1 ? " " : "").append(figure.digits()));
        hemisphere.ifPresent(text::append);
        return text.toString();
    }

    private int most() {
        return latitude ? 90 : 180;
    }

    boolean inRange(double degrees) {
        return Math.abs(degrees) <= most();
    }

    double degrees() {
        double size = 0;
        for (int i = figures.size() - 1; i >= 0; i--) {
            size = size / 60 + figures.get(i).value();
        }
        return negative() ? -size : size;
    }

    private boolean negative() {
        return southOrWest() || figures.getFirst().sign() < 0;
    }

    private boolean southOrWest() {
        return hemisphere.filter(letter -> letter == 'S' || letter == 'W').isPresent();
    }

    /** Metres that one of its last digits stands for, along a meridian. */
    double resolution() {
        return Math.max(
                FINEST,
                METRES[figures.size() - 1]
                        / StrictMath.pow(10, figures.getLast().decimals()));
    }

    /** The same digits with what follows the point as minutes, or minutes as what follows a point. */
    Optional<Double> minutesForDecimals() {
        String digits = figures.getLast().digits();
        if (figures.size() == 1 && figures.getFirst().decimals() >= 2) {
            int point = digits.indexOf('.');
            String minutes = digits.substring(point + 1, point + 3) + "." + digits.substring(point + 3);
            double value = Double.parseDouble("0" + digits.substring(0, point)) + Double.parseDouble(minutes) / 60;
            return Double.parseDouble(minutes) < 60 ? Optional.of(negative() ? -value : value) : Optional.empty();
        }
        if (figures.size() == 2 && figures.getLast().wholeDigits() == 2) {
            double value = Double.parseDouble(figures.getFirst().digits() + "." + digits.replace(".", ""));
            return Optional.of(negative() ? -value : value);
        }
        return Optional.empty();
    }
}
