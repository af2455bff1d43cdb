package org.parley.record.volume;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.space.Entered;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;

/**
 * A footprint as its author drew it: what a body holds, and what every reader makes the same footprint of.
 *
 * <pre>
 *   {"circle":{"centre":[lon,lat],"radius":cm}}
 *   {"corridor":{"edges":"planar","halfWidth":cm,"line":[[lon,lat],…]}}
 *   {"area":{"edges":"planar","polygons":[[[[lon,lat],…],…],…]}}
 * </pre>
 *
 * <p>Without {@code edges} they are geodesic. Rings are closed; inside is the smaller area, whatever the winding.
 */
public sealed interface Shape {
    /** As it stands in a body. */
    Json.Obj json();

    /** What it covers; refused where it is no footprint, with every reason. */
    Entered<Footprint> footprint();

    /**
     * A circle.
     *
     * @param radius centimetres, geodesic
     */
    record Circle(Place centre, long radius) implements Shape {
        @Override
        public Json.Obj json() {
            return one(
                    "circle",
                    Json.Obj.builder().put("centre", Positions.of(centre)).put("radius", radius));
        }

        @Override
        public Entered<Footprint> footprint() {
            return FootprintEntry.circle(centre.longitude(), centre.latitude(), radius / 100.0);
        }
    }

    /**
     * All within so far of a line.
     *
     * @param halfWidth centimetres, geodesic
     */
    record Corridor(List<Place> line, long halfWidth, Edges edges) implements Shape {
        public Corridor {
            line = List.copyOf(line);
        }

        @Override
        public Json.Obj json() {
            return one(
                    "corridor",
                    Json.Obj.builder()
                            .put("edges", planar(edges))
                            .put("halfWidth", halfWidth)
                            .put("line", places(line)));
        }

        @Override
        public Entered<Footprint> footprint() {
            return FootprintEntry.corridor(Positions.degrees(line), halfWidth / 100.0, edges);
        }
    }

    /**
     * Polygons.
     *
     * @param polygons each a shell and its holes
     */
    record Area(List<List<List<Place>>> polygons, Edges edges) implements Shape {
        public Area {
            polygons = List.copyOf(polygons);
        }

        @Override
        public Json.Obj json() {
            List<Json> all = polygons.stream()
                    .<Json>map(
                            rings -> Json.of(rings.stream().map(Shape::places).toList()))
                    .toList();
            return one("area", Json.Obj.builder().put("edges", planar(edges)).put("polygons", Json.of(all)));
        }

        @Override
        public Entered<Footprint> footprint() {
            return FootprintEntry.area(
                    polygons.stream()
                            .map(rings -> rings.stream().map(Positions::degrees).toList())
                            .toList(),
                    edges);
        }
    }

    /** Reads the form above; refused with every reason. Whether it covers anything is asked of {@link #footprint}. */
    static Entered<Shape> read(Json json) {
        return ShapeReader.shape(json);
    }

    private static Json.Obj one(String name, Json.Builder of) {
        return Json.Obj.builder().put(name, of.build()).build();
    }

    private static Optional<Json> planar(Edges edges) {
        return edges == Edges.PLANAR ? Optional.of(Json.of("planar")) : Optional.empty();
    }

    private static Json places(List<Place> line) {
        return Json.of(line.stream().map(Positions::of).toList());
    }
}
