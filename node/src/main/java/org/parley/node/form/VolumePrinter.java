package org.parley.node.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.space.Entered;
import org.parley.space.footprint.Edges;
import org.parley.space.geodesy.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows places, shapes and volumes; what has not their form is shown as nothing. */
final class VolumePrinter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Decimals of a degree in a body. */
    private static final int DECIMALS = 7;

    private VolumePrinter() {}

    /** A place as a GeoJSON Point. */
    static Optional<JsonNode> place(Json json) {
        try {
            return Optional.of(geometry("Point", position(Positions.place(json))));
        } catch (IllegalArgumentException unlike) {
            return Optional.empty();
        }
    }

    /** A shape as a geometry of GeoJSON with what that cannot say. */
    static Optional<ObjectNode> shape(Json json) {
        return Shape.read(json) instanceof Entered.Accepted<Shape>(Shape shape, var warnings)
                ? Optional.of(shape(shape))
                : Optional.empty();
    }

    private static ObjectNode shape(Shape shape) {
        ObjectNode shown = JSON.objectNode();
        switch (shape) {
            case Shape.Circle(Place centre, long radius) -> {
                shown.set("geometry", geometry("Point", position(centre)));
                shown.put("radius", Quantity.LENGTH.shown(radius));
            }
            case Shape.Corridor(List<Place> line, long halfWidth, Edges edges) -> {
                shown.set("geometry", geometry("LineString", positions(line)));
                shown.put("halfWidth", Quantity.LENGTH.shown(halfWidth));
                edges(shown, edges);
            }
            case Shape.Area(List<List<List<Place>>> polygons, Edges edges) -> {
                shown.set("geometry", area(polygons));
                edges(shown, edges);
            }
        }
        return shown;
    }

    /** Those of GeoJSON, planar, are shown too: a reader need not know which are meant where nothing is said. */
    private static void edges(ObjectNode shown, Edges edges) {
        shown.put(
                "edges",
                switch (edges) {
                    case PLANAR -> "planar";
                    case GEODESIC -> "geodesic";
                });
    }

    private static ObjectNode geometry(String type, JsonNode coordinates) {
        ObjectNode geometry = JSON.objectNode();
        geometry.put("type", type);
        geometry.set("coordinates", coordinates);
        return geometry;
    }

    private static JsonNode area(List<List<List<Place>>> polygons) {
        if (polygons.size() == 1) {
            return geometry("Polygon", rings(polygons.getFirst()));
        }
        ArrayNode all = JSON.arrayNode();
        polygons.forEach(rings -> all.add(rings(rings)));
        return geometry("MultiPolygon", all);
    }

    private static ArrayNode rings(List<List<Place>> rings) {
        ArrayNode shown = JSON.arrayNode();
        rings.forEach(ring -> shown.add(positions(ring)));
        return shown;
    }

    private static ArrayNode positions(List<Place> places) {
        ArrayNode shown = JSON.arrayNode();
        places.forEach(place -> shown.add(position(place)));
        return shown;
    }

    private static ArrayNode position(Place place) {
        return JSON.arrayNode().add(degrees(place.lon())).add(degrees(place.lat()));
    }

    private static BigDecimal degrees(int units) {
        return BigDecimal.valueOf(units, DECIMALS);
    }

    /** A volume of a body that has its form. */
    static Optional<JsonNode> volume(Json.Obj volume) {
        Optional<ObjectNode> shape = volume.get("shape").flatMap(VolumePrinter::shape);
        Optional<Json.Obj> band =
                volume.get("band").filter(Json.Obj.class::isInstance).map(Json::object);
        if (shape.isEmpty() || band.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode shown = shape.get();
        for (String name : List.of("lower", "upper")) {
            Optional<Json> bound = band.get().get(name);
            Optional<String> written = bound.flatMap(HeightReader::written);
            if (bound.isPresent() && written.isEmpty()) {
                return Optional.empty();
            }
            written.ifPresent(text -> shown.put(name, text));
        }
        for (String name : List.of("from", "until")) {
            volume.get(name).ifPresent(json -> shown.set(name, RawJson.of(json)));
        }
        shown.setAll(band(band.get()));
        return Optional.of(shown);
    }

    /** What a band counts as: metres above the ellipsoid, and feet of pressure altitude where it lies between levels. */
    static ObjectNode band(Json.Obj band) {
        ObjectNode shown = JSON.objectNode();
        for (String name : List.of("hae", "levels")) {
            if (band.get(name).orElse(Json.of(0)) instanceof Json.Obj bounds) {
                ObjectNode both = shown.putObject(name);
                bounds.members().forEach(bound -> both.set(bound.name(), bound(name, bound.value())));
            }
        }
        return shown;
    }

    private static JsonNode bound(String name, Json value) {
        return value instanceof Json.Int(long number) && name.equals("hae")
                ? JSON.numberNode(Quantity.LENGTH.shown(number))
                : RawJson.of(value);
    }
}
