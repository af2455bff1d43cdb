package org.parley.picture;

import java.util.Optional;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;

/**
 * What a notice does that the agreement does not allow. It stops nothing: it is marked, alike on both sides.
 *
 * @param about the version that does it
 * @param towards the party that had too little notice; empty where it is the same for all
 * @param of the kind of activity whose lead time it is, or the name of the control measure; empty for all others
 * @param figure what it is, in the unit of {@link What}
 * @param limit what the agreement says
 * @param beyond how it lies beyond the line; only for {@link What#SIDE}
 */
public record Breach(
        What what,
        RecordRef about,
        Optional<PartyName> towards,
        String of,
        long figure,
        long limit,
        Optional<Beyond> beyond) {
    /** What the agreement says of notices. */
    public enum What {
        /** Notice given: from the receiver's own receipt to the planned beginning of what is new; milliseconds. */
        LEAD_TIME,
        /** The ground that one volume covers; square metres. */
        BOX,
        /** The width of a corridor; centimetres. */
        CORRIDOR,
        /** How long one volume lasts; milliseconds. */
        WINDOW,
        /** How far it reaches over a control line without saying that it crosses; centimetres. */
        SIDE,
        /** Notice given of a crossing; milliseconds. */
        CROSSING
    }

    static Breach of(RecordRef about, Excess excess) {
        return new Breach(
                excess.what(), about, excess.towards(), excess.of(), excess.figure(), excess.limit(), excess.beyond());
    }

    /** The same, said of no version. */
    public Excess excess() {
        return new Excess(what, towards, of, figure, limit, beyond);
    }
}
