package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** A disk in memory: the list of all transactions, and what follows from them. */
final class ShelfDisk implements Disk {
    /** What one log holds. */
    static final class Shelf {
        final List<Bytes> entries = new ArrayList<>();
        final List<Optional<Frame.SealedBody>> bodies = new ArrayList<>();
        final TreeMap<Long, Bytes> heads = new TreeMap<>();
        final Map<PartyName, List<Receipt>> receipts = new TreeMap<>();
        final TreeMap<Long, Frame.Batch> parked = new TreeMap<>();
        Optional<LogImage> image = Optional.empty();
    }

    /** What is known of the members of a line. */
    private record Members(
            PartyName me,
            Map<PartyName, Bytes> roots,
            Map<PartyName, Map<Integer, Bytes>> keySets,
            Map<PartyName, Map<Integer, Bytes>> revocations) {
        Members(PartyName me) {
            this(me, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    final List<Transaction> journal = new ArrayList<>();
    final Set<LineId> settled = new HashSet<>();

    /** How many transactions there were when a line was settled. */
    final List<Integer> settledAfter = new ArrayList<>();

    Optional<RuntimeException> fault = Optional.empty();
    Image.Trust trust = Image.Trust.UNKNOWN;
    Map<Origin, Long> mark = new HashMap<>();
    private final Map<Hash, Equivocation> evidence = new LinkedHashMap<>();
    private final Map<LineId, Members> lines = new TreeMap<>();
    private final Map<Origin, Shelf> logs = new HashMap<>();

    /** What this disk was after so many transactions, the mark too. */
    ShelfDisk copy(int transactions) {
        ShelfDisk copy = new ShelfDisk();
        for (Transaction transaction : List.copyOf(journal.subList(0, transactions))) {
            copy.commit(transaction);
        }
        return copy;
    }

    Shelf shelf(Origin origin) {
        return logs.computeIfAbsent(origin, of -> new Shelf());
    }

    long size(Origin origin) {
        return shelf(origin).entries.size();
    }

    LogImage image(Origin origin) {
        return shelf(origin).image.orElseThrow();
    }

    /** The log of a party that it writes: the one of the latest epoch. */
    Origin origin(PartyName party, Lane lane) {
        return origins().stream()
                .filter(origin -> origin.party().equals(party) && origin.lane() == lane)
                .max(Comparator.comparingInt(origin -> origin.epoch().number()))
                .orElseThrow();
    }

    List<Origin> origins() {
        return named().stream()
                .filter(origin -> shelf(origin).image.isPresent())
                .toList();
    }

    /** The logs of which anything is here: a receipt may come back before the log. */
    private List<Origin> named() {
        return logs.keySet().stream()
                .sorted(Comparator.comparing(Origin::toString))
                .toList();
    }

    @Override
    public Image load() {
        List<Image.LineImage> images = new ArrayList<>();
        lines.forEach((id, members) -> {
            List<LogImage> held = new ArrayList<>();
            List<Image.Last> lasts = new ArrayList<>();
            for (Origin origin : named()) {
                if (shelf(origin).image.isPresent()) {
                    held.add(image(origin));
                }
                shelf(origin)
                        .receipts
                        .forEach((member, all) -> lasts.add(new Image.Last(
                                origin,
                                member,
                                Receipt.Tally.of(all.stream().map(Receipt::place)),
                                all.getLast().size(),
                                all.getLast().time())));
            }
            images.add(new Image.LineImage(
                    id,
                    members.me,
                    Map.copyOf(members.roots),
                    inOrder(members.keySets),
                    inOrder(members.revocations),
                    held,
                    lasts,
                    trust));
        });
        return new Image(images, Map.copyOf(mark));
    }

    private static Map<PartyName, List<Bytes>> inOrder(Map<PartyName, Map<Integer, Bytes>> notes) {
        Map<PartyName, List<Bytes>> lists = new TreeMap<>();
        notes.forEach((party, bySerial) -> lists.put(party, List.copyOf(bySerial.values())));
        return lists;
    }

    @Override
    public void commit(Transaction transaction) {
        if (fault.isPresent()) {
            throw fault.get();
        }
        try {
            transaction.writes().forEach(this::write);
        } catch (IllegalArgumentException contradicts) {
            lines.clear();
            logs.clear();
            evidence.clear();
            journal.forEach(stored -> stored.writes().forEach(this::write));
            Broken broken = new Broken("a commit failed: " + contradicts.getMessage(), contradicts);
            fault = Optional.of(broken);
            throw broken;
        }
        journal.add(transaction);
        logs.forEach((origin, log) -> mark.merge(origin, (long) log.entries.size(), Math::max));
    }

    /** The process ended, and the next begins on this disk: what is known of the one before. */
    void restarted(boolean sameBoot) {
        fault = Optional.empty();
        if (!sameBoot) {
            trust = Image.Trust.UNKNOWN;
        } else if (!settled.isEmpty()) {
            trust = Image.Trust.SAME_BOOT;
        }
        settled.clear();
    }

    private Members members(LineId line) {
        return Optional.ofNullable(lines.get(line))
                .orElseThrow(() -> new IllegalArgumentException("there is no line " + line));
    }

    private static void refuseUnless(boolean holds, Object otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(String.valueOf(otherwise));
        }
    }

    private void write(Transaction.Write write) {
        switch (write) {
            case Transaction.NewLine line ->
                refuseUnless(lines.putIfAbsent(line.line(), new Members(line.me())) == null, line);
            case Transaction.NewMember member -> members(member.line()).roots.put(member.party(), member.rootKey());
            case Transaction.NewKeySet keys ->
                add(members(keys.line()).keySets, keys.party(), keys.serial(), keys.note());
            case Transaction.NewRevocation gone ->
                add(members(gone.line()).revocations, gone.party(), gone.serial(), gone.note());
            case Transaction.Append append -> append(append);
            case Transaction.LogChanged changed -> {
                refuseUnless(size(changed.log().origin()) == changed.log().size(), changed);
                shelf(changed.log().origin()).image = Optional.of(changed.log());
            }
            case Transaction.NewHead head -> shelf(head.origin()).heads.put(head.size(), head.note());
            case Transaction.NewReceipt receipt -> receipt(receipt);
            case Transaction.NewEvidence proof -> evidence.put(proof.id(), proof.proof());
            case Transaction.Park park ->
                shelf(park.batch().origin()).parked.put(park.batch().first(), park.batch());
            case Transaction.Unpark unpark -> shelf(unpark.origin()).parked.remove(unpark.first());
            case Transaction.Erase erase -> {
                refuseUnless(erase.index() < size(erase.origin()), erase);
                shelf(erase.origin()).bodies.set((int) erase.index(), Optional.empty());
            }
        }
    }

    private static void add(Map<PartyName, Map<Integer, Bytes>> to, PartyName party, int serial, Bytes note) {
        to.computeIfAbsent(party, of -> new TreeMap<>()).put(serial, note);
    }

    private void append(Transaction.Append append) {
        Shelf shelf = shelf(append.log().origin());
        if (append.first() != shelf.entries.size()
                || append.entries().size() != append.bodies().size()
                || append.log().size() != append.first() + append.entries().size()
                || !append.leaves()
                        .equals(append.entries().stream().map(Rfc6962::leaf).toList())) {
            throw new IllegalArgumentException("an append that does not fit the log: " + append);
        }
        shelf.entries.addAll(append.entries());
        shelf.bodies.addAll(append.bodies());
        shelf.image = Optional.of(append.log());
        if (!Rfc6962.root(shelf.entries).equals(append.log().root())) {
            throw new IllegalArgumentException("a log whose root is not that of its entries: " + append);
        }
    }

    private void receipt(Transaction.NewReceipt write) {
        Receipt receipt = write.receipt();
        if (!hasReceipt(write.origin(), write.member(), receipt.size(), receipt.time())) {
            List<Receipt> all =
                    shelf(write.origin()).receipts.computeIfAbsent(write.member(), member -> new ArrayList<>());
            all.add(receipt);
            all.sort(Comparator.comparingLong(Receipt::size).thenComparingLong(Receipt::time));
        }
    }

    @Override
    public void doubted(LineId line) {
        settled.remove(line);
        trust = trust == Image.Trust.MARK_LOST ? trust : Image.Trust.UNKNOWN;
    }

    @Override
    public void settled(LineId line) {
        settled.add(line);
        settledAfter.add(journal.size());
    }

    @Override
    public List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        Shelf shelf = shelf(origin);
        List<StoredEntry> some = new ArrayList<>();
        long bytes = 0;
        for (int i = (int) from; i < shelf.entries.size() && some.size() < atMost; i++) {
            StoredEntry entry = new StoredEntry(shelf.entries.get(i), shelf.bodies.get(i));
            bytes += entry.entry().length()
                    + entry.body()
                            .map(body -> body.seed().length() + body.body().length())
                            .orElse(0);
            if (bytes > bytesAtMost && !some.isEmpty()) {
                break;
            }
            some.add(entry);
        }
        return some;
    }

    @Override
    public Optional<Bytes> head(Origin origin, long size) {
        return Optional.ofNullable(shelf(origin).heads.get(size));
    }

    @Override
    public Optional<Long> lastingSize(Origin origin, long from, long until) {
        return shelf(origin).heads.headMap(until, true).descendingMap().entrySet().stream()
                .filter(head -> head.getKey() > from && Disk.isLasting(head.getValue()))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    @Override
    public Optional<Long> headSize(Origin origin, long from, long until) {
        return Optional.ofNullable(shelf(origin).heads.floorKey(until)).filter(size -> size > from);
    }

    @Override
    public boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        return shelf(origin).receipts.getOrDefault(member, List.of()).stream()
                .anyMatch(receipt -> receipt.size() == size && receipt.time() == time);
    }

    @Override
    public List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost) {
        return between(origin, member, after, Receipt.Place.END).limit(atMost).toList();
    }

