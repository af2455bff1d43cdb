package org.parley.node.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;

/** Asks the API from within the process: for whoever may open the socket in the node's folder. */
public final class Local {
    private final Router router;
    private final Visitor visitor;

    Local(Router router, Visitor visitor) {
        this.router = router;
        this.visitor = visitor;
    }

    /** An answer in one piece. */
    public record Answer(int status, String body) {}

    /** Takes events as they come. */
    public interface Listener {
        void event(String text) throws IOException;
    }

    /** Asks for what has an end. */
    public Answer ask(String method, String target, Map<String, String> headers, String body) {
        Reply reply = router.answer(call(method, target, headers, body));
        return switch (reply.body()) {
            case Reply.Whole whole -> new Answer(reply.status(), new String(whole.bytes(), StandardCharsets.UTF_8));
            case Reply.Shown _ -> throw new IllegalStateException("the router writes what is shown");
            case Reply.Stream stream -> new Answer(406, "events are listened to, not asked for");
        };
    }

    /** Listens to what has none, until the listener is gone; what is no stream of events is answered as one event. */
    public void listen(String target, Map<String, String> headers, Listener listener)
            throws IOException, InterruptedException {
        Reply reply = router.answer(call("GET", target, headers, ""));
        switch (reply.body()) {
            case Reply.Whole whole -> listener.event(new String(whole.bytes(), StandardCharsets.UTF_8));
            case Reply.Shown _ -> throw new IllegalStateException("the router writes what is shown");
            case Reply.Stream stream -> stream.telling().to(new Pieces(listener));
        }
    }

    private Call call(String method, String target, Map<String, String> headers, String body) {
        URI uri = URI.create(target);
        List<String> path = Stream.of(uri.getRawPath().substring(1).split("/", -1))
                .map(Local::decoded)
                .toList();
        Map<String, String> query = new TreeMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        Bytes bytes = Bytes.of(body.getBytes(StandardCharsets.UTF_8));
        return new Call(method, path, query, headers, bytes, Carriage.CLEAR, visitor);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Gives on what was written when it is flushed. */
    private static final class Pieces extends OutputStream {
        private final Listener listener;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Pieces(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void write(int one) {
            written.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            written.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            listener.event(written.toString(StandardCharsets.UTF_8));
            written.reset();
        }
    }
}
