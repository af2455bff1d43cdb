package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.space.oracle.Oracle;
import org.parley.space.oracle.OracleFootprint;
import org.parley.space.oracle.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects pairs of volumes, each with what the oracle says of it. */
final class Pairs {
    static final long NOON = 1_800_000_000_000L;
    static final long HOUR = 3_600_000;

    /** Farther than this no distance is published. */
    private static final double MEASURED = 5_000_000;

    private final List<ObjectNode> cases = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    List<ObjectNode> cases() {
        return cases;
    }

    /** A volume; bounds that are absent are {@code null}. */
    static ObjectNode volume(
            OracleFootprint footprint, @Nullable Long lower, @Nullable Long upper, long from, long until) {
        ObjectNode node = Json.object();
        node.set("footprint", Forms.footprint(footprint));
        node.putArray("band").add(lower).add(upper);
        node.putArray("window").add(from).add(until);
        return node;
    }

    static ObjectNode volume(OracleFootprint footprint) {
        return volume(footprint, 0L, 10_000L, NOON, NOON + HOUR);
    }

    static ObjectNode minima(long horizontal, long vertical, long time) {
        return Json.object()
                .put("horizontal", horizontal)
                .put("vertical", vertical)
                .put("time", time);
    }

    /** The two sides of the boundary: a minimum that the distance stays just below, and one it keeps by over 2 cm. */
    void boundary(String name, String why, OracleFootprint a, OracleFootprint b) {
        double cm = 100 * Oracle.distance(a, b);
        if (cm == 0) {
            throw new IllegalStateException(name + ": they meet");
        }
        long inside = (long) Math.floor(cm) + 1;
        long outside = (long) Math.ceil(cm) - 3;
        List<ObjectNode> under = new ArrayList<>();
        under.add(minima(inside, 100, 1_000));
        if (outside >= 0) {
            under.add(minima(outside, 100, 1_000));
        }
        add(name, why, volume(a), volume(b), under);
    }

    void horizontal(String name, String why, OracleFootprint a, OracleFootprint b, long h) {
        add(name, why, volume(a), volume(b), minima(h, 100, 1_000));
    }

    /** A pair that meets under minima of 0. */
    void meet(String name, String why, OracleFootprint a, OracleFootprint b) {
        if (Oracle.distance(a, b) != 0) {
            throw new IllegalStateException(name + ": " + Oracle.distance(a, b) + " m apart");
        }
        horizontal(name, why, a, b, 0);
    }

    void add(String name, String why, ObjectNode a, ObjectNode b, ObjectNode minima) {
        add(name, why, a, b, List.of(minima));
    }

    private void add(String name, String why, ObjectNode a, ObjectNode b, List<ObjectNode> minima) {
        if (!names.add(name)) {
            throw new IllegalStateException("twice: " + name);
        }
        ObjectNode node = Json.object().put("name", name).put("why", why);
        node.set("a", a);
        node.set("b", b);
        ArrayNode under = node.putArray("under");
        minima.forEach(each -> {
            Verdict verdict = Forms.verdict(a, b, each);
            if (verdict == Verdict.EITHER) {
                throw new IllegalStateException(name + ": in the error band of " + each);
            }
            under.add(each.put("conflict", verdict == Verdict.CONFLICT));
        });
        boolean inLevels = Forms.inLevels(a, b, minima.getFirst());
        String axis = inLevels ? "levels" : "band";
        double metres =
                Oracle.distance(Forms.oracleFootprint(a.get("footprint")), Forms.oracleFootprint(b.get("footprint")));
        if (metres > MEASURED) {
            node.putNull("horizontal");
        } else {
            node.put("horizontal", Math.round(metres * 100));
        }
        node.set("vertical", vertical(a.get(axis), b.get(axis), inLevels));
        node.set("time", time(a.get("window"), b.get("window")));
        cases.add(node);
    }

    private static ObjectNode vertical(JsonNode a, JsonNode b, boolean inLevels) {
        long lower = Math.max(
                a.get(0).isNull() ? Long.MIN_VALUE : a.get(0).longValue(),
                b.get(0).isNull() ? Long.MIN_VALUE : b.get(0).longValue());
        long upper = Math.min(
                a.get(1).isNull() ? Long.MAX_VALUE : a.get(1).longValue(),
                b.get(1).isNull() ? Long.MAX_VALUE : b.get(1).longValue());
        ObjectNode node = Json.object().put("unit", inLevels ? "ft" : "cm").put("meet", lower <= upper);
        node.put("gap", lower <= upper ? 0 : lower - upper);
        if (lower <= upper && (lower == Long.MIN_VALUE || upper == Long.MAX_VALUE)) {
            node.putNull("overlap");
        } else {
            node.put("overlap", lower <= upper ? upper - lower : 0);
        }
        return node;
    }

    private static ObjectNode time(JsonNode a, JsonNode b) {
        long from = Math.max(a.get(0).longValue(), b.get(0).longValue());
        long until = Math.min(a.get(1).longValue(), b.get(1).longValue());
        return Json.object().put("gap", Math.max(0, from - until)).put("overlap", Math.max(0, until - from));
    }

    static ArrayNode levels(ObjectNode volume, @Nullable Integer lower, @Nullable Integer upper) {
        return volume.putArray("levels").add(lower).add(upper);
    }
}
