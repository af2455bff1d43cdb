package org.parley.record.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.space.Entered;

/**
 * Reads MGRS. A reference names a square and by convention its south-west corner; that is the point read, with the
 * square's size beside it. Where an edge of its zone or band cuts the square and leaves the corner outside, the point is
 * one within both. A square that lies wholly elsewhere is refused, where other readers move it or believe it.
 */
final class MgrsText {
    private static final Pattern FORM =
            Pattern.compile("(?:MGRS ?:? ?)?(\\d{0,2}) ?([A-Z](?: ?[A-Z]){0,2})(| [\\d ]*|\\d[\\d ]*)");

    private static final int LEAST_DIGITS = 2;
    private static final int MOST_DIGITS = 5;

    /**
     * How far inside its square a corner is put, in metres: quantising moves a point by at most 0.8 cm, and the stored
     * place is then still in the square that it is printed as.
     */
    private static final double INSET = 0.008;

    /** Rows of one letter between the equator and 10,000 km. */
    private static final int TURNS = 5;

    /** How far from the middle of the band the second square may be to be what was meant, in degrees. */
    private static final double NEAR = 13.5;

    private static final String EXAMPLE =
            "write zone, band, square and two to five digits each way, as 37S DV 1234 6789";

    private final String text;
    private final int digits;
    private final double size;
    private final double east;
    private final double north;

    private MgrsText(String text, String easting, String northing) {
        this.text = text;
        this.digits = easting.length();
        this.size = StrictMath.pow(10, MOST_DIGITS - digits);
        this.east = number(easting) * size;
        this.north = number(northing) * size;
    }

    /** Whether a text is MGRS, whole or in part; a latitude or longitude in letters and digits is never taken for it. */
    static boolean looksSo(String plain) {
        Matcher form = FORM.matcher(plain);
        if (!form.matches()) {
            return false;
        }
        boolean oneLetter = letters(form).length() == 1;
        return !oneLetter || (!form.group(1).isEmpty() && form.group(3).isBlank());
    }

    static Entered<Spot> read(String plain) {
        Matcher form = FORM.matcher(plain);
        if (!form.matches()) {
            return Entered.refused("coordinates", plain, "is not MGRS", EXAMPLE);
        }
        String letters = letters(form);
        if (letters.contains("I") || letters.contains("O")) {
            return Entered.refused("coordinates", plain, "has a letter I or O, which MGRS does not use", EXAMPLE);
        }
        boolean polar = form.group(1).isEmpty();
        if (polar && !(letters.length() == 3 && "ABYZ".indexOf(letters.charAt(0)) >= 0)) {
            String reason = "has no zone number, which only the polar zones A, B, Y and Z do without";
            return Entered.refused("coordinates", plain, reason, EXAMPLE);
        }
        int zone = polar ? 0 : Integer.parseInt(form.group(1));
        if (!polar && (zone < 1 || zone > 60 || ZoneCell.BANDS.indexOf(letters.charAt(0)) < 0)) {
            return Entered.refused("coordinates", plain, "has no zone of 1 to 60 with a band of C to X", EXAMPLE);
        }
        if (letters.length() < 3) {
            return Entered.refused("coordinates", plain, "is not a whole reference: a zone is 6° by 8°", EXAMPLE);
        }
        return halves(form.group(3).strip())
                .map(halves -> new MgrsText(plain, halves.getFirst(), halves.getLast()).square(zone, letters))
                .orElseGet(() -> Entered.refused(
                        "coordinates",
                        plain,
                        "has not the same count of digits, at most five, for easting and for northing",
                        EXAMPLE));
    }

    private static String letters(Matcher form) {
        return form.group(2).replace(" ", "");
    }

