package org.parley.ledger.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;

/** What comes over links and in bundles. A frame that is refused changes nothing, and the line goes on. */
final class Intake {
    private final Books books;
    private final Settings settings;
    private final Exchange exchange;
    private final ReceiptBook receipts;
    private final Parking parking;
    private final Map<LineId, Fence> fences;
    private final Faces faces;
    private final Reader reader;
    private final Greeting greeting;
    private final Claims claims;
    private long nonce;

    Intake(
            Books books,
            Seals seals,
            Settings settings,
            Exchange exchange,
            ReceiptBook receipts,
            Lasting lasting,
            Parking parking,
            Map<LineId, Fence> fences,
            Claims claims) {
        this.books = books;
        this.settings = settings;
        this.exchange = exchange;
        this.receipts = receipts;
        this.parking = parking;
        this.fences = fences;
        Suspicion suspicion = new Suspicion(books, seals);
        this.faces = new Faces(books, seals, exchange, suspicion, lasting, parking);
        this.reader = new Reader(
                books,
                seals,
                suspicion,
                lasting,
                receipts,
                line -> Optional.ofNullable(fences.get(line.line()))
                        .filter(fence -> fence.state() == Fence.State.OPEN)
                        .isPresent());
        this.claims = claims;
        this.greeting = new Greeting(books, seals, settings);
    }

    Faces faces() {
        return faces;
    }

    Greeting greeting() {
        return greeting;
    }

    void up(Event.Up up, Now now, List<Effect> out) {
        Session session = new Session(up.link(), up.pin(), up.dialled(), now.elapsed());
        exchange.sessions().put(up.link(), session);
        up.dialled().ifPresent(root -> guarded(session, out, () -> sayHello(session, root, now, out)));
    }

    private void sayHello(Session session, Bytes root, Now now, List<Effect> out) {
        if (!session.saidHello()) {
            out.add(new Effect.Send(session.link(), Lane.SAFETY, greeting.to(root, now.wall())));
            session.helloSaid();
        }
    }

    void lost(Stage stage, long link, Now now, List<Effect> out) {
        Optional.ofNullable(exchange.sessions().remove(link))
                .flatMap(Session::hello)
                .ifPresent(hello -> exchange.sessions().values().stream()
                        .filter(other -> !other.works() && other.isOf(hello.rootKey()))
                        .toList()
                        .forEach(other -> guarded(other, out, () -> work(stage, other, now, out))));
    }

    /** All links are closed: they begin anew. */
    void dropAll(String why, List<Effect> out) {
        exchange.sessions().keySet().forEach(link -> out.add(new Effect.Close(link, why)));
        exchange.sessions().clear();
    }

    private void drop(Session session, String why, List<Effect> out) {
        exchange.sessions().remove(session.link());
        out.add(new Effect.Send(session.link(), Lane.SAFETY, new Frame.Bye(shortened(why))));
        out.add(new Effect.Close(session.link(), why));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }

    /** What is refused on a link before it works ends the link. */
    private void guarded(Session session, List<Effect> out, Runnable action) {
        try {
            action.run();
        } catch (Refused refused) {
            drop(session, refused.why(), out);
        }
    }

    void came(Stage stage, long link, Frame frame, Now now, List<Effect> out) {
        Session session = exchange.sessions().get(link);
        if (session == null) {
            return;
        }
        session.heard(now.elapsed());
        if (frame instanceof Frame.Hello hello) {
            guarded(session, out, () -> hello(stage, session, hello, now, out));
        } else if (session.works()) {
            taken(stage, session, frame, now, out);
        } else if (frame instanceof Frame.Bye bye) {
            drop(session, "the other side closed: " + bye.reason(), out);
        } else if (session.hello().isEmpty() || !session.hold(frame) || exchange.held() > Limits.ALL_HELD_BYTES) {
            drop(session, "a frame came before the hello was settled", out);
        }
    }

