package org.parley.node.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.canonical.Json;
import org.parley.record.form.FieldType.Whole;
import org.parley.record.volume.Shape;
import org.parley.space.Limits;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import tools.jackson.databind.JsonNode;

/** Reads a shape: a geometry of GeoJSON with what GeoJSON cannot say, a radius or half a width. */
final class GeometryReader {
    /** The fields of a shape. */
    static final Set<String> NAMES = Set.of("geometry", "radius", "halfWidth", "edges");

    static final String ASKED =
            "a geometry of GeoJSON: Point with radius, LineString with halfWidth, Polygon or" + " MultiPolygon";

    static final Whole RADIUS = new Whole(1, ((long) Limits.RADIUS) * 100, "centimetres");
    static final Whole HALF_WIDTH = new Whole(1, ((long) Limits.HALF_WIDTH) * 100, "centimetres");

    /** A shape as drawn, and what it covers. */
    record Drawn(Shape shape, Footprint footprint) {}

    private final PlaceReader places;
    private final Findings findings;

    GeometryReader(PlaceReader places, Findings findings) {
        this.places = places;
        this.findings = findings;
    }

    /** A shape alone; empty where something is wrong, which is then among the findings. */
    Optional<Json> shape(JsonNode given, String at) {
        if (!given.isObject()) {
            findings.wrong(at, given, "no shape", "give " + ASKED);
            return Optional.empty();
        }
        Names.check(given, NAMES, at + ".", findings);
        return drawn(given, at).map(drawn -> drawn.shape().json());
    }

    /** The shape that the fields of an object say; it may have others. */
    Optional<Drawn> drawn(JsonNode given, String at) {
        int before = findings.wrong();
        Edges edges = edges(given, at);
        Optional<Shape> shape =
                OutsideJson.at(given, "geometry").flatMap(geometry -> geometry(given, geometry, edges, at));
        if (OutsideJson.at(given, "geometry").isEmpty()) {
            findings.absent(at + ".geometry", ASKED);
        }
        if (shape.isEmpty() || findings.wrong() > before) {
            return Optional.empty();
        }
        return findings.take(shape.get().footprint(), field -> field(at, field))
                .map(footprint -> new Drawn(shape.get(), footprint));
    }

    private static String field(String at, String field) {
        return field.startsWith("coordinates") ? at + ".geometry." + field : at + "." + field;
    }

    private Edges edges(JsonNode given, String at) {
        Optional<JsonNode> edges = OutsideJson.at(given, "edges");
        if (edges.isEmpty() || says(edges.get(), "planar")) {
            return Edges.PLANAR;
        }
        if (!says(edges.get(), "geodesic")) {
            findings.wrong(at + ".edges", edges.get(), "neither planar nor geodesic", "give one of them");
        }
        return Edges.GEODESIC;
    }

    private static boolean says(JsonNode node, String word) {
        return node.isString() && node.stringValue().equals(word);
    }

    private Optional<Shape> geometry(JsonNode given, JsonNode geometry, Edges edges, String at) {
        String where = at + ".geometry";
        if (PlaceReader.isWritten(geometry)) {
            return circle(given, geometry, at);
        }
        Optional<JsonNode> type = OutsideJson.at(geometry, "type").filter(JsonNode::isString);
        if (type.isEmpty()) {
            findings.wrong(where, geometry, "no geometry", "give " + ASKED);
            return Optional.empty();
        }
        if (says(type.get(), "Point")) {
            return circle(given, geometry, at);
        }
        unused(given, "radius", "Point", at);
        Optional<JsonNode> coordinates = OutsideJson.at(geometry, "coordinates");
        if (coordinates.isEmpty()) {
            findings.absent(where + ".coordinates", "positions as RFC 7946 has them");
            return Optional.empty();
        }
        Names.check(geometry, Set.of("type", "coordinates", "bbox"), where + ".", findings);
        String in = where + ".coordinates";
        return switch (type.get().stringValue()) {
            case "LineString" -> corridor(given, coordinates.get(), edges, at);
            case "Polygon" -> area(given, List.of(rings(coordinates.get(), in)), edges, at);
            case "MultiPolygon" -> area(given, polygons(coordinates.get(), in), edges, at);
            default -> {
                findings.wrong(
                        where + ".type",
                        type.get(),
                        "not Point, LineString, Polygon or MultiPolygon",
                        "give one volume for each part");
                yield Optional.empty();
            }
        };
    }

