package org.parley.cli.desk;

import tools.jackson.databind.JsonNode;

/** The node does not do what it was asked for; problem details (RFC 9457) say why. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode details;

    Unanswered(int status, JsonNode details) {
        super(details.path("title").asString("status " + status), null, false, false);
        this.status = status;
        this.details = details;
    }

    JsonNode details() {
        return details;
    }

    /** Whether it is what was written that cannot be, and not the line or who asks. */
    boolean isOfTheForm() {
        return status == 422;
    }

    /** Whether the node failed, and not whoever asked. */
    boolean isFault() {
        return status == 500;
    }
}
