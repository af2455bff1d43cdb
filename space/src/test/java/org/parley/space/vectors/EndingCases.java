package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.space.oracle.OracleFootprint;
import org.parley.space.oracle.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What would end a conflict: every shift that may be the answer is tried, least first, and judged by the oracle. */
final class EndingCases {
    private static final long THIRTY_DAYS = 30L * 86_400_000;
    private static final long NOON = Pairs.NOON;
    private static final long HOUR = Pairs.HOUR;
    private static final OracleFootprint HERE = Cut.circle(35, 40, 500);
    private static final OracleFootprint BY = Cut.circle(35.01, 40, 500);
    private static final OracleFootprint AWAY = Cut.circle(35.2, 40, 500);

    private final List<ObjectNode> cases = new ArrayList<>();

    static List<ObjectNode> all() {
        EndingCases all = new EndingCases();
        all.later();
        all.bands();
        all.levels();
        return all.cases;
    }

    private static ObjectNode volume(OracleFootprint footprint, long lower, long upper, long from, long until) {
        return Pairs.volume(footprint, lower, upper, NOON + from, NOON + until);
    }

    private void add(
            String name, String why, List<ObjectNode> own, List<ObjectNode> others, ObjectNode minima, long floor) {
        ObjectNode node = Json.object().put("name", name).put("why", why);
        node.putArray("own").addAll(own);
        node.putArray("others").addAll(others);
        node.set("minima", minima);
        node.put("floor", floor);
        node.put("later", laterBy(own, others, minima));
        Long by = bandBy(own, others, minima, floor);
        if (by == null) {
            node.putNull("otherBand");
        } else {
            boolean inLevels = own.getFirst().has("levels");
            node.putObject("otherBand").put("unit", inLevels ? "ft" : "cm").put("by", by);
        }
        cases.add(node);
    }

