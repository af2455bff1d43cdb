package org.parley.sim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/**
 * Signatures that cost one hash: SHA-256 of public key and message, twice. Good enough among nodes that do not attack the
 * cipher itself, and the same bytes on every machine. Whoever signs is told, so that nothing is signed that must not be.
 */
final class StubSignatures implements Signatures {
    private static final int ED25519 = 64;

    private final Signatures real;
    private final Map<SigningKey, VerifyingKey> known = new HashMap<>();

    /** @param real makes the public keys, since only those that could be real are taken */
    StubSignatures(Signatures real) {
        this.real = real;
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        return signature(publicKey(key), message);
    }

    @Override
    public boolean verifies(VerifyingKey key, byte[] message, byte[] signature) {
        return Arrays.equals(signature, signature(key, message));
    }

    @Override
    public VerifyingKey publicKey(SigningKey key) {
        return known.computeIfAbsent(key, real::publicKey);
    }

    private static byte[] signature(VerifyingKey key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.raw());
            byte[] half = digest.digest(message);
            byte[] signature = Arrays.copyOf(half, ED25519);
            System.arraycopy(half, 0, signature, half.length, half.length);
            return signature;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String name() {
        return "stub";
    }
}
