package org.parley.sim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/**
 * Signatures that cost one hash: SHA-256 of public key and message, again and again. Good enough among nodes that do not attack the
 * cipher itself, and the same bytes on every machine. Whoever signs is told, so that nothing is signed that must not be.
 */
final class StubSignatures implements Signatures {
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
        return known.computeIfAbsent(key, this::made);
    }

    /** Any bytes of the right length are a public key of ML-DSA-44. */
    private VerifyingKey made(SigningKey key) {
        return switch (key.algorithm()) {
            case ED25519 -> real.publicKey(key);
            case ML_DSA_44 ->
                VerifyingKey.of(
                        Algorithm.ML_DSA_44,
                        repeated(digest(new byte[0], key.seed()), Algorithm.ML_DSA_44.keyLength()));
        };
    }

    private static byte[] signature(VerifyingKey key, byte[] message) {
        return repeated(digest(key.raw(), message), key.algorithm().signatureLength());
    }

    private static byte[] digest(byte[] key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return digest.digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] repeated(byte[] hash, int length) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at += hash.length) {
            System.arraycopy(hash, 0, bytes, at, Math.min(hash.length, length - at));
        }
        return bytes;
    }

    @Override
    public String name() {
        return "stub";
    }
}
