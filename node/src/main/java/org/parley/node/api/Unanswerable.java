package org.parley.node.api;

import java.util.List;
import org.parley.ledger.Refused;
import org.parley.space.Problem;

/** Nothing was done; here is every reason. */
final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final transient List<Problem> problems;

    Unanswerable(Trouble trouble, List<Problem> problems) {
        super(trouble.title() + " " + problems, null, false, false);
        this.trouble = trouble;
        this.problems = List.copyOf(problems);
    }

    static Unanswerable of(Trouble trouble, String field, String value, String reason, String wayOut) {
        return new Unanswerable(trouble, List.of(new Problem(field, value, reason, wayOut)));
    }

    /** What a deeper part of the node refused. */
    static Unanswerable of(Refused refused) {
        Trouble trouble = switch (refused.reason()) {
            case MALFORMED, INCONSISTENT -> Trouble.ILL_FORMED;
            case FORBIDDEN -> Trouble.NOT_THEIRS;
            case UNKNOWN -> Trouble.NOT_HERE;
            case STALE -> Trouble.STALE;
            case TOO_LARGE -> Trouble.TOO_LONG;
            case FENCED -> Trouble.FENCED;
            case FULL -> Trouble.FULL;
        };
        return new Unanswerable(trouble, List.of(new Problem("request", "", refused.why(), "")));
    }

    Trouble trouble() {
        return trouble;
    }

    List<Problem> problems() {
        return problems;
    }
}
