package org.parley.node.access;

import java.time.Instant;
import java.util.Set;
import org.parley.ledger.Hash;

/**
 * What is kept of a token of a program. Its text is known to the program alone.
 *
 * @param hash the SHA-256 of its text
 * @param name what it is for, as its maker says
 * @param account whom it belongs to
 * @param scopes what it may do, as far as its account may
 * @param made when, to the second
 * @param expires from then on it opens nothing
 * @param ending the last characters of its text, to tell one from another
 */
public record Token(
        Hash hash, String name, String account, Set<Right> scopes, Instant made, Instant expires, String ending) {
    static final String PREFIX = "parley_";
    static final int SHOWN = 4;

    /** A scope that is a person's alone is an {@link IllegalArgumentException}. */
    public Token {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty() || scopes.stream().anyMatch(Right::isOfPersonsOnly)) {
            throw new IllegalArgumentException("a token has a scope, and none that is a person's alone");
        }
    }

    /** What it is called where one is taken away: the first digits of its hash. */
    public String id() {
        return hash.toString().substring(0, 12);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }
}
