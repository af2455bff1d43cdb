package org.parley.cli.verify.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.Frame;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.TilePath;

/** What a bundle holds of one log; frames may come in any order, and again. */
final class BundleLog implements Source.Log {
    private static final long WIDEST_GAP = 1_000_000;
    private static final long LARGEST = 1L << 40;

    private final LogName name;
    private final Findings findings;
    private final TreeMap<Long, Stored.Entry> entries = new TreeMap<>();
    private final TreeMap<Long, SequencedSet<Blob>> heads = new TreeMap<>();
    private final TreeMap<String, SequencedSet<Frame.Receipt>> receipts = new TreeMap<>();
    private long size;

    BundleLog(LogName name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    void add(Frame.Batch batch, String place) {
        long end = batch.first() + batch.entries().size();
        Checkpoint head = Checkpoint.of(Note.parse(batch.head()).text());
        if (head.size() != end) {
            findings.problem(
                    name.origin(),
                    Part.HEADS,
                    end,
                    place,
                    "the batch does not end at its head",
                    "" + end,
                    "" + head.size());
        }
        add(head.size(), batch.head());
        if (batch.first() > LARGEST) {
            findings.problem(name.origin(), Part.ENTRIES, end, place, "a batch behind any log's end");
            return;
        }
        for (int i = 0; i < batch.entries().size(); i++) {
            Optional<Frame.Sealed> sealed = batch.bodies().get(i);
            add(new Stored.Entry(
                    batch.first() + i,
                    batch.entries().get(i),
                    sealed.map(Frame.Sealed::seed),
                    sealed.map(Frame.Sealed::body)));
        }
    }

    private void add(Stored.Entry entry) {
        Optional<Stored.Entry> before = Optional.ofNullable(entries.get(entry.index()));
        if (before.isPresent() && !before.get().entry().equals(entry.entry())) {
            findings.problem(
                    name.origin(),
                    Part.ENTRIES,
                    entry.index(),
                    name.record(entry.index()),
                    "stands there twice, differently");
        } else if (before.isEmpty() || before.get().body().isEmpty()) {
            entries.put(entry.index(), entry);
        }
    }

    void add(long of, Blob note) {
        heads.computeIfAbsent(of, _ -> new LinkedHashSet<>()).add(note);
    }

    void add(Frame.Receipts more) {
        receipts.computeIfAbsent(more.member(), _ -> new LinkedHashSet<>()).addAll(more.receipts());
    }

    /** After the last frame. */
    void order() {
        long whole = entries.isEmpty() ? 0 : entries.lastKey() + 1;
        if (whole - entries.size() > WIDEST_GAP) {
            findings.problem(
                    name.origin(),
                    Part.ENTRIES,
                    whole - 1,
                    name.record(whole - 1),
                    "stands far behind the other entries");
            entries.tailMap(entries.size() + WIDEST_GAP).clear();
            whole = entries.isEmpty() ? 0 : entries.lastKey() + 1;
        }
        size = whole;
    }

    @Override
    public LogName name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long[] sizes() {
        LongStream ofReceipts =
                receipts.values().stream().flatMap(SequencedSet::stream).mapToLong(Frame.Receipt::size);
        return LongStream.concat(heads.keySet().stream().mapToLong(Long::longValue), ofReceipts)
                .distinct()
                .toArray();
    }

    @Override
    public void tiles(Consumer<Callable<Stored.Tile>> sink) {
        for (long number = 0; number * TilePath.WIDTH < size; number++) {
            Stored.Tile tile = tile(number);
            sink.accept(() -> tile);
        }
    }

    @Override
    public Stored.Tile tile(long number) {
        long first = number * TilePath.WIDTH;
        return new Stored.Tile(
                List.copyOf(entries.subMap(first, first + TilePath.WIDTH).values()), List.of(), List.of());
    }

    @Override
    public void subtrees(int level, Source.Subtrees sink) {
        // A bundle has none.
    }

    @Override
    public void heads(Consumer<Stored.Head> sink) {
        heads.forEach(
                (of, notes) -> notes.forEach(note -> sink.accept(new Stored.Head("head of size " + of, of, note))));
    }

    @Override
    public void receipts(Consumer<Stored.Receipt> sink) {
        for (Map.Entry<String, SequencedSet<Frame.Receipt>> member : receipts.entrySet()) {
            List<Frame.Receipt> ordered = new ArrayList<>(member.getValue());
            ordered.sort(Comparator.comparingLong(Frame.Receipt::size).thenComparingLong(Frame.Receipt::time));
            String key = "parley/" + name.line() + "/" + member.getKey() + "/cosigner";
            for (int i = 0; i < ordered.size(); i++) {
                sink.accept(new Stored.Receipt(member.getKey(), i, key, Optional.empty(), ordered.get(i)));
            }
        }
    }

    @Override
    public Optional<Stored.Claim> claim() {
        return Optional.empty();
    }
}
