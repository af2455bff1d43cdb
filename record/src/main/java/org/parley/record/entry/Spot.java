package org.parley.record.entry;

import java.util.List;

/**
 * A point as its form says it, before datum and expected area.
 *
 * @param resolution metres that the last digit written stands for
 * @param square side in metres of the grid square whose south-west corner the point is; 0 for a point
 * @param slips other points that the same digits would be after a usual slip of the writer
 */
record Spot(Degrees at, CoordinateForm form, double resolution, double square, List<Slip> slips) {
    Spot {
        slips = List.copyOf(slips);
    }

    /**
     * What the writer may have meant instead.
     *
     * @param what the slip, in words
     */
    record Slip(String what, Degrees meant) {}
}
