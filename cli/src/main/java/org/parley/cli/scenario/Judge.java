package org.parley.cli.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds what was expected against what the nodes show. It knows nothing that no node has said. */
final class Judge {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Scenario scenario;
    private final Nodes nodes;
    private final Names names;

    Judge(Scenario scenario, Nodes nodes, Names names) {
        this.scenario = scenario;
        this.nodes = nodes;
        this.names = names;
    }

    /** What is not so at once may be so in a moment: it is looked at again for so long. */
    Verdict verdict(Expected expected, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Verdict verdict = verdict(expected);
        while (verdict instanceof Verdict.NotMet && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            verdict = verdict(expected);
        }
        return verdict;
    }

    Verdict verdict(Expected expected) throws IOException, InterruptedException {
        try {
            return switch (expected.what()) {
                case Expected.Open(String why) -> new Verdict.Open(why);
                case Expected.InConflict(String name, JsonNode wanted) -> inConflict(expected, name, wanted);
                case Expected.Alike(String path, List<String> fields) -> alike(expected, path, fields);
                default -> atEach(expected);
            };
        } catch (Blanks.Unknown | Nodes.Refusal absent) {
            return new Verdict.NotMet(List.of(String.valueOf(absent.getMessage())));
        }
    }

    /** What a name of the script stands for at a node. */
    Blanks.Known known(String node, String line) {
        return name -> {
            try {
                return value(node, line, name);
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        };
    }

    private Optional<JsonNode> value(String node, String line, String name) throws IOException, InterruptedException {
        if (name.endsWith("#1")) {
            return text(names.subject(name.substring(0, name.length() - 2)));
        }
        if (name.startsWith("flight ")) {
            Flown flight = scenario.flights().get(name.substring("flight ".length()));
            return flight == null ? Optional.empty() : Optional.of(flight.volumes());
        }
        for (String conflict : scenario.conflicts().keySet()) {
            if (name.startsWith(conflict + ".")) {
                return conflict(node, line, conflict, name.substring(conflict.length() + 1));
            }
        }
        return text(names.record(name).or(() -> names.line(name)));
    }

    private static Optional<JsonNode> text(Optional<String> text) {
        return text.map(JsonNodeFactory.instance::stringNode);
    }

    private Optional<JsonNode> conflict(String node, String line, String name, String part)
            throws IOException, InterruptedException {
        Optional<SeenConflict> seen = seen(node, line, name);
        seen.ifPresent(conflict -> names.found(name, conflict.id()));
        return switch (part) {
            case "id" -> text(names.conflict(name));
            case "finding" -> text(seen.map(SeenConflict::hash));
            case "figures" -> seen.map(SeenConflict::repeated);
            default -> Optional.empty();
        };
    }

    private Optional<SeenConflict> seen(String node, String line, String name)
            throws IOException, InterruptedException {
        Scenario.Pair pair = Optional.ofNullable(scenario.conflicts().get(name)).orElseThrow();
        return SeenConflict.of(nodes, node, id(line), subject(pair.one()), subject(pair.other()));
    }

    private String subject(String name) {
        return names.subject(name).orElseThrow(() -> new Blanks.Unknown(name));
    }

    private String id(String line) {
        return names.line(line).orElseThrow(() -> new Blanks.Unknown(line));
    }

    private JsonNode all(String node, String line, String what) throws IOException, InterruptedException {
        return nodes.get(node, "/lines/" + id(line) + "/" + what + "?limit=1000")
                .path("items");
    }

    /** Every node shows it, with the same id and the same hash of its figures. */
    private Verdict inConflict(Expected expected, String name, JsonNode wanted)
            throws IOException, InterruptedException {
        Tally tally = new Tally();
        Set<String> identities = new HashSet<>();
        for (String node : expected.nodes()) {
            Optional<SeenConflict> seen = seen(node, expected.line(), name);
            if (seen.isEmpty()) {
                tally.missing(node, "shows no conflict of these two");
            } else {
                names.found(name, seen.get().id());
                identities.add(seen.get().id() + " " + seen.get().hash());
                tally.take(node, Likeness.of(wanted, seen.get().compared()));
            }
        }
        if (identities.size() > 1) {
            tally.missing("all", "name it, or what was found, differently");
        }
        return tally.verdict();
    }

    private Verdict alike(Expected expected, String path, List<String> fields)
            throws IOException, InterruptedException {
        Map<String, Set<JsonNode>> shown = new HashMap<>();
        for (String node : expected.nodes()) {
            JsonNode answer = nodes.get(node, Blanks.path(path, known(node, expected.line())));
            Set<JsonNode> chosen = new HashSet<>();
            JsonNode items = answer.path("items");
            (items.isArray() ? items : JsonNodeFactory.instance.arrayNode().add(answer))
                    .forEach(item -> chosen.add(fields(item, fields)));
            shown.put(node, chosen);
        }
        Set<Set<JsonNode>> different = new HashSet<>(shown.values());
        int count = different.iterator().next().size();
        return different.size() == 1
                ? new Verdict.Met(List.of("all: the same" + (count == 1 ? "" : " " + count + " items")))
                : new Verdict.NotMet(List.of("the nodes show different ones"));
    }

    private static JsonNode fields(JsonNode item, List<String> fields) {
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        fields.forEach(field -> chosen.add(item.path(field)));
        return chosen;
    }

    private Verdict atEach(Expected expected) throws IOException, InterruptedException {
        Tally tally = new Tally();
        for (String node : expected.nodes()) {
            tally.take(node, at(node, expected));
        }
        return tally.verdict();
    }

    private Likeness at(String node, Expected expected) throws IOException, InterruptedException {
        Blanks.Known known = known(node, expected.line());
        return switch (expected.what()) {
            case Expected.NoConflict(String name) -> inNone(node, expected.line(), subject(name));
            case Expected.Shows(String path, JsonNode wanted) ->
                Likeness.of(Blanks.filled(wanted, known), nodes.get(node, Blanks.path(path, known)));
            case Expected.Lacks(String path, List<JsonNode> unwanted) -> {
                JsonNode there = nodes.get(node, Blanks.path(path, known));
                List<String> found = new ArrayList<>();
                for (JsonNode each : unwanted) {
                    Likeness like = Likeness.of(Blanks.filled(each, known), there);
                    if (like.isThere()) {
                        found.add("shows " + String.join(", ", like.seen()));
                    }
                }
                yield new Likeness(List.of("none"), found);
            }
            case Expected.Counts(String path, int items) -> {
                int there =
                        nodes.get(node, Blanks.path(path, known)).path("items").size();
                yield new Likeness(
                        List.of(there + (there == 1 ? " item" : " items")),
                        there == items ? List.of() : List.of(there + " and not " + items));
            }
            case Expected.Told(String type, JsonNode wanted) -> told(node, type, Blanks.filled(wanted, known));
            case Expected.InConflict _, Expected.Alike _, Expected.Open _ ->
                throw new IllegalStateException("asked of all nodes together");
        };
    }

    private Likeness inNone(String node, String line, String subject) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (JsonNode conflict : all(node, line, "conflicts")) {
            if (conflict.path("a").asString().equals(subject)
                    || conflict.path("b").asString().equals(subject)) {
                found.add(conflict.path("a").asString() + " with "
                        + conflict.path("b").asString());
            }
        }
        return new Likeness(List.of("none"), found);
    }

