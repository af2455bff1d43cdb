package org.parley.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** A signature over a checkpoint and a time, the receipt of a log's head: C2SP tlog-cosignature. Immutable. */
public final class Cosignature {
    /** The bytes of the time, before the signature. */
    static final int TIME = Long.BYTES;

    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NAME = 255;

    private final long time;
    private final byte[] signature;

    /** A time in seconds since 1970 and the signature alone; a negative time is an {@link IllegalArgumentException}. */
    public Cosignature(long time, byte[] signature) {
        requireTime(time);
        this.time = time;
        this.signature = signature.clone();
    }

    /** Reads what follows the key id in a signature line of that type: a time and a signature of the right length. */
    public static Cosignature read(SignatureType type, byte[] blob) {
        if (!type.hasTime() || blob.length != type.blobLength()) {
            throw Refused.malformed("a cosignature has a time and a signature of its type's length");
        }
        long time = ByteBuffer.wrap(blob).getLong();
        if (time < 0) {
            throw Refused.malformed("the time of a cosignature is below 2⁶³");
        }
        return new Cosignature(time, Arrays.copyOfRange(blob, TIME, blob.length));
    }

    /** Cosigns a checkpoint, by the message of the key's type; a type without a time is an {@link IllegalArgumentException}. */
    public static SignatureLine sign(NoteSigner signer, Checkpoint checkpoint, long time) {
        byte[] message = message(signer.key(), checkpoint, time);
        return SignatureLine.of(signer.key(), new Cosignature(time, signer.sign(message)).blob());
    }

    /** What a key signs of a checkpoint at a time; a type without a time is an {@link IllegalArgumentException}. */
    public static byte[] message(VerifierKey key, Checkpoint checkpoint, long time) {
        return switch (key.type()) {
            case ED25519 -> throw new IllegalArgumentException("a key of type 0x01 does not cosign");
            case COSIGNATURE_ED25519 -> ed25519Message(checkpoint, time);
            case COSIGNATURE_ML_DSA_44 -> mlDsa44Message(key.name(), checkpoint, time);
        };
    }

    /** "Ed25519 signed message": a header, the time, the checkpoint's text. */
    public static byte[] ed25519Message(Checkpoint checkpoint, long time) {
        requireTime(time);
        return ("cosignature/v1\ntime " + time + "\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * "ML-DSA-44 signed message": the structure cosigned_message of a whole tree. Extension lines would not be covered: a
     * checkpoint with any, or a name above 255 bytes, is an {@link IllegalArgumentException}.
     */
    public static byte[] mlDsa44Message(String cosigner, Checkpoint checkpoint, long time) {
        requireTime(time);
        if (!canSign(cosigner, checkpoint)) {
            throw new IllegalArgumentException("ML-DSA-44 signs names of 255 bytes at most, and no extension lines");
        }
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        int length = SUBTREE_LABEL.length + 1 + name.length + 1 + origin.length + 3 * Long.BYTES + Hash.LENGTH;
        return ByteBuffer.allocate(length)
                .put(SUBTREE_LABEL)
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }

    /** Whether the message of ML-DSA-44 can hold both names and says all of the checkpoint. */
    private static boolean canSign(String cosigner, Checkpoint checkpoint) {
        return checkpoint.extensions().isEmpty()
                && cosigner.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && checkpoint.origin().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    /** Whether a key of this type and name can have signed the checkpoint at all. */
    static boolean isPossible(VerifierKey key, Checkpoint checkpoint) {
        return key.type() != SignatureType.COSIGNATURE_ML_DSA_44 || canSign(key.name(), checkpoint);
    }

    /** Seconds since 1970; 0 says nothing about time. */
    public long time() {
        return time;
    }

    /** The signature alone. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The time in 8 bytes, big-endian, and the signature: what follows the key id in a signature line. */
    public byte[] blob() {
        return ByteBuffer.allocate(TIME + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }

    private static void requireTime(long time) {
        if (time < 0) {
            throw new IllegalArgumentException("a cosignature has no time before 1970");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cosignature cosignature
                && time == cosignature.time
                && Arrays.equals(signature, cosignature.signature);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(time) + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "cosignature at " + time;
    }
}
