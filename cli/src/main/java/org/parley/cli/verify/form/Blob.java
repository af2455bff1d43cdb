package org.parley.cli.verify.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes as a value. Whoever gives them away does not change them again. */
public final class Blob {
    /** How many bytes a hash has. */
    public static final int HASH = 32;

    private static final HexFormat LOWER = HexFormat.of();

    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Blob of(byte[] bytes) {
        return new Blob(bytes);
    }

    /** The UTF-8 of a text. */
    public static Blob utf8(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Standard base64 with padding, in the one form that encodes these bytes. */
    public static Blob base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            Malformed.unless(Base64.getEncoder().encodeToString(bytes).equals(text), "base64 that is not canonical");
            return new Blob(bytes);
        } catch (IllegalArgumentException e) {
            throw new Malformed("no base64: " + e.getMessage());
        }
    }

    /** Lower-case hex digits of exactly so many bytes. */
    public static Blob hex(String text, int length) {
        Malformed.unless(text.length() == 2 * length, () -> "not " + 2 * length + " hex digits");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Malformed.unless((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'), "no lower-case hex digit");
        }
        return new Blob(LOWER.parseHex(text));
    }

    /** The same, known to be 32 bytes long. */
    public Blob hash() {
        Malformed.unless(bytes.length == HASH, () -> "a hash of " + bytes.length + " bytes");
        return this;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The first eight bytes as a number, which are there. */
    public long beginning() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    public int length() {
        return bytes.length;
    }

    /** In lower-case hex digits. */
    public String hex() {
        return LOWER.formatHex(bytes);
    }

    /** In standard base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As a text, which it must be. */
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("no UTF-8 (" + e.getMessage() + ")");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
