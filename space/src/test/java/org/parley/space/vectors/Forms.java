package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.parley.space.Entered;
import org.parley.space.Volume;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.footprint.StoredFootprint;
import org.parley.space.height.Band;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Geoid;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;
import org.parley.space.oracle.Oracle;
import org.parley.space.oracle.OracleFootprint;
import org.parley.space.oracle.OracleVolume;
import org.parley.space.oracle.Verdict;
import org.parley.space.separation.Minima;
import org.parley.space.window.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms of {@code docs/vectors/README.md}: written from the oracle's types, read into both. */
final class Forms {
    private Forms() {}

    static ObjectNode footprint(OracleFootprint footprint) {
        ObjectNode node = Json.object();
        node.put("kind", footprint.kind().name().toLowerCase(Locale.ROOT));
        node.put("buffer", footprint.bufferCm());
        ArrayNode core = node.putArray("core");
        for (List<int[]> part : footprint.parts()) {
            ArrayNode rings = core.addArray();
            for (int[] ring : part) {
                ArrayNode vertices = rings.addArray();
                for (int i = 0; i < ring.length; i += 2) {
                    vertices.addArray().add(ring[i]).add(ring[i + 1]);
                }
            }
        }
        return node;
    }

    static List<List<int[]>> core(JsonNode footprint) {
        List<List<int[]>> core = new ArrayList<>();
        for (JsonNode part : footprint.get("core")) {
            List<int[]> rings = new ArrayList<>();
            for (JsonNode ring : part) {
                int[] lonLat = new int[2 * ring.size()];
                for (int i = 0; i < ring.size(); i++) {
                    lonLat[2 * i] = ring.get(i).get(0).intValue();
                    lonLat[2 * i + 1] = ring.get(i).get(1).intValue();
                }
                rings.add(lonLat);
            }
            core.add(rings);
        }
        return core;
    }

    private static String kind(JsonNode footprint) {
        return footprint.get("kind").stringValue().toUpperCase(Locale.ROOT);
    }

    static OracleFootprint oracleFootprint(JsonNode footprint) {
        return new OracleFootprint(
                OracleFootprint.Kind.valueOf(kind(footprint)),
                core(footprint),
                footprint.get("buffer").longValue());
    }

    static Footprint spaceFootprint(JsonNode footprint) {
        return StoredFootprint.of(
                Chain.Kind.valueOf(kind(footprint)),
                core(footprint),
                footprint.get("buffer").longValue());
    }

    /** What a footprint of {@code space} holds, in the published form. */
    static ObjectNode form(Footprint footprint) {
        Chain chain = footprint.chain();
        ObjectNode node = Json.object();
        node.put("kind", chain.kind().name().toLowerCase(Locale.ROOT));
        node.put("buffer", footprint.buffer());
        ArrayNode core = node.putArray("core");
        for (int polygon = 0; polygon < chain.polygons(); polygon++) {
            ArrayNode rings = core.addArray();
            for (int part = chain.polygonStart(polygon); part < chain.polygonStart(polygon + 1); part++) {
                ArrayNode ring = rings.addArray();
                for (int v = chain.partStart(part); v < chain.partStart(part + 1); v++) {
                    ring.addArray().add(chain.place(v).lon()).add(chain.place(v).lat());
                }
            }
        }
        return node;
    }

    static Band band(JsonNode volume) {
        Band.Metres metres =
                new Band.Metres(bound(volume, "band", 0, Band.BOTTOMLESS), bound(volume, "band", 1, Band.TOPLESS));
        return volume.has("levels")
                ? new Band.Levels(
                        bound(volume, "levels", 0, Band.BOTTOMLESS), bound(volume, "levels", 1, Band.TOPLESS), metres)
                : metres;
    }

    private static int bound(JsonNode volume, String field, int end, int absent) {
        JsonNode value = volume.get(field).get(end);
        return value.isNull() ? absent : value.intValue();
    }

    static Volume spaceVolume(JsonNode volume) {
        JsonNode window = volume.get("window");
        return new Volume(
                spaceFootprint(volume.get("footprint")),
                band(volume),
                new Window(window.get(0).longValue(), window.get(1).longValue()));
    }

