package org.parley.node.publicface;

import java.time.Duration;

/**
 * What strangers may take of a node.
 *
 * @param requests that are dealt with at once; each holds its answer, up to a megabyte, until it is sent. Others wait
 * @param connections that are open at once; others wait to be accepted
 * @param patience how long a request and its answer may take, or each piece of a long answer
 * @param idle how long a connection may be silent between requests
 */
record Bounds(int requests, int connections, Duration patience, Duration idle) {
    static final Bounds USUAL = new Bounds(32, 256, Duration.ofSeconds(30), Duration.ofSeconds(60));
}
