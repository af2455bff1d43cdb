package org.parley.ledger;

/**
 * What was offered cannot be taken, and why, in words for the one who offered it. Never a fault of Parley; nothing was
 * changed.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why, as HTTP says it, so that one code serves the link and the API. */
    public enum Reason {
        MALFORMED(400),
        FORBIDDEN(403),
        UNKNOWN(404),
        STALE(409),
        TOO_LARGE(413),
        INCONSISTENT(422),
        FENCED(423),
        FULL(507);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private final Reason reason;

    public Refused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** What is not in the form that it must have. */
    public static Refused malformed(String message) {
        return new Refused(Reason.MALFORMED, message);
    }

    public Reason reason() {
        return reason;
    }

    /** Why, in words; never null. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
