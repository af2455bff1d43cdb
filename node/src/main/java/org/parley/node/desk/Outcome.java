package org.parley.node.desk;

import java.util.List;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.pictures.LinePicture;
import org.parley.space.Problem;

/** What became of what somebody wanted. */
public sealed interface Outcome {
    /**
     * It is a record, durable here. Whether another machine holds it, the receipts say.
     *
     * @param at the time that it bears, milliseconds since 1970
     * @param picture the first that has it
     */
    record Said(RecordRef record, long at, LinePicture picture) implements Outcome {}

    /** Nothing was said yet: a second person must release it. */
    record Waits(String draft) implements Outcome {}

    /** Nothing was said, and nothing changed. */
    record Not(Why why, List<Problem> problems) implements Outcome {
        public Not {
            problems = List.copyOf(problems);
        }

        static Not of(Why why, String field, String value, String reason, String wayOut) {
            return new Not(why, List.of(new Problem(field, value, reason, wayOut)));
        }
    }

    /** Of what sort a refusal is. */
    enum Why {
        /** It has not the form that it must have. */
        ILL_FORMED,
        /** It is not for its author to say. */
        NOT_THEIRS,
        /** There is nothing of that name. */
        UNKNOWN,
        /** What it is about has changed since. */
        STALE,
        /** The line is suspended for what is not safety. */
        SUSPENDED,
        /** It would conflict with what its author had not seen. */
        NEW_CONFLICT,
        /** Its key was used for other words. */
        KEY_USED
    }
}
