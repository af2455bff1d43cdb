package org.parley.node.alarm;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.ledger.LineId;

/**
 * Something that sounds at the desk until somebody deals with it.
 *
 * @param what it is about
 * @param about names of the records, or ids of the conflicts: several of one sort are one alarm
 * @param level to whom it has gone up
 */
public record Alarm(What what, LineId line, String of, SortedSet<String> about, Level level) {
    /** For what a desk sounds, and for nothing else (domain §2.7). */
    public enum What {
        /** Somebody says that its people or a protected place are being hit. */
        STOP,
        /** A FLASH record that nobody has answered. */
        FLASH,
        /** An own duty of which half of the time is over. */
        DUTY,
        /** A counterpart's machine proves nothing any more. */
        SILENT,
        /** A conflict that begins within half an hour, and that is not settled. */
        CONFLICT,
        /** From the same records two nodes do not compute the same: neither picture can be relied on. */
        DIFFERENCE
    }

    /** To whom it goes; further up only a person decides. */
    public enum Level {
        OFFICER,
        SUPERVISOR,
        DEPUTY
    }

    public Alarm {
        about = Collections.unmodifiableSortedSet(new TreeSet<>(about));
    }

    /** What makes it the same alarm at the next look. */
    String key() {
        return what + " " + line + " " + of;
    }
}
