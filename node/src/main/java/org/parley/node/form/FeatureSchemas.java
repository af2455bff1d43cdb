package org.parley.node.form;

import static org.parley.node.form.FormSchemas.closed;
import static org.parley.node.form.FormSchemas.described;
import static org.parley.node.form.FormSchemas.reference;
import static org.parley.node.form.FormSchemas.typed;
import static org.parley.node.form.FormSchemas.words;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of features that stand for a body with volumes; see {@link Features}. */
final class FeatureSchemas {
    private FeatureSchemas() {}

    /**
     * A body, a feature that is its one volume, or a collection with a feature for each.
     *
     * @param volumes the field of the body that features replace
     */
    static ObjectNode either(ObjectNode body, String volumes) {
        ObjectNode common = (ObjectNode) body.path("properties").deepCopy();
        common.remove(volumes);
        return described("a body with volumes, or features of GeoJSON, each of which is a volume")
                .set("anyOf", FormSchemas.either(body, feature(common), collection(common)));
    }

    private static ObjectNode feature(ObjectNode common) {
        ObjectNode properties = (ObjectNode) CommonSchemas.volume().path("properties");
        properties.remove("geometry");
        properties.setAll(common.deepCopy());
        ObjectNode feature = typed("object", "a Feature of GeoJSON: one volume");
        ObjectNode members = feature.putObject("properties");
        members.set("type", words(List.of("Feature")));
        members.set("geometry", reference("Geometry"));
        members.set("properties", object(properties));
        members.set("id", described("is not kept"));
        members.set("bbox", described("is not read"));
        return closed(feature, List.of("type", "geometry", "properties"));
    }

    private static ObjectNode collection(ObjectNode common) {
        ObjectNode collection = typed("object", "features that have the fields of the body in common: a volume each");
        ObjectNode members = collection.putObject("properties");
        members.set("type", words(List.of("FeatureCollection")));
        members.set("features", typed("array").put("minItems", 1).set("items", feature(common)));
        members.set("properties", object(common.deepCopy()));
        members.set("bbox", described("is not read"));
        return closed(collection, List.of("type", "features"));
    }

    private static ObjectNode object(ObjectNode properties) {
        ObjectNode object = typed("object");
        object.set("properties", properties);
        return closed(object, List.of());
    }
}
