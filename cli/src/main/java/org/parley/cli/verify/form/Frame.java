package org.parley.cli.verify.form;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The frames that are kept: those of a bundle, and evidence. */
public sealed interface Frame {
    /** What lies beside an entry until it is erased. */
    record Sealed(Blob seed, Blob body) {}

    /** One receipt, without its writer. */
    record Receipt(long size, Blob root, long time, Blob signature) {
        /** The bytes of its signature line, behind the id. */
        public Blob timed() {
            return Blob.of(ByteBuffer.allocate(Long.BYTES + signature.length())
                    .putLong(time)
                    .put(signature.bytes())
                    .array());
        }
    }

    /** Entries up to a head. */
    record Batch(String origin, long first, Blob head, List<Blob> entries, List<Optional<Sealed>> bodies)
            implements Frame {}

    /** Receipts of one member over one log. */
    record Receipts(String origin, String member, List<Receipt> receipts) implements Frame {}

    /** Two heads of one log that cannot both be true. */
    record Evidence(String origin, Blob one, Blob other, Blob root, List<Blob> proof) implements Frame {}

    /** A head alone. */
    record Head(Blob note) implements Frame {}

    /** A key set. */
    record Keys(String line, Blob note) implements Frame {}

    /** A revocation. */
    record Revoked(String line, Blob note) implements Frame {}

    /** A frame of the line protocol that says nothing that lasts. */
    record Other(int type) implements Frame {}

    /** The end of a bundle, with the hash of all before it. */
    record End(Blob hash) implements Frame {}

    /** Reads a type byte and a payload. */
    static Frame read(ByteBuffer bytes) {
        Wire in = new Wire(bytes);
        int type = in.u8();
        Frame frame = switch (type) {
            case 0 -> new End(in.hash());
            case 2 -> batch(in);
            case 3 -> new Receipts(in.str(), in.str(), in.list(Frame::receipt));
            case 7 -> new Evidence(in.str(), in.bytes(), in.bytes(), in.hash(), in.list(Wire::hash));
            case 10 -> new Head(in.bytes());
            case 11 -> new Keys(in.take(16).hex(), in.bytes());
            case 12 -> new Revoked(in.take(16).hex(), in.bytes());
            default -> new Other(type);
        };
        if (!(frame instanceof Other)) {
            in.end();
        }
        return frame;
    }

    private static Batch batch(Wire in) {
        String origin = in.str();
        long first = in.u64();
        Blob head = in.bytes();
        List<Blob> entries = in.list(Wire::bytes);
        List<Optional<Sealed>> bodies = in.list(Frame::sealed);
        Malformed.unless(entries.size() == bodies.size(), "a batch with more or fewer bodies than entries");
        return new Batch(origin, first, head, entries, bodies);
    }

    private static Optional<Sealed> sealed(Wire in) {
        int there = in.u8();
        Malformed.unless(there <= 1, "a body that is neither there nor not");
        return there == 0 ? Optional.empty() : Optional.of(new Sealed(in.take(32), in.bytes()));
    }

    private static Receipt receipt(Wire in) {
        return new Receipt(in.u64(), in.hash(), in.u64(), in.take(64));
    }
}
