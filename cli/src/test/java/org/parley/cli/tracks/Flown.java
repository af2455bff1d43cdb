package org.parley.cli.tracks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.parley.space.Volume;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;
import org.parley.space.separation.ExactTest;
import org.parley.space.window.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came out of a conversion, read back by other code than wrote it, and asked where a position lies. */
final class Flown {
    private static final JsonMapper MAPPER = new JsonMapper();

    record Part(JsonNode properties, Volume volume) {}

    final Tracks.Result result;
    final List<JsonNode> features = new ArrayList<>();
    private final Map<String, TreeMap<Long, List<Part>>> byAircraft = new TreeMap<>();

    private Flown(Tracks.Result result, String ndjson) {
        this.result = result;
        ndjson.lines().forEach(line -> {
            JsonNode feature = MAPPER.readTree(line);
            features.add(feature);
            JsonNode properties = feature.get("properties");
            Volume volume = volume(feature);
            byAircraft
                    .computeIfAbsent(properties.get("aircraft").asString(), key -> new TreeMap<>())
                    .computeIfAbsent(volume.window().from(), key -> new ArrayList<>())
                    .add(new Part(properties, volume));
        });
    }

    static Flown of(InputStream rows, Tracks tracks, boolean keepGoing) throws IOException {
        StringWriter out = new StringWriter();
        Tracks.Result result = tracks.write(rows, "rows", callsign -> "P", keepGoing, out);
        return new Flown(result, out.toString());
    }

    static Flown of(String rows) throws IOException {
        return of(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), Tracks.USUAL, false);
    }

    private static Volume volume(JsonNode feature) {
        JsonNode properties = feature.get("properties");
        JsonNode coordinates = feature.get("geometry").get("coordinates");
        Footprint footprint;
        if (feature.get("geometry").get("type").asString().equals("Point")) {
            footprint = FootprintEntry.circle(
                            coordinates.get(0).asDouble(),
                            coordinates.get(1).asDouble(),
                            properties.get("radius").asDouble())
                    .orElseThrow();
        } else {
            double[] line = new double[2 * coordinates.size()];
            for (int i = 0; i < coordinates.size(); i++) {
                line[2 * i] = coordinates.get(i).get(0).asDouble();
                line[2 * i + 1] = coordinates.get(i).get(1).asDouble();
            }
            footprint = FootprintEntry.corridor(
                            line, properties.get("halfWidth").asDouble(), Edges.GEODESIC)
                    .orElseThrow();
        }
        return new Volume(
                footprint,
                BandEntry.enter(height(properties, "lower"), height(properties, "upper"), footprint, HeightTerms.none())
                        .orElseThrow(),
                new Window(
                        Instant.parse(properties.get("from").asString()).toEpochMilli(),
                        Instant.parse(properties.get("until").asString()).toEpochMilli()));
    }

    private static Height height(JsonNode properties, String side) {
        if (!properties.has(side)) {
            return new Height.Unbounded();
        }
        double value = properties.get(side).asDouble();
        return properties.get(side + "Ref").asString().equals("FL")
                ? new Height.FlightLevel(value)
                : new Height.Hae(value);
    }

    /** Whether a volume of the aircraft holds a position, at its time and its height in feet, by the exact test. */
    boolean holds(
            String aircraft,
            long time,
            double latitude,
            double longitude,
            OptionalDouble geometric,
            OptionalDouble pressure) {
        Footprint at = Footprint.at(Place.ofDegrees(latitude, longitude));
        TreeMap<Long, List<Part>> parts = byAircraft.getOrDefault(aircraft, new TreeMap<>());
        long longestVolume = 24 * 3_600_000L;
        return parts.subMap(time - longestVolume, true, time, true).values().stream()
                .flatMap(List::stream)
                .anyMatch(part -> part.volume().window().until() > time
                        && inBand(part.properties(), geometric, pressure)
                        && ExactTest.measure(at, part.volume().footprint())
                                        .orElseThrow()
                                        .metres()
                                == 0);
    }

    private static boolean inBand(JsonNode properties, OptionalDouble geometric, OptionalDouble pressure) {
        if (geometric.isPresent()) {
            return isWithin(properties, geometric.getAsDouble() * 0.3048, "HAE");
        }
        return pressure.isEmpty() ? !properties.has("upper") : isWithin(properties, pressure.getAsDouble() / 100, "FL");
    }

    private static boolean isWithin(JsonNode properties, double value, String reference) {
        if (!properties.path("upperRef").asString("").equals(reference)) {
            return false;
        }
        boolean above = !properties.has("lower") || properties.get("lower").asDouble() <= value;
        return above && value <= properties.get("upper").asDouble();
    }
}
