package org.parley.ledger.line;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** One link as the ledger sees it: who is there, what they hold, what is on its way. Lost with the link. */
final class Session {
    static final long NEVER = Long.MIN_VALUE;

    /** What is to be sent of a log: from here, up to there. */
    static final class Cursor {
        long next;
        long until;

        private long waits = NEVER;
        private int refusals;

        Cursor(long next, long until) {
            this.next = next;
            this.until = until;
        }

        /**
         * The other side did not take it: from there again, after a quarter of a second, then a half, one, up to a minute. Where
         * it lacks nothing that was sent, what it refused was not ours, and what comes next need not wait.
         */
        void again(long from, long now) {
            if (from >= next) {
                return;
            }
            next = from;
            waits = now + (250L << Math.min(refusals, 8));
            refusals++;
        }

        /**
         * The other side says by its receipt that it holds so many, or once held them: what it refused before is no reason to wait
         * any more, and is sent again.
         */
        void taken(long size) {
            if (size >= next) {
                waits = NEVER;
                refusals = 0;
            }
        }

        boolean mayGo(long now) {
            return now >= waits;
        }
    }

    /** How many receipts the other side holds or was sent, and the place of the last. */
    record ReceiptsHeld(long count, Receipt.Place last) {
        static final ReceiptsHeld NONE = new ReceiptsHeld(0, Receipt.Place.START);
    }

    private final long link;
    private final Hash pin;
    private final Optional<Bytes> dialled;
    private final Map<Origin, Cursor> cursors = new LinkedHashMap<>();
    private final Map<Books.Of, ReceiptsHeld> receiptsHeld = new HashMap<>();
    private final Set<Books.Of> owed = new LinkedHashSet<>();
    private final Set<Books.Of> sentAgain = new HashSet<>();
    private final Map<Origin, Long> wanted = new HashMap<>();
    private final Map<Origin, Long> lastingTold = new HashMap<>();
    private final Deque<Frame> held = new ArrayDeque<>();
    private long heldBytes;
    private Optional<Frame.Hello> hello = Optional.empty();
    private boolean working;
    private boolean saidHello;
    private Map<LineId, PartyName> lines = Map.of();
    private long creditBytes;
    private long creditEntries;
    private long usedBytes;
    private long usedEntries;
    private long pinged = NEVER;
    private long pingNonce = -1;
    private long heard;

    Session(long link, Hash pin, Optional<Bytes> dialled, long now) {
        this.link = link;
        this.pin = pin;
        this.dialled = dialled;
        this.heard = now;
    }

    long link() {
        return link;
    }

    Hash pin() {
        return pin;
    }

    Optional<Bytes> dialled() {
        return dialled;
    }

    Optional<Frame.Hello> hello() {
        return hello;
    }

    void hello(Frame.Hello theirs) {
        hello = Optional.of(theirs);
    }

    boolean saidHello() {
        return saidHello;
    }

    void helloSaid() {
        saidHello = true;
    }

    /** Both have said who they are, and nothing speaks against it. */
    boolean works() {
        return working;
    }

    /** Begins work on the lines that both are members of; the names are theirs. */
    void work(Map<LineId, PartyName> shared) {
        working = true;
        lines = Collections.unmodifiableMap(new TreeMap<>(shared));
    }

    Map<LineId, PartyName> lines() {
        return lines;
    }

    boolean shares(LineId line) {
        return lines.containsKey(line);
    }

    boolean isOf(Bytes rootKey) {
        return hello.filter(theirs -> theirs.rootKey().equals(rootKey)).isPresent();
    }

    boolean isMember(LineId line, PartyName party) {
        return party.equals(lines.get(line));
    }

    Map<Origin, Cursor> cursors() {
        return cursors;
    }

    Map<Books.Of, ReceiptsHeld> receiptsHeld() {
        return receiptsHeld;
    }

    /** Whether all receipts of a member over a log are to be sent once more: once on a link, whoever asks more often. */
    boolean sendsAgain(Books.Of of) {
        return sentAgain.add(of);
    }

