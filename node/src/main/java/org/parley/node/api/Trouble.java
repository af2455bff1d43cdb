package org.parley.node.api;

import java.util.Locale;

/** Why the API does not do what it was asked for; each has a place in the description of the API, where its type leads. */
enum Trouble {
    ILL_FORMED(422, "What was given has not the form that it must have."),
    NO_JSON(400, "The body is no JSON that can be read."),
    NOT_HERE(404, "There is nothing of this name."),
    METHOD(405, "This method is not answered here."),
    WHO(401, "Sign in first, or send a token."),
    CSRF(403, "A write needs the token of its session in X-Parley-CSRF."),
    MAY_NOT(403, "This is not among what you may do."),
    NOT_THEIRS(403, "This is not for your party, or not for you, to say."),
    HOST(421, "This host is not served here."),
    STALE(409, "What it is about has changed."),
    SUSPENDED(409, "The line is suspended for routine traffic."),
    NEW_CONFLICT(409, "It would conflict with what had not been seen."),
    KEY_USED(422, "This idempotency key was used for something else."),
    TYPE(415, "A body is JSON."),
    TOO_LONG(413, "The body is too long."),
    LOCKED(429, "Too many failed attempts."),
    FENCED(503, "The node does not write on this line now."),
    FULL(507, "There is no room."),
    BUSY(503, "Too many requests wait."),
    FAILED(500, "The node failed to answer.");

    private final int status;
    private final String title;

    Trouble(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Where it is described. */
    String type() {
        return "/api/v1/problems#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
