package org.parley.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as a value. Nobody changes the array after it was given away; {@link #array()} is for reading. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Takes the array as it is: the caller gives it away. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes ofText(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The array itself, for reading only. */
    public byte[] array() {
        return array;
    }

    public int length() {
        return array.length;
    }

    /** As UTF-8, what is not UTF-8 replaced. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length <= 32 ? HexFormat.of().formatHex(array) : array.length + " bytes";
    }
}
