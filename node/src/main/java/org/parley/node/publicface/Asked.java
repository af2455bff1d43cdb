package org.parley.node.publicface;

import java.util.List;
import java.util.Optional;

/**
 * A request, after HTTP.
 *
 * @param path as it was sent, without the query; nothing in it is decoded
 * @param hasQuery or anything else after the path
 * @param hosts the values of the Host header, one of them if all is well
 * @param body of a POST; empty where it is longer than anything that is taken here
 */
record Asked(
        String method,
        String path,
        boolean hasQuery,
        List<String> hosts,
        Optional<String> acceptEncoding,
        Optional<byte[]> body) {}
