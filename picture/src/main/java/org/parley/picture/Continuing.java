package org.parley.picture;

/**
 * A conflict that is there, or would come, only because an activity is not reported stopped: it counts as still there.
 *
 * @param conflict its figures as the two are when the activity has gone on as long as was asked for; its id is that of any
 *     conflict of these two subjects
 * @param since from when on it is one, in milliseconds since 1970: in time for a warning, where that is still to come
 */
public record Continuing(Conflict conflict, long since) {}
