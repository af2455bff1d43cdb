package org.parley.cli.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How something is said: the same for all that is said. */
final class Manner {
    @Option(
            names = "--precedence",
            paramLabel = "WORD",
            description = "How soon a person is to take note: FLASH, IMMEDIATE, PRIORITY, ROUTINE.")
    private Optional<String> precedence = Optional.empty();

    @Option(names = "--role", paramLabel = "ROLE", description = "One of your roles, in which you say it.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--lang", paramLabel = "LANG", description = "In which its free text is written: en, ru, ar.")
    private Optional<String> lang = Optional.empty();

    @Option(names = "--audience", paramLabel = "TEXT", description = "How far the reader may pass it on.")
    private Optional<String> audience = Optional.empty();

    @Option(names = "--exercise", description = "It is only played.")
    private boolean exercise;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "The same words with the same key are said once, however often the command is run.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--seen",
            paramLabel = "RECORDS",
            split = ",",
            description = "Refuse it where it would conflict with any other than these, which a preview named;"
                    + " --seen none where it named none.")
    private List<String> seen = List.of();

    void into(ObjectNode statement) {
        precedence.ifPresent(word -> statement.put("precedence", word));
        role.ifPresent(word -> statement.put("role", word));
        lang.ifPresent(word -> statement.put("lang", word));
        audience.ifPresent(text -> statement.put("audience", text));
        if (exercise) {
            statement.put("exercise", true);
        }
        if (!seen.isEmpty()) {
            ArrayNode basis = statement.put("onChange", "refuse").putArray("basis");
            seen.stream().filter(record -> !record.equals("none")).forEach(basis::add);
        }
    }

    Optional<String> key() {
        return key;
    }

    /** The headers that make a repeat harmless. */
    static Map<String, String> headers(Optional<String> key) {
        return key.map(text -> Map.of("idempotency-key", text)).orElse(Map.of());
    }
}
