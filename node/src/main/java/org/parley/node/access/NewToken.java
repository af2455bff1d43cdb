package org.parley.node.access;

/**
 * A token that was just made.
 *
 * @param text what the program gives; it is shown now and never again
 */
public record NewToken(Token token, String text) {
    @Override
    public String toString() {
        return "a new token ending in " + token.ending();
    }
}
