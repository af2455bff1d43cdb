package org.parley.node.access;

import java.util.Set;
import org.parley.ledger.Refused;

/**
 * Who asks something of the node, and what they may do; all that the rest of the node sees of sign-in.
 *
 * @param account the name of the account, also of the one that a program's token belongs to
 * @param officer the pseudonym that stands in records
 * @param isPerson whether a person is there; a program has no right that is a person's alone
 */
public record Caller(String account, String officer, Set<Role> roles, Set<Right> rights, boolean isPerson, How how) {
    /** A program with a right of persons is an {@link IllegalArgumentException}. */
    public Caller {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
        if (!isPerson && rights.stream().anyMatch(Right::isOfPersonsOnly)) {
            throw new IllegalArgumentException("a program has a right that is a person's alone, among " + rights);
        }
    }

    /** Whether the caller has this right. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Goes on if the caller has this right, and is {@link Refused} otherwise. */
    public void require(Right right) {
        if (!may(right)) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    account + " has not the right " + right.word() + (isPerson ? "" : ", or this token has not"));
        }
    }
}
