package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** What is stored of logs, for reading: from any thread, as of the last commit. */
public interface Holdings {
    /** Entries from an index on with what is left of their bodies: at most so many, and so many bytes but at least one. */
    List<Disk.StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost);

    /** The signed head of exactly this size, where one was stored. */
    Optional<Bytes> head(Origin origin, long size);

    /** The largest size above {@code from} and at most {@code until} for which a signed head is stored. */
    Optional<Long> headSize(Origin origin, long from, long until);

    /** The largest size above {@code from} and at most {@code until} for which a lasting head is stored. */
    Optional<Long> lastingSize(Origin origin, long from, long until);

    /** Whether this receipt is stored. */
    boolean hasReceipt(Origin origin, PartyName member, long size, long time);

    /** The first receipts of a member over a log that stand behind this place, in their order. */
    List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost);

    /** The last receipt of a member over a log that does not stand behind this place. */
    Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until);

    /** The tally of a member's receipts over a log that stand behind the one place and not behind the other: each is looked at. */
    Receipt.Tally tally(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until);

    /** The hash of the full subtree of 2^level leaves with this index; level 0 is the leaves. */
    Hash subtree(Origin origin, int level, long index);

    /** The hashes of this many full subtrees of a level, from one on; at least one. */
    default List<Hash> subtrees(Origin origin, int level, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(index -> subtree(origin, level, index))
                .toList();
    }

    /** Which batches wait for what comes before them. */
    List<Disk.Parked> parked();

    /** The waiting batch of a log that begins here. */
    Optional<Frame.Batch> parked(Origin origin, long first);

    /** The stored proof that a log has two faces. */
    Optional<Equivocation> evidence(Origin origin);
}
