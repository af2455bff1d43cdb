package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.envelope.Body;

/** What nodes say to each other. The same values travel on a link and lie in a bundle; bytes are {@link FrameCodec}'s. */
public sealed interface Frame {
    /** Who speaks, what it can run, and what it holds of every line that both may share. The first frame each way. */
    record Hello(
            int leastVersion,
            int greatestVersion,
            PartyName party,
            Bytes rootKey,
            Bytes incarnation,
            long clock,
            List<String> rules,
            List<HelloLine> lines)
            implements Frame {}

    /** What a node holds of one line. */
    record HelloLine(
            LineId line, List<Bytes> keySets, List<Bytes> revocations, List<Held> held, List<HeldReceipts> receipts) {}

    /** How much of a log a node holds. */
    record Held(Origin origin, long size, Hash root) {}

    /** Which receipts of a member over a log a node holds, as far as a tally says it, and the last of them. */
    record HeldReceipts(Origin origin, PartyName member, Receipt.Tally tally, long size, long time) {}

    /**
     * Consecutive entries of one log up to a signed head.
     *
     * @param bodies as many as entries
     */
    record Batch(Origin origin, long first, Bytes head, List<Bytes> entries, List<Optional<SealedBody>> bodies)
            implements Frame {
        /** The size that the head must have. */
        public long end() {
            return first + entries.size();
        }

        /** Hashes the bodies in the caller's thread, so that the ledger's need not; what is no body is left for it to refuse. */
        public void hashBodies() {
            for (Optional<SealedBody> body : bodies) {
                try {
                    body.ifPresent(SealedBody::commitment);
                } catch (Refused noBody) {
                    return; // nobody takes this batch without a second look
                }
            }
        }
    }

    /** A body with the seed of its salts, as it lies beside the log. */
    final class SealedBody {
        private final Bytes seed;
        private final Bytes body;
        private @Nullable Body opened;

        public SealedBody(Bytes seed, Bytes body) {
            this.seed = seed;
            this.body = body;
        }

        public SealedBody(Body body) {
            this(Bytes.of(body.seed()), Bytes.of(body.bytes()));
            opened = body;
        }

        public Bytes seed() {
            return seed;
        }

        public Bytes body() {
            return body;
        }

        /** What it says; {@link Refused} where these bytes are no body. Read when it is first asked for. */
        public Body opened() {
            Body known = opened;
            if (known == null) {
                known = Body.read(seed.array(), body.array());
                opened = known; // of two threads each may read it: it is the same
            }
            return known;
        }

        /** What the entry of this body must name; {@link Refused} where these bytes are no body. */
        public Hash commitment() {
            return opened().commitment();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SealedBody that && seed.equals(that.seed) && body.equals(that.body);
        }

        @Override
        public int hashCode() {
            return body.hashCode();
        }

        /** Says the size alone: neither what a body says nor its seed belongs in a journal. */
        @Override
        public String toString() {
            return "SealedBody[" + body.length() + " bytes]";
        }
    }

    /** Receipts of one member over one log, in their order. */
    record Receipts(Origin origin, PartyName member, List<Receipt> receipts) implements Frame {}

    /** Asks for a log from an index on: to catch up, or to get back what was lost of one's own. */
    record Want(Origin origin, long from) implements Frame {}

    /** Asks for all receipts of a member over a log: both sides hold some that the other lacks. */
    record WantReceipts(Origin origin, PartyName member) implements Frame {}

    /** What may be sent in batches of main logs from now on, besides what was granted before. */
    record Credit(long bytes, long entries) implements Frame {}

    /** Something was not taken: HTTP's code, what the refuser holds, and why in words. */
    record NotTaken(Origin origin, int code, long size, String reason) implements Frame {}

    /** Proof that a log has two faces. */
    record Evidence(Equivocation proof) implements Frame {}

    /** Are you there? */
    record Ping(long nonce, Bytes incarnation, long clock) implements Frame {}

    /** Yes, and this is my clock. */
    record Pong(long nonce, Bytes incarnation, long clock) implements Frame {}

    /** A signed head alone. */
    record Head(Bytes head) implements Frame {}

    /** A key set. */
    record Keys(LineId line, Bytes keySet) implements Frame {}

    /** A revocation. */
    record Revoked(LineId line, Bytes revocation) implements Frame {}

    /** Two live copies of the receiver were seen. */
    record Clone(Bytes one, Bytes other) implements Frame {}

    /** The link is closed on purpose. */
    record Bye(String reason) implements Frame {}
}
