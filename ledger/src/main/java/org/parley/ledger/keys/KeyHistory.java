package org.parley.ledger.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.Epoch;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.Refused.Reason;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.VerifyingKey;

/**
 * The key sets of one party on one line, in the order of their serials from 1 without a gap, and all revocations of them
 * that are known. Immutable. What it answers depends on what it holds, not on the order in which that came.
 */
public final class KeyHistory {
    private final LineId line;
    private final PartyName party;
    private final VerifyingKey root;
    private final List<Signed<KeySet>> sets;
    private final List<Signed<Revocation>> revocations;

    private KeyHistory(
            LineId line,
            PartyName party,
            VerifyingKey root,
            List<Signed<KeySet>> sets,
            List<Signed<Revocation>> revocations) {
        this.line = line;
        this.party = party;
        this.root = root;
        this.sets = sets;
        this.revocations = revocations;
    }

    /** Nothing is known yet of this party but its root key. */
    public static KeyHistory of(LineId line, PartyName party, VerifyingKey root) {
        return new KeyHistory(line, party, root, List.of(), List.of());
    }

    /**
     * This history with one more key set, or this one if it has it; {@link Refused} if the root key did not sign it, it is
     * another line's, or it does not follow from the one before: the next serial, and in each log either a greater size of
     * the same epoch or a later epoch.
     */
    public KeyHistory addKeys(Signatures signatures, byte[] note) {
        KeySet keys = KeySet.open(signatures, root, party, note);
        requireLine(keys.line());
        if (keys.serial() <= sets.size()) {
            if (set(keys.serial()).equals(keys)) {
                return this;
            }
            throw inconsistent("the root key of " + party + " has signed two key sets with serial " + keys.serial());
        }
        if (keys.serial() > sets.size() + 1) {
            throw new Refused(Reason.UNKNOWN, "the key set before serial " + keys.serial() + " is not known");
        }
        requireFollows(keys);
        return new KeyHistory(line, party, root, with(sets, new Signed<>(keys, note)), revocations);
    }

    /**
     * This history with one more revocation, or this one if it has it; {@link Refused} if the root key did not sign it, it is
     * another line's, the key set is not known, or it names epochs before that key set.
     */
    public KeyHistory addRevocation(Signatures signatures, byte[] note) {
        Revocation revocation = Revocation.open(signatures, root, party, note);
        requireLine(revocation.line());
        if (revocation.serial() > sets.size()) {
            throw new Refused(Reason.UNKNOWN, "the key set with serial " + revocation.serial() + " is not known");
        }
        for (Lane lane : Lane.values()) {
            Epoch first = set(revocation.serial()).opening(lane).epoch();
            Epoch last = revocation.last(lane).epoch();
            if (!last.equals(first) && last.number() <= first.number()) {
                throw inconsistent("a revocation names the epoch of the key set that it revokes, or a later one");
            }
        }
        if (revocations.stream().anyMatch(known -> known.value().equals(revocation))) {
            return this;
        }
        return new KeyHistory(line, party, root, sets, with(revocations, new Signed<>(revocation, note)));
    }

    /**
     * The key set that must have signed a head of this size; empty if none is in force there, or if a revocation has made
     * the head void.
     */
    public Optional<KeySet> keyFor(Lane lane, Epoch epoch, long size) {
        OptionalLong end = voidAfter(lane, epoch);
        if (end.isPresent() && size > end.getAsLong()) {
            return Optional.empty();
        }
        for (Signed<KeySet> signed : sets.reversed()) {
            KeySet keys = signed.value();
            if (keys.opening(lane).covers(epoch, size) && countsIn(keys, lane, epoch)) {
                return Optional.of(keys);
            }
        }
        return Optional.empty();
    }

    /** Whether no revocation of these keys ends before that epoch. */
    private boolean countsIn(KeySet keys, Lane lane, Epoch epoch) {
        return revocations.stream()
                .map(Signed::value)
                .filter(revocation -> revocation.serial() == keys.serial())
                .map(revocation -> revocation.last(lane).epoch())
                .allMatch(last -> epoch.equals(last) || epoch.number() < last.number());
    }

    /**
     * The size beyond which nothing in that epoch counts: of several revocations the one that leaves least, and 0 where only
     * revoked keys could have signed it.
     */
    public OptionalLong voidAfter(Lane lane, Epoch epoch) {
        OptionalLong named = revocations.stream()
                .map(signed -> signed.value().last(lane))
                .filter(last -> last.epoch().equals(epoch))
                .mapToLong(LastHead::size)
                .min();
        boolean unsigned = !revocations.isEmpty()
                && sets.stream()
                        .map(Signed::value)
                        .noneMatch(keys ->
                                keys.opening(lane).covers(epoch, Long.MAX_VALUE) && countsIn(keys, lane, epoch));
        return named.isEmpty() && unsigned ? OptionalLong.of(0) : named;
    }

    /** The newest key set, whose cosigner signs receipts and whose TLS key answers now; empty if it is revoked or there is none. */
    public Optional<KeySet> current() {
        return sets.isEmpty() || isRevoked(sets.size()) ? Optional.empty() : Optional.of(set(sets.size()));
    }

    /** Whether a key set has been taken back. */
    public boolean isRevoked(long serial) {
        return revocations.stream().anyMatch(signed -> signed.value().serial() == serial);
    }

    /** Every cosigner key there ever was, the newest first: receipts that are kept were signed by one of them. */
    public List<VerifyingKey> cosigners() {
        return keySets().reversed().stream().map(KeySet::cosigner).distinct().toList();
    }

    /** The key sets in the order of their serials. */
    public List<KeySet> keySets() {
        return sets.stream().map(Signed::value).toList();
    }

    /** The revocations in the order in which they came. */
    public List<Revocation> revocations() {
        return revocations.stream().map(Signed::value).toList();
    }

    /** The signed notes of {@link #keySets()}, to be given to others. */
    public List<byte[]> keySetNotes() {
        return sets.stream().map(Signed::note).toList();
    }

    /** The signed notes of {@link #revocations()}, to be given to others. */
    public List<byte[]> revocationNotes() {
        return revocations.stream().map(Signed::note).toList();
    }

    /** Whether this very note, a key set or a revocation, is part of this history: a cheap question before a dear check. */
    public boolean holds(byte[] note) {
        return sets.stream().anyMatch(set -> Arrays.equals(set.note(), note))
                || revocations.stream().anyMatch(revocation -> Arrays.equals(revocation.note(), note));
    }

    public LineId line() {
        return line;
    }

    public PartyName party() {
        return party;
    }

    public VerifyingKey root() {
        return root;
    }

    private KeySet set(long serial) {
        return sets.get(Math.toIntExact(serial - 1)).value();
    }

    private void requireLine(LineId named) {
        if (!named.equals(line)) {
            throw new Refused(Reason.FORBIDDEN, "that is for the line " + named + ", not for " + line);
        }
    }

    private void requireFollows(KeySet keys) {
        if (keys.log().equals(root) || keys.cosigner().equals(root)) {
            throw inconsistent("the root key signs key sets and nothing else");
        }
        for (Lane lane : Lane.values()) {
            if (!sets.isEmpty() && !keys.opening(lane).follows(set(sets.size()).opening(lane))) {
                throw inconsistent("the key set with serial " + keys.serial() + " does not follow in the log " + lane
                        + " from the one before");
            }
        }
    }

    private static Refused inconsistent(String why) {
        return new Refused(Reason.INCONSISTENT, why);
    }

    private static <T> List<T> with(List<T> before, T last) {
        var all = new ArrayList<T>(before);
        all.add(last);
        return List.copyOf(all);
    }
}
