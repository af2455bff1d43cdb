package org.parley.node.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.parley.ledger.Hash;

/** Texts of 32 random bytes that open something, of which only the SHA-256 is kept: nobody finds such a text from that. */
final class Secret {
    private static final int BYTES = 32;
    private static final String FOR_REQUESTS = "parley csrf\n";

    private Secret() {}

    /** A new one, 43 characters that may stand in a link. */
    static String fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    /** What is kept of it. */
    static Hash hash(String secret) {
        return Hash.of(sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a page that knows a session must send along with each change; who learns it has not learnt the session. */
    static String forRequests(String session) {
        return text(hash(FOR_REQUESTS + session).bytes());
    }

    /** Whether they are the same; how long it takes says nothing. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
