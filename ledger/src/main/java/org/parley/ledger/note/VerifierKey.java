package org.parley.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.parley.ledger.Refused;

/** A public key with its name and what it signs: C2SP signed-note, "Verifier keys". Immutable. */
public final class VerifierKey {
    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;
    private final int id;

    /** A name or key of another form is an {@link IllegalArgumentException}. */
    public VerifierKey(String name, SignatureType type, byte[] publicKey) {
        Text.requireKeyName(name);
        if (publicKey.length != type.keyLength()) {
            throw new IllegalArgumentException(
                    "a key of this type has " + type.keyLength() + " bytes, not " + publicKey.length);
        }
        this.name = name;
        this.type = type;
        this.publicKey = publicKey.clone();
        this.id = id(name, type, publicKey);
    }

    /** Reads {@code <name>+<id in hex>+<type and key in base64>}; refuses any other form, and an id of another key. */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw Refused.malformed("a verifier key is a name, an id and a key, with + between them");
        }
        byte[] typed = Text.base64(parts[2]);
        if (typed.length == 0) {
            throw Refused.malformed("a verifier key has a type byte");
        }
        try {
            var key = new VerifierKey(parts[0], SignatureType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
            if (!parts[1].equals(hex(key.id))) {
                throw Refused.malformed("the id of the verifier key is not that of its name and key");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The key's name, as it stands in signature lines. */
    public String name() {
        return name;
    }

    /** What the key signs, and how. */
    public SignatureType type() {
        return type;
    }

    /** The public key, raw: 32 bytes of Ed25519, 1,312 of ML-DSA-44. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), big-endian. */
    public int id() {
        return id;
    }

    private static int id(String name, SignatureType type, byte[] publicKey) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(type.code());
            return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The key as {@link #parse} reads it. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + publicKey.length)
                .put(type.code())
                .put(publicKey)
                .array();
        return name + "+" + hex(id) + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
