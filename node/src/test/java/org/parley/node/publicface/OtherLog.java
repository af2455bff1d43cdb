package org.parley.node.publicface;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.merkle.Consistency;
import org.parley.ledger.note.AddCheckpoint;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;

/** A log of somebody else, with heads and proofs for a witness; branches differ in every entry. */
record OtherLog(String origin, int seed, String branch) {
    SigningKey secret() {
        return Party.secret(Algorithm.ED25519, seed, 7);
    }

    NoteSigner signer() {
        byte[] raw = Party.SIGNATURES.publicKey(secret()).raw();
        return Party.signer(new VerifierKey(origin, SignatureType.ED25519, raw), secret());
    }

    private MemoryLogs tree(long size) {
        var logs = new MemoryLogs();
        for (long i = 0; i < size; i++) {
            logs.add(Party.MAIN, (branch + i).getBytes(StandardCharsets.UTF_8));
        }
        return logs;
    }

    Checkpoint head(long size, String... extensions) {
        return new Checkpoint(origin, size, tree(size).checkpoint(Party.MAIN).root(), List.of(extensions));
    }

    List<Hash> proof(long from, long to) {
        Origin stored = Party.MAIN;
        MemoryLogs tree = tree(to);
        return Consistency.prove((level, index) -> tree.subtree(stored, level, index), from, to);
    }

    SignedNote note(long size, String... extensions) {
        return SignedNote.sign(head(size, extensions).text(), List.of(signer()));
    }

    /** What a log sends. */
    byte[] request(long from, long to, String... extensions) {
        return new AddCheckpoint(from, proof(from, to), note(to, extensions)).bytes();
    }
}
