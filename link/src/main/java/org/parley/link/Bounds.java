package org.parley.link;

import java.time.Duration;
import org.parley.ledger.line.Limits;

/** Every bound of the carrier in one place, each with its reason. */
public record Bounds(Times times, Sizes sizes, Crowd crowd, Waits waits) {
    /** What a node uses. */
    public static final Bounds USUAL = new Bounds(Times.USUAL, Sizes.USUAL, Crowd.USUAL, Waits.USUAL);

    /** Bytes of a frame on a pairing connection: keys, nonces and signatures, no more. */
    public static final int PAIRING_FRAME = 4_096;

    /**
     * After what time something is given up.
     *
     * @param handshake from the first byte to the end of TLS and preface, and again until the second connection of a pair, or the
     *     first frame of a pairing, comes
     * @param idle a link on which nothing came for this long is lost (the protocol says PING every 10 s); also the time in which
     *     an unfinished frame must bring {@link Sizes#progress}
     * @param stall a connection that takes nothing of what is being written for this long is lost
     * @param farewell for what is still queued when a link is closed
     * @param pairing life of a pairing connection: two people compare six words over the telephone
     */
    public record Times(Duration handshake, Duration idle, Duration stall, Duration farewell, Duration pairing) {
        /** What a node uses. */
        public static final Times USUAL = new Times(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                Duration.ofMinutes(10));
    }

    /**
     * How many bytes.
     *
     * @param queue that wait on one channel: two credits of the protocol, so that only a peer that does not read fills it
     * @param firstFrame of the first frame on the control connection, when the peer may be anyone
     * @param frame of any other frame
     * @param progress that an unfinished frame must bring in the idle time: 512 a second, which is a sixteenth of 64 kbit/s, so
     *     that both connections and other traffic may share that path; a peer of one byte a second is cut
     */
    public record Sizes(long queue, int firstFrame, int frame, int progress) {
        /** What a node uses. */
        public static final Sizes USUAL = new Sizes(2 * Limits.CREDIT_BYTES, 1 << 20, Limits.FRAME, 512 * 30);
    }

    /**
     * How many connections at a time.
     *
     * @param strangers whose first frame was not taken yet: TLS costs about 100 KB each
     * @param ofOneAddress strangers from one address, so that it cannot keep the others out
     * @param pairings pairing connections, which are strangers until they end
     */
    public record Crowd(int strangers, int ofOneAddress, int pairings) {
        /** What a node uses. */
        public static final Crowd USUAL = new Crowd(64, 8, 4);
    }

    /**
     * How long to wait before dialling again: at random up to a limit that doubles with each failure.
     *
     * @param least the limit after the first failure
     * @param greatest the limit that is never passed: a peer that is back is found within half a minute
     * @param steady a link that lasted this long was no failure
     */
    public record Waits(Duration least, Duration greatest, Duration steady) {
        /** What a node uses. */
        public static final Waits USUAL =
                new Waits(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }
}