    private void hello(Stage stage, Session session, Frame.Hello hello, Now now, List<Effect> out) {
        if (session.hello().isPresent()) {
            throw Refused.malformed("a second hello");
        }
        for (Frame.HelloLine theirs : hello.lines()) {
            if (stage.line(theirs.line()).isPresent()) {
                theirs.keySets().forEach(note -> keys(stage, theirs.line(), note, session.link(), out));
                theirs.revocations().forEach(note -> revoked(stage, theirs.line(), note, session.link(), out));
            }
        }
        greeting.shared(stage, session, hello);
        session.hello(hello);
        for (Session other : List.copyOf(exchange.sessions().values())) {
            if (other != session && other.works() && other.isOf(hello.rootKey())) {
                boolean sameRun = other.hello().orElseThrow().incarnation().equals(hello.incarnation());
                if (!sameRun) {
                    // Is the other one a link of a run that ended, or are there two live copies? Ask it.
                    out.add(new Effect.Send(
                            other.link(), Lane.SAFETY, new Frame.Ping(++nonce, settings.incarnation(), now.wall())));
                    sayHello(session, hello.rootKey(), now, out);
                    return;
                }
                if (keeps(other, session, hello)) {
                    drop(session, "there is a link already", out);
                    return;
                }
                drop(other, "another link took over", out);
            }
        }
        work(stage, session, now, out);
    }

    /** Of two links between the same two runs, both sides keep the one that the lower root key dialled. */
    private boolean keeps(Session old, Session young, Frame.Hello hello) {
        if (old.dialled().isPresent() == young.dialled().isPresent()) {
            return false;
        }
        Bytes ours = greeting.to(hello.rootKey(), 0).rootKey();
        boolean oursIsLower =
                Hash.of(ours.array()).compareTo(Hash.of(hello.rootKey().array())) < 0;
        return old.dialled().isPresent() == oursIsLower;
    }

    private void work(Stage stage, Session session, Now now, List<Effect> out) {
        Frame.Hello hello = session.hello().orElseThrow();
        sayHello(session, hello.rootKey(), now, out);
        session.work(greeting.shared(stage, session, hello));
        exchange.begin(session, hello, out);
        var ofOurs = greeting.ofOurs(session.lines(), hello);
        session.lines()
                .forEach((line, party) -> Optional.ofNullable(fences.get(line))
                        .ifPresent(fence ->
                                fence.said(party, ofOurs.getOrDefault(line, new Greeting.OfOurs(Map.of(), Map.of())))));
        claims.said(hello);
        out.add(new Effect.Linked(session.link(), hello.party(), hello.rootKey()));
        out.add(new Effect.Send(
                session.link(), Lane.SAFETY, new Frame.Credit(Limits.CREDIT_BYTES, Limits.CREDIT_ENTRIES)));
        faces.compareHeld(session, hello, out);
        for (LineId line : session.lines().keySet()) {
            for (LogState log : books.logs(line)) {
                books.disk()
                        .evidence(log.origin())
                        .ifPresent(proof ->
                                out.add(new Effect.Send(session.link(), Lane.SAFETY, new Frame.Evidence(proof))));
            }
        }
        exchange.askForMissing(session, out);
        Optional<Frame> next = session.release();
        while (session.works() && next.isPresent()) {
            taken(stage, session, next.get(), now, out);
            next = session.release();
        }
    }

    private void taken(Stage stage, Session session, Frame frame, Now now, List<Effect> out) {
        try {
            switch (frame) {
                case Frame.Batch batch -> batch(stage, session, batch, now, out);
                case Frame.Receipts came -> receipts(stage, session, came, out);
                case Frame.Want want -> exchange.wanted(session, want.origin(), want.from());
                case Frame.WantReceipts want -> exchange.wanted(session, want);
                case Frame.Credit credit -> session.credit(credit);
                case Frame.NotTaken refused -> notTaken(session, refused, now, out);
                case Frame.Evidence evidence -> faces.evidence(stage, evidence.proof(), session.link(), out);
                case Frame.Ping ping ->
                    out.add(new Effect.Send(
                            session.link(),
                            Lane.SAFETY,
                            new Frame.Pong(ping.nonce(), settings.incarnation(), now.wall())));
                case Frame.Pong pong -> pong(session, pong, now, out);
                case Frame.Head head -> faces.head(stage, session, head.head(), out);
                case Frame.Keys keys -> {
                    shared(session, keys.line());
                    keys(stage, keys.line(), keys.keySet(), session.link(), out);
                }
                case Frame.Revoked revoked -> {
                    shared(session, revoked.line());
                    revoked(stage, revoked.line(), revoked.revocation(), session.link(), out);
                }
                case Frame.Clone clone -> cloned(clone, out);
                case Frame.Bye bye -> drop(session, "the other side closed: " + bye.reason(), out);
                case Frame.Hello hello -> throw Refused.malformed("a second hello of " + hello.party());
            }
        } catch (Suspicion.TwoFaces twoFaces) {
            faces.evidence(stage, twoFaces.proof(), -1, out);
        } catch (Refused refused) {
            refused(session, frame, refused, out);
        }
    }

