package org.parley.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.note.SignedNote;

/** A party's keys in the simulation: its root key, and those of each key set. */
final class Keys {
    private final Signatures signatures;
    private final SplittableRandom random;
    private final PartyName party;
    private final SigningKey root;
    private final Map<VerifyingKey, SigningKey> secrets = new HashMap<>();
    private final Map<Integer, Hash> pins = new HashMap<>();
    private final Map<Integer, Bytes> keySets = new HashMap<>();
    private final Map<Integer, Bytes> revocations = new HashMap<>();
    private int newest = 1;

    Keys(Signatures signatures, SplittableRandom random, PartyName party) {
        this.signatures = signatures;
        this.random = random;
        this.party = party;
        this.root = key();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private SigningKey key() {
        return key(Algorithm.ED25519);
    }

    private SigningKey key(Algorithm algorithm) {
        return SigningKey.of(algorithm, bytes(Algorithm.SEED_LENGTH));
    }

    private VerifyingKey kept(SigningKey key) {
        VerifyingKey known = signatures.publicKey(key);
        secrets.put(known, key);
        return known;
    }

    Bytes rootKey() {
        return Bytes.of(signatures.publicKey(root).raw());
    }

    /** So many key sets are durable now, on whatever disk. Backups hold no keys, so the newest stays in force. */
    void durable(int keySets) {
        newest = Math.max(newest, keySets);
    }

    /** The pin of the TLS certificate in force: that of the newest key set that was ever durable. */
    Hash pin() {
        return Optional.ofNullable(pins.get(newest)).orElseThrow();
    }

    int newest() {
        return newest;
    }

    Optional<SigningKey> secret(VerifyingKey key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /** The log key of the newest key set. */
    VerifyingKey logKey() {
        return KeySet.parse(SignedNote.parse(Optional.ofNullable(keySets.get(newest))
                                .orElseThrow()
                                .array())
                        .text())
                .log();
    }

    /** Signs with one of this party's keys, unseen, as a thief would. */
    byte[] signed(VerifyingKey key, byte[] message) {
        return signatures.sign(secret(key).orElseThrow(), message);
    }

    /** A new key set with fresh keys, in force from these places. */
    Bytes keySet(LineId line, int serial, Opening main, Opening safety) {
        Hash pin = Hash.of(bytes(Hash.LENGTH));
        pins.put(serial, pin);
        KeySet keys = new KeySet(
                line, party, serial, kept(key()), kept(key(Algorithm.ML_DSA_44)), kept(key()), pin, main, safety);
        Bytes note = Bytes.of(keys.signedBy(signatures, root));
        keySets.put(serial, note);
        return note;
    }

    /** A key set is revoked: these heads are the last that count. */
    Bytes revocation(LineId line, int serial, LastHead main, LastHead safety) {
        Bytes note = Bytes.of(new Revocation(line, party, serial, main, safety).signedBy(signatures, root));
        revocations.put(serial, note);
        return note;
    }

    /** The notes that the root key signed and that were ever durable, in their order. */
    List<Frame> handedOut(LineId line) {
        List<Frame> notes = new ArrayList<>();
        for (int serial = 1; serial <= newest; serial++) {
            notes.add(new Frame.Keys(
                    line, Optional.ofNullable(keySets.get(serial)).orElseThrow()));
            if (serial < newest && revocations.containsKey(serial)) {
                notes.add(new Frame.Revoked(
                        line, Optional.ofNullable(revocations.get(serial)).orElseThrow()));
            }
        }
        return notes;
    }

    /** A revocation that nobody took is torn up. */
    void tearUpRevocation(int serial) {
        revocations.remove(serial);
    }

    /** Eight random hex digits, as a new epoch needs. */
    Epoch epoch(int number) {
        return new Epoch(number, Bytes.of(bytes(4)).toString());
    }
}
