package org.parley.cli.check.report;

import java.util.List;
import org.parley.cli.check.search.Conflict;
import org.parley.space.drawing.Meeting;
import org.parley.space.drawing.Sketch;
import tools.jackson.core.JsonGenerator;

/** Geometries as GeoJSON. */
final class PlaceJson {
    private PlaceJson() {}

    /** Where two volumes meet, or the shortest line between them. */
    static void meeting(JsonGenerator json, Conflict conflict) {
        write(json, Meeting.of(conflict.volumeOfFirst(), conflict.volumeOfSecond(), conflict.separation()));
    }

    static void write(JsonGenerator json, Sketch sketch) {
        json.writeStartObject();
        switch (sketch) {
            case Sketch.Point point -> {
                type(json, "Point");
                position(json, point.at());
            }
            case Sketch.Line line
            when line.pieces().size() == 1 -> {
                type(json, "LineString");
                positions(json, line.pieces().getFirst());
            }
            case Sketch.Line line -> {
                type(json, "MultiLineString");
                lists(json, line.pieces());
            }
            case Sketch.Polygons polygons
            when polygons.polygons().size() == 1 -> {
                type(json, "Polygon");
                lists(json, polygons.polygons().getFirst().rings());
            }
            case Sketch.Polygons polygons -> {
                type(json, "MultiPolygon");
                json.writeStartArray();
                polygons.polygons().forEach(polygon -> lists(json, polygon.rings()));
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void type(JsonGenerator json, String type) {
        json.writeStringProperty("type", type);
        json.writeName("coordinates");
    }

    private static void lists(JsonGenerator json, List<List<Sketch.Position>> lists) {
        json.writeStartArray();
        lists.forEach(list -> positions(json, list));
        json.writeEndArray();
    }

    private static void positions(JsonGenerator json, List<Sketch.Position> positions) {
        json.writeStartArray();
        positions.forEach(position -> position(json, position));
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, Sketch.Position position) {
        json.writeStartArray();
        json.writeNumber(Figures.degrees(position.lon()));
        json.writeNumber(Figures.degrees(position.lat()));
        json.writeEndArray();
    }
}
