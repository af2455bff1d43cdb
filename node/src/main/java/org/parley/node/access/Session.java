package org.parley.node.access;

import java.time.Instant;

/**
 * A session that somebody uses.
 *
 * @param csrf what a page must send along with each change, so that no other site's page makes one
 * @param until when it ends, if nobody uses it again
 */
public record Session(Caller caller, String csrf, Instant until) {}
