package org.parley.node.keys;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.parley.ledger.Bytes;

/** What a person types to open sealed secrets. It is never printed and never stored; keys derived from it are kept in memory. */
public final class Passphrase {
    private static final int KEY_BITS = 256;

    private final char[] words;
    private final Map<Derivation, SecretKey> derived = new ConcurrentHashMap<>();

    private record Derivation(Bytes salt, int iterations) {}

    /** The caller gives the array away. */
    public Passphrase(char[] words) {
        this.words = words;
    }

    /** The AES key of this passphrase and salt: PBKDF2 with HMAC-SHA-512, once for each salt, because it is slow on purpose. */
    SecretKey key(byte[] salt, int iterations) {
        return derived.computeIfAbsent(new Derivation(Bytes.of(salt), iterations), this::derive);
    }

    private SecretKey derive(Derivation of) {
        PBEKeySpec spec = new PBEKeySpec(words, of.salt.array(), of.iterations, KEY_BITS);
        try {
            SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
            return new SecretKeySpec(factory.generateSecret(spec).getEncoded(), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
