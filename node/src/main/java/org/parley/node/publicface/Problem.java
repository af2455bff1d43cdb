package org.parley.node.publicface;

import java.util.Locale;

/** Why a request is not answered; each has a place on the index page, where its type leads. */
enum Problem {
    NOT_HERE(
            404,
            "There is nothing of this name.",
            "Paths have one form: lower-case, nothing encoded, no slash at the end."
                    + " A tile is there once the newest checkpoint covers it."),
    HOST(421, "This host is not served here.", "Host is to be a loopback name: localhost, 127.0.0.1 or [::1], once."),
    QUERY(400, "Nothing here takes a query.", "Ask without what stands after the path."),
    METHOD(405, "This method is not answered here.", "The header Allow says which are."),
    NO_REQUEST(400, "This is no request that can be read.", "HTTP/1.1, within the limits of length."),
    TOO_LONG(413, "The body is too long.", "An old size, at most 63 hashes and a checkpoint have at most 64 KiB."),
    BUSY(503, "Too many requests wait.", "Ask again in a while."),
    FAILED(500, "The node failed to answer.", "It has told its people; ask again in a while."),
    WITNESS_FORM(
            400,
            "The body is no request to cosign.",
            "A line with the old size, a line for each hash, an empty line, a" + " checkpoint: C2SP tlog-witness."),
    OLD_SIZE(400, "The old size is above the size of the checkpoint.", "Take the size that was cosigned last."),
    NOT_WITNESSED(404, "This log is not witnessed here.", "Whoever runs this node names the logs that it witnesses."),
    NOT_SIGNED(
            403,
            "The checkpoint is not signed by this log.",
            "A key that the witness knows of the log must have signed"
                    + " it, and no signature by such a key may be wrong."),
    NOT_CONTINUED(
            422,
            "The checkpoint is not shown to continue the one before.",
            "From an old size of 0 no proof is needed"
                    + " and none is taken; otherwise the consistency proof must lead from the root cosigned last to the new one."),
    WITNESS_WAITS(
            503,
            "This witness signs nothing now.",
            "It does not know yet, or not any more, that it remembers all that"
                    + " it has signed. Its people are told.");

    private final int status;
    private final String title;
    private final String wayOut;

    Problem(int status, String title, String wayOut) {
        this.status = status;
        this.title = title;
        this.wayOut = wayOut;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What the asker can do. */
    String wayOut() {
        return wayOut;
    }

    /** The anchor on the index page. */
    String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
