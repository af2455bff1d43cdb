package org.parley.node.desk;

import java.util.Set;
import org.parley.picture.Conflict;
import org.parley.picture.Preview;

/**
 * What its author had seen of others when it says something that takes space.
 *
 * @param seen the versions that a preview showed it to come too near to, by the names of their records
 * @param refuses whether it is not to be said where it comes too near to another
 */
public record Basis(Set<String> seen, boolean refuses) {
    public Basis {
        seen = Set.copyOf(seen);
    }

    /** Whether its author had not seen that it conflicts with this. */
    boolean isNew(Preview.Against against) {
        return !seen.contains(against.version().record());
    }

    /** Whether its author had not seen a conflict of its subject, as it now is. */
    public boolean isNew(Conflict conflict, String subject) {
        var other = conflict.a().equals(subject)
                ? conflict.finding().b()
                : conflict.finding().a();
        return !seen.contains(other.record());
    }
}
