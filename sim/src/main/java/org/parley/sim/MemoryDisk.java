package org.parley.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.merkle.Frontier;

/**
 * A transactional store in memory that keeps every commit as a journal, so that an older state can come back. What it
 * holds is what the journal says: a commit is all or nothing, as that of the real store.
 */
final class MemoryDisk implements Disk {
    /** What the next commit does. */
    enum Next {
        /** It works. */
        WORKS,
        /** There is no room. */
        FULL,
        /** It fails before anything is durable. */
        BROKEN_BEFORE,
        /** It fails after all of it was durable. */
        BROKEN_AFTER
    }

    private final Bug bug;
    private final List<Transaction> journal = new ArrayList<>();
    private final Set<LineId> settled = new HashSet<>();
    private Contents contents = new Contents();
    private Map<Origin, Long> mark = new HashMap<>();
    private Image.Trust trust = Image.Trust.SAME_BOOT;
    private Next next = Next.WORKS;
    private Optional<Broken> broken = Optional.empty();
    private Optional<String> contradiction = Optional.empty();
    private Map<Origin, Long> durable = Map.of();
    private int durablePlace;
    private long commits;
    private long brokenAt;
    private Next brokenHow = Next.WORKS;

    MemoryDisk(Bug bug) {
        this.bug = bug;
    }

    /** How many transactions were made durable: a place to come back to. */
    int place() {
        return journal.size();
    }

    long commits() {
        return commits;
    }

    /** The commit with this number from now, 1 being the next, does this. */
    void at(long commit, Next what) {
        brokenAt = commits + commit;
        brokenHow = what;
    }

    void next(Next what) {
        next = what;
    }

    Next next() {
        return next;
    }

    /** What a ledger wanted to store though it contradicts what is stored, if one ever did: a mistake of the ledger. */
    Optional<String> contradiction() {
        return contradiction;
    }

    /** How much of a log would outlive the process: as much as was committed, but for a planted bug. */
    long durableSize(Origin origin) {
        return bug.commitsLate() ? durable.getOrDefault(origin, 0L) : size(origin);
    }

    /** The process ends: what was not durable is gone. */
    void processEnds() {
        broken = Optional.empty();
        if (next == Next.BROKEN_BEFORE || next == Next.BROKEN_AFTER) {
            next = Next.WORKS;
        }
        if (bug.commitsLate()) {
            rollBack(Math.max(1, durablePlace), false);
        }
    }

    /** An older state comes back, as from a backup: its journal up to that place. The mark comes back with it or stays. */
    void rollBack(int place, boolean markToo) {
        journal.subList(place, journal.size()).clear();
        contents = replayed();
        if (markToo) {
            mark = sizes();
        }
    }

    private Contents replayed() {
        Contents replayed = new Contents();
        journal.forEach(replayed::apply);
        return replayed;
    }

