package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Session.Cursor;

/** Brings the other side of each link what it lacks: batches within its credit, safety first, and receipts. */
final class Exchange {
    private final Books books;
    private final Seals seals;
    private final ReceiptBook receipts;
    private final Predicate<LineBook> maySign;
    private final Map<Long, Session> sessions = new LinkedHashMap<>();
    private final Map<Origin, Frame.Batch> fresh = new HashMap<>();

    /** @param maySign whether heads of ours on a line may be signed now */
    Exchange(Books books, Seals seals, ReceiptBook receipts, Predicate<LineBook> maySign) {
        this.books = books;
        this.seals = seals;
        this.receipts = receipts;
        this.maySign = maySign;
    }

    Map<Long, Session> sessions() {
        return sessions;
    }

    /** Bytes of frames on all links that wait until it is known who sent them. */
    long held() {
        return sessions.values().stream().mapToLong(Session::heldBytes).sum();
    }

    List<Session> working() {
        return sessions.values().stream().filter(Session::works).toList();
    }

    boolean isThere(LineBook line, PartyName party) {
        return working().stream().anyMatch(session -> session.isMember(line.line(), party));
    }

    /** A batch that was just signed: it need not be read from the disk. */
    void fresh(Frame.Batch batch) {
        fresh.putIfAbsent(batch.origin(), batch);
    }

    /** The cursors of a session that begins to work: our own logs from where they end there, and what they hold of receipts. */
    void begin(Session session, Frame.Hello hello, List<Effect> out) {
        for (Frame.HelloLine theirs : hello.lines()) {
            if (!session.shares(theirs.line())) {
                continue;
            }
            PartyName me = books.line(theirs.line()).orElseThrow().me();
            for (LogState log : books.logs(theirs.line(), me)) {
                session.cursors().put(log.origin(), cursor(hello, log));
            }
            for (Frame.HeldReceipts there : theirs.receipts()) {
                if (there.origin().line().equals(theirs.line())) {
                    Session.ReceiptsHeld known = receipts.known(there);
                    session.receiptsHeld().put(new Books.Of(there.origin(), there.member()), known);
                    if (known.equals(Session.ReceiptsHeld.NONE) && there.tally().count() > 0) {
                        Frame want = new Frame.WantReceipts(there.origin(), there.member());
                        out.add(new Effect.Send(session.link(), Lane.SAFETY, want));
                    }
                }
            }
            session.owed().addAll(books.receipted(theirs.line()));
        }
    }

    private static Cursor cursor(Frame.Hello hello, LogState log) {
        long held = hello.lines().stream()
                .flatMap(line -> line.held().stream())
                .filter(there -> there.origin().equals(log.origin()))
                .mapToLong(Frame.Held::size)
                .findFirst()
                .orElse(0);
        return new Cursor(Math.min(held, log.size()), Long.MAX_VALUE);
    }

    /** A log of ours began, or came back: whoever works with us gets what was not there when its link began. */
    void grew(LogState log) {
        for (Session session : working()) {
            if (session.shares(log.origin().line())) {
                session.cursors()
                        .computeIfAbsent(
                                log.origin(), origin -> cursor(session.hello().orElseThrow(), log));
            }
        }
    }

    /** The other side found that it lacks receipts which it was taken to have. */
    void wanted(Session session, Frame.WantReceipts want) {
        Books.Of of = new Books.Of(want.origin(), want.member());
        boolean here = books.last(want.origin(), want.member()).count() > 0;
        if (here && session.shares(want.origin().line()) && session.sendsAgain(of)) {
            session.receiptsHeld().remove(of);
            session.owed().add(of);
        }
    }

    /** What the other side of a link asks for. */
    void wanted(Session session, Origin origin, long from) {
        Optional<LogState> log = books.log(origin);
        if (!session.shares(origin.line()) || log.isEmpty() || log.get().size() <= from) {
            return;
        }
        boolean ours = books.line(origin.line()).orElseThrow().me().equals(origin.party());
        session.cursors()
                .put(origin, new Cursor(from, ours ? Long.MAX_VALUE : log.get().size()));
    }

    /** Asks for logs that the other side holds more of than we do, where their writer is not there to send them. */
    void askForMissing(Session session, List<Effect> out) {
        Frame.Hello hello = session.hello().orElseThrow();
        for (Frame.HelloLine theirs : hello.lines()) {
            if (!session.shares(theirs.line())) {
                continue;
            }
            LineBook line = books.line(theirs.line()).orElseThrow();
            for (Frame.Held held : theirs.held()) {
                PartyName writer = held.origin().party();
                boolean fromWriter = !writer.equals(line.me()) && isThere(line, writer);
                long have = books.log(held.origin()).map(LogState::size).orElse(0L);
                long there = Math.max(
                        held.size(),
                        books.last(held.origin(), session.lines().getOrDefault(line.line(), writer))
                                .size());
                if (have < there && !fromWriter && held.origin().line().equals(line.line())) {
                    ask(session, held.origin(), have, out);
                }
            }
        }
    }

    void ask(Session session, Origin origin, long from, List<Effect> out) {
        if (session.wants(origin, from)) {
            out.add(new Effect.Send(session.link(), Lane.SAFETY, new Frame.Want(origin, from)));
        }
    }

    /** A receipt that we have just given goes to all who are up to date; the others get it with what they lack. */
    void given(LineBook line, Origin origin, PartyName member, Receipt receipt, long countBefore, List<Effect> out) {
        receiptCame(origin, member);
        for (Session session : working()) {
            Books.Of of = new Books.Of(origin, member);
            if (session.shares(line.line())
                    && !session.isMember(line.line(), member)
                    && session.receiptsHeld()
                                    .getOrDefault(of, Session.ReceiptsHeld.NONE)
                                    .count()
                            == countBefore) {
                session.receiptsHeld().put(of, new Session.ReceiptsHeld(countBefore + 1, receipt.place()));
                out.add(new Effect.Send(
                        session.link(), Lane.SAFETY, new Frame.Receipts(origin, member, List.of(receipt))));
            }
        }
    }

