package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.footprint.Extent;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

/**
 * Reads a place from one text in any form of {@link CoordinateForm}, with digits of any script, letters before or after,
 * and the signs that keyboards, phones and word processors make. Two numbers without letters are latitude, then longitude,
 * with a warning. Nothing is mended in silence: what could be read in two ways is refused, or read with a warning.
 */
public final class Coordinates {
    private Coordinates() {}

    /**
     * What the desk knows before it reads.
     *
     * @param datum the datum of the source; one that the text itself names goes before it
     * @param area where the place is expected; a reading outside of it is accepted with a warning that names the slip (axes
     *     swapped, a sign lost, minutes taken for decimals) by which it would lie inside
     */
    public record Context(Datum datum, Optional<Extent> area) {
        /** WGS 84, anywhere. */
        public static final Context NONE = new Context(Datum.WGS_84, Optional.empty());
    }

    private static final Pattern DATUM_NAME = Pattern.compile(
            "(?:\\bDATUM[ :]*)?\\b(?:WGS[- ]?(?:19)?84|[SС][KК][- ]?42|PULKOVO[- ]?(?:19)?42|ПУЛКОВО[- ]?1942"
                    + "|[SС][KК][- ]?95|ED[- ]?50|NAD[- ]?(?:27|83)|[PП][ZЗ][- ]?90(?:[.]\\d+)?|ETRS[- ]?89|GCJ[- ]?02"
                    + "|EPSG ?: ?\\d+)(?![\\p{L}\\d])",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Cyrillic letters that look like Latin ones, and those. */
    private static final String CYRILLIC = "АВСЕНКМРТУХ";

    private static final String LATIN = "ABCEHKMPTYX";

    /** Reads a place on WGS 84 that may lie anywhere. */
    public static Entered<Reading> read(String text) {
        return read(text, Context.NONE);
    }

    /** Reads a place. */
    public static Entered<Reading> read(String text, Context context) {
        if (text.isBlank() || Typed.tooLong(text)) {
            return Typed.refuseLength("coordinates", text);
        }
        String plain = Typed.plain(text);
        Matcher name = DATUM_NAME.matcher(plain);
        if (!name.find()) {
            return read(plain, context.datum(), context.area(), List.of());
        }
        String rest = (plain.substring(0, name.start()) + " " + plain.substring(name.end()))
                .strip()
                .replaceAll("^[,;:]|[,;:]$", "")
                .strip();
        return switch (Datum.named(name.group().replaceAll("^DATUM[ :]*", ""))) {
            case Entered.Refused<Datum> refused -> new Entered.Refused<>(refused.problems());
            case Entered.Accepted<Datum> said ->
                read(rest, said.value(), context.area(), contradiction(context, said.value()));
        };
    }

    private static List<Problem> contradiction(Context context, Datum said) {
        boolean agrees = said == context.datum() || context.datum() == Datum.WGS_84;
        return agrees
                ? List.of()
                : List.of(new Problem(
                        "datum",
                        said.title(),
                        "is named in the text, while " + context.datum().title() + " was chosen; the text is followed",
                        "make them agree"));
    }

    private static Entered<Reading> read(String plain, Datum datum, Optional<Extent> area, List<Problem> before) {
        Entered<Spot> spot = spot(plain, area);
        return switch (spot) {
            case Entered.Refused<Spot> refused -> new Entered.Refused<>(refused.problems());
            case Entered.Accepted<Spot> read -> {
                if (datum != Datum.WGS_84 && isGrid(read.value().form())) {
                    yield Entered.refused(
                            "datum",
                            datum.title(),
                            "is read with latitude and longitude only; this is "
                                    + read.value().form(),
                            "give the grid on WGS 84, or latitude and longitude on " + datum.title());
                }
                Spot moved = moved(read.value(), datum);
                List<Problem> warnings = new ArrayList<>(before);
                warnings.addAll(read.warnings());
                area.ifPresent(expected -> warnings.addAll(Area.check(expected, plain, moved)));
                yield new Entered.Accepted<>(reading(read.value(), moved, datum), warnings);
            }
        };
    }

    private static Entered<Spot> spot(String plain, Optional<Extent> area) {
        String latin = latin(plain);
        if (MgrsText.looksSo(latin)) {
            return latin.equals(plain) ? MgrsText.read(plain) : warned(MgrsText.read(latin), plain);
        }
        return GridText.looksSo(plain) ? GridText.read(plain, area) : PairText.read(plain);
    }

    private static String latin(String plain) {
        StringBuilder latin = new StringBuilder(plain);
        for (int i = 0; i < plain.length(); i++) {
            int at = CYRILLIC.indexOf(plain.charAt(i));
            if (at >= 0) {
                latin.setCharAt(i, LATIN.charAt(at));
            }
        }
        return latin.toString();
    }

    private static Entered<Spot> warned(Entered<Spot> read, String plain) {
        return switch (read) {
            case Entered.Refused<Spot> refused -> refused;
            case Entered.Accepted<Spot> accepted ->
                new Entered.Accepted<>(
                        accepted.value(),
                        List.of(new Problem(
                                "coordinates",
                                plain,
                                "has Cyrillic letters, read as the Latin ones",
                                "compare the echo")));
        };
    }

    private static boolean isGrid(CoordinateForm form) {
        return switch (form) {
            case DD, DDM, DMS, PACKED -> false;
            case MGRS, UTM, UPS -> true;
        };
    }

    /** The slips move with the reading: they too were written in its datum. */
    private static Spot moved(Spot spot, Datum datum) {
        List<Spot.Slip> slips = spot.slips().stream()
                .map(slip -> new Spot.Slip(slip.what(), datum.toWgs84(slip.meant())))
                .toList();
        return new Spot(datum.toWgs84(spot.at()), spot.form(), spot.resolution(), spot.square(), slips);
    }

    private static Reading reading(Spot written, Spot moved, Datum datum) {
        Place place = moved.at().place();
        double metres =
                datum == Datum.WGS_84 ? 0 : Geodesic.distance(written.at().place(), place);
        return new Reading(
                place, written.form(), datum, metres, written.resolution(), written.square(), PlaceText.of(place));
    }
}
