package org.parley.link;

import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * Sizes the kernel's send buffer of a bulk connection to what the path takes in a second.
 *
 * <p>What lies in that buffer is already on its way: on a path that both connections share in one queue, it stands before a safety
 * frame. Left to itself, the kernel takes megabytes, minutes of a path of 64 kbit/s. A fixed small buffer would cap a long fast path
 * at its size for each round trip. So the buffer begins small and follows the rate of the writes that had to wait; one that never
 * waits needs no more. A round trip of more than a second keeps the least.
 */
final class SendBuffer {
    static final int LEAST = 8 << 10;
    static final int AT_FIRST = 16 << 10;

    /** More than Linux grants without its administrator; at 100 ms a round trip it is 10 MB/s. */
    static final int MOST = 1 << 20;

    /** A write that took longer had to wait for the path. */
    private static final long WAITED = Duration.ofMillis(1).toNanos();

    /** Time of waiting after which the rate is known well enough. */
    private static final long SAMPLE = Duration.ofMillis(100).toNanos();

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final IntConsumer kernel;
    private int size = AT_FIRST;
    private long bytes;
    private long nanos;

    SendBuffer(IntConsumer kernel) {
        this.kernel = kernel;
        kernel.accept(size);
    }

    /** A write of so many bytes took so long. */
    void wrote(int count, long took) {
        if (took < WAITED) {
            return;
        }
        bytes += count;
        nanos += took;
        if (nanos >= SAMPLE) {
            resize((int) Math.clamp(bytes * (double) SECOND / nanos, LEAST, MOST));
            bytes = 0;
            nanos = 0;
        }
    }

    /** Small changes are not worth a call. */
    private void resize(int wanted) {
        if (Math.abs(wanted - size) > size / 4) {
            size = wanted;
            kernel.accept(size);
        }
    }
}
