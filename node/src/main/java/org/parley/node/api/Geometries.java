package org.parley.node.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GeoJSON (RFC 7946). */
final class Geometries {
    private Geometries() {}

    static ObjectNode point(Place place) {
        ObjectNode point = View.object().put("type", "Point");
        point.set("coordinates", position(place));
        return point;
    }

    static ArrayNode position(Place place) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(BigDecimal.valueOf(place.lon(), 7))
                .add(BigDecimal.valueOf(place.lat(), 7));
    }

    /** All vertices of a line, those too that were put between the drawn ones. */
    static ObjectNode line(Chain chain) {
        ObjectNode line = View.object().put("type", "LineString");
        ArrayNode positions = line.putArray("coordinates");
        for (int v = 0; v < chain.size(); v++) {
            positions.add(position(chain.place(v)));
        }
        return line;
    }

    /** All geometry that a body in outside form has; null where it has none. */
    static JsonNode of(JsonNode body) {
        List<JsonNode> found = new ArrayList<>();
        collect(body, found);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode collection = View.object().put("type", "GeometryCollection");
        ArrayNode all = collection.putArray("geometries");
        found.forEach(all::add);
        return collection;
    }

    private static void collect(JsonNode in, List<JsonNode> found) {
        if (in.isObject() && in.has("type") && in.has("coordinates")) {
            found.add(in);
        } else {
            in.forEach(part -> collect(part, found));
        }
    }
}
