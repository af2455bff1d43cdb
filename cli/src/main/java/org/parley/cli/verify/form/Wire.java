package org.parley.cli.verify.form;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the values of which frames are made. */
final class Wire {
    private final ByteBuffer in;

    Wire(ByteBuffer in) {
        this.in = in;
    }

    private void need(long bytes) {
        Malformed.unless(bytes >= 0 && bytes <= in.remaining(), "a frame that ends too early");
    }

    int u8() {
        need(1);
        return in.get() & 0xff;
    }

    long u32() {
        need(Integer.BYTES);
        return in.getInt() & 0xffff_ffffL;
    }

    /** A number that Java's long holds; no size and no time is above it. */
    long u64() {
        need(Long.BYTES);
        long value = in.getLong();
        Malformed.unless(value >= 0, "a number of 2^63 or more");
        return value;
    }

    Blob take(long length) {
        need(length);
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return Blob.of(bytes);
    }

    Blob bytes() {
        return take(u32());
    }

    Blob hash() {
        return take(Blob.HASH);
    }

    String str() {
        need(Short.BYTES);
        return take(in.getShort() & 0xffff).text();
    }

    <T> List<T> list(Function<Wire, T> item) {
        long count = u32();
        List<T> items = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            items.add(item.apply(this));
        }
        return items;
    }

    void end() {
        Malformed.unless(!in.hasRemaining(), "a frame with bytes behind its end");
    }
}
