package org.parley.node.publicface;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.merkle.Inclusion;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;

/** Proofs to hand on that a record stands in a log and who held it: C2SP tlog-proof. */
public final class ProofExport {
    /** So many receipts of each member after the record are looked through for a head that most of them cosigned. */
    private static final int LOOKED_THROUGH = 256;

    private final Holdings disk;
    private final Shown shown;
    private final Signatures signatures;
    private final LastingHeads lasting;

    /** Proofs from what is stored there, with heads as they are. */
    public ProofExport(Holdings disk, Shown shown, Signatures signatures) {
        this(disk, shown, signatures, LastingHeads.NONE);
    }

    /** Proofs from what is stored there, with an ML-DSA-44 signature wherever it can be had. */
    public ProofExport(Holdings disk, Shown shown, Signatures signatures, LastingHeads lasting) {
        this.disk = disk;
        this.shown = shown;
        this.signatures = signatures;
        this.lasting = lasting;
    }

    /** The proof without extra data; see {@link #proof(Origin, long, byte[])}. */
    public TlogProof proof(Origin origin, long index) {
        return proof(origin, index, new byte[0]);
    }

    /**
     * The proof that the log has an entry at this index, with extra data such as the record's body. A cosignature covers one
     * head, so it is the head after the record that most members cosigned; of these a lasting one if there is one, then the
     * earliest; without any receipts the newest head. A head of ours is made lasting. {@link Refused} if there is no such log or no head covers the record yet.
     */
    public TlogProof proof(Origin origin, long index, byte[] extra) {
        ServedLog newest = ServedLog.find(disk, shown, origin)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no log " + origin + " is shown here"));
        if (index < 0 || index >= newest.checkpoint().size()) {
            throw new Refused(Refused.Reason.UNKNOWN, "no signed head covers " + origin.recordName(index));
        }
        Receipts receipts = new Receipts(disk, signatures, newest.line(), origin);
        ServedLog best = lasting(mostCosigned(receipts, index, newest));
        var proof = Inclusion.prove(
                (level, at) -> disk.subtree(origin, level, at),
                index,
                best.checkpoint().size());
        return new TlogProof(extra, index, proof, best.cosigned(receipts));
    }

    private ServedLog mostCosigned(Receipts receipts, long index, ServedLog newest) {
        long size = newest.checkpoint().size();
        Map<Long, Integer> members = new HashMap<>();
        for (PartyName member : receipts.members()) {
            receipts.from(member, index + 1, LOOKED_THROUGH).stream()
                    .map(Receipt::size)
                    .filter(covered -> covered <= size)
                    .distinct()
                    .forEach(covered -> members.merge(covered, 1, Integer::sum));
        }
        Set<Long> last = lasting(newest.origin(), index, members.keySet());
        return members.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(most -> !last.contains(most.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(most -> head(newest, most.getKey()).stream())
                .findFirst()
                .orElse(newest);
    }

    /** Of these sizes, all beyond an index, those of lasting heads. */
    private Set<Long> lasting(Origin origin, long index, Set<Long> sizes) {
        Set<Long> found = new HashSet<>();
        long largest = sizes.stream().mapToLong(Long::longValue).max().orElse(0);
        Optional<Long> next = disk.lastingSize(origin, index, largest);
        while (next.isPresent() && found.size() < LOOKED_THROUGH) {
            found.add(next.get());
            next = disk.lastingSize(origin, index, next.get() - 1);
        }
        return found;
    }

    /** The same log with a head that ML-DSA-44 signs too, where that can be had. */
    private ServedLog lasting(ServedLog log) {
        long size = log.checkpoint().size();
        return lasting.make(log.origin(), size)
                ? disk.head(log.origin(), size).map(note -> of(log, note)).orElse(log)
                : log;
    }

    private ServedLog of(ServedLog log, Bytes head) {
        return new ServedLog(disk, log.origin(), log.line(), SignedNote.parse(head.array()));
    }

    /** The log as of an earlier head; a receipt may be for one that never came here. */
    private Optional<ServedLog> head(ServedLog newest, long size) {
        if (size == newest.checkpoint().size()) {
            return Optional.of(newest);
        }
        return disk.head(newest.origin(), size).map(note -> of(newest, note));
    }
}