    /** Whose receipts over which log the other side may lack. */
    Set<Books.Of> owed() {
        return owed;
    }

    /** The size of the newest lasting head that was sent, or 0. */
    long lastingTold(Origin origin) {
        return lastingTold.getOrDefault(origin, 0L);
    }

    void tellLasting(Origin origin, long size) {
        lastingTold.put(origin, size);
    }

    /** Asks for a log from here on, once for each place. */
    boolean wants(Origin origin, long from) {
        Long before = wanted.put(origin, from);
        return before == null || before != from;
    }

    /** Forgets what was asked for, so that it is asked again. */
    void askAgain() {
        wanted.clear();
    }

    /** Keeps a frame until it is known whether this is the only live copy of its sender; false when it is too much. */
    boolean hold(Frame frame) {
        held.add(frame);
        heldBytes += FrameCodec.bytes(frame).length;
        return held.size() <= Limits.RECEIPTS && heldBytes <= Limits.HELD_BYTES;
    }

    long heldBytes() {
        return heldBytes;
    }

    /** The frames that were kept, each once. */
    Optional<Frame> release() {
        Optional<Frame> next = Optional.ofNullable(held.poll());
        heldBytes = held.isEmpty() ? 0 : heldBytes;
        return next;
    }

    void credit(Frame.Credit more) {
        creditBytes = grown(creditBytes, more.bytes(), 16 * Limits.CREDIT_BYTES);
        creditEntries = grown(creditEntries, more.entries(), 16 * Limits.CREDIT_ENTRIES);
    }

    /** The sum, but at most so much; what was granted may be as large as a long. */
    private static long grown(long held, long more, long most) {
        return more < most - held ? held + more : most;
    }

    boolean mayTake(Lane lane) {
        return lane == Lane.SAFETY || (creditBytes > 0 && creditEntries > 0);
    }

    void sent(Frame.Batch batch, int bytes) {
        if (batch.origin().lane() == Lane.MAIN) {
            creditBytes -= bytes;
            creditEntries -= batch.entries().size();
        }
    }

    /** A batch of theirs was dealt with: what it took of their credit is given back in time. */
    void used(Frame.Batch batch, int bytes) {
        if (batch.origin().lane() == Lane.MAIN) {
            usedBytes += bytes;
            usedEntries += batch.entries().size();
        }
    }

    /** What to give back now: at the beginning all of it, later when a quarter was used. */
    Optional<Frame.Credit> due(boolean atOnce) {
        boolean worth = usedBytes >= Limits.CREDIT_BYTES / 4 || usedEntries >= Limits.CREDIT_ENTRIES / 4;
        boolean nothing = usedBytes == 0 && usedEntries == 0;
        if (nothing || (!atOnce && !worth)) {
            return Optional.empty();
        }
        Frame.Credit credit = new Frame.Credit(usedBytes, usedEntries);
        usedBytes = 0;
        usedEntries = 0;
        return Optional.of(credit);
    }

    void heard(long now) {
        heard = now;
    }

    boolean silentSince(long instant) {
        return heard < instant;
    }

    /** Whether it is time for a ping; if so, it is noted as sent now. */
    boolean pingDue(long now, long every, long nonce) {
        if (pinged != NEVER && pinged > now - every) {
            return false;
        }
        pinged = now;
        pingNonce = nonce;
        return true;
    }

    /** When the ping with this nonce was sent, or {@link #NEVER}. */
    long pingAt(long nonce) {
        return nonce == pingNonce ? pinged : NEVER;
    }

    /** How many bytes a batch weighs in credit: entries and bodies. */
    static int weight(Frame.Batch batch) {
        int bytes = 0;
        for (int i = 0; i < batch.entries().size(); i++) {
            bytes += batch.entries().get(i).length()
                    + batch.bodies().get(i).map(body -> body.body().length()).orElse(0);
        }
        return bytes;
    }
}
