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

    /** The commitment to a body with these fields, whose canonical form is known: each field alone is a part of it, in braces. */
    static Hash commitment(byte[] seed, List<Json.Member> fields, byte[] canonical) {
        Mac keyed = keyed(seed);
        MessageDigest digest = sha256();
        MessageDigest all = sha256();
        int from = 1;
        for (Json.Member field : fields) {
            int end = endOfMember(canonical, from);
            digest.update(keyed.doFinal(field.name().getBytes(StandardCharsets.UTF_8)));
            digest.update((byte) '{');
            digest.update(canonical, from, end - from);
            digest.update((byte) '}');
            all.update(digest.digest());
            from = end + 1;
        }
        return Hash.of(all.digest());
    }

    /** Where the member of an object that begins here ends: at the comma or the brace behind it. */
    private static int endOfMember(byte[] canonical, int from) {
        int depth = 0;
        boolean inString = false;
        int at = from;
        while (true) {
            byte b = canonical[at];
            if (inString) {
                if (b == '\\') {
                    at++;
                } else if (b == '"') {
                    inString = false;
                }
            } else if (b == '"') {
                inString = true;
            } else if (depth == 0 && (b == ',' || b == '}')) {
                return at;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
            at++;
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
