package org.parley.cli.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record is to say, as outsiders write it: the fields of its kind, or a Feature or FeatureCollection of GeoJSON whose
 * properties are the fields. It is put together here and read by the node alone.
 */
final class Body {
    /** What a volume shows besides what its author states: the node computes it anew. */
    private static final Set<String> COMPUTED = Set.of("hae", "levels");

    private static final String VOLUMES = "volumes";
    private static final String PROPERTIES = "properties";
    private static final Set<String> GEOMETRIES = Set.of("Point", "LineString", "Polygon", "MultiPolygon");
    private static final Set<String> OF_A_SHAPE = Set.of("radius", "halfWidth", "edges");

    private final ObjectNode whole;

    private Body(ObjectNode whole) {
        this.whole = whole;
    }

    static Body empty() {
        return new Body(Jsons.object());
    }

    /** What stands in a file; a geometry alone is one volume. */
    static Body of(ObjectNode given) {
        Body body = new Body(isGeometry(given) ? Jsons.object() : given);
        if (isGeometry(given)) {
            body.draw(given);
        }
        return body;
    }

    /** What the current version of a record says, without what the node computed of it. */
    static Body current(JsonNode shown) {
        Body body = new Body((ObjectNode) shown.deepCopy());
        body.parts().forEach(volume -> volume.remove(COMPUTED));
        return body;
    }

    /** The shape that a file draws: a geometry, or a Feature with one. */
    static ObjectNode shape(ObjectNode given, Path file) {
        ObjectNode shape = Jsons.object();
        if (isGeometry(given)) {
            shape.set("geometry", given);
            return shape;
        }
        if (!given.path("geometry").isObject()) {
            throw new BadInput(file + ": no geometry", "give a GeoJSON Feature, or a geometry alone");
        }
        shape.set("geometry", given.path("geometry"));
        JsonNode of = given.has(PROPERTIES) ? given.path(PROPERTIES) : given;
        OF_A_SHAPE.stream().filter(of::has).forEach(name -> shape.set(name, of.path(name)));
        return shape;
    }

    private static boolean isGeometry(JsonNode given) {
        return GEOMETRIES.contains(given.path("type").asString(""));
    }

    private boolean isFeature() {
        return whole.path("type").asString("").equals("Feature");
    }

    private boolean isCollection() {
        return whole.path("type").asString("").equals("FeatureCollection");
    }

    /** What is sent. */
    ObjectNode json() {
        return whole;
    }

    /** Sets a field that is common to all volumes; dots lead into objects. */
    void set(String path, JsonNode value) {
        ObjectNode in = isFeature() || isCollection() ? inside(whole, PROPERTIES) : whole;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            in = inside(in, names[i]);
        }
        in.set(names[names.length - 1], value);
    }

    private static ObjectNode inside(ObjectNode of, String name) {
        return of.path(name) instanceof ObjectNode there ? there : of.putObject(name);
    }

    /** Whether a field is said that is common to all volumes. */
    boolean has(String name) {
        boolean ofOne =
                features().stream().anyMatch(feature -> feature.path(PROPERTIES).has(name));
        return ofOne || (isCollection() ? whole.path(PROPERTIES) : whole).has(name);
    }

    /** Takes over what another says and this one does not. */
    void takeOver(Body other) {
        other.whole.properties().forEach(field -> {
            boolean drawn = field.getKey().equals(VOLUMES) && (isFeature() || isCollection());
            if (!drawn && !has(field.getKey())) {
                set(field.getKey(), field.getValue());
            }
        });
    }

    /** Begins a single volume with this geometry, in place of all that were there. */
    void draw(JsonNode geometry) {
        if (isFeature() || isCollection()) {
            throw new BadInput("a file of features and an option draw it", "leave one of them out");
        }
        List<ObjectNode> before = parts();
        ObjectNode volume = before.size() == 1 ? before.getFirst() : Jsons.object();
        OF_A_SHAPE.forEach(volume::remove);
        volume.set("geometry", geometry);
        whole.set(VOLUMES, Jsons.array().add(volume));
    }

    /** Sets a field of every volume. */
    void setEach(String name, JsonNode value) {
        if (parts().isEmpty()) {
            whole.set(VOLUMES, Jsons.array().add(Jsons.object()));
        }
        parts().forEach(volume -> volume.set(name, value));
    }

    /** The objects that hold what volumes have each of their own. */
    private List<ObjectNode> parts() {
        if (isFeature()) {
            return List.of(inside(whole, PROPERTIES));
        } else if (isCollection()) {
            return features().stream()
                    .map(feature -> inside(feature, PROPERTIES))
                    .toList();
        }
        return objects(whole.path(VOLUMES));
    }

    private List<ObjectNode> features() {
        return isFeature() ? List.of(whole) : objects(whole.path("features"));
    }

    private static List<ObjectNode> objects(JsonNode list) {
        List<ObjectNode> objects = new ArrayList<>();
        list.forEach(each -> {
            if (each instanceof ObjectNode object) {
                objects.add(object);
            }
        });
        return objects;
    }

    /** Several features as one body. */
    static Body together(List<ObjectNode> features) {
        if (features.size() == 1) {
            return of(features.getFirst());
        }
        ObjectNode collection = Jsons.object().put("type", "FeatureCollection");
        ArrayNode all = collection.putArray("features");
        features.forEach(all::add);
        return new Body(collection);
    }

    /** What it calls itself. */
    Optional<String> name() {
        return features().stream()
                .map(feature -> feature.path(PROPERTIES))
                .findFirst()
                .orElse(whole)
                .path("name")
                .stringValueOpt();
    }
}
