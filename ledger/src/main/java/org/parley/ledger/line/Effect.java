package org.parley.ledger.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.keys.KeyHistory;

/** What the shell is to do, in this order, after a step. What it tells is durable. */
public sealed interface Effect {
    /** A record is durable here. */
    record Said(long ticket, Origin origin, long index, Hash leaf, long at) implements Effect {}

    /** Another request was done. */
    record Done(long ticket, String what) implements Effect {}

    /** A request was refused, and nothing was changed. */
    record RefusedRequest(long ticket, Refused.Reason reason, String why) implements Effect {}

    /** Send a frame: on the control connection of a link, or on the bulk one. */
    record Send(long link, Lane connection, Frame frame) implements Effect {}

    /** Close a link. */
    record Close(long link, String why) implements Effect {}

    /** Entries of a log are durable here, our own or another's. */
    record Appended(Origin origin, long first, List<Bytes> entries, List<Optional<Frame.SealedBody>> bodies)
            implements Effect {
        static Appended of(Frame.Batch batch) {
            return new Appended(batch.origin(), batch.first(), batch.entries(), batch.bodies());
        }
    }

    /** A head of ours is signed. It is stored with the next commit. */
    record Signed(Origin origin, long size, Bytes head) implements Effect {}

    /** The members of a line or their keys changed; these are all of them, ourselves too. */
    record LineChanged(LineId line, Map<PartyName, KeyHistory> members) implements Effect {
        public LineChanged {
            members = Map.copyOf(members);
        }
    }

    /**
     * A member's receipt is here, or we gave ours: it held the log up to this size at this time, in seconds since 1970. One that
     * was missing may come after later ones. It is stored with the next commit.
     */
    record Receipted(Origin origin, PartyName member, long size, long time) implements Effect {}

    /** People must know. */
    record Alarm(Cause cause, String text) implements Effect {}

    /** A link works: who is there. */
    record Linked(long link, PartyName party, Bytes rootKey) implements Effect {}

    /** The clock of a member differs from ours by so much, in ms, theirs less ours, to half the time of the round trip. */
    record ClockOffset(PartyName party, long offset, long roundTrip) implements Effect {}

    /** Whether our logs of a line may be signed, and why not. */
    record FenceChanged(LineId line, Fence.State state, String why) implements Effect {}

    /** Why an alarm rings. */
    enum Cause {
        EQUIVOCATION,
        CLONE,
        REVOKED,
        SUCCESSOR_EPOCH,
        BELOW_MARK,
        DISK_FULL,
        BAD_ENTRY,
        BAD_BODY,
        CLOCK,
        HOSTILE
    }
}
