package org.parley.node.pairing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.pairing.Effect;
import org.parley.ledger.pairing.Event;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.pairing.MessageCodec;
import org.parley.ledger.pairing.Paired;
import org.parley.ledger.pairing.Pairing;
import org.parley.ledger.pairing.Reason;
import org.parley.ledger.pairing.Step;
import org.parley.ledger.words.SixWords;
import org.parley.link.PairingConnection;
import org.parley.node.journal.Journal;

/**
 * A pairing as this node runs it: gives the pure machine its events, carries out what it tells, and keeps what the officer is to
 * know until somebody takes it. Thread-safe: connections, officers and clocks come on threads of their own.
 */
public final class Dialogue {
    private static final String NOTHING = "; nothing was founded or stored";
    private static final String OTHER_WORDS =
            "ALARM: the words that were heard are not those shown here: someone may stand between the two nodes";

    /** Makes a line durable; {@link Refused} where that cannot be. */
    interface Founding {
        void found(Paired paired);
    }

    /** Also guards the invitation whose dialogue this is. */
    final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final InviteCode code;
    private final boolean inviting;
    private final Founding founding;
    private final InstantSource clock;
    private final Journal journal = new Journal();
    private final List<News> news = new ArrayList<>();
    private Optional<Pairing> pairing = Optional.empty();
    private Optional<PairingConnection> connection = Optional.empty();
    private Optional<LineId> words = Optional.empty();
    private String gaveUp = "";
    private boolean burned;
    private boolean over;

    Dialogue(InviteCode code, boolean inviting, Founding founding, InstantSource clock) {
        this.code = code;
        this.inviting = inviting;
        this.founding = founding;
        this.clock = clock;
    }

    /** Seconds since 1970. */
    long now() {
        return clock.millis() / 1_000;
    }

    InviteCode code() {
        return code;
    }

    /** Whether there is a line, or will be none. */
    public boolean isOver() {
        return locked(() -> over);
    }

    /** Whether the invitation can serve nobody else: an officer spoke, or it is over. */
    boolean isBurned() {
        return locked(() -> burned || over);
    }

    private interface Look<T> {
        T look();
    }

    private <T> T locked(Look<T> look) {
        lock.lock();
        try {
            return look.look();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Takes what is new, or waits for it, at most so long. */
    public List<News> await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (news.isEmpty() && left > 0 && !over) {
                left = changed.awaitNanos(left);
            }
            List<News> taken = List.copyOf(news);
            news.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end, at most so long; whether it came. */
    public boolean awaitOver(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!over && left > 0) {
                left = changed.awaitNanos(left);
            }
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** An attempt begins, in the place of one that may be under way. */
    void begin(Step step, PairingConnection on) {
        change(() -> {
            if (over) {
                on.close(); // the officer gave up while the other side was dialled
                return;
            }
            pairing.ifPresent(before -> take(before, before.on(new Event.Replaced(), now())));
            connection = Optional.of(on);
            words = Optional.empty();
            take(step.pairing(), step);
        });
    }

    boolean isContinuedBy(Hash peerTls, Bytes first) {
        return locked(() ->
                pairing.filter(under -> under.isContinuedBy(peerTls, first)).isPresent());
    }

    /** There is a connection for one that broke. */
    void reconnected(PairingConnection on) {
        change(() -> {
            connection.ifPresent(PairingConnection::close);
            connection = Optional.of(on);
            on(new Event.Reconnected());
        });
    }

    /** Reads a connection to its end, as long as the pairing goes on with it; whether anything came. */
    boolean listen(PairingConnection from) {
        boolean came = false;
        String why = "it was closed there";
        try {
            while (isCurrent(from)) {
                Optional<byte[]> frame = from.read();
                if (frame.isEmpty()) {
                    break;
                }
                came = true;
                change(() -> {
                    if (isCurrent(from)) {
                        on(new Event.Received(Bytes.of(frame.get())));
                    }
                });
            }
        } catch (IOException broken) {
            why = String.valueOf(broken.getMessage());
        }
        lost(from, why);
        return came;
    }

    private boolean isCurrent(PairingConnection from) {
        return locked(() -> connection.filter(from::equals).isPresent());
    }

    private void lost(PairingConnection from, String why) {
        change(() -> {
            if (isCurrent(from)) {
                connection = Optional.empty();
                if (!over) {
                    tell(new News.Note("the connection broke (" + why + "): "
                            + (inviting ? "waiting until the other side dials again" : "dialling again")));
                }
            }
        });
    }

    /** The officer found the words of this line the same; {@link Refused} where they are not those that count. */
    public void confirm(LineId line) {
        change(() -> {
            if (over || pairing.isEmpty()) {
                throw new Refused(
                        Refused.Reason.STALE,
                        over
                                ? "the pairing is over"
                                : "there are no words to confirm yet: the other side has not come");
            }
            on(new Event.WordsConfirmed(line));
        });
    }

    /** The officer typed what the other one read out: the same words confirm, others end the pairing and are {@link Refused}. */
    public void heard(SixWords heard) {
        change(() -> {
            LineId line =
                    words.orElseThrow(() -> new Refused(Refused.Reason.STALE, "there are no words to compare yet"));
            if (!SixWords.of(line).equals(heard)) {
                decline(OTHER_WORDS);
                throw new Refused(Refused.Reason.INCONSISTENT, OTHER_WORDS + NOTHING);
            }
            confirm(line);
        });
    }

    /** The officer wants no line; without effect when it is over. */
    public void decline(String why) {
        change(() -> {
            if (over) {
                return;
            }
            gaveUp = why;
            if (pairing.isPresent()) {
                on(new Event.Declined());
            } else {
                end("declined", why);
            }
        });
    }

    /** Time went by. */
    public void tick() {
        change(() -> {
            if (over) {
                return;
            }
            if (pairing.isPresent()) {
                on(new Event.Tick());
            } else if (code.isExpired(now())) {
                end("expired", "nobody came before the invitation expired");
            }
        });
    }

    /** It ends for a reason of this node's own. */
    void end(String cause, String text) {
        change(() -> {
            if (!over) {
                over = true;
                tell(new News.Ended(cause, text + NOTHING));
                connection.ifPresent(PairingConnection::close);
            }
        });
    }

    private void on(Event event) {
        pairing.ifPresent(under -> take(under, under.on(event, now())));
    }

    private void take(Pairing before, Step step) {
        pairing = Optional.of(step.pairing());
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Founded(Paired paired) && !isFounded(paired, before)) {
                return;
            }
            carryOut(effect);
        }
    }

