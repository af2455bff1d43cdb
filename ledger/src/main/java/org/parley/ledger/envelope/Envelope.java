package org.parley.ledger.envelope;

import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/**
 * What an entry of a log says in the clear. An entry that parses prints the same bytes again; still it is the bytes received
 * that are hashed and kept.
 *
 * @param origin the members {@code line}, {@code by}, {@code log} and {@code epoch}
 * @param no the leaf index + 1
 * @param at the writer's clock in milliseconds since 1970
 * @param under the agreement in force for the writer
 * @param body the commitment to the body; absent exactly where {@code content} stands
 * @param content what the ledger's own kinds say
 * @param others members that mean nothing to the ledger, kept as they are
 */
public record Envelope(
        Origin origin,
        long no,
        long at,
        String kind,
        Optional<About> about,
        Optional<RecordRef> under,
        Optional<String> role,
        Optional<String> officer,
        Optional<String> precedence,
        Optional<String> audience,
        Optional<String> lang,
        boolean exercise,
        Optional<Hash> body,
        Optional<Json.Obj> content,
        Json.Obj others) {
    /** The most bytes of an entry; it lets a reader refuse before it parses, and a tile of 256 entries stay near 1 MiB. */
    public static final int LIMIT = 4_096;

    /** The most code points in one of the short texts. */
    public static final int TEXT_LIMIT = 64;

    /** The kinds that the ledger itself understands: they speak in the clear, all others through a body. */
    public static final Set<String> LEDGER_KINDS = Set.of("keys", "heads", "revocation", "evidence");

    /** What breaks a rule of docs/formats.md is an {@link IllegalArgumentException}. */
    public Envelope {
        EnvelopeRules.check(no, at, kind, body, content, others);
        EnvelopeRules.checkTexts(role, officer, precedence, audience, lang);
    }

    /** Reads an entry; {@link Refused} gives every reason against its members at once. */
    public static Envelope parse(byte[] entry) {
        if (entry.length > LIMIT) {
            throw tooLarge(entry.length);
        }
        return EnvelopeForm.read(Canonical.parse(entry).object());
    }

    /** Begins the envelope of the record at this leaf index + 1 of a log. */
    public static EnvelopeBuilder builder(Origin origin, long no, long at, String kind) {
        return new EnvelopeBuilder(origin, no, at, kind);
    }

    /** The entry; {@link Refused} if it is larger than {@link #LIMIT} or a text in it has no canonical form. */
    public byte[] bytes() {
        byte[] entry = Canonical.bytes(EnvelopeForm.json(this));
        if (entry.length > LIMIT) {
            throw tooLarge(entry.length);
        }
        return entry;
    }

    /** What people call this record: BIRCH-412. */
    public String recordName() {
        return origin.recordName(no - 1);
    }

    private static Refused tooLarge(int bytes) {
        return new Refused(
                Refused.Reason.TOO_LARGE, "an entry holds at most " + LIMIT + " bytes, this one has " + bytes);
    }
}
