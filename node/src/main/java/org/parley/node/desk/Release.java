package org.parley.node.desk;

import java.util.Set;
import java.util.TreeSet;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.Mechanism;

/**
 * Which kinds a second person releases before they are said. Never a safety call, an answer or a line check: those may not
 * wait for anybody.
 */
public record Release(Set<String> kinds) {
    /** Outgoing notices, proposals and free text. */
    public static final Release USUAL = new Release(usual());

    /** Nothing waits. */
    public static final Release NONE = new Release(Set.of());

    /** A kind that may not wait is an {@link IllegalArgumentException}. */
    public Release {
        kinds = Set.copyOf(kinds);
        Set<String> never = new TreeSet<>(kinds);
        never.removeAll(usual());
        if (!never.isEmpty()) {
            throw new IllegalArgumentException("never waits for a second person: " + String.join(", ", never));
        }
    }

    private static Set<String> usual() {
        Set<String> usual = new TreeSet<>();
        for (Kind kind : Kinds.all()) {
            boolean outgoing = kind.mechanism() == Mechanism.NOTICE || kind.mechanism() == Mechanism.PROPOSAL;
            if (outgoing && !kind.isSafety() && !Privately.KINDS.contains(kind.name())) {
                usual.add(kind.name());
            }
        }
        return usual;
    }

    boolean asksFor(Statement statement) {
        return kinds.contains(statement.kind());
    }
}