    private Likeness told(String node, String type, JsonNode wanted) {
        return nodes.told(node, type).stream()
                .map(event -> Likeness.of(wanted, event))
                .filter(Likeness::isThere)
                .findFirst()
                .orElseGet(() -> new Likeness(List.of(), List.of("has told no such " + type)));
    }

    /** What all nodes show together. */
    private static final class Tally {
        private final Map<String, List<String>> seen = new LinkedHashMap<>();
        private final Map<String, List<String>> why = new LinkedHashMap<>();

        void take(String node, Likeness like) {
            like.differences().forEach(difference -> missing(node, difference));
            if (like.isThere()) {
                seen.computeIfAbsent(String.join(", ", like.seen()), by -> new ArrayList<>())
                        .add(node);
            }
        }

        void missing(String node, String what) {
            why.computeIfAbsent(what, by -> new ArrayList<>()).add(node);
        }

        Verdict verdict() {
            return why.isEmpty() ? new Verdict.Met(lines(seen)) : new Verdict.NotMet(lines(why));
        }

        /** Nodes that say the same are named together. */
        private static List<String> lines(Map<String, List<String>> said) {
            return said.entrySet().stream()
                    .map(line -> String.join(", ", line.getValue()) + ": " + line.getKey())
                    .toList();
        }
    }
}
