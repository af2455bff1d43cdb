package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.line.Transaction.Write;
import org.parley.ledger.note.SignedNote;

/**
 * A node's ledger: all its lines, as one state machine. {@link #step} takes what has happened since the step before, makes
 * one transaction of it, and only when that is durable signs, answers and sends. Nothing is signed before it is durable; a
 * failed commit drops the next state.
 *
 * <pre>
 *   events ──▶ checked, staged ──▶ Disk.commit ──▶ published ──▶ signed ──▶ effects: answers, frames, alarms
 *                    └─ refused ───────────────────────────────────────────▶ a reason, nothing changed
 * </pre>
 *
 * <p>One thread at a time may call it.
 */
public final class Ledger {
    private final Disk disk;
    private final Settings settings;
    private final Books books;
    private final Seals seals;
    private final Writer writer;
    private final ReceiptBook receipts;
    private final Exchange exchange;
    private final Claims claims;
    private final Cosigning cosigning;
    private final Lasting lasting;
    private final Parking parking;
    private final Intake intake;
    private final BundleIntake bundles;
    private final Map<LineId, Fence> fences = new HashMap<>();
    private final Map<LineId, Fence.State> told = new HashMap<>();
    private final Set<LineId> settled = new HashSet<>();
    private final Map<Origin, Long> checked = new HashMap<>();
    private final Set<LineId> carried = new HashSet<>();
    private final long started;
    private final List<Write> unwrittenHeads = new ArrayList<>();
    private final List<Event.Say> waiting = new ArrayList<>();

    /**
     * Begins with what is on the disk.
     *
     * @param secrets our secret key of a public one, where this node has it
     * @param now by both clocks
     */
    public Ledger(
            Disk disk,
            Signatures signatures,
            Function<VerifyingKey, Optional<SigningKey>> secrets,
            Settings settings,
            Now now) {
        this.disk = disk;
        this.settings = settings;
        this.started = now.elapsed();
        this.seals = new Seals(signatures, secrets);
        Image image = disk.load();
        this.books = Books.read(disk, image, seals);
        for (Image.LineImage line : image.lines()) {
            LineBook book = books.line(line.line()).orElseThrow();
            fences.put(line.line(), new Fence(book, line.trust(), image.mark(), now.elapsed() + settings.fenceWait()));
        }
        this.writer = new Writer(books, settings, image.mark().keySet());
        this.receipts = new ReceiptBook(books, seals);
        this.exchange = new Exchange(books, seals, receipts, this::isOpen);
        this.parking = new Parking(disk);
        this.lasting = new Lasting(books, seals, exchange, this::isOpen, settings.lastingEvery());
        this.claims = new Claims(books);
        this.cosigning = new Cosigning(fences, image.mark(), exchange, claims);
        this.intake = new Intake(books, seals, settings, exchange, receipts, lasting, parking, fences, claims);
        this.bundles = new BundleIntake(intake, parking);
    }

    private boolean isOpen(LineBook line) {
        return fence(line.line()).state() == Fence.State.OPEN;
    }

    private Fence fence(LineId line) {
        return Optional.ofNullable(fences.get(line)).orElseThrow();
    }

    /**
     * Deals with what has happened, in one commit.
     *
     * @param now by both clocks
     * @return what is to be done and told, in order
     * @throws Disk.Broken when the disk failed: the process must end
     */
    public List<Effect> step(Now now, List<Event> events) {
        Step step = new Step(now);
        for (Event event : events) {
            step.take(event);
        }
        step.sayAll();
        return step.finish(events.stream().anyMatch(Event.Tick.class::isInstance));
    }

    /** One step on its way. */
    private final class Step {
        private final Now now;
        private final Stage stage = new Stage(books);
        private final List<Effect> out = new ArrayList<>();
        private final List<Effect> answers = new ArrayList<>();
        private final List<Writer.Written> written = new ArrayList<>();
        private final List<Event.Say> says = new ArrayList<>(waiting);
        private final Set<LineId> succeeded = new HashSet<>();

        Step(Now now) {
            this.now = now;
            waiting.clear();
        }

        void take(Event event) {
            switch (event) {
                case Event.Say say -> says.add(say);
                case Event.Found found -> found(found);
                case Event.Rotate rotate -> asked(rotate.ticket(), () -> rotate(rotate));
                case Event.Revoke revoke ->
                    asked(revoke.ticket(), () -> intake.revoked(stage, revoke.line(), revoke.revocation(), -1, out));
                case Event.MakeLasting make ->
                    asked(make.ticket(), () -> lasting.make(stage, make.origin(), make.size()));
                case Event.Forget forget -> asked(forget.ticket(), () -> forget(forget));
                case Event.Import bundle ->
                    answers.add(new Effect.Done(bundle.ticket(), bundles.take(stage, bundle.frames(), now, out)));
                case Event.Up up -> intake.up(up, now, out);
                case Event.Came came -> intake.came(stage, came.link(), came.frame(), now, out);
                case Event.Lost lost -> intake.lost(stage, lost.link(), now, out);
                case Event.Carried(LineId line) -> carried.add(line);
                case Event.Tick() -> tick();
            }
        }

