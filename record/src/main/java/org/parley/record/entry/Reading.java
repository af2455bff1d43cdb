package org.parley.record.entry;

import org.parley.space.geodesy.Place;

/**
 * A place as it was understood, to be shown to whoever wrote it before anything is sent.
 *
 * @param place the place on WGS 84
 * @param form the form that was read
 * @param datum the datum that was read
 * @param moved metres between the place of the same figures on WGS 84 and this one; 0 unless the datum is another
 * @param resolution metres that the last digit written stands for; the place is not known better
 * @param square side in metres of the MGRS square whose south-west corner the place is (where a zone's edge cuts that
 *     corner off, a point of the square within the zone), else 0. What must not be missed is to be grown by it: the author
 *     may have meant any point of the square
 * @param echo the place in every form
 */
public record Reading(
        Place place, CoordinateForm form, Datum datum, double moved, double resolution, double square, PlaceText echo) {
    /** What was read, in one line: {@code read as DDM, SK-42, moved 137 m to WGS 84, to 19 m}. */
    public String told() {
        String shift = datum == Datum.WGS_84 ? "" : ", moved " + Decimal.print(moved, 0) + " m to WGS 84";
        String extent = square > 0
                ? ", south-west corner of a square of " + Decimal.shortest(square) + " m"
                : ", to " + Decimal.print(resolution, resolution < 10 ? 2 : 0) + " m";
        return "read as " + form + ", " + datum.title() + shift + extent;
    }
}
