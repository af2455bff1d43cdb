package org.parley.ledger.line;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** The fields of frames: big-endian integers, and what has a length before it. */
final class Wire {
    private Wire() {}

    /** Writes fields one after the other. */
    static final class Out {
        private byte[] bytes = new byte[512];
        private int length;

        private void room(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            }
        }

        Out u8(int value) {
            room(1);
            bytes[length++] = (byte) value;
            return this;
        }

        Out u16(int value) {
            return u8(value >>> 8).u8(value);
        }

        Out u32(int value) {
            return u16(value >>> 16).u16(value);
        }

        Out u64(long value) {
            return u32((int) (value >>> 32)).u32((int) value);
        }

        Out raw(byte[] value) {
            room(value.length);
            System.arraycopy(value, 0, bytes, length, value.length);
            length += value.length;
            return this;
        }

        Out bytes(Bytes value) {
            return u32(value.length()).raw(value.array());
        }

        Out hash(Hash value) {
            return raw(value.bytes());
        }

        Out text(Object value) {
            byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
            return u16(utf8.length).raw(utf8);
        }

        <T> Out list(List<T> values, BiConsumer<Out, T> write) {
            u32(values.size());
            values.forEach(value -> write.accept(this, value));
            return this;
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, length);
        }
    }

    /** Reads fields one after the other; what is cut off, too long or left over is {@link Refused}. */
    static final class In {
        private final ByteBuffer bytes;

        In(byte[] bytes, int from) {
            this.bytes = ByteBuffer.wrap(bytes, from, bytes.length - from);
        }

        private void need(int count) {
            if (bytes.remaining() < count) {
                throw Refused.malformed("a frame ends within a field");
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

        /** A number that fits in a positive long. */
        long u64() {
            need(8);
            long value = bytes.getLong();
            if (value < 0) {
                throw Refused.malformed("a number in a frame is above 2^63 - 1");
            }
            return value;
        }

        Bytes raw(int length) {
            need(length);
            byte[] value = new byte[length];
            bytes.get(value);
            return Bytes.of(value);
        }

        private int length(int atMost) {
            need(4);
            int length = bytes.getInt();
            if (length < 0 || length > atMost) {
                throw new Refused(
                        Refused.Reason.TOO_LARGE,
                        "a field of a frame has " + (length & 0xffffffffL) + ", at most " + atMost);
            }
            return length;
        }

        Bytes bytes(int atMost) {
            return raw(length(atMost));
        }

        Hash hash() {
            return Hash.of(raw(Hash.LENGTH).array());
        }

        String text() {
            int length = u16();
            if (length > Limits.TEXT) {
                throw new Refused(Refused.Reason.TOO_LARGE, "a text in a frame is longer than " + Limits.TEXT);
            }
            need(length);
            ByteBuffer utf8 = bytes.slice(bytes.position(), length);
            bytes.position(bytes.position() + length);
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
            } catch (CharacterCodingException e) {
                throw Refused.malformed("a text in a frame is not UTF-8");
            }
        }

        /** A value that has a text form of its own, whose parser throws IllegalArgumentException. */
        <T> T named(Function<String, T> parser) {
            String text = text();
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw Refused.malformed(String.valueOf(e.getMessage()));
            }
        }

        <T> List<T> list(int atMost, Function<In, T> read) {
            int count = length(atMost);
            List<T> values = new ArrayList<>(Math.min(count, 1_024));
            for (int i = 0; i < count; i++) {
                values.add(read.apply(this));
            }
            return List.copyOf(values);
        }

        void end() {
            if (bytes.hasRemaining()) {
                throw Refused.malformed("a frame has " + bytes.remaining() + " bytes too many");
            }
        }
    }
}
