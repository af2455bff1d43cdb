package org.parley.ledger.line;

import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.line.Frame.SealedBody;

/**
 * What a ledger needs of durable storage. One process owns it and one thread calls {@link #commit}; reading is allowed
 * from any thread and sees what was committed.
 */
public interface Disk extends Holdings {
    /** All that is needed to begin. */
    Image load();

    /**
     * Makes all of it durable, or none. On return it is durable.
     *
     * @throws Full nothing was written, nothing is lost, and it may be tried again
     * @throws Broken whether it was written is not known: the process must end and begin fenced
     */
    void commit(Transaction transaction);

    /** Our logs of this line are known to be the newest: from now on the end of this run may be trusted for it. */
    void settled(LineId line);

    /** Whether our logs of this line are the newest is in doubt, whatever an earlier run had settled. */
    void doubted(LineId line);

    /**
     * Whether a stored head is a lasting one: its writer signed it with ML-DSA-44 too. With a head nothing is stored but
     * signatures of its writer that were verified, and no other makes it so long.
     */
    static boolean isLasting(Bytes head) {
        return head.length() > Algorithm.ML_DSA_44.signatureLength();
    }

    /** An entry as it is stored. */
    record StoredEntry(Bytes entry, Optional<SealedBody> body) {}

    /** A batch that waits: where it begins, and how many bytes its frame has without the length. */
    record Parked(Origin origin, long first, int bytes) {}

    /** There is no room. */
    final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Full(String message) {
            super(message);
        }
    }

    /** The disk failed: nobody knows what it holds. */
    final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