    private static Optional<List<String>> halves(String digits) {
        String[] groups = digits.split(" +", -1);
        int half = digits.length() / 2;
        List<String> halves = groups.length == 2
                ? List.of(groups[0], groups[1])
                : List.of(digits.substring(0, half), digits.substring(half));
        int length = halves.getFirst().length();
        boolean even = groups.length <= 2 && length == halves.getLast().length() && length <= MOST_DIGITS;
        return even ? Optional.of(halves) : Optional.empty();
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private Entered<Spot> square(int zone, String letters) {
        return zone == 0 ? polar(letters) : inZone(zone, letters);
    }

    private Entered<Spot> inZone(int zone, String letters) {
        char band = letters.charAt(0);
        if (Mgrs.ROWS.indexOf(letters.charAt(2)) < 0) {
            return Entered.refused("coordinates", text, "has a row after V, where rows end", EXAMPLE);
        }
        int lettered = zoneOfColumn(zone, letters.charAt(1));
        List<Utm> corners = corners(lettered, band, letters.charAt(1), letters.charAt(2));
        if (lettered != zone) {
            String reason = "is a square that zone " + zone + " has not: its columns are " + Mgrs.columns(zone);
            return elsewhere(reason, middles(corners));
        }
        Optional<Degrees> at = ZoneCell.of(zone, band).flatMap(cell -> pointWithin(corners.getFirst(), cell));
        if (at.isEmpty()) {
            return elsewhere("is a square that does not touch " + zone + band, middles(corners));
        }
        return digits < LEAST_DIGITS ? tooCoarse(middle(corners.getFirst())) : accepted(at.get());
    }

    /** A column's letter belongs to one of three zones that lie side by side; which, if it is not the stated one. */
    private static int zoneOfColumn(int zone, char column) {
        int west = zone == 1 ? 60 : zone - 1;
        int east = zone == 60 ? 1 : zone + 1;
        return Mgrs.columns(zone).indexOf(column) >= 0
                ? zone
                : Mgrs.columns(west).indexOf(column) >= 0 ? west : east;
    }

    /**
     * South-west corners, the nearest to the middle of the band first. Rows of one letter are 18° apart, so that a square
     * which misses its band lies between two; the second is left out where the first is within it.
     */
    private List<Utm> corners(int zone, char band, char column, char row) {
        double middle = ZoneCell.southOf(band) + (band == 'X' ? 6 : 4);
        double easting = (Mgrs.columns(zone).indexOf(column) + 1) * (double) Mgrs.SQUARE + east;
        List<Utm> nearestFirst = IntStream.range(0, TURNS)
                .mapToObj(turn -> new Utm(
                        zone,
                        band >= 'N',
                        easting,
                        (Mgrs.row(zone, row) + turn * Mgrs.ROWS.length()) * (double) Mgrs.SQUARE + north))
                .sorted(Comparator.comparingDouble(corner -> off(corner, middle)))
                .toList();
        return nearestFirst.subList(0, off(nearestFirst.get(1), middle) < NEAR ? 2 : 1);
    }

    private static double off(Utm corner, double latitude) {
        return Math.abs(corner.degrees().latitude() - latitude);
    }

    private Degrees middle(Utm corner) {
        double half = size / 2 + INSET;
        return new Utm(corner.zone(), corner.north(), corner.easting() + half, corner.northing() + half).degrees();
    }

    private List<Degrees> middles(List<Utm> corners) {
        return corners.stream().map(this::middle).toList();
    }

    /** A stored place that lies in both the square and the cell: the corner, or what is nearest to it among a few. */
    private Optional<Degrees> pointWithin(Utm corner, ZoneCell cell) {
        double far = size - INSET;
        double[][] tries = {{INSET, INSET}, {far, INSET}, {INSET, far}, {far, far}, {size / 2, size / 2}};
        for (double[] step : tries) {
            Utm point = new Utm(corner.zone(), corner.north(), corner.easting() + step[0], corner.northing() + step[1]);
            Degrees stored = Degrees.of(cell.nearest(point.degrees()).place());
            Utm back = Utm.inZone(corner.zone(), corner.north(), stored);
            if (holds(corner.easting(), back.easting()) && holds(corner.northing(), back.northing())) {
                return Optional.of(stored);
            }
        }
        return Optional.empty();
    }

    private boolean holds(double from, double value) {
        return value >= from && value < from + size;
    }

    private Entered<Spot> polar(String letters) {
        char zone = letters.charAt(0);
        boolean northern = zone >= 'Y';
        boolean west = zone == 'A' || zone == 'Y';
        int column = (west ? Mgrs.POLAR_WEST : Mgrs.POLAR_EAST).indexOf(letters.charAt(1));
        int row = Mgrs.POLAR_ROWS.indexOf(letters.charAt(2));
        if (column < 0) {
            String columns = west ? Mgrs.POLAR_WEST : Mgrs.POLAR_EAST;
            return Entered.refused("coordinates", text, "has a column that is none of " + columns, EXAMPLE);
        }
        double easting = (west ? Mgrs.polarWest() : Ups.POLE) + column * (double) Mgrs.SQUARE + east;
        double northing = Mgrs.polarSouth(northern) + row * (double) Mgrs.SQUARE + north;
        double half = size / 2 + INSET;
        Degrees middle = new Ups(northern, easting + half, northing + half).degrees();
        double nearEast = Math.max(easting + INSET, Math.min(easting + size - INSET, Ups.POLE));
        double nearNorth = Math.max(northing + INSET, Math.min(northing + size - INSET, Ups.POLE));
        Degrees corner = new Ups(northern, easting + INSET, northing + INSET).degrees();
        Degrees nearest = new Ups(northern, nearEast, nearNorth).degrees();
        if (Utm.covers(nearest.latitude())) {
            return elsewhere("is a square that lies outside the polar zone " + zone, List.of(middle));
        }
        if (digits < LEAST_DIGITS) {
            return tooCoarse(middle);
        }
        return accepted(Utm.covers(corner.latitude()) ? nearest : corner);
    }

    private Entered<Spot> elsewhere(String reason, List<Degrees> middles) {
        String nearest = middles.stream()
                .map(middle -> Mgrs.print(middle, Math.max(LEAST_DIGITS, digits)))
                .collect(Collectors.joining(", or "));
        return Entered.refused(
                "coordinates", text, reason, "check the letters; the nearest valid reading is " + nearest);
    }

    private Entered<Spot> tooCoarse(Degrees middle) {
        String reason = "names a square of " + (digits == 0 ? 100 : 10) + " km; at least 2+2 digits are needed";
        String nearest = Mgrs.print(middle, LEAST_DIGITS);
        return Entered.refused("coordinates", text, reason, "write more digits; the middle of it is " + nearest);
    }

    private Entered<Spot> accepted(Degrees at) {
        return Entered.accepted(new Spot(at, CoordinateForm.MGRS, size, size, List.of()));
    }
}
