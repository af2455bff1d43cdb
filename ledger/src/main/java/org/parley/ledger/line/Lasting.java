package org.parley.ledger.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;

/**
 * Lasting heads: those that ML-DSA-44 signs too. A head covers all before it, so one an interval is enough, and those that
 * are exported. They are signed at a tick, when they have long been durable, and so cost no record any time; what was signed
 * is stored with the same step and goes to whoever holds that much of the log.
 */
final class Lasting {
    private final Books books;
    private final Seals seals;
    private final Exchange exchange;
    private final Predicate<LineBook> maySign;
    private final long every;
    private final Map<Origin, Long> looked = new HashMap<>();
    private final Map<Origin, Long> newest = new HashMap<>();

    /**
     * None is made yet.
     *
     * @param every how often the newest head of a log of ours is looked at, ms
     */
    Lasting(Books books, Seals seals, Exchange exchange, Predicate<LineBook> maySign, long every) {
        this.books = books;
        this.seals = seals;
        this.exchange = exchange;
        this.maySign = maySign;
        this.every = every;
    }

    /** Makes the newest durable head of each log of ours a lasting one, at the first tick and then once an interval. */
    void tick(Stage stage, Now now) {
        for (LineBook line : books.lines()) {
            if (maySign.test(line)) {
                for (LogState log : books.logs(line.line(), line.me())) {
                    look(stage, line, log, now.elapsed());
                }
            }
        }
    }

    private void look(Stage stage, LineBook line, LogState log, long now) {
        Optional<Long> before = Optional.ofNullable(looked.get(log.origin()));
        boolean due = before.isEmpty() || before.get() + every <= now;
        if (due && log.size() > 0 && log.state() == LogImage.State.OPEN) {
            make(stage, line, log.origin(), log.size());
            stage.afterwards(() -> looked.put(log.origin(), now));
        }
    }

    /** Makes a head of ours a lasting one for an export; {@link Refused} where it is not ours to sign, or not now. */
    void make(Stage stage, Origin origin, long size) {
        LineBook line = books.line(origin.line())
                .filter(book -> book.me().equals(origin.party()))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, origin + " is no log of ours"));
        long held = books.log(origin).map(LogState::size).orElse(0L);
        if (size < 1 || size > held) {
            throw new Refused(
                    Refused.Reason.UNKNOWN, "a head of size " + size + " of " + origin + ", which has size " + held);
        }
        boolean frozen = books.log(origin)
                .filter(log -> log.state() == LogImage.State.FROZEN)
                .isPresent();
        boolean may = lasting(line, origin, size).isPresent() || (maySign.test(line) && !frozen);
        if (!may || !make(stage, line, origin, size)) {
            throw new Refused(
                    Refused.Reason.FENCED,
                    "heads of " + origin + " cannot be signed now: the log is fenced, frozen or revoked, or its"
                            + " ML-DSA-44 key is not in this node's folder");
        }
    }

    /** False where no key of ours is in force. */
    private boolean make(Stage stage, LineBook line, Origin origin, long size) {
        if (lasting(line, origin, size).isPresent()) {
            return true;
        }
        Optional<Bytes> note = seals.lasting(line, origin, size, books.root(origin, size));
        note.ifPresent(head -> keep(stage, origin, size, head));
        return note.isPresent();
    }

    /** The stored lasting head of this size, unless its writer's keys for it are known to be others by now. */
    private Optional<Bytes> lasting(LineBook line, Origin origin, long size) {
        return books.head(origin, size)
                .filter(Disk::isLasting)
                .filter(head -> seals.stillTaken(line.of(origin.party()), head));
    }

    /** A head came that says the root that is held here: where it is a lasting one it is kept, and told to others. */
    void came(Stage stage, Seals.SignedHead head) {
        LineBook line = stage.line(head.origin().line()).orElseThrow();
        if (Disk.isLasting(head.note())
                && lasting(line, head.origin(), head.size()).isEmpty()) {
            keep(stage, head.origin(), head.size(), head.note());
        }
    }

    private void keep(Stage stage, Origin origin, long size, Bytes note) {
        stage.head(origin, size, note);
        taken(stage, origin, size, note);
    }

    /** A head that this step stores may be a lasting one. */
    void taken(Stage stage, Origin origin, long size, Bytes note) {
        if (Disk.isLasting(note)) {
            stage.afterwards(() -> newest.put(origin, Math.max(size, newest(origin))));
        }
    }

    /** The size of the newest that is stored, or 0. */
    private long newest(Origin origin) {
        return newest.computeIfAbsent(
                origin, of -> books.disk().lastingSize(of, 0, Long.MAX_VALUE).orElse(0L));
    }

    /** Sends each member the newest that covers no more than it holds, by its receipts: then it can check it at once. */
    void tell(List<Effect> out) {
        for (Session session : exchange.working()) {
            session.lines().forEach((line, member) -> {
                for (LogState log : books.logs(line)) {
                    if (!log.origin().party().equals(member)) {
                        tell(session, books.line(line).orElseThrow(), member, log, out);
                    }
                }
            });
        }
    }

    private void tell(Session session, LineBook line, PartyName member, LogState log, List<Effect> out) {
        Origin origin = log.origin();
        long told = session.lastingTold(origin);
        if (newest(origin) <= told) {
            return;
        }
        long holds = Math.min(books.last(origin, member).size(), log.counting());
        long size = newest(origin) <= holds
                ? newest(origin)
                : books.disk().lastingSize(origin, told, holds).orElse(0L);
        if (size > told) {
            session.tellLasting(origin, size);
            lasting(line, origin, size)
                    .ifPresent(head -> out.add(new Effect.Send(session.link(), Lane.SAFETY, new Frame.Head(head))));
        }
    }
}
