package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.footprint.Extent;

/**
 * Reads UTM and UPS: zone, easting, northing. The letter S after a zone is the band from 32° to 40° north to one writer
 * and the southern hemisphere to another, 10,000 km apart; where both are possible only the expected area decides, and
 * without one the text is refused.
 */
final class GridText {
    private GridText() {}

    private static final String METRES = "(\\d{1,8}(?:\\.\\d{1,6})?)";
    private static final String PAIR = "[ ,:]*(?:E(?:ASTING)?[ :=]*)?" + METRES
            + " ?(?:M ?E|M|E)?[ ,;]+(?:N(?:ORTHING)?[ :=]*)?" + METRES + " ?(?:M ?N|M|N)?";
    private static final Pattern UTM =
            Pattern.compile("(?:UTM[ :]*)?(?:ZONE[ :]*)?(\\d{1,2})(?![\\d.]) ?(NORTH|SOUTH|[A-Z]|)" + PAIR);
    private static final Pattern UPS = Pattern.compile("(?:UPS[ :]*)?(NORTH|SOUTH|[A-Z])" + PAIR);
    private static final Pattern SAID = Pattern.compile("(?:UTM|UPS|ZONE)\\b.*");

    private static final String UTM_EXAMPLE =
            "write zone, north or south, easting and northing: 37 north 412345 3876543";
    private static final String UPS_EXAMPLE =
            "write UPS north or UPS south, easting and northing: UPS north 2012345 1987654";

    /** An easting has six digits, what no degree has; fewer, and the text is taken for a latitude and a longitude. */
    private static final double LEAST_EASTING = 100_000;

    private static final double MOST_EASTING = 900_000;

    /** A place this far beyond its zone is still commonly given in it, in degrees of longitude: with a warning. */
    private static final double OVERLAP = 1;

    /** Both grids are used this far beyond their common limit, in degrees of latitude. */
    private static final double LAP = 0.5;

    static boolean looksSo(String plain) {
        Matcher utm = UTM.matcher(plain);
        Matcher ups = UPS.matcher(plain);
        return SAID.matcher(plain).matches()
                || (utm.matches() && eastingLong(utm.group(3)))
                || (ups.matches() && eastingLong(ups.group(2)));
    }

    private static boolean eastingLong(String easting) {
        return Double.parseDouble(easting) >= LEAST_EASTING;
    }

    static Entered<Spot> read(String plain, Optional<Extent> area) {
        Matcher utm = UTM.matcher(plain);
        Matcher ups = UPS.matcher(plain);
        if (utm.matches()) {
            return utm(plain, utm, area);
        }
        if (ups.matches()) {
            return ups(plain, ups);
        }
        return Entered.refused("coordinates", plain, "is not UTM or UPS", UTM_EXAMPLE + "; " + UPS_EXAMPLE);
    }

