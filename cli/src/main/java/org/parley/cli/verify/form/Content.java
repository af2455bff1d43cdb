package org.parley.cli.verify.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What entries of the ledger's own kinds hold. */
public final class Content {
    private Content() {}

    /** The note in an entry of kind {@code keys} or {@code revocation}. */
    public static Blob note(JsonNode content, String kind) {
        return Blob.utf8(Envelope.text(content, kind));
    }

    /** The last head of the epoch before, where the entry names it. */
    public static Optional<Checkpoint> after(JsonNode content) {
        return content.has("after") ? Optional.of(head(content.path("after"))) : Optional.empty();
    }

    /** The heads in an entry of kind {@code heads}. */
    public static List<Checkpoint> heads(JsonNode content) {
        Malformed.unless(content.path("heads").isArray(), "no heads");
        List<Checkpoint> heads = new ArrayList<>();
        for (JsonNode head : content.path("heads")) {
            heads.add(head(head));
        }
        return heads;
    }

    private static Checkpoint head(JsonNode head) {
        return new Checkpoint(
                LogName.parse(Envelope.text(head, "origin")).origin(),
                size(head.path("size")),
                Blob.hex(Envelope.text(head, "root"), Blob.HASH));
    }

    private static long size(JsonNode size) {
        Malformed.unless(size.isIntegralNumber() && size.longValue() >= 0, "no size");
        return size.longValue();
    }

    /** What an entry of kind {@code evidence} says. */
    public record Claim(String origin, long smaller, long larger, Blob proof) {}

    /** Reads an entry of kind {@code evidence}. */
    public static Claim evidence(JsonNode content) {
        JsonNode sizes = content.path("sizes");
        Malformed.unless(sizes.isArray() && sizes.size() == 2, "no two sizes");
        return new Claim(
                LogName.parse(Envelope.text(content, "origin")).origin(),
                size(sizes.path(0)),
                size(sizes.path(1)),
                Blob.hex(Envelope.text(content, "proof"), Blob.HASH));
    }
}
