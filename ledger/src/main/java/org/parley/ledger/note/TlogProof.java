package org.parley.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.merkle.Inclusion;

/** A proof to hand on that an entry stands in a log: C2SP tlog-proof, "Format". Immutable. */
public final class TlogProof {
    /** The most bytes of a proof: a record with its body fits into the extra data. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    private final byte[] extra;
    private final long index;
    private final List<Hash> proof;
    private final SignedNote note;

    /**
     * Extra data (none is an empty array), the leaf's index, its inclusion proof and the checkpoint with its signatures. One
     * that {@link #parse} would not take is an {@link IllegalArgumentException}.
     */
    public TlogProof(byte[] extra, long index, List<Hash> proof, SignedNote note) {
        ProofText.require(proof, note);
        if (index < 0) {
            throw new IllegalArgumentException("a leaf has no negative index");
        }
        this.extra = extra.clone();
        this.index = index;
        this.proof = List.copyOf(proof);
        this.note = note;
        if (bytes().length > MOST_BYTES) {
            throw new IllegalArgumentException("a proof with its checkpoint has at most " + MOST_BYTES + " bytes");
        }
    }

    /** Reads a proof; refuses any other form. Nothing is verified. */
    public static TlogProof parse(byte[] bytes) {
        ProofText text = ProofText.parse(bytes, MOST_BYTES);
        if (!text.line(0).equals(HEADER)) {
            throw Refused.malformed("a proof begins with " + HEADER);
        }
        boolean hasExtra = text.line(1).startsWith("extra ");
        byte[] extra = hasExtra ? Text.base64(Text.after("extra", text.line(1))) : new byte[0];
        if (hasExtra && extra.length == 0) {
            throw Refused.malformed("where there is no extra data the line is left out");
        }
        int at = hasExtra ? 2 : 1;
        long index = Text.decimal(Text.after("index", text.line(at)));
        return new TlogProof(extra, index, text.hashes(at + 1), text.note());
    }

    /** Data of the application; nothing vouches for it. Empty where there is none. */
    public byte[] extra() {
        return extra.clone();
    }

    /** The leaf's index, from 0. */
    public long index() {
        return index;
    }

    /** The inclusion proof, the leaf's sibling first. */
    public List<Hash> proof() {
        return proof;
    }

    /** The checkpoint with its signatures, which are to be verified: {@link SignedNote#verified}. */
    public SignedNote note() {
        return note;
    }

    /** The checkpoint; extension lines of other logs are kept. */
    public Checkpoint checkpoint() {
        return Checkpoint.parseExtended(note.text());
    }

    /** Whether the proof leads from this leaf hash to the checkpoint's root. The signatures are another question. */
    public boolean includes(Hash leaf) {
        Checkpoint checkpoint = checkpoint();
        return Inclusion.verifies(index, checkpoint.size(), leaf, proof, checkpoint.root());
    }

    /** The proof as {@link #parse} reads it. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that
                && Arrays.equals(extra, that.extra)
                && index == that.index
                && proof.equals(that.proof)
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return 31 * note.hashCode() + Long.hashCode(index);
    }

    /** The same as text. */
    @Override
    public String toString() {
        var lines = new ArrayList<>(List.of(HEADER));
        if (extra.length > 0) {
            lines.add("extra " + Base64.getEncoder().encodeToString(extra));
        }
        lines.add("index " + index);
        return ProofText.print(lines, proof, note);
    }
}