        private void asked(long ticket, Runnable action) {
            try {
                action.run();
                answers.add(new Effect.Done(ticket, ""));
            } catch (Refused refused) {
                answers.add(new Effect.RefusedRequest(ticket, refused.reason(), refused.why()));
            }
        }

        private void found(Event.Found found) {
            Optional<LineBook> known = stage.line(found.line());
            boolean isNew = known.isEmpty();
            if (isNew) {
                stage.write(new Transaction.NewLine(found.line(), found.me()));
            }
            LineBook line = known.orElseGet(() -> new LineBook(found.line(), found.me(), Map.of()));
            for (Event.Founder member : found.members()) {
                if (!line.isMember(member.party())) {
                    stage.write(new Transaction.NewMember(found.line(), member.party(), member.rootKey()));
                    line = line.with(
                            member.party(),
                            seals.history(found.line(), member.party(), member.rootKey(), List.of(), List.of()));
                }
            }
            stage.put(line);
            if (isNew) {
                intake.greeting().learn(stage, found.line(), found.keySet(), false);
                LineBook begun = stage.line(found.line()).orElseThrow();
                stage.afterwards(() -> fences.put(found.line(), Fence.open(begun)));
                for (Lane lane : Lane.values()) {
                    Origin origin = new Origin(found.line(), found.me(), lane, Epoch.of("1-" + found.tag()));
                    written.add(writer.begin(stage, origin, found.keySet(), Optional.empty(), now.wall()));
                }
            }
        }

        private void rotate(Event.Rotate rotate) {
            LineBook line = member(rotate.line());
            KeySet keys = KeySet.parse(SignedNote.parse(rotate.keySet().array()).text());
            for (Lane lane : Lane.values()) {
                LogState log = stage.current(line.line(), line.me(), lane).orElseThrow();
                boolean later = keys.opening(lane).epoch().number()
                        > log.origin().epoch().number();
                if (!isOpen(line) && !(later && fence(line.line()).state() != Fence.State.CLONED)) {
                    throw new Refused(Refused.Reason.FENCED, fence(line.line()).why());
                }
                if (line.own().current().isPresent() && !fence(line.line()).isNewest()) {
                    // Keys are in force in all later epochs: one that this disk has lost would have no keys any more.
                    throw new Refused(
                            Refused.Reason.FENCED,
                            "keys are changed, and not revoked, once every member has said what it holds of our logs,"
                                    + " and it is here again");
                }
                long from = keys.opening(lane).epoch().equals(log.origin().epoch()) ? log.size() + 1 : 1;
                if (keys.opening(lane).from() != from) {
                    throw new Refused(
                            Refused.Reason.STALE,
                            "the key set is to be in force from size " + from + " of " + log.origin());
                }
            }
            if (!intake.greeting().learn(stage, rotate.line(), rotate.keySet(), false)) {
                return;
            }
            for (Lane lane : Lane.values()) {
                begin(line, lane, keys.opening(lane).epoch(), rotate.keySet());
            }
            stage.afterwards(() -> exchange.tell(line, new Frame.Keys(line.line(), rotate.keySet()), -1, out));
        }

        /** A keys entry with the new set: the next of the log, or the first of a later epoch. */
        private void begin(LineBook line, Lane lane, Epoch epoch, Bytes keySet) {
            LogState log = stage.current(line.line(), line.me(), lane).orElseThrow();
            if (epoch.equals(log.origin().epoch())) {
                Json.Obj content = Json.Obj.builder().put("keys", keySet.text()).build();
                written.add(writer.own(stage, log, "keys", content, now.wall()));
            } else {
                stage.change(log.in(LogImage.State.ENDED));
                stage.afterwards(fence(line.line())::begun);
                Origin next = new Origin(line.line(), line.me(), lane, epoch);
                written.add(writer.begin(stage, next, keySet, Optional.of(log), now.wall()));
            }
        }

