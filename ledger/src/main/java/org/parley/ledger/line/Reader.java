package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.merkle.Merkle;

/** Logs that come from elsewhere: the others', and our own where we lost some of it. */
final class Reader {
    private final Books books;
    private final Seals seals;
    private final Suspicion suspicion;
    private final Lasting lasting;
    private final ReceiptBook receipts;
    private final Predicate<LineBook> writes;

    /** @param writes whether our own logs of a line go on */
    Reader(
            Books books,
            Seals seals,
            Suspicion suspicion,
            Lasting lasting,
            ReceiptBook receipts,
            Predicate<LineBook> writes) {
        this.writes = writes;
        this.receipts = receipts;
        this.books = books;
        this.seals = seals;
        this.suspicion = suspicion;
        this.lasting = lasting;
    }

    /** What became of a batch. */
    enum Taken {
        /** The log is longer by it. */
        APPENDED,
        /** All of it was here already. */
        KNOWN,
        /** What comes before it is missing. */
        GAP
    }

    /**
     * Appends a batch, or says why not. Signature before parsing, root before anything is staged.
     *
     * @param seconds the time of receipt
     * @param alarms what people must know of it
     */
    Taken take(Stage stage, Frame.Batch batch, long seconds, List<Effect> alarms) {
        Origin origin = batch.origin();
        LineBook line = member(stage, origin);
        Seals.SignedHead head = seals.verified(line.of(origin.party()), batch.head());
        if (!head.origin().equals(origin) || head.size() != batch.end()) {
            throw Refused.malformed("a batch ends at its head, of the same log");
        }
        LogState log = stage.log(origin).orElseGet(() -> begun(stage, line, origin));
        if (batch.first() > log.size()) {
            return Taken.GAP;
        }
        if (batch.end() <= log.size()) {
            Optional<Hash> ours = stage.root(origin, batch.end());
            boolean durable =
                    batch.end() <= books.log(origin).map(LogState::size).orElse(0L);
            if (durable && !ours.equals(Optional.of(head.root()))) {
                throw suspicion.olderFace(origin, head);
            }
            return ours.equals(Optional.of(head.root())) ? Taken.KNOWN : Taken.GAP;
        }
        if (batch.first() < log.size()
                && log.size() > books.log(origin).map(LogState::size).orElse(0L)) {
            // It overlaps what this very step appends: asked for once more, it comes when that is durable.
            return Taken.GAP;
        }
        open(log, batch.end());
        append(stage, line, log, batch, head, seconds, alarms);
        return Taken.APPENDED;
    }

