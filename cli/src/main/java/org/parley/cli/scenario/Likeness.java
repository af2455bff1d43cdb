package org.parley.cli.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether JSON is like a pattern. An object is like one with fewer members; a list is like one of which each item is like one of
 * its own; {@code {"about":600,"within":10}} is any number so near; {@code {}} is anything that is there.
 *
 * @param seen the values that were looked for, as they were there
 * @param differences why it is not like the pattern; empty where it is
 */
record Likeness(List<String> seen, List<String> differences) {
    private static final int LONGEST_VALUE = 120;

    Likeness {
        seen = List.copyOf(seen);
        differences = List.copyOf(differences);
    }

    boolean isThere() {
        return differences.isEmpty();
    }

    static Likeness of(JsonNode wanted, JsonNode there) {
        return of("", wanted, there);
    }

    private static Likeness of(String name, JsonNode wanted, JsonNode there) {
        if (there.isMissingNode() || there.isNull()) {
            return different(name, "is not there");
        }
        if (wanted.isObject() && wanted.size() == 2 && wanted.has("about") && wanted.has("within")) {
            return near(
                    name,
                    wanted.path("about").decimalValue(),
                    wanted.path("within").decimalValue(),
                    there);
        }
        if (wanted.isObject()) {
            Likeness all = new Likeness(List.of(), List.of());
            for (Map.Entry<String, JsonNode> member : wanted.properties()) {
                all = all.and(of(member.getKey(), member.getValue(), there.path(member.getKey())));
            }
            return all;
        }
        if (wanted.isArray()) {
            Likeness all = new Likeness(List.of(), List.of());
            for (JsonNode item : wanted) {
                all = all.and(in(name, item, there));
            }
            return all;
        }
        boolean same = (wanted.isNumber() && there.isNumber())
                ? wanted.decimalValue().compareTo(there.decimalValue()) == 0
                : wanted.equals(there);
        return same ? seen(name, there) : different(name, "is " + brief(there) + ", not " + brief(wanted));
    }

    private static Likeness near(String name, BigDecimal about, BigDecimal within, JsonNode there) {
        boolean near =
                there.isNumber() && there.decimalValue().subtract(about).abs().compareTo(within) <= 0;
        return near
                ? seen(name, there)
                : different(
                        name,
                        "is " + brief(there) + ", not " + about.toPlainString() + " within " + within.toPlainString());
    }

    /** The item that is like the pattern; where none is, what the one that comes nearest lacks. */
    private static Likeness in(String name, JsonNode item, JsonNode list) {
        Optional<Likeness> nearest = list.valueStream()
                .map(each -> of(name, item, each))
                .min(Comparator.comparingInt(each -> each.differences().size()));
        return nearest.orElseGet(() -> different(name, "has nothing in it"));
    }

    private Likeness and(Likeness other) {
        List<String> both = new ArrayList<>(seen);
        both.addAll(other.seen);
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new Likeness(both, all);
    }

    private static Likeness seen(String name, JsonNode there) {
        return new Likeness(List.of(name + " " + brief(there)), List.of());
    }

    private static Likeness different(String name, String how) {
        return new Likeness(List.of(), List.of(name + " " + how));
    }

    private static String brief(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + " …" : text;
    }
}
