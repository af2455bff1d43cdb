package org.parley.ledger.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/**
 * The one form of a value in bytes: RFC 8785 without fractions. Both directions are exact inverses, take time linear in the
 * bytes, and give a value or {@link Refused}, nothing else.
 */
public final class Canonical {
    /** Deep enough for any record, and shallow enough that no reader, in any language, exhausts its stack. */
    public static final int MAX_DEPTH = 16;

    private Canonical() {}

    /** The value with exactly these bytes; {@link Refused} says what differs from the canonical form, and at which byte. */
    public static Json parse(byte[] utf8) {
        return new CanonicalReader(utf8).read();
    }

    /** The bytes of a value; {@link Refused} if it is too deep, or a string in it holds what no record may hold. */
    public static byte[] bytes(Json value) {
        return new CanonicalWriter().write(value);
    }

    /** The SHA-256 of the bytes of a value; {@link Refused} if it has none. */
    public static Hash hash(Json value) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes(value)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
