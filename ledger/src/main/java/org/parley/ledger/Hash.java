package org.parley.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes, immutable, printed as 64 lower-case hex digits. */
public final class Hash implements Comparable<Hash> {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash with these 32 bytes; any other number is an {@link IllegalArgumentException}. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash with these 64 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static Hash ofHex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Hash hash = of(bytes);
        if (!hash.toString().equals(hex)) {
            throw new IllegalArgumentException("a hash is written in lower-case hex digits");
        }
        return hash;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
