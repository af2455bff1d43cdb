package org.parley.node.pictures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Effect;
import org.parley.node.Standing;
import org.parley.picture.AtRest;
import org.parley.picture.Fold;
import org.parley.picture.Held;

/** One line's fold, and how far it has come in each log. One thread uses it. */
final class LineFold {
    /** So many records of a log are folded together at the most: the next picture does not wait for all that came meanwhile. */
    private static final int AT_ONCE = 20_000;

    private final Standing.Line line;
    private final Records records;
    private final Fold fold;
    private final Map<Origin, Long> sizes = new HashMap<>();

    /** What was told of the logs that got longer, in order: what is not told here is read from the disk. */
    private final Map<Origin, List<Effect.Appended>> longer = new HashMap<>();

    private final List<Change.Receipt> receipts = new ArrayList<>();

    /** What is awake of what was taken before this node was started; nothing any more when it was folded. */
    private final List<Held> awake = new ArrayList<>();

    private LinePicture published;

    LineFold(Standing.Line line, Records records) {
        this(line, records, Optional.empty());
    }

    /** @param atRest what is at rest since an earlier run */
    LineFold(Standing.Line line, Records records, Optional<AtRest> atRest) {
        this.line = line;
        this.records = records;
        SortedSet<PartyName> members = new TreeSet<>(line.members().keySet());
        fold = atRest.map(rest -> new Fold(line.line(), members, records, new AllCores(), rest))
                .orElseGet(() -> new Fold(line.line(), members, records, new AllCores()));
        atRest.ifPresent(rest -> rest.taken().forEach((log, taken) -> {
            records.awake(log, rest, awake::add);
            sizes.put(log, taken.size());
        }));
        published = new LinePicture(line.line(), line.me(), members, fold.picture(), Map.of(), 0);
    }

    /** A picture of the members that it was begun with: with others it must begin anew. */
    boolean isOf(Standing.Line other) {
        return line.members().keySet().equals(other.members().keySet());
    }

    /** A log may have got longer. */
    void grows(Origin origin) {
        longer.computeIfAbsent(origin, log -> new ArrayList<>());
    }

    /** A log got longer by this. */
    void grows(Effect.Appended appended) {
        longer.computeIfAbsent(appended.origin(), log -> new ArrayList<>()).add(appended);
    }

    void takes(Change.Receipt receipt) {
        receipts.add(receipt);
    }

    /** All receipts of the members over a log that are stored. */
    void readReceipts(Origin origin) {
        receipts(origin, this::takes);
    }

    private void receipts(Origin origin, Consumer<Change.Receipt> sink) {
        for (PartyName member : line.members().keySet()) {
            records.receipts(
                    origin,
                    member,
                    receipt -> sink.accept(new Change.Receipt(origin, member, receipt.size(), receipt.time() * 1_000)));
        }
    }

    /** Folds all that is stored of some logs as it is read; who is told of the next change is not told of it. */
    void foldStored(Collection<Origin> logs) {
        awake.forEach(fold::take);
        awake.clear();
        for (Origin log : logs) {
            long until = records.counting(log);
            records.give(log, sizes.getOrDefault(log, 0L), until, fold::take);
            sizes.put(log, until);
            receipts(log, this::fold);
        }
    }

    private void fold(Change.Receipt receipt) {
        fold.stored(receipt.log(), receipt.by(), receipt.size(), receipt.time());
    }

    /** Folds what has come, of many records the first of each log, and makes the next picture. */
    Change foldOn() {
        List<Held> came = new ArrayList<>(awake);
        awake.clear();
        Map<Origin, List<Effect.Appended>> grown = Map.copyOf(longer);
        longer.clear();
        grown.forEach((origin, told) -> {
            long from = sizes.getOrDefault(origin, 0L);
            long all = Math.max(from, records.counting(origin));
            long until = Math.min(all, from + AT_ONCE);
            records.give(origin, told(told, from, until, came::add), until, came::add);
            sizes.put(origin, until);
            if (until < all) {
                grows(origin);
            }
        });
        came.forEach(fold::take);
        List<Change.Receipt> given = List.copyOf(receipts);
        receipts.clear();
        given.forEach(this::fold);
        LinePicture before = published;
        published = new LinePicture(
                line.line(), line.me(), before.members(), fold.picture(), Map.copyOf(sizes), before.version() + 1);
        return new Change(before, published, came, given);
    }

    /** Whether there is more to be folded. */
    boolean isBehind() {
        return !longer.isEmpty();
    }

    /**
     * Lets rest what is over and done, and of which nothing was said at an instant or later; the picture says the same. It looks
     * at so many subjects, and answers whether these were the last.
     */
    boolean rest(long before, int atMost) {
        boolean all = fold.rest(before, atMost);
        published = published.withPicture(fold.picture());
        return all;
    }

    /** The newest picture. */
    LinePicture published() {
        return published;
    }

    /** What is at rest, to begin with at the next start. */
    AtRest atRest() {
        return fold.atRest();
    }

    /** How many records that is. */
    long resting() {
        return fold.resting();
    }

    Standing.Line line() {
        return line;
    }

    /** Gives the records from an index until another that were told without a gap; the index of the first that was not. */
    private static long told(List<Effect.Appended> told, long from, long until, Consumer<Held> sink) {
        long next = from;
        for (Effect.Appended appended : told) {
            long end = Math.min(until, appended.first() + appended.entries().size());
            if (appended.first() <= next) {
                for (; next < end; next++) {
                    int at = (int) (next - appended.first());
                    Records.held(new Disk.StoredEntry(
                                    appended.entries().get(at),
                                    appended.bodies().get(at)))
                            .ifPresent(sink);
                }
            }
        }
        return next;
    }
}
