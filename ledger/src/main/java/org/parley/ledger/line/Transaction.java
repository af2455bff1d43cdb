package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Frame.SealedBody;

/** What one commit makes durable, in this order. */
public record Transaction(List<Write> writes) {
    /** One change of what is stored. */
    public sealed interface Write {}

    /** A line that this node is a member of. */
    public record NewLine(LineId line, PartyName me) implements Write {}

    /** A member of a line, by its root key; ourselves too. */
    public record NewMember(LineId line, PartyName party, Bytes rootKey) implements Write {}

    /** A key set of a member. */
    public record NewKeySet(LineId line, PartyName party, int serial, Bytes note) implements Write {}

    /** A revocation of a member. */
    public record NewRevocation(LineId line, PartyName party, int serial, Bytes note) implements Write {}

    /**
     * Entries at the end of a log, and what the log is then.
     *
     * @param leaves their leaf hashes
     * @param log the log with these entries
     */
    public record Append(
            long first, List<Bytes> entries, List<Hash> leaves, List<Optional<SealedBody>> bodies, LogImage log)
            implements Write {}

    /** A log whose entries did not change but whose state did: a fresh time of receipt, frozen, voided. */
    public record LogChanged(LogImage log) implements Write {}

    /** A signed head of a log. */
    public record NewHead(Origin origin, long size, Bytes note) implements Write {}

    /** A receipt; one that is stored already is left as it is. */
    public record NewReceipt(Origin origin, PartyName member, Receipt receipt) implements Write {}

    /** Proof that a log has two faces. */
    public record NewEvidence(Hash id, Equivocation proof) implements Write {}

    /** A batch that waits for what comes before it. */
    public record Park(Frame.Batch batch) implements Write {}

    /** A batch that waits no more. */
    public record Unpark(Origin origin, long first) implements Write {}

    /** The body of an entry and its seed are removed; the entry stays. */
    public record Erase(Origin origin, long index) implements Write {}
}