    private boolean isFounded(Paired paired, Pairing before) {
        try {
            founding.found(paired);
            return true;
        } catch (Refused | UncheckedIOException failed) {
            String why = "the line could not be stored here: " + failed.getMessage();
            if (inviting) {
                gaveUp = why;
                take(before, before.on(new Event.Declined(), now()));
            } else {
                end("failed", why + "; the other side has it, and both must invite anew");
            }
            return false;
        }
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Send send -> connection.ifPresent(to -> send(to, send));
            case Effect.Burn() -> burned = true;
            case Effect.ShowWords shown -> {
                words = Optional.of(shown.line());
                tell(new News.Words(shown.line(), shown.peer()));
            }
            case Effect.Founded(Paired paired) -> {
                over = true;
                tell(new News.Founded(paired));
                if (!inviting) {
                    connection.ifPresent(PairingConnection::close);
                }
            }
            case Effect.Ended ended -> ended(ended);
        }
    }

    private static void send(PairingConnection to, Effect.Send send) {
        try {
            to.write(MessageCodec.bytes(send.message()));
        } catch (IOException _) {
            return; // whoever reads it learns that it broke, and all is said again on the next one
        }
    }

    private void ended(Effect.Ended ended) {
        if (inviting && ended.here() && ended.reason() == Reason.REPLACED) {
            connection.ifPresent(PairingConnection::close);
            tell(new News.Note(ended.reason().words() + ": the words shown before count no more"));
        } else if (ended.reason() == Reason.DECLINED && !gaveUp.isEmpty()) {
            end("declined", gaveUp);
        } else {
            end(ended.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), ended.text());
        }
    }

    private void tell(News told) {
        news.add(told);
        switch (told) {
            case News.Ended(String cause, String text) -> {
                Json.Builder fields = Json.Obj.builder().put("cause", cause).put("text", text);
                if (text.contains("ALARM")) {
                    journal.alarm("no line was founded", fields);
                } else {
                    journal.note("no line was founded", fields);
                }
            }
            case News.Founded(Paired paired) ->
                journal.note(
                        "line founded",
                        Json.Obj.builder()
                                .put("line", paired.line().hex())
                                .put("party", paired.peer().party().name()));
            case News.Words shown ->
                journal.note(
                        "words shown",
                        Json.Obj.builder().put("party", shown.peer().party().name()));
            case News.Note(String text) ->
                journal.detail("pairing", Json.Obj.builder().put("text", text));
        }
    }
}
