package org.parley.node.publicface;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request, after HTTP.
 *
 * @param path as it was sent, without the query; nothing in it is decoded
 * @param hasQuery or anything else after the path
 * @param hosts the values of the Host header, one of them if all is well
 * @param body read when somebody asks for it; empty where it is longer than anything that is taken here
 */
record Asked(
        String method,
        String path,
        boolean hasQuery,
        List<String> hosts,
        Optional<String> acceptEncoding,
        Supplier<Optional<byte[]>> body) {}
