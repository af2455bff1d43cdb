package org.parley.cli.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether anything of a line is still on its way between nodes. */
final class InFlight {
    private InFlight() {}

    /**
     * What is: empty once all logs are as long at all nodes, and every node holds the receipts of all others over all of them.
     *
     * @param views of each member of the line, what its node answers about the line
     */
    static Optional<String> of(Map<String, JsonNode> views) {
        Map<String, Long> longest = new HashMap<>();
        views.values()
                .forEach(view -> view.path("logs")
                        .forEach(log -> longest.merge(
                                log.path("log").asString(), log.path("size").asLong(), Math::max)));
        for (Map.Entry<String, JsonNode> view : views.entrySet()) {
            Map<String, JsonNode> logs = new HashMap<>();
            view.getValue().path("logs").forEach(log -> logs.put(log.path("log").asString(), log));
            for (Map.Entry<String, Long> log : longest.entrySet()) {
                JsonNode there = logs.get(log.getKey());
                if (log.getValue() > 0 && (there == null || there.path("size").asLong() < log.getValue())) {
                    return Optional.of(view.getKey() + " lacks records of " + log.getKey());
                }
                if (there != null && !isReceipted(there, log.getValue(), views.keySet())) {
                    return Optional.of(view.getKey() + " lacks receipts over " + log.getKey());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isReceipted(JsonNode log, long size, Iterable<String> members) {
        for (String member : members) {
            boolean own = member.equals(log.path("by").asString());
            if (!own && size > 0 && log.path("held").path(member).path("size").asLong(0) < size) {
                return false;
            }
        }
        return true;
    }
}
