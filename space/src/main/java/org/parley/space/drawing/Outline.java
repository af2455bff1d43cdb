package org.parley.space.drawing;

import org.locationtech.jts.geom.Geometry;
import org.parley.space.footprint.Footprint;

/**
 * The outline of a footprint, for a map. It is a drawing and decides nothing: circles have 64 corners (16 where there
 * are more than 100 edges), a corridor of more than 1,000 edges loses vertices, the margin that planar edges carry is
 * not drawn.
 */
public final class Outline {
    private Outline() {}

    /**
     * Draws a footprint.
     *
     * @return polygons; a point or a line where the footprint has no width
     */
    public static Sketch of(Footprint footprint) {
        Plane plane = new Plane(footprint.middle());
        try {
            Geometry figure = Shape.whole(footprint, plane);
            return Drawn.of(figure, plane)
                    .orElseGet(() -> Meeting.point(footprint.chain().place(0)));
        } catch (RuntimeException geometryTooFine) {
            // JTS gives up on figures that collapse on its grid: a picture is not worth a failed check.
            return Meeting.point(footprint.chain().place(0));
        }
    }
}
