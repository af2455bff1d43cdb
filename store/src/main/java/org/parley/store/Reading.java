package org.parley.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.line.Receipt;

/** What is stored of logs, read over a few connections of its own: who waits for one keeps nobody else waiting. */
public final class Reading implements Holdings, AutoCloseable {
    private final Readers readers;
    private final Supplier<Map<Origin, Long>> numbers;

    /** @param numbers of the logs that are committed */
    Reading(Readers readers, Supplier<Map<Origin, Long>> numbers) {
        this.readers = readers;
        this.numbers = numbers;
    }

    <T> T ask(Function<Reader, T> question) {
        try {
            return readers.ask(question);
        } catch (SqlFailed e) {
            throw SqliteDisk.readFailure(e);
        }
    }

    private <T> T ofLog(Origin origin, T none, BiFunction<Reader, Long, T> question) {
        return Optional.ofNullable(numbers.get().get(origin))
                .map(log -> ask(reader -> question.apply(reader, log)))
                .orElse(none);
    }

    @Override
    public List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        return ofLog(origin, List.of(), (reader, log) -> reader.entries(log, from, atMost, bytesAtMost));
    }

    @Override
    public Optional<Bytes> head(Origin origin, long size) {
        return ofLog(origin, Optional.empty(), (reader, log) -> reader.head(log, size));
    }

    @Override
    public Optional<Long> lastingSize(Origin origin, long from, long until) {
        return ofLog(origin, Optional.empty(), (reader, log) -> reader.lastingSize(log, from, until));
    }

    @Override
    public Optional<Long> headSize(Origin origin, long from, long until) {
        return ofLog(origin, Optional.empty(), (reader, log) -> reader.headSize(log, from, until));
    }

    @Override
    public boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        return ofLog(origin, false, (reader, log) -> reader.hasReceipt(log, member.name(), size, time));
    }

    @Override
    public List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost) {
        return ofLog(origin, List.of(), (reader, log) -> reader.receipts(log, member.name(), after, atMost));
    }

    @Override
    public Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        return ofLog(origin, Optional.empty(), (reader, log) -> reader.lastReceipt(log, member.name(), until));
    }

    @Override
    public Receipt.Tally tally(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        return ofLog(origin, Receipt.Tally.NONE, (reader, log) -> reader.tally(log, member.name(), after, until));
    }

    @Override
    public Hash subtree(Origin origin, int level, long index) {
        Supplier<IllegalArgumentException> missing =
                () -> new IllegalArgumentException(origin + " has no full subtree " + index + " of level " + level);
        return ofLog(origin, Optional.<byte[]>empty(), (reader, log) -> reader.subtree(log, level, index))
                .map(Hash::of)
                .orElseThrow(missing);
    }

    /** Where the level is one of tiles, all of them by one question. */
    @Override
    public List<Hash> subtrees(Origin origin, int level, long from, int count) {
        if (level % Tree.STEP != 0) {
            return Holdings.super.subtrees(origin, level, from, count);
        }
        List<byte[]> hashes = ofLog(
                origin,
                List.of(),
                (reader, log) -> level == 0
                        ? reader.leaves(log, from, from + count)
                        : reader.nodes(log, level, from, from + count));
        if (hashes.size() != count) {
            throw new IllegalArgumentException(
                    origin + " has not " + count + " full subtrees of level " + level + " from " + from + " on");
        }
        return hashes.stream().map(Hash::of).toList();
    }

    @Override
    public Optional<Equivocation> evidence(Origin origin) {
        return ask(reader -> reader.evidence(origin));
    }

    @Override
    public List<Disk.Parked> parked() {
        return ask(Reader::parkedSizes);
    }

    @Override
    public Optional<Frame.Batch> parked(Origin origin, long first) {
        return ofLog(origin, Optional.empty(), (reader, log) -> reader.parked(log, first));
    }

    /** To be called before the disk is closed. */
    @Override
    public void close() {
        readers.close();
    }
}
