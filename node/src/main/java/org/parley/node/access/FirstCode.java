package org.parley.node.access;

import java.time.Instant;

/**
 * Makes the first account, once.
 *
 * @param text 43 characters that may stand in a link
 * @param until when it ends
 */
public record FirstCode(String text, Instant until) {
    @Override
    public String toString() {
        return "a code for the first account, until " + until;
    }
}
