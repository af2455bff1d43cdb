package org.parley.node.publicface;

import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.SignedNote;

/** What a witness must never forget: of each log the head that it cosigned last. */
public interface WitnessState {
    /** The head of the log of this origin that was saved last; empty only if there never was one. */
    Optional<Seen> load(String origin);

    /**
     * Replaces the head of this log, as a whole. On return it is durable. Of one log, nobody else saves meanwhile.
     *
     * @throws NotSaved nothing was changed, and it may be tried again. After any other exception it is not known what a
     *     restart would find
     */
    void save(String origin, Seen seen);

    /**
     * A head that was cosigned.
     *
     * @param note with the signatures of the log that were verified and the witness's own
     */
    record Seen(long size, Hash root, SignedNote note) {
        /** The head in this note. */
        public static Seen of(SignedNote note) {
            Checkpoint head = Checkpoint.parseExtended(note.text());
            return new Seen(head.size(), head.root(), note);
        }
    }

    /** Nothing was changed. */
    final class NotSaved extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Because of this. */
        public NotSaved(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
