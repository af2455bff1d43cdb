package org.parley.node.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.record.Kind;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.record.volume.StatedVolume;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Feature or a FeatureCollection of GeoJSON as a body with volumes: each feature is one. Properties are those of its
 * volume, or fields of the body, on which all features must agree; a collection may have properties of its own.
 *
 * @param body what was given, or the body with volumes that it means
 * @param field the field of the volumes; empty where no features were given
 * @param many whether it is a collection
 * @param sources where each other field of the body was found
 */
record Features(JsonNode body, Optional<String> field, boolean many, Map<String, String> sources) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> OF_COLLECTION = Set.of("type", "features", "properties", "bbox");
    private static final Set<String> OF_FEATURE = Set.of("type", "geometry", "properties", "id", "bbox");

    Features {
        sources = Map.copyOf(sources);
    }

    /** What was given, unfolded if it is a feature or several and the kind has volumes. */
    static Features of(Kind kind, JsonNode outside, Findings findings) {
        Optional<String> volumes = kind.form().fields().stream()
                .filter(Features::holdsVolumes)
                .map(Field::name)
                .findFirst();
        String type = outside.path("type").stringValueOpt().orElse("");
        boolean many = type.equals("FeatureCollection");
        if (volumes.isEmpty() || (!many && !type.equals("Feature"))) {
            return new Features(outside, Optional.empty(), false, Map.of());
        }
        return new Unfolding(kind.form(), volumes.get(), many, findings).unfold(outside);
    }

    static boolean holdsVolumes(Field field) {
        return field.type() instanceof FieldType.ListOf(FieldType.Group(var form), int most)
                && form.equals(StatedVolume.FORM);
    }

    /** The name that its author knows a field of the body by. */
    String given(String path) {
        if (field.isEmpty()) {
            return path;
        }
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        String head = path.substring(0, end);
        return head.equals(field.get())
                ? ofFeature(path.substring(end))
                : sources.getOrDefault(head, head) + path.substring(end);
    }

    /** @param rest {@code [2].lower} say */
    private String ofFeature(String rest) {
        int end = rest.indexOf(']') + 1;
        String feature = many ? "features" + rest.substring(0, end) : "";
        String inside = rest.substring(Math.min(rest.length(), end == 0 ? 0 : end + 1));
        boolean whole = inside.isEmpty() || inside.startsWith("geometry");
        String named = whole ? inside : "properties." + inside;
        String between = feature.isEmpty() || named.isEmpty() ? "" : ".";
        return feature.isEmpty() && named.isEmpty() ? "feature" : feature + between + named;
    }

    /** Unfolds one collection. */
    private static final class Unfolding {
        private final Form form;
        private final String field;
        private final boolean many;
        private final Findings findings;
        private final ObjectNode body = JSON.objectNode();
        private final ArrayNode volumes = JSON.arrayNode();
        private final Map<String, String> sources = new HashMap<>();

        Unfolding(Form form, String field, boolean many, Findings findings) {
            this.form = form;
            this.field = field;
            this.many = many;
            this.findings = findings;
        }

        Features unfold(JsonNode outside) {
            if (many) {
                Names.check(outside, OF_COLLECTION, "", findings);
                properties(outside, "", Optional.empty());
                JsonNode features = outside.path("features");
                for (int i = 0; i < features.size(); i++) {
                    feature(features.get(i), "features[" + i + "].");
                }
            } else {
                feature(outside, "");
            }
            body.set(field, volumes);
            for (Field absent : form.fields()) {
                sources.putIfAbsent(absent.name(), "properties." + absent.name());
            }
            return new Features(body, Optional.of(field), many, sources);
        }

        private void feature(JsonNode feature, String within) {
            ObjectNode volume = JSON.objectNode();
            volumes.add(volume);
            if (!feature.path("type").stringValueOpt().orElse("").equals("Feature")) {
                findings.wrong(within + "type", feature.path("type"), "no Feature", "give a Feature");
                return;
            }
            Names.check(feature, OF_FEATURE, within, findings);
            OutsideJson.at(feature, "id")
                    .ifPresent(id -> findings.warn(
                            within + "id", OutsideJson.shown(id), "is not kept", "a record gets a name of its own"));
            OutsideJson.at(feature, "geometry").ifPresent(geometry -> volume.set("geometry", geometry));
            properties(feature, within, Optional.of(volume));
        }

        private void properties(JsonNode of, String within, Optional<ObjectNode> volume) {
            Optional<JsonNode> properties = OutsideJson.at(of, "properties");
            if (properties.isEmpty()) {
                return;
            }
            if (!properties.get().isObject()) {
                findings.wrong(within + "properties", properties.get(), "no object", "give an object");
                return;
            }
            for (Map.Entry<String, JsonNode> member : properties.get().properties()) {
                boolean ofVolume = volume.isPresent()
                        && VolumeReader.NAMES.contains(member.getKey())
                        && !member.getKey().equals("geometry");
                if (ofVolume) {
                    volume.get().set(member.getKey(), member.getValue());
                } else if (!member.getValue().isNull()) {
                    common(member.getKey(), member.getValue(), within + "properties." + member.getKey());
                }
            }
        }

        private void common(String name, JsonNode value, String at) {
            Optional<JsonNode> before = OutsideJson.at(body, name);
            if (before.isEmpty()) {
                body.set(name, value);
                sources.put(name, at);
            } else if (!before.get().equals(value)) {
                findings.wrong(
                        at,
                        value,
                        "differs from " + OutsideJson.shown(before.get()) + " of another feature",
                        "all volumes of a record have it in common");
            }
        }
    }
}
