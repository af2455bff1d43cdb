package org.parley.link;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/** Frames into a stream of bytes, each with its length in front; small ones leave together. */
final class FrameOutput {
    private static final int RECORD = 16 << 10;

    /** Hears how long each write took. */
    interface Pace {
        void wrote(int bytes, long nanos);
    }

    private final OutputStream out;

    FrameOutput(OutputStream out, Meter meter, LongSupplier nanos, Pace pace) {
        this.out = new BufferedOutputStream(new Metered(out, meter, nanos, pace), RECORD);
    }

    void frame(byte[] frame) throws IOException {
        int length = frame.length;
        out.write(new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        out.write(frame, 0, length);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Writes a record at a time and says when each began, so that a large frame on a slow path is no stall. */
    private static final class Metered extends FilterOutputStream {
        private final Meter meter;
        private final LongSupplier nanos;
        private final Pace pace;

        Metered(OutputStream out, Meter meter, LongSupplier nanos, Pace pace) {
            super(out);
            this.pace = pace;
            this.meter = meter;
            this.nanos = nanos;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int end = offset + length;
            for (int at = offset; at < end; at += RECORD) {
                long before = nanos.getAsLong();
                int part = Math.min(RECORD, end - at);
                meter.writing(before);
                out.write(bytes, at, part);
                meter.written();
                pace.wrote(part, nanos.getAsLong() - before);
            }
        }
    }
}