        private LineBook member(LineId id) {
            return stage.line(id).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + id + " here"));
        }

        private void forget(Event.Forget forget) {
            LineBook line = member(forget.line());
            for (LogState log : books.logs(line.line(), line.me())) {
                OptionalLong index = log.origin().indexOf(forget.record());
                if (index.isPresent() && index.getAsLong() < log.size()) {
                    stage.write(new Transaction.Erase(log.origin(), index.getAsLong()));
                    return;
                }
            }
            throw new Refused(
                    Refused.Reason.UNKNOWN, "no record " + forget.record() + " of ours on line " + line.line());
        }

        private void tick() {
            intake.tick(stage, now, out);
            lasting.tick(stage, now);
            for (LineBook line : books.lines()) {
                for (LogState held : books.logs(line.line())) {
                    if (!held.origin().party().equals(line.me()) && held.size() > 0) {
                        check(line, stage.log(held.origin()).orElse(held));
                    }
                }
            }
        }

        /** A log of another is held still: now and then its receipt says so, and at once where ours say a later time. */
        private void check(LineBook line, LogState log) {
            boolean hears = carried.contains(line.line())
                    || exchange.isThere(line, log.origin().party());
            boolean old = checked.getOrDefault(log.origin(), started) + settings.lineCheck() <= now.elapsed() && hears;
            if (old) {
                checked.put(log.origin(), now.elapsed());
            }
            if (old || receipts.isBehind(line, log)) {
                stage.change(log.receivedAt(seconds()));
            }
        }

        private long seconds() {
            return Math.max(now.wall() / 1_000, books.latestReceivedAt());
        }

        /** All that is to be said, safety first, each lane of each line as one append. */
        void sayAll() {
            fences.values().forEach(fence -> fence.look(books, now.elapsed()));
            Map<LineId, Map<Lane, List<Event.Say>>> sorted = new LinkedHashMap<>();
            for (Event.Say say : says) {
                sorted.computeIfAbsent(say.line(), line -> new EnumMap<>(Lane.class))
                        .computeIfAbsent(say.draft().lane(), lane -> new ArrayList<>())
                        .add(say);
            }
            for (Lane lane : List.of(Lane.SAFETY, Lane.MAIN)) {
                sorted.forEach((line, lanes) -> say(line, lane, lanes.getOrDefault(lane, List.of())));
            }
        }

        private void say(LineId id, Lane lane, List<Event.Say> asked) {
            if (asked.isEmpty()) {
                return;
            }
            Optional<LineBook> line = stage.line(id);
            if (line.isEmpty()) {
                refuse(asked, Refused.Reason.UNKNOWN, "no line " + id + " here");
                return;
            }
            Fence fence = Optional.ofNullable(fences.get(id)).orElseGet(() -> Fence.open(line.get()));
            LogState log = stage.current(id, line.get().me(), lane).orElseThrow();
            if (fence.state() == Fence.State.ASKING) {
                waiting.addAll(asked);
            } else if (fence.state() == Fence.State.CLONED) {
                refuse(asked, Refused.Reason.FENCED, fence.why());
            } else if (log.state() == LogImage.State.FROZEN && lane == Lane.MAIN) {
                refuse(
                        asked,
                        Refused.Reason.FENCED,
                        log.origin() + " showed two faces and is frozen until people decide");
            } else if (log.voidFrom().isPresent() && line.get().own().current().isEmpty()) {
                refuse(
                        asked,
                        Refused.Reason.FENCED,
                        "the keys of " + log.origin() + " were revoked: a new key set is needed");
            } else {
                if (fence.state() == Fence.State.SUCCESSOR && succeeded.add(id)) {
                    succeed(line.get(), fence, fence.why());
                } else if (log.voidFrom().isPresent() && succeeded.add(id)) {
                    succeed(line.get(), fence, "the keys of " + log.origin() + " were revoked");
                }
                written.add(writer.write(stage, line.get(), lane, asked, now.wall()));
            }
        }

        private void refuse(List<Event.Say> asked, Refused.Reason reason, String why) {
            asked.forEach(say -> answers.add(new Effect.RefusedRequest(say.ticket(), reason, why)));
        }

        /** Both our logs of a line go on in a successor epoch. */
        private void succeed(LineBook line, Fence fence, String why) {
            Bytes keySet = Bytes.of(line.own().keySetNotes().getLast());
            for (Lane lane : Lane.values()) {
                LogState old = stage.current(line.line(), line.me(), lane).orElseThrow();
                stage.change(old.in(LogImage.State.ENDED));
                written.add(writer.begin(stage, writer.successor(line, lane), keySet, Optional.of(old), now.wall()));
            }
            stage.afterwards(fence::begun);
            out.add(new Effect.Alarm(
                    Effect.Cause.SUCCESSOR_EPOCH,
                    "our records on line " + line.line() + " go on in a new epoch: " + why));
        }

        List<Effect> finish(boolean tick) {
            int receiptsWritten = 0;
            if (!stage.isEmpty() || tick) {
                List<Transaction.NewReceipt> carried = receipts.unwritten();
                receiptsWritten = carried.size();
                carried.forEach(stage::write);
                stage.writeFirst(unwrittenHeads);
            }
            boolean durable = stage.isEmpty() || commit();
            parking.stepEnds(durable);
            if (!durable) {
                return out;
            }
            if (receiptsWritten > 0 || !stage.isEmpty()) {
                receipts.written(receiptsWritten);
                unwrittenHeads.clear();
            }
            stage.publish();
            stage.lines().forEach(line -> out.add(new Effect.LineChanged(line.line(), line.keys())));
            out.addAll(answers);
            written.forEach(this::sign);
            stage.changed().forEach(this::grew);
            giveReceipts(
                    tick
                            ? books.lines().stream()
                                    .flatMap(line -> books.logs(line.line()).stream())
                                    .map(LogState::origin)
                                    .toList()
                            : stage.changed());
            fences.values().forEach(fence -> fence.look(books, now.elapsed()));
            tellFences();
            exchange.pump(now.elapsed(), out);
            if (tick) {
                lasting.tell(out);
            }
            return out;
        }

        private boolean commit() {
            try {
                disk.commit(stage.transaction());
                return true;
            } catch (Disk.Full full) {
                full(full);
                return false;
            }
        }

        /**
         * Nothing of it happened but that links ended, and that receipts came, which a later commit stores: who asked is told, and
         * all begin anew so that what came comes again.
         */
        private void full(Disk.Full full) {
            out.removeIf(effect -> !(effect instanceof Effect.Close || effect instanceof Effect.Receipted));
            waiting.clear();
            String why = "the disk is full: " + full.getMessage();
            says.forEach(say -> out.add(new Effect.RefusedRequest(say.ticket(), Refused.Reason.FULL, why)));
            answers.stream()
                    .filter(Effect.Done.class::isInstance)
                    .map(Effect.Done.class::cast)
                    .forEach(done -> out.add(new Effect.RefusedRequest(done.ticket(), Refused.Reason.FULL, why)));
            out.add(new Effect.Alarm(Effect.Cause.DISK_FULL, why));
            intake.dropAll(why, out);
        }

        private void sign(Writer.Written of) {
            LineBook line = books.line(of.log().origin().line()).orElseThrow();
            out.addAll(of.answers());
            for (Frame.Batch batch : of.unsigned()) {
                seals.head(line, batch.origin(), batch.end(), books.root(batch.origin(), batch.end()))
                        .ifPresent(head -> signed(batch, head));
                out.add(Effect.Appended.of(batch));
            }
        }

        private void grew(Origin origin) {
            LogState log = books.log(origin).orElseThrow();
            if (origin.party().equals(books.line(origin.line()).orElseThrow().me())) {
                exchange.grew(log);
            }
        }

        private void signed(Frame.Batch batch, Bytes head) {
            unwrittenHeads.add(new Transaction.NewHead(batch.origin(), batch.end(), head));
            out.add(new Effect.Signed(batch.origin(), batch.end(), head));
            exchange.fresh(new Frame.Batch(batch.origin(), batch.first(), head, batch.entries(), batch.bodies()));
        }

        private void giveReceipts(List<Origin> origins) {
            for (Origin origin : origins) {
                LineBook line = books.line(origin.line()).orElseThrow();
                LogState log = books.log(origin).orElseThrow();
                boolean others = !origin.party().equals(line.me());
                if (others && receipts.isDue(line, log) && cosigning.may(line, log)) {
                    long before = books.last(origin, line.me()).count();
                    Receipt given = receipts.give(line, log);
                    exchange.given(line, origin, line.me(), given, before, out);
                    out.add(new Effect.Receipted(origin, line.me(), given.size(), given.time()));
                }
            }
        }

        private void tellFences() {
            fences.forEach((line, fence) -> {
                // Where others have more, this disk is old in what it holds of them: its next start must ask again.
                if (fence.isNewest() && !settled.contains(line) && claims.areMet(line)) {
                    settled.add(line);
                    disk.settled(line);
                }
                if (told.put(line, fence.state()) != fence.state()) {
                    if (fence.state() == Fence.State.SUCCESSOR) {
                        disk.doubted(line);
                    }
                    out.add(new Effect.FenceChanged(line, fence.state(), fence.why()));
                }
            });
        }
    }

    /** The lines of this node. */
    public Collection<LineId> lines() {
        return books.lines().stream().map(LineBook::line).toList();
    }

    /** Who we are on a line. */
    public PartyName me(LineId line) {
        return books.line(line).orElseThrow().me();
    }
}