    /**
     * A volume for the oracle.
     *
     * @param axis the field whose heights are compared, {@code band} or {@code levels}
     */
    static OracleVolume oracleVolume(JsonNode volume, String axis) {
        JsonNode low = volume.get(axis).get(0);
        JsonNode high = volume.get(axis).get(1);
        JsonNode window = volume.get("window");
        return new OracleVolume(
                oracleFootprint(volume.get("footprint")),
                low.isNull() ? Long.MIN_VALUE : low.longValue(),
                high.isNull() ? Long.MAX_VALUE : high.longValue(),
                window.get(0).longValue(),
                window.get(1).longValue());
    }

    static Minima minima(JsonNode minima) {
        JsonNode levels = minima.get("levels");
        return new Minima(
                minima.get("horizontal").longValue(),
                minima.get("vertical").longValue(),
                minima.get("time").longValue(),
                levels == null ? OptionalLong.empty() : OptionalLong.of(levels.longValue()));
    }

    /** Levels are compared in levels when both volumes are in levels and the minima say so. */
    static boolean inLevels(JsonNode a, JsonNode b, JsonNode minima) {
        return minima.has("levels") && a.has("levels") && b.has("levels");
    }

    /** What the oracle says of two volumes under minima. */
    static Verdict verdict(JsonNode a, JsonNode b, JsonNode minima) {
        boolean inLevels = inLevels(a, b, minima);
        String axis = inLevels ? "levels" : "band";
        return Oracle.conflict(
                oracleVolume(a, axis),
                oracleVolume(b, axis),
                minima.get("horizontal").longValue(),
                minima.get(inLevels ? "levels" : "vertical").longValue(),
                minima.get("time").longValue());
    }

    /** A footprint as {@code space} makes it of a geometry as entered. */
    static Entered<Footprint> enter(JsonNode entered) {
        JsonNode coordinates = entered.get("coordinates");
        Edges edges = entered.has("edges")
                ? Edges.valueOf(entered.get("edges").stringValue().toUpperCase(Locale.ROOT))
                : Edges.PLANAR;
        return switch (entered.get("type").stringValue()) {
            case "Point" ->
                FootprintEntry.circle(
                        coordinates.get(0).doubleValue(),
                        coordinates.get(1).doubleValue(),
                        entered.get("radius").doubleValue());
            case "LineString" ->
                FootprintEntry.corridor(
                        positions(coordinates), entered.get("halfWidth").doubleValue(), edges);
            case "Polygon" -> FootprintEntry.area(List.of(rings(coordinates)), edges);
            default -> {
                List<List<double[]>> polygons = new ArrayList<>();
                coordinates.forEach(polygon -> polygons.add(rings(polygon)));
                yield FootprintEntry.area(polygons, edges);
            }
        };
    }

    private static List<double[]> rings(JsonNode polygon) {
        List<double[]> rings = new ArrayList<>();
        polygon.forEach(ring -> rings.add(positions(ring)));
        return rings;
    }

    static double[] positions(JsonNode positions) {
        double[] lonLat = new double[2 * positions.size()];
        for (int i = 0; i < positions.size(); i++) {
            lonLat[2 * i] = positions.get(i).get(0).doubleValue();
            lonLat[2 * i + 1] = positions.get(i).get(1).doubleValue();
        }
        return lonLat;
    }

    /** The same footprint as it reads back: numbers in one width. */
    static ObjectNode plain(JsonNode footprint) {
        return form(spaceFootprint(footprint));
    }

    /** A band as {@code space} makes it of two heights as stated. */
    static Entered<Band> enterBand(JsonNode node) {
        Optional<HeightTerms.Terrain> terrain = Optional.ofNullable(node.get("terrain"))
                .map(range -> new HeightTerms.Terrain(
                        range.get(0).doubleValue(), range.get(1).doubleValue()));
        OptionalDouble margin = node.has("levelMargin")
                ? OptionalDouble.of(node.get("levelMargin").doubleValue())
                : OptionalDouble.empty();
        return BandEntry.enter(
                height(node.get("lower")),
                height(node.get("upper")),
                spaceFootprint(node.get("footprint")),
                new HeightTerms(Geoid.egm96(), terrain, margin));
    }

    private static Height height(JsonNode end) {
        double value = end.has("value") ? end.get("value").doubleValue() : 0;
        return switch (end.get("reference").stringValue()) {
            case "HAE" -> new Height.Hae(value);
            case "AMSL" -> new Height.Amsl(value);
            case "AGL" -> new Height.Agl(value);
            case "FL" -> new Height.FlightLevel(value);
            case "SFC" -> new Height.Surface();
            default -> new Height.Unbounded();
        };
    }
}
