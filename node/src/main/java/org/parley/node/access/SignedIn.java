package org.parley.node.access;

import java.time.Duration;

/** What became of an attempt to sign in. */
public sealed interface SignedIn {
    /**
     * Somebody is signed in.
     *
     * @param id opens the session; new each time, and known to whoever signed in alone
     */
    record Opened(String id, Session session) implements SignedIn {
        @Override
        public String toString() {
            return "a session of " + session.caller().account();
        }
    }

    /**
     * Nobody is.
     *
     * @param pause before this time has passed no other attempt is taken; zero where one may be made at once
     */
    record Refusal(Why why, Duration pause) implements SignedIn {}

    /** Why not. Nothing here tells an account that does not exist from a wrong password. */
    enum Why {
        /** There is no such account, it is closed, or the password is another. */
        WRONG,
        /** Too many failures; not looked at. */
        TOO_MANY,
        /** Too many sign in at this moment; not looked at, and not counted. */
        BUSY
    }
}