    private static Entered<Spot> utm(String plain, Matcher form, Optional<Extent> area) {
        int zone = Integer.parseInt(form.group(1));
        double easting = Double.parseDouble(form.group(3));
        double northing = Double.parseDouble(form.group(4));
        List<Problem> problems = new ArrayList<>();
        String letter = form.group(2);
        if (zone < 1 || zone > 60) {
            problems.add(new Problem("zone", form.group(1), "outside 1 to 60", UTM_EXAMPLE));
        }
        if (letter.isEmpty() || (letter.length() == 1 && ZoneCell.BANDS.indexOf(letter) < 0)) {
            problems.add(new Problem("zone", form.group(1) + letter, "says neither north nor south", UTM_EXAMPLE));
        }
        if (easting < LEAST_EASTING || easting > MOST_EASTING) {
            problems.add(new Problem("easting", form.group(3), "outside 100,000 to 900,000 m", UTM_EXAMPLE));
        }
        if (northing > Utm.FALSE_NORTHING) {
            problems.add(new Problem("northing", form.group(4), "above 10,000,000 m", UTM_EXAMPLE));
        }
        if (!problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        double resolution = resolution(form.group(3), form.group(4));
        Utm north = new Utm(zone, true, easting, northing);
        Utm south = new Utm(zone, false, easting, northing);
        return switch (letter) {
            case "NORTH" -> inZone(plain, north, resolution, List.of());
            case "SOUTH" -> inZone(plain, south, resolution, List.of());
            case "S" -> bandOrHemisphere(plain, north, south, resolution, area);
            case "N" -> inZone(plain, north, resolution, List.of());
            default -> inBand(plain, letter.charAt(0), letter.charAt(0) > 'N' ? north : south, resolution);
        };
    }

    private static Entered<Spot> bandOrHemisphere(
            String plain, Utm north, Utm south, double resolution, Optional<Extent> area) {
        if (!inBand('S', north)) {
            return inZone(plain, south, resolution, List.of());
        }
        boolean northFits = area.isPresent() && Area.holds(area.get(), north.degrees());
        boolean southFits = area.isPresent() && Area.holds(area.get(), south.degrees());
        if (northFits == southFits) {
            return Entered.refused(
                    "zone",
                    plain,
                    "S may be the band from 32° to 40° north or the southern hemisphere",
                    "write " + north.print() + ", or " + south.print());
        }
        Utm meant = northFits ? north : south;
        return inZone(
                plain,
                meant,
                resolution,
                List.of(new Problem(
                        "zone",
                        plain,
                        "S is read as the " + (northFits ? "band" : "southern hemisphere")
                                + ", since only so it lies in the expected area",
                        "write " + meant.print() + " to leave no doubt")));
    }

    private static boolean inBand(char band, Utm point) {
        double latitude = point.degrees().latitude();
        return Utm.covers(latitude) && ZoneCell.band(latitude) == band;
    }

    private static Entered<Spot> inBand(String plain, char band, Utm point, double resolution) {
        if (!inBand(band, point)) {
            return Entered.refused(
                    "zone",
                    plain,
                    "does not lie in band " + band,
                    "check the letter; with these figures it is " + point.print());
        }
        return inZone(plain, point, resolution, List.of());
    }

    private static Entered<Spot> inZone(String plain, Utm point, double resolution, List<Problem> warnings) {
        Degrees at = point.degrees();
        boolean wrongHalf = point.north() ? at.latitude() < 0 : at.latitude() > 0;
        if (wrongHalf || at.latitude() < Utm.SOUTHERN_LIMIT - LAP || at.latitude() >= Utm.NORTHERN_LIMIT + LAP) {
            return Entered.refused(
                    "northing", plain, "is not between 80° south and 84° north", "near the poles " + UPS_EXAMPLE);
        }
        List<Problem> all = new ArrayList<>(warnings);
        if (Utm.covers(at.latitude()) && ZoneCell.zone(at) != point.zone()) {
            String own = Utm.of(at).print();
            if (Math.abs(at.longitude() - Utm.meridian(point.zone()))
                    > ZoneCell.mostHalfWidth(point.zone(), at.latitude()) + OVERLAP) {
                String reason = "lies more than a degree outside zone " + point.zone();
                return Entered.refused("zone", plain, reason, "check the easting; the same place is " + own);
            }
            all.add(new Problem("zone", plain, "lies outside zone " + point.zone(), "in its own zone it is " + own));
        }
        Spot spot = new Spot(at, CoordinateForm.UTM, resolution, 0, List.of());
        return new Entered.Accepted<>(spot, all);
    }

    private static Entered<Spot> ups(String plain, Matcher form) {
        String zone = form.group(1);
        boolean north = zone.equals("NORTH") || zone.equals("N") || zone.equals("Y") || zone.equals("Z");
        boolean south = zone.equals("SOUTH") || zone.equals("S") || zone.equals("A") || zone.equals("B");
        if (north == south) {
            return Entered.refused("zone", plain, "is no polar zone", UPS_EXAMPLE);
        }
        Ups point = new Ups(north, Double.parseDouble(form.group(2)), Double.parseDouble(form.group(3)));
        Degrees at = point.degrees();
        if (north ? at.latitude() < Utm.NORTHERN_LIMIT - LAP : at.latitude() > Utm.SOUTHERN_LIMIT + LAP) {
            return Entered.refused(
                    "coordinates",
                    plain,
                    "lies outside the polar grid, which ends at 84° north and 80° south",
                    UPS_EXAMPLE);
        }
        boolean western = zone.equals("A") || zone.equals("Y");
        boolean eastern = zone.equals("B") || zone.equals("Z");
        if ((western && point.easting() >= Ups.POLE) || (eastern && point.easting() < Ups.POLE)) {
            String reason = "does not lie in the half " + zone + " of the polar grid";
            return Entered.refused("zone", plain, reason, "with these figures it is " + point.print());
        }
        double resolution = resolution(form.group(2), form.group(3));
        return Entered.accepted(new Spot(at, CoordinateForm.UPS, resolution, 0, List.of()));
    }

    private static double resolution(String easting, String northing) {
        return StrictMath.pow(10, -Math.min(decimals(easting), decimals(northing)));
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }
}
