package org.parley.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Frames out of a stream of bytes: a length of four bytes, then as many. */
final class FrameInput {
    /** A length that no frame may have. */
    static final class BadLength extends IOException {
        private static final long serialVersionUID = 1;

        BadLength(long length, int limit) {
            super("a frame of " + length + " bytes; from 1 to " + limit + " are allowed here");
        }
    }

    private static final int RECORD = 16 << 10;

    /** A frame's array grows with what came: a length alone reserves no more than this. */
    private static final int AT_FIRST = 64 << 10;

    private final InputStream in;
    private final Meter meter;
    private final LongSupplier nanos;
    private final byte[] buffer = new byte[RECORD];
    private int from;
    private int to;

    FrameInput(InputStream in, Meter meter, LongSupplier nanos) {
        this.in = in;
        this.meter = meter;
        this.nanos = nanos;
    }

    /** The next frame; empty when the stream ends between two. */
    Optional<byte[]> next(int limit) throws IOException {
        if (from == to && !fill()) {
            return Optional.empty();
        }
        long length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            length = length << 8 | octet();
        }
        if (length < 1 || length > limit) {
            throw new BadLength(length, limit);
        }
        return Optional.of(take((int) length));
    }

    /** Whether bytes of the next frame are here already. */
    boolean hasMore() {
        return from < to;
    }

    private byte[] take(int length) throws IOException {
        byte[] frame = new byte[Math.min(length, AT_FIRST)];
        int have = 0;
        while (have < length) {
            if (from == to && !fill()) {
                throw endWithin();
            }
            if (have == frame.length) {
                frame = Arrays.copyOf(frame, (int) Math.min(length, 2L * frame.length));
            }
            int part = Math.min(to - from, frame.length - have);
            System.arraycopy(buffer, from, frame, have, part);
            from += part;
            have += part;
        }
        return frame;
    }

    private int octet() throws IOException {
        if (from == to && !fill()) {
            throw endWithin();
        }
        return buffer[from++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        if (count < 0) {
            return false;
        }
        from = 0;
        to = count;
        meter.came(count, nanos.getAsLong());
        return true;
    }

    private static EOFException endWithin() {
        return new EOFException("the connection ended within a frame");
    }
}
