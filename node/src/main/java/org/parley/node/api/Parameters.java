package org.parley.node.api;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What may stand in a query or a header, each described once. */
final class Parameters {
    private static final Map<String, ObjectNode> ALL = Map.ofEntries(
            query("at", Schema.time(), "what follows at this instant; now, where it is not said"),
            query("knownAt", Schema.time(), "what this node knew at this instant"),
            query("from", Schema.time(), "the beginning of a period; a day before its end, where it is not said"),
            query("until", Schema.time(), "the end of a period; now, where it is not said"),
            query("kind", Schema.text(), "only those of this kind"),
            query("owner", Schema.text(), "only those of this party"),
            query("party", Schema.text(), "what this party owes; this node's own, where it is not said"),
            query("limit", Schema.whole().put("minimum", 1), "at most so many"),
            query("after", Schema.text(), "from behind this, which the page before gave as next"),
            query("ahead", Schema.whole().put("minimum", 1), "seconds"),
            query("references", Schema.word("yes"), "only names"),
            query("lastEventId", Schema.text(), "like Last-Event-ID, for who cannot send that"),
            header("Last-Event-ID", "the last event that was seen: all since come first"),
            header("Idempotency-Key", "the same words with the same key are said once"),
            header("If-None-Match", "the tag of the answer that one has"));

    private Parameters() {}

    private static Map.Entry<String, ObjectNode> query(String name, ObjectNode schema, String text) {
        return entry(name, "query", schema, text);
    }

    private static Map.Entry<String, ObjectNode> header(String name, String text) {
        return entry(name, "header", Schema.text(), text);
    }

    private static Map.Entry<String, ObjectNode> entry(String name, String in, ObjectNode schema, String text) {
        ObjectNode parameter = View.object().put("name", name).put("in", in).put("description", text);
        parameter.set("schema", schema);
        return Map.entry(name, parameter);
    }

    /** How OpenAPI has it. */
    static ObjectNode named(String name) {
        return Optional.ofNullable(ALL.get(name)).orElseThrow().deepCopy();
    }
}
