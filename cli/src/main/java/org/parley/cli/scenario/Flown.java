package org.parley.cli.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.parley.cli.tracks.Tracks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real flight that a scenario uses elsewhere and at another time. All of its positions are moved alike, and it is always told
 * that they are.
 *
 * @param source what it is and whose data it is
 * @param file the resource with the positions
 * @param flight which of the flights in it
 * @param east degrees by which it is moved
 * @param north degrees by which it is moved
 * @param later by how much
 */
record Flown(String source, String file, String flight, BigDecimal east, BigDecimal north, Duration later) {
    /** What of a feature says how wide it is. */
    private static final List<String> SHAPE = List.of("radius", "halfWidth", "edges");

    static Flown read(JsonNode json) {
        return new Flown(
                json.path("source").asString(),
                json.path("file").asString(),
                json.path("flight").asString(),
                json.path("east").decimalValue(),
                json.path("north").decimalValue(),
                Duration.ofSeconds(json.path("later").asLong()));
    }

    /** The volumes in which it flew, as the API takes them. */
    ArrayNode volumes() throws IOException {
        StringWriter features = new StringWriter();
        try (InputStream in = Objects.requireNonNull(Flown.class.getResourceAsStream(file))) {
            Tracks.USUAL.write(in, file, callsign -> "", false, features);
        }
        ArrayNode volumes = JsonNodeFactory.instance.arrayNode();
        features.toString()
                .lines()
                .map(Scenario.JSON::readTree)
                .filter(feature ->
                        feature.path("properties").path("flight").asString("").equals(flight))
                .map(this::volume)
                .forEach(volumes::add);
        return volumes;
    }

    private ObjectNode volume(JsonNode feature) {
        JsonNode of = feature.path("properties");
        ObjectNode volume = JsonNodeFactory.instance.objectNode();
        ObjectNode geometry = volume.putObject("geometry");
        geometry.set("type", feature.path("geometry").path("type"));
        geometry.set("coordinates", moved(feature.path("geometry").path("coordinates"), 0));
        for (String name : SHAPE) {
            Scenario.at(of, name).ifPresent(value -> volume.set(name, value));
        }
        volume.put("lower", of.path("lower").decimalValue().toPlainString() + " m HAE");
        volume.put("upper", of.path("upper").decimalValue().toPlainString() + " m HAE");
        volume.put("from", later(of.path("from")));
        volume.put("until", later(of.path("until")));
        return volume;
    }

    /** A position has its numbers east first. */
    private JsonNode moved(JsonNode coordinates, int index) {
        if (coordinates.isNumber()) {
            return JsonNodeFactory.instance.numberNode(
                    coordinates.decimalValue().add(index == 0 ? east : north));
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < coordinates.size(); i++) {
            list.add(moved(coordinates.path(i), i));
        }
        return list;
    }

    private String later(JsonNode instant) {
        return Instant.parse(instant.asString()).plus(later).toString();
    }

    /** That it is moved, and by how much. */
    String told() {
        return source + ". SHIFTED: " + north.toPlainString() + "° north, " + east.toPlainString() + "° east and "
                + later.toDays() + " days " + later.toHoursPart() + " h " + later.toMinutesPart() + " min "
                + later.toSecondsPart() + " s later";
    }
}
