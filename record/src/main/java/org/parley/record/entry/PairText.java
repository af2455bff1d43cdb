package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * Reads a latitude and a longitude in degrees, minutes and seconds.
 *
 * <p>A comma between digits may divide the two or be a decimal comma, and no text makes sense both ways: without letters
 * the two have the same count of figures, which a comma changes from even to odd; with letters a divider stands beside one.
 */
final class PairText {
    private static final String EXAMPLE = "write it like 35.02N 40.62E, 35 01.2N 40 37.2E or 350112N0403712E";
    private static final Pattern POINT = Pattern.compile("\\d\\.\\d");
    private static final Pattern COMMA = Pattern.compile("(?<=\\d),(?=\\d)");

    /** Beyond this, in metres, a person rarely means what few digits say. */
    private static final double COARSE = 1_852;

    private final String text;
    private final List<AngleToken> tokens;
    private final List<Problem> warnings = new ArrayList<>();

    private PairText(String text, List<AngleToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Entered<Spot> read(String plain) {
        Entered<Spot> divided = readTokens(plain, plain);
        boolean maybeDecimal =
                !POINT.matcher(plain).find() && COMMA.matcher(plain).find();
        if (divided instanceof Entered.Accepted || !maybeDecimal) {
            return divided;
        }
        Entered<Spot> decimal = readTokens(plain, COMMA.matcher(plain).replaceAll("."));
        boolean severalCommas = plain.indexOf(',') != plain.lastIndexOf(',');
        return decimal instanceof Entered.Accepted || severalCommas ? decimal : divided;
    }

    private static Entered<Spot> readTokens(String plain, String commasResolved) {
        return AngleToken.of(commasResolved)
                .map(tokens -> new PairText(plain, tokens).read())
                .orElseGet(() -> Entered.refused("coordinates", plain, "is in no form known here", EXAMPLE));
    }

    private Entered<Spot> read() {
        long letters = count(AngleToken.Hemisphere.class);
        long axes = count(AngleToken.Axis.class);
        if (letters == 1 || letters > 2 || axes == 1 || axes > 2) {
            return refused("has a letter for one of two, or too many");
        }
        if (letters == 0 && tokens.stream().anyMatch(t -> t instanceof AngleToken.Figure f && f.dashed())) {
            return refused("has a hyphen that may be a minus");
        }
        int split = letters == 2
                ? splitAt(AngleToken.Hemisphere.class)
                : axes == 2 ? splitAt(AngleToken.Axis.class) : splitOfBare();
        if (split <= 0 || split >= tokens.size()) {
            return refused("is not one latitude and one longitude");
        }
        Optional<Angle> first = angle(tokens.subList(0, split), true);
        Optional<Angle> second = angle(tokens.subList(split, tokens.size()), false);
        if (first.isEmpty()
                || second.isEmpty()
                || first.get().latitude() == second.get().latitude()) {
            return refused("is not one latitude and one longitude");
        }
        boolean bare = letters == 0 && axes == 0;
        if (bare && first.get().figures().size() != second.get().figures().size()) {
            return refused("has more figures for one than for the other");
        }
        return first.get().latitude() ? pair(first.get(), second.get(), bare) : pair(second.get(), first.get(), bare);
    }

    private Entered<Spot> refused(String reason) {
        return Entered.refused("coordinates", text, reason, EXAMPLE);
    }

    private long count(Class<? extends AngleToken> kind) {
        return tokens.stream().filter(kind::isInstance).count();
    }

    /** Letters stand before both angles or after both. */
    private int splitAt(Class<? extends AngleToken> kind) {
        List<Integer> at = new ArrayList<>();
        int firstFigure = tokens.size();
        for (int i = 0; i < tokens.size(); i++) {
            if (kind.isInstance(tokens.get(i))) {
                at.add(i);
            } else if (tokens.get(i) instanceof AngleToken.Figure) {
                firstFigure = Math.min(firstFigure, i);
            }
        }
        return at.getFirst() < firstFigure ? at.getLast() : at.getFirst() + 1;
    }

    /** Without letters: at the one divider, at the second degree sign, at a second sign, or in the middle. */
    private int splitOfBare() {
        long gaps = count(AngleToken.Gap.class);
        List<Integer> figures = new ArrayList<>();
        List<Integer> degrees = new ArrayList<>();
        int signed = 0;
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case AngleToken.Gap gap
                when gaps == 1 -> {
                    return i;
                }
                case AngleToken.Figure figure -> {
                    figures.add(i);
                    signed = signed == 0 && i > 0 && figure.sign() != 0 ? i : signed;
                }
                case AngleToken.Mark mark when mark.role() == 0 -> degrees.add(i);
                default -> {}
            }
        }
        if (gaps > 1) {
            return 0;
        }
        if (degrees.size() == 2) {
            return degrees.getLast() - 1;
        }
        boolean even = figures.size() % 2 == 0 && !figures.isEmpty();
        return signed > 0 ? signed : even ? figures.get(figures.size() / 2) : 0;
    }

    /** One angle, if its figures stand together and each mark after its own. */
    private static Optional<Angle> angle(List<AngleToken> parts, boolean first) {
        List<AngleToken.Figure> figures = new ArrayList<>();
        Optional<Character> hemisphere = Optional.empty();
        Optional<Boolean> axis = Optional.empty();
        boolean closed = false;
        boolean ordered = true;
        for (int i = 0; i < parts.size(); i++) {
            AngleToken part = parts.get(i);
            switch (part) {
                case AngleToken.Figure figure -> {
                    ordered &= !closed;
                    figures.add(figure);
                }
                case AngleToken.Mark mark ->
                    ordered &=
                            i > 0 && parts.get(i - 1) instanceof AngleToken.Figure && mark.role() == figures.size() - 1;
                case AngleToken.Hemisphere letter -> hemisphere = Optional.of(letter.letter());
                case AngleToken.Axis said -> axis = Optional.of(said.latitude());
                case AngleToken.Gap gap -> {}
            }
            boolean inside = part instanceof AngleToken.Figure || part instanceof AngleToken.Mark;
            closed |= !figures.isEmpty() && !inside;
        }
        Optional<Boolean> lettered = hemisphere.map(letter -> letter == 'N' || letter == 'S');
        boolean agree = axis.isEmpty() || lettered.isEmpty() || axis.equals(lettered);
        boolean latitude = (lettered.isPresent() ? lettered : axis).orElse(first);
        return ordered && agree && !figures.isEmpty() && figures.size() <= 3
                ? Optional.of(Angle.of(latitude, figures, hemisphere))
                : Optional.empty();
    }

    private Entered<Spot> pair(Angle latitude, Angle longitude, boolean bare) {
        List<Problem> problems = new ArrayList<>(latitude.problems());
        problems.addAll(longitude.problems());
        double lat = latitude.degrees();
        double lon = longitude.degrees();
        boolean turnable = latitude.inRange(lon) && longitude.inRange(lat);
        if (!problems.isEmpty()) {
            boolean onlyRange = problems.size() == 1 && !latitude.inRange(lat) && turnable;
            return onlyRange ? swappedFits(lat, lon) : new Entered.Refused<>(problems);
        }
        Spot spot = new Spot(
                new Degrees(lat, lon),
                form(latitude, longitude),
                Math.max(latitude.resolution(), longitude.resolution()),
                0,
                slips(latitude, longitude, turnable));
        if (bare && turnable) {
            warnings.add(new Problem(
                    "coordinates",
                    text,
                    "is read as latitude, then longitude; the other way round is possible too",
                    "write letters: " + PlaceText.dd(spot.at().place())));
        }
        if (spot.resolution() > COARSE) {
            String reason = "stands for " + Decimal.print(spot.resolution() / 1000, 0) + " km with its last digit";
            warnings.add(new Problem("coordinates", text, reason, "write more decimals"));
        }
        return new Entered.Accepted<>(spot, warnings);
    }

    private Entered<Spot> swappedFits(double lat, double lon) {
        return Entered.refused(
                "latitude",
                text,
                "is beyond 90°; latitude and longitude may be swapped",
                "if so, write " + PlaceText.dd(new Degrees(lon, lat).place()));
    }

    private static CoordinateForm form(Angle latitude, Angle longitude) {
        if (latitude.packed() || longitude.packed()) {
            return CoordinateForm.PACKED;
        }
        return switch (Math.max(latitude.figures().size(), longitude.figures().size())) {
            case 1 -> CoordinateForm.DD;
            case 2 -> CoordinateForm.DDM;
            default -> CoordinateForm.DMS;
        };
    }

    private static List<Spot.Slip> slips(Angle latitude, Angle longitude, boolean turnable) {
        double lat = latitude.degrees();
        double lon = longitude.degrees();
        List<Spot.Slip> slips = new ArrayList<>();
        if (turnable) {
            slips.add(new Spot.Slip("with latitude and longitude swapped", new Degrees(lon, lat)));
        }
        slips.add(new Spot.Slip("with the other sign of the latitude", new Degrees(-lat, lon)));
        slips.add(new Spot.Slip("with the other sign of the longitude", new Degrees(lat, -lon)));
        slips.add(new Spot.Slip("with the other signs of both", new Degrees(-lat, -lon)));
        Optional<Double> otherLat = latitude.minutesForDecimals().filter(latitude::inRange);
        Optional<Double> otherLon = longitude.minutesForDecimals().filter(longitude::inRange);
        if (otherLat.isPresent() && otherLon.isPresent()) {
            String what = latitude.figures().size() == 1
                    ? "with the decimals taken for minutes"
                    : "with the minutes taken for decimals";
            slips.add(new Spot.Slip(what, new Degrees(otherLat.get(), otherLon.get())));
        }
        return slips;
    }
}
