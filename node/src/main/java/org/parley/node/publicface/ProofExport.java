package org.parley.node.publicface;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** Proofs from what is stored there. */
    public ProofExport(Holdings disk, Shown shown, Signatures signatures) {
        this.disk = disk;
        this.shown = shown;
        this.signatures = signatures;
    }

    /** The proof without extra data; see {@link #proof(Origin, long, byte[])}. */
    public TlogProof proof(Origin origin, long index) {
        return proof(origin, index, new byte[0]);
    }

    /**
     * The proof that the log has an entry at this index, with extra data such as the record's body. A cosignature covers one
     * head, so it is the head after the record that most members cosigned, the earliest of these; without any receipts the
     * newest head. {@link Refused} if there is no such log or no head covers the record yet.
     */
    public TlogProof proof(Origin origin, long index, byte[] extra) {
        ServedLog newest = ServedLog.find(disk, shown, origin)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no log " + origin + " is shown here"));
        if (index < 0 || index >= newest.checkpoint().size()) {
            throw new Refused(Refused.Reason.UNKNOWN, "no signed head covers " + origin.recordName(index));
        }
        Receipts receipts = new Receipts(disk, signatures, newest.line(), origin);
        ServedLog best = mostCosigned(receipts, index, newest);
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
        return members.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(most -> head(newest, most.getKey()).stream())
                .findFirst()
                .orElse(newest);
    }

    /** The log as of an earlier head; a receipt may be for one that never came here. */
    private Optional<ServedLog> head(ServedLog newest, long size) {
        if (size == newest.checkpoint().size()) {
            return Optional.of(newest);
        }
        Optional<Bytes> note = disk.head(newest.origin(), size);
        return note.map(bytes -> new ServedLog(disk, newest.origin(), newest.line(), SignedNote.parse(bytes.array())));
    }
}
