package org.parley.cli.verify.form;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and the two hashes of RFC 6962. */
public final class Sha256 {
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::fresh);

    private Sha256() {}

    /** The hash of all parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = DIGEST.get();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /** The hash of a node. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = DIGEST.get();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** That of this thread, to be used up at once. */
    static MessageDigest ofThread() {
        return DIGEST.get();
    }

    /** One that nobody else uses. */
    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