    /** A copy of what is durable, as of a cloned machine. */
    MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk(bug);
        copy.journal.addAll(journal);
        copy.contents = copy.replayed();
        copy.mark = new HashMap<>(mark);
        copy.trust = trust;
        copy.settled.addAll(settled);
        return copy;
    }

    /** Forgets the end of a log, as no sound disk ever does: only for a planted bug. */
    void forgetFrom(Origin origin, long size) {
        Frontier shorter = Frontier.empty().append(contents.leaves(origin).subList(0, (int) size));
        LogImage was = contents.image(origin).orElseThrow();
        contents.forgetFrom(new LogImage(
                origin,
                size,
                Bytes.of(shorter.bytes()),
                shorter.root(),
                was.at(),
                was.receivedAt(),
                was.state(),
                was.voidFrom()));
    }

    void loseMark() {
        mark = new HashMap<>();
        trust = Image.Trust.MARK_LOST;
        settled.clear();
    }

    /** The process ended on a running machine: what was settled in it stays so. */
    void sameBoot() {
        if (!settled.isEmpty()) {
            trust = Image.Trust.SAME_BOOT;
        }
        settled.clear();
    }

    /** The machine went too, or this is a copy: nothing is known of the last run. */
    void trust(Image.Trust newTrust) {
        trust = newTrust;
        settled.clear();
    }

    private Map<Origin, Long> sizes() {
        Map<Origin, Long> sizes = new HashMap<>();
        contents.origins().forEach(origin -> sizes.put(origin, size(origin)));
        return sizes;
    }

    // --- what a ledger sees

    @Override
    public void settled(LineId line) {
        settled.add(line);
    }

    @Override
    public void doubted(LineId line) {
        settled.remove(line);
        trust = trust == Image.Trust.MARK_LOST ? trust : Image.Trust.UNKNOWN;
    }

    @Override
    public Image load() {
        // A commit whose answer was lost is here all the same, and from now on it is the least that must be here.
        sizes().forEach((origin, size) -> mark.merge(origin, size, Math::max));
        return bug.trustsAnyDisk()
                ? new Image(contents.lines(Image.Trust.CLEAN), Map.of())
                : new Image(contents.lines(trust), Map.copyOf(mark));
    }

    @Override
    public void commit(Transaction transaction) {
        if (broken.isPresent()) {
            throw broken.get();
        }
        commits++;
        if (commits == brokenAt) {
            next = brokenHow;
        }
        if (bug.commitsLate()) {
            durable = sizes();
            durablePlace = journal.size();
        }
        switch (next) {
            case FULL -> throw new Full("no room in the simulated disk");
            case BROKEN_BEFORE -> throw breaks(new IllegalStateException("EIO"));
            case WORKS, BROKEN_AFTER -> store(transaction);
        }
        if (next == Next.BROKEN_AFTER) {
            throw breaks(new IllegalStateException("EIO"));
        }
        for (Transaction.Write write : transaction.writes()) {
            if (write instanceof Transaction.Append append) {
                mark.merge(append.log().origin(), append.log().size(), Math::max);
            }
        }
    }

    private void store(Transaction transaction) {
        try {
            contents.apply(transaction);
            journal.add(transaction);
        } catch (IllegalArgumentException contradicts) {
            contradiction = Optional.of(String.valueOf(contradicts.getMessage()));
            contents = replayed();
            throw breaks(contradicts);
        }
    }

    /** After this every commit fails until the process ends. */
    private Broken breaks(RuntimeException cause) {
        Broken failure = new Broken("the simulated disk failed: " + cause.getMessage(), cause);
        broken = Optional.of(failure);
        return failure;
    }

    @Override
    public List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        return contents.entries(origin, from, atMost, bytesAtMost);
    }

    @Override
    public Optional<Bytes> head(Origin origin, long size) {
        return contents.head(origin, size);
    }

    @Override
    public Optional<Long> lastingSize(Origin origin, long from, long until) {
        return contents.lastingSize(origin, from, until);
    }

    @Override
    public Optional<Long> headSize(Origin origin, long from, long until) {
        return contents.headSize(origin, from, until);
    }

    @Override
    public boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        return contents.hasReceipt(origin, member, size, time);
    }

    @Override
    public List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost) {
        return contents.receipts(origin, member, after, Receipt.Place.END).stream()
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        return contents.lastReceipt(origin, member, until);
    }

    @Override
    public Receipt.Tally tally(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        return Receipt.Tally.of(
                contents.receipts(origin, member, after, until).stream().map(Receipt::place));
    }

    @Override
    public Hash subtree(Origin origin, int level, long index) {
        return contents.subtree(origin, level, index);
    }

    @Override
    public Optional<Equivocation> evidence(Origin origin) {
        return contents.evidence().stream()
                .filter(proof -> proof.origin().equals(origin))
                .findFirst();
    }

    @Override
    public List<Parked> parked() {
        return contents.parked();
    }

    @Override
    public Optional<Frame.Batch> parked(Origin origin, long first) {
        return contents.parked(origin, first);
    }

    // --- what only the simulator sees

    List<Equivocation> evidence() {
        return contents.evidence();
    }

    int ownKeySets(LineId line) {
        return contents.ownKeySets(line);
    }

    /** How many key sets of a member are known. */
    int keySets(LineId line, PartyName party) {
        return contents.keySets(line, party);
    }

    long size(Origin origin) {
        return contents.size(origin);
    }

    List<Origin> origins() {
        return contents.origins();
    }

    /** The logs of which anything is here: a receipt may come before its log. */
    List<Origin> named() {
        return contents.named();
    }

    Optional<LogImage> image(Origin origin) {
        return contents.image(origin);
    }

    Hash leaf(Origin origin, long index) {
        return contents.leaves(origin).get((int) index);
    }

    List<Receipt> allReceipts(Origin origin, PartyName member) {
        return List.copyOf(contents.receipts(origin, member, Receipt.Place.START, Receipt.Place.END));
    }
}
