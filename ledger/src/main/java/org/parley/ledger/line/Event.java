package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** What a ledger is told. The shell brings events in an order of its choice; each batch of them becomes one commit. */
public sealed interface Event {
    /** Somebody here wants this on a line; the answer bears the ticket. */
    record Say(long ticket, LineId line, Draft draft) implements Event {}

    /**
     * A line begins, or one that we know gets members: all of them by root key, ourselves too.
     *
     * @param keySet our own, signed by our root key
     * @param tag eight random hex digits for the first epoch of our logs
     */
    record Found(LineId line, PartyName me, List<Founder> members, Bytes keySet, String tag) implements Event {}

    /** A member of a line and its root key. */
    record Founder(PartyName party, Bytes rootKey) {}

    /** Our own keys change on a line: a key set with the next serial, signed by our root key. */
    record Rotate(long ticket, LineId line, Bytes keySet) implements Event {}

    /** A revocation by a member's root key, ours or another's, that did not come over a link. */
    record Revoke(long ticket, LineId line, Bytes revocation) implements Event {}

    /** A head of a log of ours is to be a lasting one, since it leaves this node in an export: ML-DSA-44 signs it too. */
    record MakeLasting(long ticket, Origin origin, long size) implements Event {}

    /** The body of one of our own records is to be erased here. */
    record Forget(long ticket, LineId line, String record) implements Event {}

    /**
     * A link is up.
     *
     * @param link any number, never used again
     * @param pin hash of the public key of the other side's TLS certificate
     * @param dialled the root key of whom we dialled, or empty where they dialled us
     */
    record Up(long link, Hash pin, Optional<Bytes> dialled) implements Event {}

    /** A frame came over a link. */
    record Came(long link, Frame frame) implements Event {}

    /** A link is lost. */
    record Lost(long link) implements Event {}

    /** Frames of a bundle, in their order; the answer bears the ticket. */
    record Import(long ticket, List<Frame> frames) implements Event {}

    /** From now on somebody carries bundles of this line: its other members count as there when their logs are cosigned afresh. */
    record Carried(LineId line) implements Event {}

    /** Time went by. */
    record Tick() implements Event {}
}
