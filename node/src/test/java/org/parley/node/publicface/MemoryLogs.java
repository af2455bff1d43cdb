package org.parley.node.publicface;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignedNote;

/** Logs in memory that a test makes longer while others read; every entry has a body. */
final class MemoryLogs implements Disk {
    static final String SECRET = "never to be served";

    private static final class Log {
        final List<Bytes> entries = new ArrayList<>();
        final Map<Integer, List<Hash>> subtrees = new HashMap<>();
        final TreeMap<Long, Bytes> heads = new TreeMap<>();
        final Map<PartyName, List<Receipt>> receipts = new TreeMap<>();
        Frontier frontier = Frontier.empty();
    }

    private final Map<Origin, Log> logs = new HashMap<>();

    private Log log(Origin origin) {
        return logs.computeIfAbsent(origin, of -> new Log());
    }

    /** An entry more, and its head. */
    synchronized void grow(Origin origin, NoteSigner signer) {
        add(origin, entry(log(origin).entries.size()));
        sign(origin, signer);
    }

    /** Entries differ in length, and bundles in the thousands. */
    static byte[] entry(long index) {
        return ("{\"no\":" + (index + 1) + ",\"x\":\"" + "x".repeat((int) (index * 7 % 61)) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    synchronized void add(Origin origin, byte[] entry) {
        Log log = log(origin);
        log.entries.add(Bytes.of(entry));
        Hash hash = Merkle.leafHash(entry);
        log.frontier = log.frontier.append(List.of(hash));
        for (int level = 0; ; level++) {
            List<Hash> row = log.subtrees.computeIfAbsent(level, of -> new ArrayList<>());
            row.add(hash);
            if (row.size() % 2 == 1) {
                return;
            }
            hash = Merkle.nodeHash(row.get(row.size() - 2), hash);
        }
    }

    synchronized SignedNote sign(Origin origin, NoteSigner signer) {
        SignedNote note = SignedNote.sign(checkpoint(origin).text(), List.of(signer));
        log(origin).heads.put((long) log(origin).entries.size(), Bytes.of(note.bytes()));
        return note;
    }

    /** The newest head gets a second signature. */
    synchronized void last(Origin origin, NoteSigner second) {
        Checkpoint head = checkpoint(origin);
        log(origin)
                .heads
                .computeIfPresent(
                        head.size(),
                        (size, note) -> Bytes.of(SignedNote.parse(note.array())
                                .with(Cosignature.sign(second, head, 0))
                                .bytes()));
    }

    synchronized Checkpoint checkpoint(Origin origin) {
        Log log = log(origin);
        return new Checkpoint(origin.toString(), log.entries.size(), log.frontier.root());
    }

    /** A receipt over the log as it is. */
    synchronized Receipt receipt(Origin origin, Party member, long time, int serial) {
        Checkpoint head = checkpoint(origin);
        byte[] signature = member.cosigner(serial).sign(Cosignature.ed25519Message(head, time));
        var receipt = new Receipt(head.size(), head.root(), time, Bytes.of(signature));
        List<Receipt> all = log(origin).receipts.computeIfAbsent(member.name(), of -> new ArrayList<>());
        all.add(receipt);
        all.sort(Comparator.comparingLong(Receipt::size).thenComparingLong(Receipt::time));
        return receipt;
    }

    @Override
    public synchronized List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        List<Bytes> all = log(origin).entries;
        var seed = Bytes.of(ByteBuffer.allocate(32).putLong(from).array());
        var body = new Frame.SealedBody(seed, Bytes.ofText("{\"what\":\"" + SECRET + "\"}"));
        int few = Math.min(atMost, 100);
        return all.subList((int) from, (int) Math.min(all.size(), from + few)).stream()
                .map(entry -> new StoredEntry(entry, Optional.of(body)))
                .toList();
    }

    @Override
    public synchronized Optional<Bytes> head(Origin origin, long size) {
        return Optional.ofNullable(log(origin).heads.get(size));
    }

    @Override
    public synchronized Optional<Long> lastingSize(Origin origin, long from, long until) {
        return log(origin).heads.headMap(until, true).descendingMap().entrySet().stream()
                .filter(head -> head.getKey() > from && Disk.isLasting(head.getValue()))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    @Override
    public synchronized Optional<Long> headSize(Origin origin, long from, long until) {
        return Optional.ofNullable(log(origin).heads.floorKey(until)).filter(size -> size > from);
    }

    @Override
    public synchronized List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost) {
        return log(origin).receipts.getOrDefault(member, List.of()).stream()
                .filter(receipt -> receipt.place().compareTo(after) > 0)
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        return log(origin).receipts.getOrDefault(member, List.of()).reversed().stream()
                .filter(receipt -> receipt.place().compareTo(until) <= 0)
                .findFirst();
    }

    @Override
    public Receipt.Tally tally(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        throw new UnsupportedOperationException("the public face does not ask that");
    }

    @Override
    public synchronized Hash subtree(Origin origin, int level, long index) {
        return log(origin).subtrees.getOrDefault(level, List.of()).get((int) index);
    }

    @Override
    public boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        throw new UnsupportedOperationException("the public face does not ask that");
    }

    @Override
    public Image load() {
        throw new UnsupportedOperationException("the public face does not begin anything");
    }

    @Override
    public void commit(Transaction transaction) {
        throw new UnsupportedOperationException("the public face writes nothing");
    }

    @Override
    public void doubted(LineId line) {
        throw new UnsupportedOperationException("the public face doubts nothing");
    }

    @Override
    public void settled(LineId line) {
        throw new UnsupportedOperationException("the public face settles nothing");
    }

    @Override
    public Optional<Equivocation> evidence(Origin origin) {
        return Optional.empty();
    }

    @Override
    public List<Parked> parked() {
        throw new UnsupportedOperationException("the public face does not ask that");
    }

    @Override
    public Optional<Frame.Batch> parked(Origin origin, long first) {
        throw new UnsupportedOperationException("the public face does not ask that");
    }
}
