package org.parley.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.merkle.Consistency;

/**
 * What a witness is asked: C2SP tlog-witness, "add-checkpoint".
 *
 * @param oldSize of the head that the witness cosigned last, as the asker believes
 * @param proof that the checkpoint continues that head
 * @param note the checkpoint with its signatures
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote note) {
    /** The most bytes of a request: a note, 63 lines of 45 bytes, and the line of the old size. */
    public static final int MOST_BYTES = SignedNote.MOST_BYTES + 4 * 1024;

    /** A request that {@link #parse} would not take is an {@link IllegalArgumentException}. */
    public AddCheckpoint {
        proof = List.copyOf(proof);
        ProofText.require(proof, note);
        if (oldSize < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
    }

    /** Reads the body of a request; refuses any other form. Whether the sizes are in order is for the witness to say. */
    public static AddCheckpoint parse(byte[] body) {
        ProofText text = ProofText.parse(body, MOST_BYTES);
        long oldSize = Text.decimal(Text.after("old", text.line(0)));
        return new AddCheckpoint(oldSize, text.hashes(1), text.note());
    }

    /** The checkpoint; extension lines of other logs are kept. */
    public Checkpoint checkpoint() {
        return Checkpoint.parseExtended(note.text());
    }

    /** Whether the proof shows that the checkpoint continues a head of the old size with this root. */
    public boolean continues(Hash oldRoot) {
        Checkpoint checkpoint = checkpoint();
        return Consistency.verifies(oldSize, oldRoot, checkpoint.size(), checkpoint.root(), proof);
    }

    /** The request as {@link #parse} reads it. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same as text. */
    @Override
    public String toString() {
        return ProofText.print(List.of("old " + oldSize), proof, note);
    }
}