    private static LineBook member(Stage stage, Origin origin) {
        LineBook line = stage.line(origin.line())
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + origin.line() + " here"));
        if (!line.isMember(origin.party())) {
            throw new Refused(Refused.Reason.FORBIDDEN, origin.party() + " is no member of line " + origin.line());
        }
        return line;
    }

    private LogState begun(Stage stage, LineBook line, Origin origin) {
        long epochs = books.logs(line.line(), origin.party()).stream()
                .filter(log -> log.origin().lane() == origin.lane())
                .count();
        if (epochs >= Limits.EPOCHS) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a lane has at most " + Limits.EPOCHS + " epochs");
        }
        LogState begun = LogState.begin(origin);
        if (origin.party().equals(line.me()) && writes.test(line)) {
            // An epoch that this disk had lost, and we have gone on in another: it is kept, and never continued.
            begun = begun.in(LogImage.State.ENDED);
        } else {
            stage.current(line.line(), origin.party(), origin.lane())
                    .filter(old ->
                            old.origin().epoch().number() < origin.epoch().number())
                    .filter(old -> old.state() == LogImage.State.OPEN)
                    .ifPresent(old -> stage.change(old.in(LogImage.State.ENDED)));
        }
        OptionalLong end = line.of(origin.party()).voidAfter(origin.lane(), origin.epoch());
        return end.isPresent() ? begun.voidFrom(end.getAsLong()) : begun;
    }

    private static void open(LogState log, long end) {
        if (log.state() == LogImage.State.FROZEN && log.origin().lane() == Lane.MAIN) {
            throw new Refused(Refused.Reason.FENCED, log.origin() + " showed two faces and is frozen");
        }
        if (log.voidFrom().filter(from -> end > from).isPresent()) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "its keys were revoked: " + log.origin() + " ends at "
                            + log.voidFrom().orElseThrow());
        }
    }

    private void append(
            Stage stage,
            LineBook line,
            LogState log,
            Frame.Batch batch,
            Seals.SignedHead head,
            long seconds,
            List<Effect> alarms) {
        Origin origin = log.origin();
        int known = (int) (log.size() - batch.first());
        List<Hash> leaves = leaves(batch);
        for (int i = 0; i < known; i++) {
            if (!books.disk().subtree(origin, 0, batch.first() + i).equals(leaves.get(i))) {
                throw suspicion.newerFace(origin, batch, leaves, head);
            }
        }
        List<Bytes> entries = batch.entries().subList(known, batch.entries().size());
        List<Hash> added = leaves.subList(known, leaves.size());
        List<Effect> found = new ArrayList<>();
        Sound sound = new Sound(origin, log, found);
        List<Optional<SealedBody>> bodies = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            bodies.add(sound.body(entries.get(i), batch.bodies().get(known + i), log.size() + i));
        }
        LogState longer = log.append(added, sound.at);
        if (!longer.root().equals(head.root())) {
            throw new Refused(Refused.Reason.INCONSISTENT, "the entries do not give the root of the head of " + origin);
        }
        requireOurReceipts(line, log, batch.end(), added);
        alarms.addAll(found);
        boolean ours = origin.party().equals(line.me());
        LogState taken = ours ? longer : longer.receivedAt(seconds);
        stage.append(taken, new Frame.Batch(origin, log.size(), batch.head(), entries, bodies), added);
        stage.head(origin, batch.end(), head.note());
        lasting.taken(stage, origin, batch.end(), head.note());
    }

    /** A disk may have lost entries over which we gave receipts: other entries in their place would be a second history. */
    private void requireOurReceipts(LineBook line, LogState log, long end, List<Hash> added) {
        if (books.last(log.origin(), line.me()).size() <= log.size()) {
            return;
        }
        receipts.last(log.origin(), line.me(), end)
                .filter(given -> given.size() > log.size())
                .filter(given -> !log.append(added.subList(0, (int) (given.size() - log.size())), log.at())
                        .root()
                        .equals(given.root()))
                .ifPresent(given -> {
                    throw new Refused(
                            Refused.Reason.INCONSISTENT,
                            "this is not the " + log.origin() + " over whose first " + given.size()
                                    + " entries a receipt was given here");
                });
    }

    private static List<Hash> leaves(Frame.Batch batch) {
        return Merkle.leafHashes(batch.entries().stream().map(Bytes::array).toList());
    }

    /**
     * Looks at entries one by one. A bad one is kept, since others hold it too, and told: it never blocks a log. A body
     * that does not match what the entry commits to is left out, as an erased one is.
     */
    private static final class Sound {
        private final Origin origin;
        private final List<Effect> alarms;
        private long at;

        Sound(Origin origin, LogState log, List<Effect> alarms) {
            this.origin = origin;
            this.alarms = alarms;
            this.at = log.at();
        }

        Optional<SealedBody> body(Bytes entry, Optional<SealedBody> body, long index) {
            Envelope envelope;
            try {
                envelope = Envelope.parse(entry.array());
            } catch (Refused refused) {
                alarms.add(new Effect.Alarm(
                        Effect.Cause.BAD_ENTRY, origin.recordName(index) + " is no record: " + refused.why()));
                return Optional.empty();
            }
            if (!envelope.origin().equals(origin) || envelope.no() != index + 1 || envelope.at() < at) {
                alarms.add(new Effect.Alarm(
                        Effect.Cause.BAD_ENTRY,
                        origin.recordName(index)
                                + " does not say its own place, or a time before the record before it"));
            }
            at = Math.max(at, envelope.at());
            return body.filter(there -> matches(envelope, there, index));
        }

        private boolean matches(Envelope envelope, SealedBody body, long index) {
            try {
                if (envelope.body().filter(body.commitment()::equals).isPresent()) {
                    return true;
                }
            } catch (Refused refused) {
                // Told below: a body that cannot be read matches nothing.
            }
            alarms.add(new Effect.Alarm(
                    Effect.Cause.BAD_BODY,
                    "the body sent with " + origin.recordName(index) + " is not the one it names"));
            return false;
        }
    }
}
