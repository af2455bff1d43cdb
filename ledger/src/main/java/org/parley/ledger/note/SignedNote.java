package org.parley.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Refused;

/**
 * Text and the signatures under it: C2SP signed-note. The text says nothing until {@link #verified} has been asked.
 *
 * @param text with its last newline
 */
public record SignedNote(String text, List<SignatureLine> signatures) {
    /** The most bytes of a note; sixteen post-quantum signatures fit. */
    public static final int MOST_BYTES = 64 * 1024;

    /** The most signatures under a note: the specification asks for 16, a line has few members and two keys each. */
    public static final int MOST_SIGNATURES = 32;

    /** A signature of a known key that was verified. */
    public record Verified(VerifierKey key, SignatureLine line) {
        /** The time and signature; of a key that signs no time an {@link IllegalArgumentException}. */
        public Cosignature cosignature() {
            if (!key.type().hasTime()) {
                throw new IllegalArgumentException("a signature of type 0x01 has no time");
            }
            return Cosignature.read(key.type(), line.blob());
        }
    }

    /** A note that {@link #parse} would not take is an {@link IllegalArgumentException}. */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || !Text.isPlain(text)) {
            throw new IllegalArgumentException(
                    "the text of a note ends in a newline and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has from 1 to 32 signatures, not " + signatures.size());
        }
        if (length(text, signatures) > MOST_BYTES) {
            throw new IllegalArgumentException("a note has at most 64 KiB");
        }
    }

    /** Signs a text with keys of type 0x01; for the others see {@link Cosignature#sign}. */
    public static SignedNote sign(String text, List<NoteSigner> signers) {
        var lines = new ArrayList<SignatureLine>();
        for (NoteSigner signer : signers) {
            if (signer.key().type() != SignatureType.ED25519) {
                throw new IllegalArgumentException("a cosignature is over a checkpoint and a time");
            }
            lines.add(SignatureLine.of(signer.key(), signer.sign(text.getBytes(StandardCharsets.UTF_8))));
        }
        return new SignedNote(text, lines);
    }

    /** Reads a note; refuses any other form. */
    public static SignedNote parse(byte[] note) {
        if (note.length > MOST_BYTES) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a note has at most 64 KiB");
        }
        return read(Text.utf8(note));
    }

    /** Reads a note; refuses any other form. */
    public static SignedNote parse(String note) {
        if (note.length() > MOST_BYTES || note.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a note has at most 64 KiB");
        }
        return read(note);
    }

    private static SignedNote read(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank == note.length() - 2) {
            throw Refused.malformed("a note is a text, an empty line and signature lines");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", MOST_SIGNATURES + 1);
        if (lines.length > MOST_SIGNATURES) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a note has at most 32 signatures");
        }
        var signatures = new ArrayList<SignatureLine>();
        for (String line : lines) {
            signatures.add(SignatureLine.parse(line));
        }
        try {
            return new SignedNote(note.substring(0, blank + 1), signatures);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The signatures of known keys, in their order. A signature of an unknown key is passed over; refused is a note of which
     * a signature of a known key fails, or that has none: C2SP signed-note, "Signatures".
     */
    public List<Verified> verified(List<VerifierKey> known, Verifier verifier) {
        var verified = new ArrayList<Verified>();
        for (SignatureLine line : signatures) {
            for (VerifierKey key : known) {
                if (line.isBy(key)) {
                    if (!isRight(key, line, verifier)) {
                        throw new Refused(
                                Refused.Reason.FORBIDDEN, "the signature of " + key.name() + " does not verify");
                    }
                    verified.add(new Verified(key, line));
                }
            }
        }
        if (verified.isEmpty()) {
            throw new Refused(Refused.Reason.FORBIDDEN, "no known key signed the note");
        }
        return List.copyOf(verified);
    }

    private boolean isRight(VerifierKey key, SignatureLine line, Verifier verifier) {
        if (line.blob().length != key.type().blobLength()) {
            return false;
        }
        if (!key.type().hasTime()) {
            return verifier.verifies(key, text.getBytes(StandardCharsets.UTF_8), line.blob());
        }
        Cosignature cosignature = Cosignature.read(key.type(), line.blob());
        Checkpoint checkpoint = Checkpoint.parseExtended(text);
        if (!Cosignature.isPossible(key, checkpoint)) {
            return false;
        }
        byte[] message = Cosignature.message(key, checkpoint, cosignature.time());
        return verifier.verifies(key, message, cosignature.signature());
    }

    /** How many bytes the note has, without writing it: every head that comes is read, few are written. */
    private static int length(String text, List<SignatureLine> signatures) {
        return text.getBytes(StandardCharsets.UTF_8).length
                + 1
                + signatures.stream().mapToInt(line -> line.length() + 1).sum();
    }

    /** The note with one more signature. */
    public SignedNote with(SignatureLine signature) {
        var lines = new ArrayList<>(signatures);
        lines.add(signature);
        return new SignedNote(text, lines);
    }

    /** The note as {@link #parse} reads it. */
    public byte[] bytes() {
        var note = new StringBuilder(text).append('\n');
        for (SignatureLine line : signatures) {
            note.append(line).append('\n');
        }
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same as text. */
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
