package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import org.parley.space.Problem;
import org.parley.space.footprint.Extent;

/** What an expected area tells of a reading outside of it: which usual slip would have put it there. */
final class Area {
    private Area() {}

    static boolean holds(Extent area, Degrees at) {
        double east = at.longitude() - area.west();
        double turned = east - 360 * Math.floor(east / 360);
        return at.latitude() >= area.south() && at.latitude() <= area.north() && turned <= area.width();
    }

    /** Warnings; none when the reading lies in the area. */
    static List<Problem> check(Extent area, String text, Spot spot) {
        if (holds(area, spot.at())) {
            return List.of();
        }
        List<Problem> warnings = new ArrayList<>();
        for (Spot.Slip slip : spot.slips()) {
            if (holds(area, slip.meant())) {
                warnings.add(new Problem(
                        "coordinates",
                        text,
                        "lies outside the expected area, and inside it " + slip.what(),
                        "if that was meant, enter " + PlaceText.dd(slip.meant().place())));
            }
        }
        if (warnings.isEmpty()) {
            warnings.add(new Problem(
                    "coordinates", text, "lies outside the expected area, " + print(area), "look at the map"));
        }
        return warnings;
    }

    private static String print(Extent area) {
        return "latitudes " + Decimal.print(area.south(), 2) + "° to " + Decimal.print(area.north(), 2)
                + "°, longitudes " + Decimal.print(area.west(), 2) + "° to "
                + Decimal.print(area.west() + area.width(), 2) + "°";
    }
}
