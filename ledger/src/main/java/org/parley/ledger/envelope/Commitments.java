package org.parley.ledger.envelope;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** How a body is hashed: a salted digest for each field, and one over the digests. */
final class Commitments {
    private static final String MAC = "HmacSHA256";

    private Commitments() {}

    /** HMAC-SHA-256 that is keyed with the seed of a body, for {@link #salt}. */
    static Mac keyed(byte[] seed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(seed, MAC));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    static Hash salt(Mac keyed, String name) {
        return Hash.of(keyed.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The canonical bytes of an object with this one field. */
    static byte[] alone(String name, Json value) {
        return Canonical.bytes(new Json.Obj(List.of(new Json.Member(name, value))));
    }

    static Hash digest(Hash salt, byte[] alone) {
        MessageDigest sha = sha256();
        sha.update(salt.bytes());
        return Hash.of(sha.digest(alone));
    }

    static Hash commitment(List<Hash> digests) {
        MessageDigest sha = sha256();
        digests.forEach(digest -> sha.update(digest.bytes()));
        return Hash.of(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
