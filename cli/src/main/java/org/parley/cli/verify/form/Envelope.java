package org.parley.cli.verify.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entry says.
 *
 * @param at ms since 1970
 * @param body the commitment to the body, unless there is content
 * @param content the content of an entry of the ledger's own kinds
 */
public record Envelope(long at, String kind, Optional<Blob> body, Optional<JsonNode> content) {
    private static final int LARGEST = 4_096;
    private static final int LONGEST = 64;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern RECORD =
            Pattern.compile("[A-Z][A-Z0-9]{0,15}(\\.([2-9]|[1-9][0-9]{1,8}))?-S?[1-9][0-9]{0,15}");
    private static final Set<String> LEDGER = Set.of("keys", "heads", "revocation", "evidence");
    private static final List<String> TEXTS = List.of("role", "officer", "precedence", "audience", "lang");

    /** Reads an entry that stands in a log at an index, and holds it against its place. */
    public static Envelope parse(byte[] entry, LogName log, long index) {
        Malformed.unless(entry.length <= LARGEST, () -> "an entry of " + entry.length + " bytes");
        ObjectNode object = CanonicalJson.object(entry);
        place(object, "line", log.line());
        place(object, "by", log.party());
        place(object, "log", log.lane());
        place(object, "epoch", log.epoch());
        JsonNode no = object.path("no");
        Malformed.unless(
                no.isIntegralNumber() && no.longValue() == index + 1,
                () -> "no is " + Checkpoint.shortened(no.toString()) + " in the place of " + (index + 1));
        String kind = text(object, "kind");
        Malformed.unless(KIND.matcher(kind).matches(), () -> "'" + Checkpoint.shortened(kind) + "' is no kind");
        optional(object);
        boolean own = LEDGER.contains(kind);
        Malformed.unless(own == object.path("content").isObject(), own ? "no content" : "no content expected");
        Malformed.unless(own || !object.has("content"), "content in an entry of a kind that is not the ledger's");
        Malformed.unless(own != object.has("body"), own ? "body beside content" : "no body");
        return new Envelope(
                Moment.parse(text(object, "at")),
                kind,
                own ? Optional.empty() : Optional.of(Blob.hex(text(object, "body"), Blob.HASH)),
                own ? Optional.of(object.path("content")) : Optional.empty());
    }

    private static void place(ObjectNode object, String name, String expected) {
        String found = text(object, name);
        Malformed.unless(
                found.equals(expected),
                () -> name + " is '" + Checkpoint.shortened(found) + "' in the place of '" + expected + "'");
    }

    /** A member that must be a string. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        Malformed.unless(value.isString(), () -> "no " + name);
        return value.stringValue();
    }

    private static void optional(ObjectNode object) {
        if (object.has("about")) {
            JsonNode about = object.path("about");
            if (about.has("conflict")) {
                Malformed.unless(about.size() == 1, "about has other members beside conflict");
                Blob.hex(text(about, "conflict"), Blob.HASH);
            } else {
                reference(about, "about");
            }
        }
        if (object.has("under")) {
            reference(object.path("under"), "under");
        }
        for (String name : TEXTS) {
            if (object.has(name)) {
                String value = text(object, name);
                Malformed.unless(value.codePointCount(0, value.length()) <= LONGEST, () -> name + " is too long");
            }
        }
        if (object.has("exercise")) {
            JsonNode exercise = object.path("exercise");
            Malformed.unless(exercise.isBoolean() && exercise.booleanValue(), "exercise is not true");
        }
    }

    private static void reference(JsonNode value, String name) {
        Malformed.unless(value.isObject() && value.size() == 2, () -> name + " is no reference to a record");
        Malformed.unless(RECORD.matcher(text(value, "record")).matches(), () -> name + " names no record");
        Blob.hex(text(value, "leaf"), Blob.HASH);
    }
}
