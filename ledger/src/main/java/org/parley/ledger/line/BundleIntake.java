package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Refused;

/** Frames of bundles: as those from a link, in any order, any number of times; batches that come too early wait. */
final class BundleIntake {
    /** So many reasons are told of what was refused. */
    private static final int REASONS = 8;

    private final Intake intake;
    private final Parking parking;

    BundleIntake(Intake intake, Parking parking) {
        this.intake = intake;
        this.parking = parking;
    }

    /** What became of the frames so far. */
    private static final class Tally {
        private int taken;
        private int known;
        private int parked;
        private final List<String> refused = new ArrayList<>();

        /** The first reasons; a bundle may be refused for thousands. */
        String inWords() {
            List<String> distinct = refused.stream().distinct().toList();
            List<String> first = distinct.subList(0, Math.min(distinct.size(), REASONS));
            return taken + " batches taken, " + known + " known, " + parked + " wait for what comes before them"
                    + (first.isEmpty() ? "" : "; refused: " + String.join("; ", first))
                    + (distinct.size() > REASONS ? "; and for " + (distinct.size() - REASONS) + " other reasons" : "");
        }
    }

    /** Takes them, each by itself. Tells what became of them, in words. */
    String take(Stage stage, List<Frame> frames, Now now, List<Effect> out) {
        Tally tally = new Tally();
        for (Frame frame : frames) {
            try {
                take(stage, frame, now, out, tally);
            } catch (Suspicion.TwoFaces twoFaces) {
                intake.faces().evidence(stage, twoFaces.proof(), -1, out);
            } catch (Refused reason) {
                tally.refused.add(reason.why());
            }
        }
        return tally.inWords();
    }

    private void take(Stage stage, Frame frame, Now now, List<Effect> out, Tally tally) {
        switch (frame) {
            case Frame.Batch batch -> {
                switch (intake.take(stage, batch, now, out)) {
                    case APPENDED -> tally.taken++;
                    case KNOWN -> tally.known++;
                    case GAP -> {
                        parking.park(stage, batch);
                        tally.parked++;
                    }
                }
            }
            case Frame.Receipts came -> intake.receipts(stage, came, out);
            case Frame.Keys keys -> intake.keys(stage, keys.line(), keys.keySet(), -1, out);
            case Frame.Revoked revoked -> intake.revoked(stage, revoked.line(), revoked.revocation(), -1, out);
            case Frame.Evidence evidence -> intake.faces().evidence(stage, evidence.proof(), -1, out);
            case Frame.Head head -> intake.faces().head(stage, head.head());
            default -> throw Refused.malformed("a bundle holds no such frame");
        }
    }
}
