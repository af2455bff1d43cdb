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

/** What is answered to a request, before HTTP: a status, headers and either a body in one piece or one in many. */
record Answer(int status, Map<String, String> headers, Body body) {
    /** A body. */
    sealed interface Body {}

    /** A body whose length is known. */
    record Whole(Bytes bytes) implements Body {}

    /** A body too long to hold; a piece is made when the one before has been sent. */
    record Pieces(Iterator<byte[]> pieces) implements Body {}

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

    /** Why not. Nothing of the request is in the text. */
    static Answer not(int status, String why) {
        byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of("content-type", PLAIN, CACHE, "no-store"), new Whole(Bytes.of(text)));
    }

    /** Other methods are allowed there. */
    static Answer allowed(String methods) {
        return not(405, "this method is not answered here").with("allow", methods);
    }

    static Answer unknown() {
        return not(404, "there is nothing here");
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
