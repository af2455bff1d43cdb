package org.parley.node.form;

import static org.parley.node.form.FormSchemas.closed;
import static org.parley.node.form.FormSchemas.described;
import static org.parley.node.form.FormSchemas.either;
import static org.parley.node.form.FormSchemas.reference;
import static org.parley.node.form.FormSchemas.shown;
import static org.parley.node.form.FormSchemas.typed;
import static org.parley.node.form.FormSchemas.words;

import java.util.List;
import org.parley.record.form.FieldType.Whole;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what stands in bodies of many kinds: places, shapes, heights, instants, names of records. */
final class CommonSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CommonSchemas() {}

    static ObjectNode all() {
        ObjectNode all = JSON.objectNode();
        all.set("Moment", typed("string", LeafReader.MOMENT));
        all.set("RecordName", record());
        all.set("Coordinates", coordinates());
        all.set("Position", position());
        all.set(
                "Place",
                described(PlaceReader.ASKED).set("anyOf", either(geometry("Point", 0), reference("Coordinates"))));
        all.set("Geometry", geometries());
        all.set("Shape", shape());
        all.set("Height", height());
        return all;
    }

    private static ObjectNode record() {
        ObjectNode whole = typed("object");
        ObjectNode properties = whole.putObject("properties");
        properties.set("record", typed("string"));
        properties.set("leaf", typed("string").put("pattern", "^[0-9a-f]{64}$"));
        return described(LeafReader.RECORD + ", or with its leaf")
                .set("anyOf", either(typed("string"), closed(whole, List.of("record", "leaf"))));
    }

    private static ObjectNode coordinates() {
        ObjectNode written = typed("object");
        ObjectNode properties = written.putObject("properties");
        properties.set("text", typed("string"));
        properties.set("datum", typed("string", "WGS 84 or SK-42"));
        return described("coordinates as people write them: degrees in every form, MGRS, UTM, UPS")
                .set("anyOf", either(typed("string"), closed(written, List.of("text"))));
    }

    private static ObjectNode position() {
        ObjectNode numbers = typed("array", "longitude and latitude in degrees on WGS 84");
        numbers.put("minItems", 2).set("items", typed("number"));
        return JSON.objectNode().set("anyOf", either(numbers, reference("Coordinates")));
    }

    /** @param lists how many lists lie around a position */
    private static ObjectNode geometry(String type, int lists) {
        ObjectNode coordinates = reference("Position");
        for (int i = 0; i < lists; i++) {
            coordinates = typed("array").put("minItems", 1).set("items", coordinates);
        }
        ObjectNode geometry = typed("object");
        ObjectNode properties = geometry.putObject("properties");
        properties.set("type", words(List.of(type)));
        properties.set("coordinates", coordinates);
        properties.set("bbox", described("is not read"));
        return closed(geometry, List.of("type", "coordinates"));
    }

    private static ObjectNode geometries() {
        return described(GeometryReader.ASKED)
                .set(
                        "anyOf",
                        either(
                                geometry("Point", 0),
                                reference("Coordinates"),
                                geometry("LineString", 1),
                                geometry("Polygon", 2),
                                geometry("MultiPolygon", 3)));
    }

    static ObjectNode shape() {
        ObjectNode shape = typed("object", GeometryReader.ASKED);
        ObjectNode properties = shape.putObject("properties");
        properties.set("geometry", reference("Geometry"));
        properties.set("radius", length(GeometryReader.RADIUS));
        properties.set("halfWidth", length(GeometryReader.HALF_WIDTH));
        properties.set(
                "edges",
                words(List.of("planar", "geodesic")).put("description", "how vertices are joined; planar unless said"));
        return closed(shape, List.of("geometry"));
    }

    private static ObjectNode length(Whole whole) {
        return FormSchemas.number(whole).put("description", Quantity.LENGTH.asked(whole));
    }

    private static ObjectNode height() {
        ObjectNode stated = typed("object");
        ObjectNode properties = stated.putObject("properties");
        ObjectNode value = properties.putObject("value");
        value.putArray("type").add("number").add("string");
        properties.set("unit", typed("string", "m, ft or km; none for FL"));
        properties.set("ref", typed("string", "HAE, AMSL, AGL, FL, SFC or UNL"));
        return described(HeightReader.ASKED).set("anyOf", either(typed("string"), closed(stated, List.of("ref"))));
    }

    static ObjectNode volume() {
        ObjectNode volume = typed(
                "object", "a shape with a band of heights and a window of time; a bound that is left out is none");
        ObjectNode properties = volume.putObject("properties");
        properties.setAll((ObjectNode) shape().path("properties"));
        properties.set("lower", reference("Height"));
        properties.set("upper", reference("Height"));
        properties.set("from", reference("Moment"));
        properties.set("until", reference("Moment"));
        properties.set("hae", shown("object", "metres above WGS 84, as computed"));
        properties.set("levels", shown("object", "feet of pressure altitude, between flight levels"));
        return closed(volume, List.of("geometry", "from", "until"));
    }
}
