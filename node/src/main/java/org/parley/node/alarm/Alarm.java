package org.parley.node.alarm;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.ledger.LineId;

/**
 * Something that sounds at the desk until somebody deals with it.
 *
 * @param what it is about
 * @param about names of the records, or ids of the conflicts: several of one sort are one alarm
 * @param called whom it has called beside the officer on duty, in the order of time; further up only a person decides
 */
public record Alarm(What what, LineId line, String of, SortedSet<String> about, List<String> called) {
    /** For what a desk sounds, and for nothing else (domain §2.7). */
    public enum What {
        /** Somebody says that its people or a protected place are being hit. */
        STOP,
        /** A FLASH record that nobody has answered. */
        FLASH,
        /** An own duty of which half of the time is over, or that calls somebody else. */
        DUTY,
        /** A counterpart's machine proves nothing any more. */
        SILENT,
        /** A conflict that begins soon, and that is not settled. */
        CONFLICT,
        /** Two activities of which no other party is told are too near to each other, soon or now (W18). */
        PRIVATE_CONFLICT,
        /** From the same records two nodes do not compute the same: neither picture can be relied on. */
        DIFFERENCE
    }

    public Alarm {
        about = Collections.unmodifiableSortedSet(new TreeSet<>(about));
        called = List.copyOf(called);
    }

    /** The same about more. */
    Alarm with(Alarm other) {
        SortedSet<String> all = new TreeSet<>(about);
        all.addAll(other.about);
        return new Alarm(what, line, of, all, called);
    }

    /** What makes it the same alarm at the next look. */
    String key() {
        return what + " " + line + " " + of;
    }
}
