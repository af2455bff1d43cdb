package org.parley.cli.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a person's line check carries of the picture of who sends it. */
final class Check {
    private Check() {}

    /** How long each log is. */
    static JsonNode logs(JsonNode line) {
        ArrayNode logs = JsonNodeFactory.instance.arrayNode();
        for (JsonNode log : line.path("logs")) {
            var of = logs.addObject();
            of.put("log", log.path("by").asString() + "/" + log.path("lane").asString());
            of.set("size", log.path("size"));
        }
        return logs;
    }

    /** The hash of the hashes of all live findings, in their order, a line each. */
    static JsonNode findings(JsonNode conflicts) {
        List<String> hashes = conflicts
                .valueStream()
                .map(conflict -> conflict.path("finding").path("hash").asString() + "\n")
                .sorted()
                .toList();
        return JsonNodeFactory.instance.stringNode(sha256(String.join("", hashes)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
