package org.parley.ledger.pairing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** Reads fields one after the other; what is cut off, too long or left over is {@link Refused}. */
final class In {
    private final ByteBuffer bytes;
    private final String what;

    /** Reads all of the bytes, which are called so when they are refused. */
    In(byte[] bytes, String what) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.what = what;
    }

    private void need(int count) {
        if (bytes.remaining() < count) {
            throw Refused.malformed(what + " is too short");
        }
    }

    int u8() {
        need(1);
        return bytes.get() & 0xff;
    }

    int u16() {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    long u32() {
        need(4);
        return bytes.getInt() & 0xffffffffL;
    }

    Bytes raw(int length) {
        need(length);
        byte[] value = new byte[length];
        bytes.get(value);
        return Bytes.of(value);
    }

    Hash hash() {
        return Hash.of(raw(Hash.LENGTH).array());
    }

    /** A text of ASCII, as all names and addresses are; other bytes turn into characters that no name may have. */
    String text() {
        return new String(raw(u16()).array(), StandardCharsets.ISO_8859_1);
    }

    /** A value whose maker throws IllegalArgumentException for what is none. */
    <T> T value(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(what + ": " + e.getMessage());
        }
    }

    void end() {
        if (bytes.hasRemaining()) {
            throw Refused.malformed(what + " has " + bytes.remaining() + " bytes too many");
        }
    }
}
