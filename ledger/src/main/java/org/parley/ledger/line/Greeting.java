package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.note.SignedNote;

/** The first frame each way: what we say of ourselves to whom, and what we make of what they say. */
final class Greeting {
    private final Books books;
    private final Seals seals;
    private final Settings settings;

    Greeting(Books books, Seals seals, Settings settings) {
        this.books = books;
        this.seals = seals;
        this.settings = settings;
    }

    /** What we hold of all lines that we share with the party of this root key, and of nothing else. */
    Frame.Hello to(Bytes rootKey, long now) {
        List<Frame.HelloLine> lines = new ArrayList<>();
        PartyName me = null;
        Bytes ownRoot = Bytes.NONE;
        for (LineBook line : books.lines()) {
            if (line.memberWith(rootKey)
                    .filter(party -> !party.equals(line.me()))
                    .isPresent()) {
                me = line.me();
                ownRoot = rootKey(line.own());
                lines.add(of(line));
            }
        }
        if (me == null) {
            throw new Refused(Refused.Reason.UNKNOWN, "no line is shared with the other side of this link");
        }
        return new Frame.Hello(
                settings.softwareVersion().least(),
                settings.softwareVersion().greatest(),
                me,
                ownRoot,
                settings.incarnation(),
                now,
                List.of(),
                lines);
    }

    static Bytes rootKey(KeyHistory history) {
        return Bytes.of(history.root().raw());
    }

    private Frame.HelloLine of(LineBook line) {
        List<Frame.Held> held = new ArrayList<>();
        List<Frame.HeldReceipts> receipts = new ArrayList<>();
        for (LogState log : books.logs(line.line())) {
            held.add(new Frame.Held(log.origin(), log.size(), log.root()));
        }
        // Those over a log that is not here too: a disk may have lost a log, and have heard of receipts over it since.
        for (Books.Of of : books.receipted(line.line())) {
            Image.Last last = books.last(of.origin(), of.member());
            receipts.add(new Frame.HeldReceipts(of.origin(), of.member(), last.tally(), last.size(), last.time()));
        }
        List<Bytes> keySets = new ArrayList<>();
        List<Bytes> revocations = new ArrayList<>();
        for (KeyHistory history : line.keys().values()) {
            history.keySetNotes().forEach(note -> keySets.add(Bytes.of(note)));
            history.revocationNotes().forEach(note -> revocations.add(Bytes.of(note)));
        }
        return new Frame.HelloLine(line.line(), keySets, revocations, held, receipts);
    }

    /** Learns one key set or revocation of a member; true where it was new. */
    boolean learn(Stage stage, LineId id, Bytes note, boolean revocation) {
        LineBook line =
                stage.line(id).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + id + " here"));
        if (line.keys().values().stream().anyMatch(history -> history.holds(note.array()))) {
            return false;
        }
        String text = SignedNote.parse(note.array()).text();
        PartyName party =
                revocation ? Revocation.parse(text).party() : KeySet.parse(text).party();
        if (!line.isMember(party)) {
            throw new Refused(Refused.Reason.FORBIDDEN, party + " is no member of line " + id);
        }
        KeyHistory before = line.of(party);
        KeyHistory after = revocation ? seals.withRevocation(before, note) : seals.withKeySet(before, note);
        if (after == before) {
            return false;
        }
        stage.put(line.with(party, after));
        stage.write(
                revocation
                        ? new Transaction.NewRevocation(
                                id, party, after.revocationNotes().size(), note)
                        : new Transaction.NewKeySet(
                                id, party, after.keySetNotes().size(), note));
        if (revocation) {
            endVoid(stage, party, after);
        }
        return true;
    }

    /** Logs of which a revocation leaves only a part, or nothing, end there. */
    private void endVoid(Stage stage, PartyName party, KeyHistory keys) {
        for (LogState log : List.copyOf(stage.logs(keys.line(), party))) {
            keys.voidAfter(log.origin().lane(), log.origin().epoch())
                    .ifPresent(size -> stage.change(log.voidFrom(size)));
        }
    }

    /** Lines that both are members of, with their name on each; refused where versions, keys or the pin do not fit. */
    Map<LineId, PartyName> shared(Stage stage, Session session, Frame.Hello hello) {
        if (hello.leastVersion() > settings.softwareVersion().greatest()
                || hello.greatestVersion() < settings.softwareVersion().least()) {
            throw new Refused(
                    Refused.Reason.MALFORMED,
                    "they speak versions " + hello.leastVersion() + " to " + hello.greatestVersion()
                            + " of the protocol, we "
                            + settings.softwareVersion().least() + " to "
                            + settings.softwareVersion().greatest());
        }
        Map<LineId, PartyName> shared = new HashMap<>();
        boolean pinned = false;
        for (Frame.HelloLine theirs : hello.lines()) {
            LineBook line = stage.line(theirs.line()).orElse(null);
            PartyName party =
                    line == null ? null : line.memberWith(hello.rootKey()).orElse(null);
            if (line != null && party != null && !party.equals(line.me())) {
                shared.put(line.line(), party);
                pinned |= line.of(party)
                        .current()
                        .filter(keys -> keys.tls().equals(session.pin()))
                        .isPresent();
            }
        }
        if (shared.isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN, "no line is shared with the other side of this link");
        }
        if (!pinned) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "the TLS key of the link is in no key set of " + hello.party() + " in force");
        }
        return shared;
    }

    /** What they say of our own logs of a line: how much they hold of each, and over how much of it they know a receipt. */
    record OfOurs(Map<Origin, Long> held, Map<Origin, Long> receipted) {}

    /** The same by line. */
    Map<LineId, OfOurs> ofOurs(Map<LineId, PartyName> shared, Frame.Hello hello) {
        Map<LineId, OfOurs> said = new HashMap<>();
        for (Frame.HelloLine theirs : hello.lines()) {
            if (shared.containsKey(theirs.line())) {
                LineBook line = books.line(theirs.line()).orElseThrow();
                OfOurs ofOurs = said.computeIfAbsent(line.line(), id -> new OfOurs(new HashMap<>(), new HashMap<>()));
                theirs.held().stream()
                        .filter(held -> isOurs(line, held.origin()))
                        .forEach(held -> ofOurs.held().put(held.origin(), held.size()));
                theirs.receipts().stream()
                        .filter(last -> isOurs(line, last.origin()))
                        .forEach(last -> ofOurs.receipted().merge(last.origin(), last.size(), Math::max));
            }
        }
        return said;
    }

    private static boolean isOurs(LineBook line, Origin origin) {
        return origin.party().equals(line.me()) && origin.line().equals(line.line());
    }
}