    private static void shared(Session session, LineId line) {
        if (!session.shares(line)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "that line is not shared with the other side of this link");
        }
    }

    private void refused(Session session, Frame frame, Refused refused, List<Effect> out) {
        if (frame instanceof Frame.Batch batch) {
            long size = books.log(batch.origin()).map(LogState::size).orElse(0L);
            out.add(new Effect.Send(
                    session.link(),
                    Lane.SAFETY,
                    new Frame.NotTaken(batch.origin(), refused.reason().code(), size, shortened(refused.why()))));
            out.add(new Effect.Alarm(Effect.Cause.HOSTILE, "a batch was not taken: " + refused.why()));
            if (refused.reason() == Refused.Reason.INCONSISTENT) {
                exchange.working().stream()
                        .filter(other -> other.shares(batch.origin().line()))
                        .forEach(other -> faces.showHead(other, batch.origin(), out));
            }
        } else {
            drop(session, refused.why(), out);
            out.add(new Effect.Alarm(Effect.Cause.HOSTILE, "a frame was not taken: " + refused.why()));
        }
    }

    private void batch(Stage stage, Session session, Frame.Batch batch, Now now, List<Effect> out) {
        session.used(batch, Session.weight(batch));
        session.due(false)
                .ifPresent(credit ->
                        stage.afterwards(() -> out.add(new Effect.Send(session.link(), Lane.SAFETY, credit))));
        shared(session, batch.origin().line());
        switch (take(stage, batch, now, out)) {
            case APPENDED, KNOWN -> {}
            case GAP -> {
                session.askAgain();
                long have = stage.log(batch.origin()).map(LogState::size).orElse(0L);
                exchange.ask(session, batch.origin(), have, out);
            }
        }
    }

    private long seconds(Now now) {
        return Math.max(now.wall() / 1_000, books.latestReceivedAt());
    }

    /** Takes a batch, and then what waited for it. */
    Reader.Taken take(Stage stage, Frame.Batch batch, Now now, List<Effect> out) {
        Reader.Taken taken = reader.take(stage, batch, seconds(now), out);
        if (taken == Reader.Taken.APPENDED) {
            appended(stage, batch, now, out);
        }
        return taken;
    }

    /** Tells it once it is durable, and takes what waited for it. */
    private void appended(Stage stage, Frame.Batch batch, Now now, List<Effect> out) {
        stage.afterwards(() -> out.add(Effect.Appended.of(batch)));
        Optional<Long> next = parking.first(batch.origin());
        while (next.filter(first -> taken(stage, batch.origin(), first, now, out))
                .isPresent()) {
            next = parking.first(batch.origin());
        }
    }

    /** Takes a batch that waited, if its turn has come; whatever becomes of it, it waits no more. */
    private boolean taken(Stage stage, Origin origin, long first, Now now, List<Effect> out) {
        if (first > stage.log(origin).orElseThrow().size()) {
            return false;
        }
        Frame.Batch batch = parking.batch(origin, first);
        try {
            Reader.Taken taken = reader.take(stage, batch, seconds(now), out);
            if (taken == Reader.Taken.GAP) {
                return false;
            }
            if (taken == Reader.Taken.APPENDED) {
                stage.afterwards(() -> out.add(Effect.Appended.of(batch)));
            }
        } catch (Suspicion.TwoFaces twoFaces) {
            faces.evidence(stage, twoFaces.proof(), -1, out);
            return false;
        } catch (Refused refused) {
            out.add(new Effect.Alarm(Effect.Cause.HOSTILE, "a batch that waited was not taken: " + refused.why()));
        }
        parking.unpark(stage, origin, first);
        return true;
    }

    private void receipts(Stage stage, Session session, Frame.Receipts came, List<Effect> out) {
        shared(session, came.origin().line());
        if (!receipts(stage, came, out)) {
            faces.showHead(session, came.origin(), out);
        } else if (session.isMember(came.origin().line(), came.member())) {
            exchange.taken(session, came);
        }
    }

    /** Takes receipts; false where one is of another tree than we hold: those after it are not looked at. */
    boolean receipts(Stage stage, Frame.Receipts came, List<Effect> out) {
        for (Receipt receipt : came.receipts()) {
            switch (receipts.came(stage, came.origin(), came.member(), receipt)) {
                case NEW -> {
                    exchange.receiptCame(came.origin(), came.member());
                    out.add(new Effect.Receipted(came.origin(), came.member(), receipt.size(), receipt.time()));
                }
                case LATE -> {
                    exchange.oldReceiptCame(came.origin(), came.member());
                    out.add(new Effect.Receipted(came.origin(), came.member(), receipt.size(), receipt.time()));
                }
                case KNOWN -> {}
                case ANOTHER_TREE -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void notTaken(Session session, Frame.NotTaken refused, Now now, List<Effect> out) {
        Optional.ofNullable(session.cursors().get(refused.origin())).ifPresent(cursor -> {
            cursor.again(refused.size(), now.elapsed());
            out.add(new Effect.Alarm(
                    Effect.Cause.HOSTILE,
                    "the other side does not take " + refused.origin() + ": " + refused.reason()));
        });
    }

    private void pong(Session session, Frame.Pong pong, Now now, List<Effect> out) {
        Frame.Hello hello = session.hello().orElseThrow();
        for (Session other : List.copyOf(exchange.sessions().values())) {
            Optional<Bytes> run = other.hello().map(Frame.Hello::incarnation);
            if (!other.works() && other.isOf(hello.rootKey()) && !run.equals(Optional.of(hello.incarnation()))) {
                Frame.Clone clone = new Frame.Clone(hello.incarnation(), run.orElseThrow());
                out.add(new Effect.Alarm(
                        Effect.Cause.CLONE, "two live copies of the node of " + hello.party() + " were seen"));
                for (Session copy : List.of(session, other)) {
                    out.add(new Effect.Send(copy.link(), Lane.SAFETY, clone));
                    drop(copy, "two live copies of this node were seen", out);
                }
                return;
            }
        }
        long sent = session.pingAt(pong.nonce());
        if (sent != Session.NEVER) {
            long roundTrip = now.elapsed() - sent;
            long offset = pong.clock() + roundTrip / 2 - now.wall();
            out.add(new Effect.ClockOffset(hello.party(), offset, roundTrip));
            if (Math.abs(offset) > settings.clockBound() + roundTrip / 2) {
                out.add(new Effect.Alarm(
                        Effect.Cause.CLOCK,
                        "the clock of " + hello.party() + " differs from ours by " + offset + " ms"));
            }
        }
    }

    private void cloned(Frame.Clone clone, List<Effect> out) {
        if (clone.one().equals(settings.incarnation()) || clone.other().equals(settings.incarnation())) {
            fences.values().forEach(Fence::cloned);
            out.add(new Effect.Alarm(
                    Effect.Cause.CLONE,
                    "another copy of this node is live: neither signs; stop one, start the other again"));
        }
    }

    /** A key set of a member: what is new is told to all, since not every member has a link to its owner. */
    void keys(Stage stage, LineId id, Bytes note, long from, List<Effect> out) {
        if (greeting.learn(stage, id, note, false)) {
            LineBook line = stage.line(id).orElseThrow();
            stage.afterwards(() -> exchange.tell(line, new Frame.Keys(id, note), from, out));
        }
    }

    /** Keys of a member were revoked: what its root key names as last is the end of its logs. */
    void revoked(Stage stage, LineId id, Bytes note, long from, List<Effect> out) {
        if (!greeting.learn(stage, id, note, true)) {
            return;
        }
        LineBook line = stage.line(id).orElseThrow();
        stage.afterwards(() -> {
            out.add(new Effect.Alarm(Effect.Cause.REVOKED, "keys were revoked on line " + id));
            exchange.tell(line, new Frame.Revoked(id, note), from, out);
        });
    }

    void tick(Stage stage, Now now, List<Effect> out) {
        for (Session session : List.copyOf(exchange.sessions().values())) {
            if (session.silentSince(now.elapsed() - settings.pongWithin())) {
                drop(session, "no answer for " + settings.pongWithin() / 1_000 + " s", out);
                lost(stage, session.link(), now, out);
            } else if (session.works()) {
                session.due(true).ifPresent(credit -> out.add(new Effect.Send(session.link(), Lane.SAFETY, credit)));
                session.askAgain();
                exchange.askForMissing(session, out);
                if (session.pingDue(now.elapsed(), settings.pingEvery(), ++nonce)) {
                    out.add(new Effect.Send(
                            session.link(), Lane.SAFETY, new Frame.Ping(nonce, settings.incarnation(), now.wall())));
                }
            }
        }
    }
}
