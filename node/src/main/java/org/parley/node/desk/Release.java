package org.parley.node.desk;

import java.util.Set;
import org.parley.record.Kind;
import org.parley.record.Kinds;

/**
 * Which kinds a second person releases before they are said. Never a safety call, an answer or a line check: those may not
 * wait for anybody.
 */
public record Release(Set<String> kinds) {
    /** Outgoing notices and free text. */
    public static final Release USUAL =
            new Release(Set.of("activity", "area", "completeness", "message", "partner-force", "site"));

    /** Nothing waits. */
    public static final Release NONE = new Release(Set.of());

    /** A kind that may not wait is an {@link IllegalArgumentException}. */
    public Release {
        kinds = Set.copyOf(kinds);
        for (String name : kinds) {
            if (Kinds.named(name).filter(Release::mayWait).isEmpty()) {
                throw new IllegalArgumentException(name + " never waits for a second person");
            }
        }
    }

    /** Whether a kind may wait: a cry for help and an answer go out at once, whatever anybody has configured. */
    public static boolean mayWait(Kind kind) {
        return switch (kind.mechanism()) {
            case NOTICE, PROPOSAL, CALL -> !kind.isSafety() && !Privately.KINDS.contains(kind.name());
            case ANSWER, HEARD, NODE -> false;
        };
    }

    boolean asksFor(Statement statement) {
        return kinds.contains(statement.kind()) && !statement.isSafetyCall();
    }
}
