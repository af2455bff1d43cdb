package org.parley.ledger.keys;

import java.nio.charset.StandardCharsets;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Computers;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/** Keys, key sets and revocations of a party for tests; the same number always gives the same key. */
final class Keyring {
    static final Signatures SIGNATURES = Computers.signatures();
    static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");
    static final PartyName BIRCH = new PartyName("BIRCH");
    static final SigningKey ROOT = secret(Algorithm.ED25519, 1);
    static final Epoch FIRST = Epoch.of("1-0a1b2c3d");
    static final Epoch SECOND = Epoch.of("2-99999999");

    private Keyring() {}

    static SigningKey secret(Algorithm algorithm, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return SigningKey.of(algorithm, seed);
    }

    static VerifyingKey key(Algorithm algorithm, int number) {
        return SIGNATURES.publicKey(secret(algorithm, number));
    }

    /** A key set whose keys differ from those of every other serial. */
    static KeySet keys(int serial, Opening main, Opening safety) {
        return new KeySet(
                LINE,
                BIRCH,
                serial,
                key(Algorithm.ED25519, 10 * serial),
                key(Algorithm.ML_DSA_44, 10 * serial),
                key(Algorithm.ED25519, 10 * serial + 1),
                root(serial),
                main,
                safety);
    }

    static KeySet keys(int serial, long mainFrom, long safetyFrom) {
        return keys(serial, new Opening(FIRST, mainFrom), new Opening(FIRST, safetyFrom));
    }

    /** Keys for the second epoch of both logs. */
    static KeySet successor(int serial) {
        return keys(serial, new Opening(SECOND, 1), new Opening(SECOND, 1));
    }

    static Revocation revocation(int serial, long main, long safety) {
        return new Revocation(
                LINE, BIRCH, serial, new LastHead(FIRST, main, root(5)), new LastHead(FIRST, safety, root(6)));
    }

    static Hash root(int number) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) number;
        return Hash.of(bytes);
    }

    static byte[] signed(KeySet keys) {
        return keys.signedBy(SIGNATURES, ROOT);
    }

    static byte[] signed(Revocation revocation) {
        return revocation.signedBy(SIGNATURES, ROOT);
    }

    /** A history with these key sets. */
    static KeyHistory history(KeySet... sets) {
        KeyHistory history = KeyHistory.of(LINE, BIRCH, SIGNATURES.publicKey(ROOT));
        for (KeySet keys : sets) {
            history = history.addKeys(SIGNATURES, signed(keys));
        }
        return history;
    }

    static String text(byte[] note) {
        return new String(note, StandardCharsets.UTF_8);
    }

    static byte[] note(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
