package org.parley.ledger.line;

import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.merkle.Consistency;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;

/** Makes and checks proofs that a log has two faces. */
final class Suspicion {
    private final Books books;
    private final Seals seals;

    Suspicion(Books books, Seals seals) {
        this.books = books;
        this.seals = seals;
    }

    /** A log was seen with two faces: nothing that came with it is taken. */
    static final class TwoFaces extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Equivocation proof;

        private TwoFaces(Equivocation proof) {
            super("two faces of " + proof.origin(), null, false, false);
            this.proof = proof;
        }

        Equivocation proof() {
            return proof;
        }
    }

    /** A verified head of a size that we have reached, whose root is not ours at that size. */
    RuntimeException olderFace(Origin origin, Seals.SignedHead head) {
        LogState log = books.log(origin).orElseThrow();
        return books.head(origin, log.size())
                .map(ours -> accusing(new Equivocation(
                        origin,
                        head.note(),
                        ours,
                        books.root(origin, head.size()),
                        Consistency.prove(
                                (level, index) -> books.disk().subtree(origin, level, index),
                                head.size(),
                                log.size()))))
                .orElseGet(() -> unproven(origin));
    }

    /** A verified head beyond what we have, whose batch changes entries that we have. */
    RuntimeException newerFace(Origin origin, Frame.Batch batch, List<Hash> leaves, Seals.SignedHead head) {
        LogState log = books.log(origin).orElseThrow();
        Other tree = new Other(origin, batch.first(), leaves);
        return books.head(origin, log.size())
                .map(ours -> accusing(new Equivocation(
                        origin,
                        ours,
                        head.note(),
                        Frontier.at(tree::subtree, log.size()).root(),
                        Consistency.prove(tree::subtree, log.size(), head.size()))))
                .orElseGet(() -> unproven(origin));
    }

    /** Two faces only where it proves them: void heads do not, nor do entries that do not give their head. */
    private RuntimeException accusing(Equivocation proof) {
        KeyHistory keys = books.line(proof.origin().line())
                .orElseThrow()
                .of(proof.origin().party());
        try {
            return proves(keys, proof) ? new TwoFaces(proof) : unproven(proof.origin());
        } catch (Refused unsigned) {
            return unproven(proof.origin());
        }
    }

    private static Refused unproven(Origin origin) {
        return new Refused(Refused.Reason.INCONSISTENT, "this is not the " + origin + " that is held here");
    }

    /** Whether it proves what it says, by the keys of the log's writer. */
    boolean proves(KeyHistory keys, Equivocation proof) {
        Seals.SignedHead smaller = seals.verified(keys, proof.smaller());
        Seals.SignedHead larger = seals.verified(keys, proof.larger());
        boolean sameLog =
                smaller.origin().equals(proof.origin()) && larger.origin().equals(proof.origin());
        return sameLog
                && smaller.size() <= larger.size()
                && !smaller.root().equals(proof.rootAtSmaller())
                && Consistency.verifies(
                        smaller.size(), proof.rootAtSmaller(), larger.size(), larger.root(), proof.proof());
    }

    /** What people call the proof: the hash of its frame. */
    static Hash id(Equivocation proof) {
        return Merkle.leafHash(FrameCodec.bytes(new Frame.Evidence(proof)));
    }

    /** The tree of a batch that contradicts ours: ours before its first entry, the batch's leaves from there on. */
    private final class Other {
        private final Origin origin;
        private final long first;
        private final List<Hash> leaves;

        Other(Origin origin, long first, List<Hash> leaves) {
            this.origin = origin;
            this.first = first;
            this.leaves = leaves;
        }

        Hash subtree(int level, long index) {
            if ((index + 1) << level <= first) {
                return books.disk().subtree(origin, level, index);
            }
            return level == 0
                    ? leaves.get((int) (index - first))
                    : Merkle.nodeHash(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
        }
    }
}
