package org.parley.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.picture.Fold;
import org.parley.picture.Held;
import org.parley.picture.Picture;

/** The picture of one node: it begins with what is on the disk, and folds what the ledger tells as it comes. */
final class Desk {
    /** Whose receipts over which log. */
    private record Of(Origin origin, PartyName member) {}

    private final World world;
    private final Node node;
    private final Map<Origin, Long> taken = new HashMap<>();

    /** What the ledger told since the fold began: it is on the disk only with the next commit. */
    private final Map<Of, NavigableSet<Receipt.Place>> told = new HashMap<>();

    private Fold fold;
    private Picture screen;

    Desk(World world, Node node) {
        this.world = world;
        this.node = node;
        this.fold = new Fold(world.line(), Set.of());
        this.screen = fold.picture();
    }

    /** The process begins. */
    void begin() {
        told.clear();
        foldAnew();
    }

    /**
     * All is folded: at the start, where a body was erased, and where keys changed, which may make records void. Receipts first:
     * so each record is looked at once.
     */
    void foldAnew() {
        taken.clear();
        fold = world.emptyFold();
        receipts().forEach((of, places) -> places.forEach(place -> take(fold, of, place)));
        node.disk.origins().forEach(this::appended);
    }

    /** Entries are durable here that were not: those of a log that counts to its end, or to where a revocation ended it. */
    void appended(Origin origin) {
        long from = taken.getOrDefault(origin, 0L);
        long until = counting(node.disk, origin);
        if (from < until) {
            records(origin, from, until, Set.of()).forEach(this::take);
            taken.put(origin, until);
        }
    }

    private void take(Held record) {
        if (!world.bug().forgets(record, fold)) {
            fold.take(record);
        }
    }

    void receipted(Effect.Receipted receipt) {
        Of of = new Of(receipt.origin(), receipt.member());
        Receipt.Place place = new Receipt.Place(receipt.size(), receipt.time());
        told.computeIfAbsent(of, each -> new TreeSet<>()).add(place);
        take(fold, of, place);
    }

    private static void take(Fold fold, Of of, Receipt.Place place) {
        fold.stored(of.origin(), of.member(), place.size(), 1_000 * place.time());
    }

    Picture picture() {
        return fold.picture();
    }

    /** What the officer looks at, who does not look all the time. */
    Picture screen(boolean looks) {
        if (looks) {
            screen = picture();
        }
        return screen;
    }

    /**
     * What the disk, and the receipts that are to be written there, give from nothing in another order: receipts first, the logs
     * from the last to the first.
     *
     * @param erased of these no body counts
     */
    Picture fromNothing(Set<Hash> erased) {
        Fold anew = world.emptyFold();
        receipts().forEach((of, places) -> places.forEach(place -> take(anew, of, place)));
        for (Origin origin : node.disk.origins().reversed()) {
            records(origin, 0, counting(node.disk, origin), erased).forEach(anew::take);
        }
        return anew.picture();
    }

    /** The records at some places of a log. */
    List<Held> records(Origin origin, long from, long until, Set<Hash> erased) {
        List<Disk.StoredEntry> stored = node.disk.entries(origin, from, (int) (until - from), Long.MAX_VALUE);
        List<Held> records = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Hash leaf = node.disk.leaf(origin, from + i);
            world.records()
                    .read(origin, from + i, leaf, stored.get(i))
                    .map(held -> erased.contains(leaf) ? Held.of(held.envelope(), leaf, Optional.empty()) : held)
                    .ifPresent(records::add);
        }
        return records;
    }

    /** How many entries of a log count. */
    static long counting(MemoryDisk disk, Origin origin) {
        long end = disk.image(origin).flatMap(LogImage::voidFrom).orElse(Long.MAX_VALUE);
        return Math.min(end, disk.size(origin));
    }

    /** Those on the disk, and those that will be. */
    private Map<Of, NavigableSet<Receipt.Place>> receipts() {
        Map<Of, NavigableSet<Receipt.Place>> all = new HashMap<>();
        for (Origin origin : node.disk.named()) {
            for (PartyName member : world.parties()) {
                NavigableSet<Receipt.Place> places = new TreeSet<>();
                node.disk.allReceipts(origin, member).forEach(receipt -> places.add(receipt.place()));
                all.put(new Of(origin, member), places);
            }
        }
        told.forEach(
                (of, places) -> all.computeIfAbsent(of, each -> new TreeSet<>()).addAll(places));
        return all;
    }
}
