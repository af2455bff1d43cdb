package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads a figure of a plane as a sketch: its polygons, else its lines, else its first point. */
final class Drawn {
    private final Plane plane;
    private final Seam seam;
    private final List<Sketch.Polygon> polygons = new ArrayList<>();
    private final List<List<Sketch.Position>> pieces = new ArrayList<>();
    private final List<Sketch.Position> points = new ArrayList<>();

    private Drawn(Plane plane) {
        this.plane = plane;
        this.seam = new Seam(plane);
    }

    /** The sketch of a figure; empty where the figure is, or is finer than the grid. */
    static Optional<Sketch> of(Geometry figure, Plane plane) {
        Drawn drawn = new Drawn(plane);
        drawn.read(figure.norm());
        if (!drawn.polygons.isEmpty()) {
            return Optional.of(new Sketch.Polygons(drawn.polygons));
        }
        if (!drawn.pieces.isEmpty()) {
            return Optional.of(new Sketch.Line(drawn.pieces));
        }
        return drawn.points.stream().findFirst().map(Sketch.Point::new);
    }

    private void read(Geometry figure) {
        switch (figure) {
            case Polygon polygon when !polygon.isEmpty() -> polygons.addAll(seam.polygons(polygon));
            case LineString line when !line.isEmpty() -> pieces.addAll(seam.pieces(line));
            case Point point
            when !point.isEmpty() ->
                points.add(Sketch.Position.of(
                        plane.direction(point.getCoordinate()).place()));
            default -> {
                for (int i = 0; figure.getNumGeometries() > 1 && i < figure.getNumGeometries(); i++) {
                    read(figure.getGeometryN(i));
                }
            }
        }
    }
}
