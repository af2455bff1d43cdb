package org.parley.node.access;

/**
 * What is kept of an account.
 *
 * @param closed whether nobody signs in with it any more; it is kept, so that its pseudonym never is another person's
 */
record Kept(Account account, Phc password, boolean closed) {
    Kept with(Account other) {
        return new Kept(other, password, closed);
    }

    Kept with(Phc other) {
        return new Kept(account, other, closed);
    }

    Kept close() {
        return new Kept(account, password, true);
    }
}
