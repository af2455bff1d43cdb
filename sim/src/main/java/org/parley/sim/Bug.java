package org.parley.sim;

import java.util.Locale;
import org.parley.ledger.Lane;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Settings;
import org.parley.picture.Fold;
import org.parley.picture.Held;

/** Bugs planted around the ledger, to see that the simulator finds them. */
enum Bug {
    NONE,
    /** A node that starts signs at once, whatever others hold of it. */
    NO_FENCE,
    /** What is signed is durable only later. */
    SIGNS_BEFORE_COMMIT,
    /** Now and then a receipt is not sent. */
    LOSES_A_RECEIPT,
    /** An old batch makes the receiver forget what came after it. */
    ACCEPTS_A_STALE_FRAME,
    /** Safety frames stand in the same queue as all others. */
    SAFETY_WAITS,
    /** A fold drops a record about one that is not here yet. */
    FORGETS_WHAT_WAITS;

    private static final int ONE_IN = 20;

    /** What a node of this world is started with. */
    Settings settings(Settings usual) {
        return this == NO_FENCE ? usual.waitingAtMost(0) : usual;
    }

    /** Whether what is committed becomes durable only at the next commit, or never where the process ends before it. */
    boolean commitsLate() {
        return this == SIGNS_BEFORE_COMMIT;
    }

    /** Whether a disk claims to be the newest whatever happened to it. */
    boolean trustsAnyDisk() {
        return this == NO_FENCE;
    }

    boolean drops(World world, Effect.Send send) {
        return this == LOSES_A_RECEIPT
                && send.frame() instanceof Frame.Receipts
                && world.random().nextInt(ONE_IN) == 0;
    }

    Lane connection(Effect.Send send) {
        return this == SAFETY_WAITS ? Lane.MAIN : send.connection();
    }

    /** Whether a record never gets into a picture as it comes. */
    boolean forgets(Held record, Fold fold) {
        return this == FORGETS_WHAT_WAITS
                && record.envelope()
                        .about()
                        .filter(RecordRef.class::isInstance)
                        .map(RecordRef.class::cast)
                        .filter(about -> fold.picture().subject(about.record()).isEmpty())
                        .isPresent();
    }

    void came(Node node, Frame frame) {
        if (this == ACCEPTS_A_STALE_FRAME
                && frame instanceof Frame.Batch batch
                && batch.end() < node.disk.size(batch.origin())) {
            node.disk.forgetFrom(batch.origin(), batch.end());
            node.crash();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
