package org.parley.cli.scenario;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The HTTP APIs of the nodes: all that is ever looked at. */
interface Nodes {
    /** What a node answers; {@link Refusal} where it refuses. */
    JsonNode get(String node, String path) throws IOException, InterruptedException;

    /** The events of this type that a node has told so far. */
    List<JsonNode> told(String node, String type);

    /** A node refuses to answer. */
    final class Refusal extends IOException {
        private static final long serialVersionUID = 1;

        Refusal(String what) {
            super(what);
        }
    }
}
