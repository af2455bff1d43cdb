package org.parley.ledger.line;

/** Every bound of the line protocol in one place, each with its reason. */
public final class Limits {
    private Limits() {}

    /** Bytes of a frame after its length: eight of the largest bodies would fit, and one batch always does. */
    public static final int FRAME = 8 << 20;

    /** Entries in a batch: as many as a tile has leaves, so that one frame never holds more than a tile. */
    public static final int BATCH_ENTRIES = 256;

    /** Bytes of entries and bodies in a batch, so that a slow link is never held by one frame; one larger entry goes alone. */
    public static final int BATCH_BYTES = 1 << 20;

    /** Bytes of an entry (tlog-tiles allows 65,535). */
    public static final int ENTRY = 4_096;

    /** Bytes of a body. */
    public static final int BODY = 131_072;

    /** Bytes of a signed note: a key set with its ML-DSA key has 2.5 KB, a head with all signatures 8 KB. */
    public static final int NOTE = 16_384;

    /** Characters of a name, a reason or an origin. */
    public static final int TEXT = 1_024;

    /** Members, logs, key sets and the like in one list of a frame. */
    public static final int LIST = 10_000;

    /** Hashes in a proof (tlog-witness). */
    public static final int PROOF = 63;

    /** Epochs that one member's lane may have on a line: more is a flood. */
    public static final int EPOCHS = 64;

    /** How long after a start, in ms, what others hold of our logs may stay away before we speak without it: a full batch of a slow link. */
    public static final long FETCH_PATIENCE = 60_000;

    /** Bytes and entries of main batches that may be on their way to a node that has not yet made them durable. */
    public static final long CREDIT_BYTES = 8L << 20;

    public static final long CREDIT_ENTRIES = 16_384;

    /** Receipts in one frame. */
    public static final int RECEIPTS = 1_024;

    /** Bytes of batches that wait for what comes before them, over all logs. */
    public static final long PARKED_BYTES = 64L << 20;

    /** The same of one writer on a line: one whose batches never fit leaves room for the others. */
    public static final long PARKED_BYTES_OF_WRITER = PARKED_BYTES / 4;

    /** Bytes of frames that a link may bring before it is known whether it is of the only live copy of its sender: two. */
    public static final long HELD_BYTES = 2L * FRAME;

    /** The same over all links. */
    public static final long ALL_HELD_BYTES = 4 * HELD_BYTES;
}
