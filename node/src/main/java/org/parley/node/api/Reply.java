package org.parley.node.api;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.parley.node.form.OutsideJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the API answers, before HTTP. */
public record Reply(int status, Map<String, String> headers, Body body) {
    /** A body. */
    public sealed interface Body {}

    /** All at once. */
    @SuppressWarnings("ArrayRecordComponent") // written out, never compared
    public record Whole(byte[] bytes) implements Body {}

    /** JSON, before it is written: what of it the caller may see is still to be said. */
    record Shown(JsonNode json) implements Body {}

    /** Events, until whoever listens is gone. */
    public record Stream(Telling telling) implements Body {}

    /** Writes events to somebody until they are gone or the node stops. */
    public interface Telling {
        void to(OutputStream out) throws java.io.IOException, InterruptedException;
    }

    private static final String TYPE = "content-type";

    public Reply {
        headers = Map.copyOf(headers);
    }

    static Reply of(int status, JsonNode json) {
        return new Reply(status, Map.of(TYPE, "application/json", "cache-control", "no-store"), new Shown(json));
    }

    /** What of it somebody may see, written. */
    Reply written(UnaryOperator<JsonNode> seen) {
        return body instanceof Shown(JsonNode json)
                ? new Reply(status, headers, new Whole(OutsideJson.bytes(seen.apply(json))))
                : this;
    }

    static Reply of(JsonNode json) {
        return of(200, json);
    }

    /** Text of another type. */
    static Reply text(String type, String text) {
        return new Reply(
                200, Map.of(TYPE, type, "cache-control", "no-cache"), new Whole(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Reply nothing() {
        return new Reply(204, Map.of(), new Whole(new byte[0]));
    }

    /** The caller has it already. */
    static Reply unchanged(Map<String, String> headers) {
        return new Reply(304, headers, new Whole(new byte[0]));
    }

    static Reply events(Telling telling) {
        return new Reply(200, Map.of(TYPE, "text/event-stream", "cache-control", "no-store"), new Stream(telling));
    }

    /** Problem details (RFC 9457), with every reason. */
    static Reply not(Unanswerable why) {
        Trouble trouble = why.trouble();
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("type", trouble.type());
        details.put("title", trouble.title());
        details.put("status", trouble.status());
        ArrayNode errors = details.putArray("errors");
        why.problems().forEach(problem -> errors.add(View.problem(problem)));
        return new Reply(
                trouble.status(),
                Map.of(TYPE, "application/problem+json", "cache-control", "no-store"),
                new Whole(OutsideJson.bytes(details)));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
