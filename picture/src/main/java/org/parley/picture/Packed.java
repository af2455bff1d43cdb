package org.parley.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and names one after the other, as bytes. */
final class Packed {
    private static final int BEGINNING = 4_096;

    private ByteBuffer bytes = ByteBuffer.allocate(BEGINNING);

    /** Makes room for so many more. */
    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer wider = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more));
            bytes = wider.put(bytes.flip());
        }
        return bytes;
    }

    void number(long number) {
        room(Long.BYTES).putLong(number);
    }

    void name(String name) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + letters.length).putInt(letters.length).put(letters);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Reads a name; an {@link IllegalArgumentException} where there is none. */
    static String name(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new IllegalArgumentException("a name of " + length + " bytes");
        }
        byte[] letters = new byte[length];
        from.get(letters);
        return new String(letters, StandardCharsets.UTF_8);
    }
}