    private Stream<Receipt> between(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        return shelf(origin).receipts.getOrDefault(member, List.of()).stream()
                .filter(receipt ->
                        receipt.place().compareTo(after) > 0 && receipt.place().compareTo(until) <= 0);
    }

    @Override
    public Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        return between(origin, member, Receipt.Place.START, until).reduce((earlier, later) -> later);
    }

    @Override
    public Receipt.Tally tally(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        return Receipt.Tally.of(between(origin, member, after, until).map(Receipt::place));
    }

    @Override
    public Hash subtree(Origin origin, int level, long index) {
        List<Bytes> entries = shelf(origin).entries;
        refuseUnless((index + 1) << level <= entries.size(), origin + " has no such subtree");
        return Rfc6962.root(entries.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    @Override
    public List<Parked> parked() {
        return logs.values().stream()
                .flatMap(shelf -> shelf.parked.values().stream())
                .map(batch -> new Parked(batch.origin(), batch.first(), FrameCodec.bytes(batch).length))
                .toList();
    }

    @Override
    public Optional<Frame.Batch> parked(Origin origin, long first) {
        return Optional.ofNullable(shelf(origin).parked.get(first));
    }

    @Override
    public Optional<Equivocation> evidence(Origin origin) {
        return evidence.values().stream()
                .filter(proof -> proof.origin().equals(origin))
                .findFirst();
    }
}
