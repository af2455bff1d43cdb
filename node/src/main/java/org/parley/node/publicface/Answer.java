package org.parley.node.publicface;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.parley.ledger.Bytes;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** What is answered to a request, before HTTP: a status, headers and either a body in one piece or one in many. */
record Answer(int status, Map<String, String> headers, Body body) {
    /** A body. */
    sealed interface Body {}

    /** A body whose length is known. */
    record Whole(Bytes bytes) implements Body {}

    /** A body too long to hold; a piece is made when the one before has been sent. */
    record Pieces(Iterator<byte[]> pieces) implements Body {}

    static final String PROBLEM = "application/problem+json";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String CACHE = "cache-control";

    Answer {
        headers = Map.copyOf(headers);
    }

    /** What may have changed when it is asked for next. */
    static Answer now(String type, byte[] body) {
        return new Answer(200, Map.of("content-type", type, CACHE, "no-cache"), new Whole(Bytes.of(body)));
    }

    /** Text that may have changed when it is asked for next. */
    static Answer now(byte[] text) {
        return now(PLAIN, text);
    }

    /** Text in pieces that may have changed when it is asked for next. */
    static Answer now(Iterator<byte[]> pieces) {
        return new Answer(200, Map.of("content-type", PLAIN, CACHE, "no-cache"), new Pieces(pieces));
    }

    /** Bytes that never change. */
    static Answer forever(byte[] bytes) {
        var headers = Map.of("content-type", "application/octet-stream", CACHE, "public, max-age=31536000, immutable");
        return new Answer(200, headers, new Whole(Bytes.of(bytes)));
    }

    /** Why not, as problem details (RFC 9457). Nothing of the request is in them. */
    static Answer not(Problem problem) {
        return not(problem, problem.wayOut());
    }

    /** Why not, in words of its own. */
    static Answer not(Problem problem, String detail) {
        byte[] body = details(problem, problem.status(), detail);
        return new Answer(
                problem.status(), Map.of("content-type", PROBLEM, CACHE, "no-store"), new Whole(Bytes.of(body)));
    }

    /** The details of a problem; the status may be a nearer one than its own. */
    static byte[] details(Problem problem, int status, String detail) {
        return Canonical.bytes(Json.Obj.builder()
                .put("type", "/#" + problem.anchor())
                .put("title", problem.title())
                .put("status", status)
                .put("detail", detail)
                .build());
    }

    /** A witness holds another size than was thought: the answer is that size. */
    static Answer conflict(long size) {
        byte[] body = (size + "\n").getBytes(StandardCharsets.US_ASCII);
        return new Answer(
                409, Map.of("content-type", "text/x.tlog.size", CACHE, "no-store"), new Whole(Bytes.of(body)));
    }

    /** Other methods are allowed there. */
    static Answer allowed(String methods) {
        return not(Problem.METHOD).with("allow", methods);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** The same compressed, where the asker takes it: tlog-tiles asks for it with bundles of entries. */
    Answer gzipFor(Optional<String> acceptEncoding) {
        Answer varying = with("vary", "accept-encoding");
        boolean takes = acceptEncoding.filter(Answer::takesGzip).isPresent();
        return takes && body instanceof Whole whole
                ? new Answer(status, varying.headers, new Whole(gzip(whole.bytes))).with("content-encoding", "gzip")
                : varying;
    }

    private static boolean takesGzip(String acceptEncoding) {
        return List.of(acceptEncoding.split(",", -1)).stream()
                .map(String::strip)
                .anyMatch(coding -> {
                    String[] parts = coding.split(";", 2);
                    boolean refused = parts.length == 2 && parts[1].strip().matches("q=0(\\.0*)?");
                    return parts[0].strip().equalsIgnoreCase("gzip") && !refused;
                });
    }

    private static Bytes gzip(Bytes bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Bytes.of(compressed.toByteArray());
    }
}
