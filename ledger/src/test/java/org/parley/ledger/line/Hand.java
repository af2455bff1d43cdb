package org.parley.ledger.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.parley.ledger.Bytes;

/** Frames put together by hand, in the words of docs/formats.md. */
final class Hand {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Hand type(int type) {
        return new Hand().u8(type);
    }

    Hand u8(int value) {
        out.write(value);
        return this;
    }

    Hand u16(int value) {
        return raw(ByteBuffer.allocate(2).putShort((short) value).array());
    }

    /** A count or the length of {@code bytes}. */
    Hand u32(int value) {
        return raw(ByteBuffer.allocate(4).putInt(value).array());
    }

    Hand u64(long value) {
        return raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    Hand str(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).raw(utf8);
    }

    Hand bytes(byte[] bytes) {
        return u32(bytes.length).raw(bytes);
    }

    Hand bytes(Bytes bytes) {
        return bytes(bytes.array());
    }

    Hand raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Hand hex(String hex) {
        return raw(HexFormat.of().parseHex(hex));
    }

    byte[] done() {
        return out.toByteArray();
    }
}
