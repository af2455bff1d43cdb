package org.parley.cli.desk;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The API of a node, however it is reached. */
interface Api extends AutoCloseable {
    /** Where all of it stands. */
    String ROOT = "/api/v1/";

    /** Takes what comes as it comes: one event or several, or a sign that the node is still there. */
    interface Listener {
        void heard() throws IOException, InterruptedException;
    }

    /** An answer: its status of HTTP, and what it says; an empty object where it says nothing. */
    record Answer(int status, JsonNode body) {}

    /**
     * Asks, and waits for the answer.
     *
     * @param path from the root of the server on, with its query
     * @throws Unanswered the node refuses, with every reason
     */
    Answer ask(String method, String path, Map<String, String> headers, Optional<JsonNode> body)
            throws IOException, InterruptedException;

    /** Listens to the events until the node or the command ends. */
    void listen(Listener listener) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** What is there. */
    default JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, Map.of(), Optional.empty()).body();
    }

    /** The answer of a node, if it is one that says what was asked for. */
    static Answer taken(int status, String body) {
        JsonNode said = body.isBlank() ? Jsons.object() : Jsons.answer(body);
        if (status >= 300) {
            throw new Unanswered(status, said);
        }
        return new Answer(status, said);
    }
}