    /** There is a receipt more of that member over that log: all who share the line may lack it. */
    void receiptCame(Origin origin, PartyName member) {
        Books.Of of = new Books.Of(origin, member);
        working().stream()
                .filter(session -> session.shares(origin.line()))
                .forEach(session -> session.owed().add(of));
    }

    /** The other side gave receipts of its own: it takes this log. */
    void taken(Session session, Frame.Receipts given) {
        Optional.ofNullable(session.cursors().get(given.origin()))
                .ifPresent(cursor -> given.receipts().forEach(receipt -> cursor.taken(receipt.size())));
    }

    /** An old receipt came to light: all of that member's over that log are sent again, and ignored where they are known. */
    void oldReceiptCame(Origin origin, PartyName member) {
        working().forEach(session -> session.receiptsHeld().remove(new Books.Of(origin, member)));
        receiptCame(origin, member);
    }

    /** Sends all sessions what they lack, as far as their credit goes. */
    void pump(long now, List<Effect> out) {
        for (Session session : working()) {
            pumpReceipts(session, out);
            for (Lane lane : List.of(Lane.SAFETY, Lane.MAIN)) {
                for (Map.Entry<Origin, Cursor> entry :
                        List.copyOf(session.cursors().entrySet())) {
                    if (entry.getKey().lane() == lane) {
                        pumpLog(session, entry.getKey(), entry.getValue(), now, out);
                    }
                }
            }
        }
        fresh.clear();
    }

    private void pumpLog(Session session, Origin origin, Cursor cursor, long now, List<Effect> out) {
        LineBook line = books.line(origin.line()).orElseThrow();
        long size = books.log(origin).map(LogState::counting).orElse(0L);
        while (cursor.next < Math.min(size, cursor.until) && session.mayTake(origin.lane()) && cursor.mayGo(now)) {
            Frame.Batch recent = fresh.get(origin);
            Optional<Frame.Batch> batch = recent != null && recent.first() == cursor.next
                    ? Optional.of(recent)
                    : stored(line, origin, cursor.next, size);
            if (batch.isEmpty()) {
                return;
            }
            cursor.next = batch.get().end();
            session.sent(batch.get(), Session.weight(batch.get()));
            out.add(new Effect.Send(session.link(), origin.lane(), batch.get()));
        }
        if (cursor.until != Long.MAX_VALUE && cursor.next >= cursor.until) {
            session.cursors().remove(origin);
        }
    }

    /** The next batch from the disk: up to a head that is stored, or, of our own logs, up to one that we sign now. */
    Optional<Frame.Batch> stored(LineBook line, Origin origin, long from, long size) {
        List<Disk.StoredEntry> entries = books.disk().entries(origin, from, Limits.BATCH_ENTRIES, Limits.BATCH_BYTES);
        long reached = Math.min(from + entries.size(), size);
        boolean ours = origin.party().equals(line.me());
        Optional<Long> end = books.disk().headSize(origin, from, reached);
        if (ours && maySign.test(line) && (end.isEmpty() || reached == size)) {
            end = Optional.of(reached);
        }
        return end.flatMap(until -> head(line, origin, until).map(head -> {
            List<Disk.StoredEntry> part = entries.subList(0, (int) (until - from));
            return new Frame.Batch(
                    origin,
                    from,
                    head,
                    part.stream().map(Disk.StoredEntry::entry).toList(),
                    part.stream().map(Disk.StoredEntry::body).toList());
        }));
    }

    /** A signed head of this size: of our own logs signed again, by the keys in force, which gives the same bytes. */
    Optional<Bytes> head(LineBook line, Origin origin, long size) {
        boolean ours = origin.party().equals(line.me()) && maySign.test(line);
        return ours
                ? seals.head(line, origin, size, books.root(origin, size))
                : books.disk().head(origin, size);
    }

    /**
     * Sends receipts that the other side may lack. They are counted in their order on the disk; while one is yet to be written
     * among them, which will shift the count, those of that member wait.
     */
    private void pumpReceipts(Session session, List<Effect> out) {
        session.owed().removeIf(of -> {
            if (receipts.isOutOfOrder(of)) {
                return false;
            }
            pumpReceipts(session, of, out);
            return session.receiptsHeld()
                            .getOrDefault(of, Session.ReceiptsHeld.NONE)
                            .count()
                    >= books.last(of.origin(), of.member()).count();
        });
    }

    private void pumpReceipts(Session session, Books.Of of, List<Effect> out) {
        Session.ReceiptsHeld held = session.receiptsHeld().getOrDefault(of, Session.ReceiptsHeld.NONE);
        while (held.count() < books.last(of.origin(), of.member()).count()) {
            List<Receipt> more = books.disk().receipts(of.origin(), of.member(), held.last(), Limits.RECEIPTS);
            if (more.isEmpty()) {
                break;
            }
            held = new Session.ReceiptsHeld(
                    held.count() + more.size(), more.getLast().place());
            out.add(new Effect.Send(
                    session.link(), Lane.SAFETY, new Frame.Receipts(of.origin(), of.member(), new ArrayList<>(more))));
        }
        session.receiptsHeld().put(of, held);
    }

    /** Tells all who share a line. */
    void tell(LineBook line, Frame frame, long except, List<Effect> out) {
        for (Session session : working()) {
            if (session.shares(line.line()) && session.link() != except) {
                out.add(new Effect.Send(session.link(), Lane.SAFETY, frame));
            }
        }
    }
}