    private Optional<Shape> circle(JsonNode given, JsonNode point, String at) {
        unused(given, "halfWidth", "LineString", at);
        Optional<Place> centre = places.point(point, at + ".geometry");
        Optional<Long> radius = length(given, "radius", RADIUS, "a Point needs one", at);
        return centre.isPresent() && radius.isPresent()
                ? Optional.of(new Shape.Circle(centre.get(), radius.get()))
                : Optional.empty();
    }

    private Optional<Shape> corridor(JsonNode given, JsonNode coordinates, Edges edges, String at) {
        List<Place> line = line(coordinates, at + ".geometry.coordinates");
        Optional<Long> halfWidth = length(given, "halfWidth", HALF_WIDTH, "a LineString needs one", at);
        places.expected(line, at + ".geometry");
        return halfWidth.map(width -> new Shape.Corridor(line, width, edges));
    }

    private Optional<Shape> area(JsonNode given, List<List<List<Place>>> polygons, Edges edges, String at) {
        unused(given, "halfWidth", "LineString", at);
        polygons.forEach(rings -> rings.forEach(ring -> places.expected(ring, at + ".geometry")));
        return Optional.of(new Shape.Area(polygons, edges));
    }

    private Optional<Long> length(JsonNode given, String name, Whole whole, String need, String at) {
        Optional<JsonNode> value = OutsideJson.at(given, name);
        if (value.isEmpty()) {
            findings.wrong(at + "." + name, "absent", need, "give " + Quantity.LENGTH.asked(whole));
        }
        return value.flatMap(node -> Quantity.LENGTH.read(whole, node, at + "." + name, findings))
                .map(Json::integer);
    }

    private void unused(JsonNode given, String name, String geometry, String at) {
        OutsideJson.at(given, name)
                .ifPresent(value -> findings.warn(
                        at + "." + name,
                        OutsideJson.shown(value),
                        "counts only with a " + geometry,
                        "remove it or change the geometry"));
    }

    private List<List<List<Place>>> polygons(JsonNode coordinates, String at) {
        List<List<List<Place>>> polygons = new ArrayList<>();
        for (int i = 0; i < items(coordinates, at); i++) {
            polygons.add(rings(coordinates.get(i), at + "[" + i + "]"));
        }
        return polygons;
    }

    private List<List<Place>> rings(JsonNode coordinates, String at) {
        List<List<Place>> rings = new ArrayList<>();
        for (int i = 0; i < items(coordinates, at); i++) {
            rings.add(closed(line(coordinates.get(i), at + "[" + i + "]"), at + "[" + i + "]"));
        }
        return rings;
    }

    /** In a body rings are closed. */
    private List<Place> closed(List<Place> ring, String at) {
        if (ring.size() < 3 || ring.getFirst().equals(ring.getLast())) {
            return ring;
        }
        findings.warn(at, "open ring", "closed from its last vertex to its first", "nothing to do");
        List<Place> closed = new ArrayList<>(ring);
        closed.add(ring.getFirst());
        return closed;
    }

    private List<Place> line(JsonNode coordinates, String at) {
        List<Place> line = new ArrayList<>();
        boolean heights = false;
        for (int i = 0; i < items(coordinates, at); i++) {
            JsonNode position = coordinates.get(i);
            heights |= position.isArray() && position.size() > 2;
            places.position(position, at + "[" + i + "]").ifPresent(line::add);
        }
        if (heights) {
            findings.warn(at, "with heights", "heights in positions are not read", "state lower and upper");
        }
        return line;
    }

    private int items(JsonNode list, String at) {
        if (!list.isArray() || list.isEmpty()) {
            findings.wrong(at, list, "no list of positions", "give positions as RFC 7946 has them");
            return 0;
        }
        return list.size();
    }
}
