package org.parley.ledger.pairing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;

/** Writes fields one after the other, big-endian, as frames have them. */
final class Out {
    private byte[] bytes = new byte[256];
    private int length;

    Out u8(int value) {
        return raw(new byte[] {(byte) value});
    }

    Out u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    Out u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    Out raw(byte[] value) {
        if (length + value.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + value.length));
        }
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    Out raw(Bytes value) {
        return raw(value.array());
    }

    Out hash(Hash value) {
        return raw(value.bytes());
    }

    /** The UTF-8 of a text as it is, for what needs no length. */
    Out label(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    Out text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).raw(utf8);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
