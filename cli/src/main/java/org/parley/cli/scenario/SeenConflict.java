package org.parley.cli.scenario;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conflict as a node shows it, with what follows from the two volumes that it shows: metres of height and seconds that they
 * share.
 */
record SeenConflict(JsonNode shown, ObjectNode figures) {
    /** The conflict of two subjects at a node, if it shows one. */
    static Optional<SeenConflict> of(Nodes nodes, String node, String line, String one, String other)
            throws IOException, InterruptedException {
        String path = "/lines/" + line;
        for (JsonNode conflict : nodes.get(node, path + "/conflicts?limit=1000").path("items")) {
            String a = conflict.path("a").asString();
            String b = conflict.path("b").asString();
            if ((a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one))) {
                JsonNode finding = conflict.path("finding");
                return Optional.of(new SeenConflict(
                        conflict,
                        figures(
                                conflict,
                                volume(nodes, node, path, finding, "a", "volumeA"),
                                volume(nodes, node, path, finding, "b", "volumeB"))));
            }
        }
        return Optional.empty();
    }

    private static JsonNode volume(
            Nodes nodes, String node, String path, JsonNode finding, String version, String number)
            throws IOException, InterruptedException {
        return nodes.get(node, path + "/records/" + finding.path(version).asString())
                .path("body")
                .path("volumes")
                .path(finding.path(number).asInt());
    }

    private static ObjectNode figures(JsonNode conflict, JsonNode a, JsonNode b) {
        JsonNode finding = conflict.path("finding");
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("apart", finding.path("horizontal"));
        BigDecimal bottom = bound(a, "lower").max(bound(b, "lower"));
        BigDecimal top = bound(a, "upper").min(bound(b, "upper"));
        figures.put("bands", top.subtract(bottom).max(BigDecimal.ZERO));
        Instant from = Instant.parse(finding.path("from").asString());
        Instant until = Instant.parse(finding.path("until").asString());
        boolean together = finding.path("time").decimalValue().signum() == 0;
        figures.put("windows", together ? Duration.between(from, until).toSeconds() : 0);
        return figures;
    }

    /** Metres above the ellipsoid. */
    private static BigDecimal bound(JsonNode volume, String name) {
        return volume.path("hae").path(name).decimalValue();
    }

    String id() {
        return shown.path("id").asString();
    }

    String hash() {
        return shown.path("finding").path("hash").asString();
    }

    /** What is held against what was expected. */
    JsonNode compared() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.set("figures", figures);
        view.set("stand", shown.path("stand"));
        return view;
    }

    /** The figures as a resolution repeats them. */
    JsonNode repeated() {
        JsonNode finding = shown.path("finding");
        ObjectNode of = JsonNodeFactory.instance.objectNode();
        boolean inLevels = finding.has("verticalFeet");
        of.set("horizontal", finding.path("horizontal"));
        of.put("inLevels", inLevels);
        of.set("vertical", inLevels ? finding.path("verticalFeet") : finding.path("vertical"));
        of.put("time", finding.path("time").decimalValue().movePointRight(3));
        return of;
    }
}
