package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Frame.SealedBody;

/**
 * What a ledger needs of durable storage. One process owns it and one thread calls {@link #commit}; reading is allowed
 * from any thread and sees what was committed.
 */
public interface Disk {
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

    /** Entries from an index on with what is left of their bodies: at most so many, and so many bytes but at least one. */
    List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost);

    /** The signed head of exactly this size, where one was stored. */
    Optional<Bytes> head(Origin origin, long size);

    /** The largest size above {@code from} and at most {@code until} for which a signed head is stored. */
    Optional<Long> headSize(Origin origin, long from, long until);

    /** Whether this receipt is stored. */
    boolean hasReceipt(Origin origin, PartyName member, long size, long time);

    /** The first receipts of a member over a log that stand behind this place, in their order. */
    List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost);

    /** The last receipt of a member over a log that does not stand behind this place. */
    Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until);

    /** How many receipts of a member over a log stand behind the one place and not behind the other: each is looked at. */
    long countReceipts(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until);

    /** The hash of the full subtree of 2^level leaves with this index; level 0 is the leaves. */
    Hash subtree(Origin origin, int level, long index);

    /** Batches that wait for what comes before them. */
    List<Frame.Batch> parked(Origin origin);

    /** The stored proof that a log has two faces. */
    Optional<Equivocation> evidence(Origin origin);

    /** An entry as it is stored. */
    record StoredEntry(Bytes entry, Optional<SealedBody> body) {}

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