    private static boolean conflict(List<ObjectNode> own, List<ObjectNode> others, ObjectNode minima) {
        for (ObjectNode a : own) {
            for (ObjectNode b : others) {
                Verdict verdict = Forms.verdict(a, b, minima);
                if (verdict == Verdict.EITHER) {
                    throw new IllegalStateException("in the error band");
                }
                if (verdict == Verdict.CONFLICT) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Long laterBy(List<ObjectNode> own, List<ObjectNode> others, ObjectNode minima) {
        TreeSet<Long> shifts = new TreeSet<>();
        for (ObjectNode a : own) {
            for (ObjectNode b : others) {
                shifts.add(number(b, "window", 1) + minima.get("time").longValue() - number(a, "window", 0));
            }
        }
        if (!conflict(own, others, minima)) {
            return null;
        }
        return shifts.stream()
                .filter(shift -> shift > 0 && shift <= THIRTY_DAYS)
                .filter(shift -> !conflict(shifted(own, "window", shift), others, minima))
                .findFirst()
                .orElse(null);
    }

    private static long number(JsonNode volume, String field, int end) {
        return volume.get(field).get(end).longValue();
    }

    private static List<ObjectNode> shifted(List<ObjectNode> volumes, String field, long by) {
        return volumes.stream()
                .map(volume -> {
                    ObjectNode moved = volume.deepCopy();
                    moved.putArray(field).add(number(volume, field, 0) + by).add(number(volume, field, 1) + by);
                    return moved;
                })
                .toList();
    }

    private static @Nullable Long bandBy(List<ObjectNode> own, List<ObjectNode> others, ObjectNode minima, long floor) {
        boolean inLevels = own.getFirst().has("levels");
        String field = inLevels ? "levels" : "band";
        long least = Math.max(1, minima.get(inLevels ? "levels" : "vertical").longValue());
        List<Long> shifts = new ArrayList<>();
        for (ObjectNode a : own) {
            for (ObjectNode b : others) {
                if (b.get(field).get(0).isNull() || b.get(field).get(1).isNull()) {
                    return null;
                }
                shifts.add(whole(number(b, field, 1) + least - number(a, field, 0), inLevels));
                shifts.add(whole(number(b, field, 0) - least - number(a, field, 1), inLevels));
            }
        }
        if (!conflict(own, others, minima)) {
            return null;
        }
        return shifts.stream()
                .sorted(Comparator.<Long>comparingLong(Math::abs).thenComparing(Comparator.reverseOrder()))
                .filter(shift ->
                        shift > 0 || own.stream().allMatch(a -> number(a, field, 0) + shift >= (inLevels ? 0 : floor)))
                .filter(shift -> !conflict(shifted(own, field, shift), others, minima))
                .findFirst()
                .orElse(null);
    }

    /** Away from 0 to a whole level. */
    private static long whole(long shift, boolean inLevels) {
        return inLevels ? Long.signum(shift) * ((Math.abs(shift) + 99) / 100 * 100) : shift;
    }

    private void later() {
        ObjectNode own = volume(HERE, 0, 10_000, 0, HOUR);
        String why = "the first start at which nothing conflicts, to the millisecond";
        add(
                "one other",
                why,
                List.of(own),
                List.of(volume(BY, 0, 10_000, 600_000, 2 * HOUR)),
                Pairs.minima(50_000, 10_000, 300_000),
                -100_000_00);
        add(
                "a gap too short between two others",
                why,
                List.of(own),
                List.of(volume(BY, 0, 10_000, -HOUR, HOUR / 2), volume(BY, 0, 10_000, 2 * HOUR, 3 * HOUR)),
                Pairs.minima(50_000, 10_000, 300_000),
                0);
        add(
                "a gap just long enough between two others",
                why,
                List.of(own),
                List.of(volume(BY, 0, 10_000, -HOUR, HOUR), volume(BY, 0, 10_000, 2 * HOUR + 600_000, 3 * HOUR)),
                Pairs.minima(50_000, 10_000, 300_000),
                0);
        add(
                "a gap 1 ms too short between two others",
                why,
                List.of(own),
                List.of(volume(BY, 0, 10_000, -HOUR, HOUR), volume(BY, 0, 10_000, 2 * HOUR + 599_999, 3 * HOUR)),
                Pairs.minima(50_000, 10_000, 300_000),
                0);
        add(
                "two others that end 1 ms apart",
                why,
                List.of(own),
                List.of(volume(BY, 0, 10_000, 0, HOUR), volume(BY, 0, 10_000, 0, HOUR + 1)),
                Pairs.minima(50_000, 10_000, 300_000),
                0);
        add(
                "two volumes that move together",
                "an activity is shifted as a whole",
                List.of(own, volume(AWAY, 0, 10_000, HOUR, 2 * HOUR)),
                List.of(volume(BY, 0, 10_000, 0, HOUR), volume(AWAY, 0, 10_000, 2 * HOUR, 4 * HOUR)),
                Pairs.minima(50_000, 10_000, 60_000),
                0);
        add(
                "an other that never ends in time",
                "thirty days at most",
                List.of(own),
                List.of(volume(BY, 0, 10_000, 0, 31L * 24 * HOUR)),
                Pairs.minima(50_000, 10_000, 0),
                0);
        add(
                "no conflict",
                "then there is nothing to end",
                List.of(own),
                List.of(volume(AWAY, 0, 10_000, 0, HOUR)),
                Pairs.minima(50_000, 10_000, 0),
                0);
        add(
                "over 180°",
                "no meridian is special",
                List.of(volume(Cut.circle(179.999, 1, 500), 0, 10_000, 0, HOUR)),
                List.of(volume(Cut.circle(-179.998, 1, 500), 0, 10_000, 0, HOUR)),
                Pairs.minima(50_000, 10_000, 0),
                0);
    }

    private void bands() {
        ObjectNode own = volume(HERE, 20_000, 30_000, 0, HOUR);
        String why = "the nearest free band, up first where both are as near";
        ObjectNode minima = Pairs.minima(50_000, 10_000, 300_000);
        add("up is nearer", why, List.of(own), List.of(volume(BY, 10_000, 25_000, 0, HOUR)), minima, 0);
        add("down is nearer", why, List.of(own), List.of(volume(BY, 28_000, 60_000, 0, HOUR)), minima, 0);
        add(
                "down is nearer but below the floor",
                "nothing is offered below the floor",
                List.of(own),
                List.of(volume(BY, 28_000, 60_000, 0, HOUR)),
                minima,
                10_000);
        add("up and down are as near", why, List.of(own), List.of(volume(BY, 20_000, 30_000, 0, HOUR)), minima, 0);
        add(
                "a gap too low between two others",
                why,
                List.of(own),
                List.of(volume(BY, 10_000, 21_000, 0, HOUR), volume(BY, 50_999, 60_000, 0, HOUR)),
                minima,
                0);
        add(
                "a gap just high enough between two others",
                why,
                List.of(own),
                List.of(volume(BY, 10_000, 21_000, 0, HOUR), volume(BY, 51_000, 60_000, 0, HOUR)),
                minima,
                0);
        add(
                "minimum 0",
                "bands that touch still meet: 1 cm more",
                List.of(own),
                List.of(volume(BY, 25_000, 40_000, 0, HOUR)),
                Pairs.minima(50_000, 0, 0),
                0);
        ObjectNode endless = Pairs.volume(BY, null, null, NOON, NOON + HOUR);
        add("an other without bounds", "no band is free", List.of(own), List.of(endless), minima, 0);
    }

    private void levels() {
        ObjectNode own = volume(HERE, 500_000, 760_000, 0, HOUR);
        Pairs.levels(own, 20_000, 21_000);
        ObjectNode other = volume(BY, 500_000, 850_000, 0, HOUR);
        Pairs.levels(other, 20_550, 24_000);
        ObjectNode minima = Pairs.minima(50_000, 30_500, 0).put("levels", 1_000);
        add("levels", "in whole levels", List.of(own), List.of(other), minima, 0);
        ObjectNode low = volume(HERE, -30_000, 100_000, 0, HOUR);
        Pairs.levels(low, 500, 1_500);
        ObjectNode above = volume(BY, -10_000, 320_000, 0, HOUR);
        Pairs.levels(above, 1_400, 9_000);
        add("levels near the ground", "no level below 0", List.of(low), List.of(above), minima.deepCopy(), 0);
    }
}
