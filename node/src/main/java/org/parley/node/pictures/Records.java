package org.parley.node.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.merkle.Merkle;
import org.parley.node.Node;
import org.parley.picture.Archive;
import org.parley.picture.AtRest;
import org.parley.picture.Held;

/** The records that a node holds, read from its disk. */
public final class Records implements Archive {
    private static final int PAGE = 256;
    private static final long PAGE_BYTES = 1 << 20;
    private static final int RECEIPTS = 1_024;
    private static final int MANY = 64;

    private final Node node;

    public Records(Node node) {
        this.node = node;
    }

    /** How many entries of a log count: what its writer has revoked does not. */
    long counting(Origin origin) {
        return node.standing().counting(origin);
    }

    /** Gives the records of a log from an index until another; what is no record is left out. */
    public void give(Origin origin, long from, long until, Consumer<Held> sink) {
        read(origin, from, until, entries -> held(entries).forEach(sink));
    }

    /** Gives them as if their bodies were erased, so that nobody waits until those are read. */
    public void giveWithoutBodies(Origin origin, long from, long until, Consumer<Held> sink) {
        read(
                origin,
                from,
                until,
                entries -> entries.stream()
                        .map(stored -> held(new Disk.StoredEntry(stored.entry(), Optional.empty())))
                        .flatMap(Optional::stream)
                        .forEach(sink));
    }

    private void read(Origin origin, long from, long until, Consumer<List<Disk.StoredEntry>> page) {
        long next = from;
        while (next < until) {
            List<Disk.StoredEntry> entries =
                    node.disk().entries(origin, next, (int) Math.min(PAGE, until - next), PAGE_BYTES);
            page.accept(entries);
            next = entries.isEmpty() ? until : next + entries.size();
        }
    }

    /** Gives the records of a log that were taken and are not at rest. */
    void awake(Origin origin, AtRest atRest, Consumer<Held> sink) {
        long size = Optional.ofNullable(atRest.taken().get(origin))
                .map(AtRest.Taken::size)
                .orElse(0L);
        long next = atRest.awake(origin, 0);
        while (next < size) {
            List<Disk.StoredEntry> entries =
                    node.disk().entries(origin, next, (int) Math.min(PAGE, size - next), PAGE_BYTES);
            List<Disk.StoredEntry> awake = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                if (!atRest.holds(origin, next + i)) {
                    awake.add(entries.get(i));
                }
            }
            held(awake).forEach(sink);
            next = entries.isEmpty() ? size : atRest.awake(origin, next + entries.size());
        }
    }

    /** The hash of the entry of a log with this index, if it is here. */
    Optional<Hash> leaf(Origin origin, long index) {
        return node.disk().entries(origin, index, 1, 1).stream()
                .findFirst()
                .map(entry -> Merkle.leafHash(entry.entry().array()));
    }

    @Override
    public Held record(Origin origin, long index) {
        return at(origin, index)
                .orElseThrow(
                        () -> new IllegalStateException("no record " + origin.recordName(index) + " is here any more"));
    }

    /** Gives all receipts of a member over a log that are stored, in their order. */
    void receipts(Origin origin, PartyName member, Consumer<Receipt> sink) {
        List<Receipt> page = node.disk().receipts(origin, member, Receipt.Place.START, RECEIPTS);
        while (!page.isEmpty()) {
            page.forEach(sink);
            page = node.disk().receipts(origin, member, page.getLast().place(), RECEIPTS);
        }
    }

    /** The record of this name on a line, if it is here. */
    public Optional<Held> named(LineId line, String name) {
        for (Origin origin : node.standing().logs(line)) {
            OptionalLong index = origin.indexOf(name);
            if (index.isPresent()) {
                return at(origin, index.getAsLong());
            }
        }
        return Optional.empty();
    }

    private Optional<Held> at(Origin origin, long index) {
        return node.disk().entries(origin, index, 1, 1).stream().findFirst().flatMap(Records::held);
    }

    /**
     * Since when the machine of a member holds a record, by its own clock, in milliseconds since 1970: the first of its
     * receipts that covers it says so; empty where none does.
     */
    @Override
    public OptionalLong since(PartyName member, Held record) {
        Origin origin = record.envelope().origin();
        long index = record.envelope().no() - 1;
        Optional<Long> seconds = node.disk().receipts(origin, member, Receipt.Place.endOf(index), 1).stream()
                .findFirst()
                .map(Receipt::time)
                // A receipt is stored with the next commit; until then it is known all the same.
                .or(() -> node.standing()
                        .held(origin, member)
                        .filter(last -> last.size() > index)
                        .map(last -> last.time()));
        return seconds.map(time -> OptionalLong.of(time * 1_000)).orElseGet(OptionalLong::empty);
    }

    /** Those that are records, in their order; of many, both of two cores read some. */
    private static List<Held> held(List<Disk.StoredEntry> entries) {
        Stream<Disk.StoredEntry> each = entries.size() < MANY ? entries.stream() : entries.parallelStream();
        return each.map(Records::held).flatMap(Optional::stream).toList();
    }

    /** An entry that is no envelope is kept by the ledger all the same, and is folded by nobody. */
    static Optional<Held> held(Disk.StoredEntry stored) {
        try {
            byte[] entry = stored.entry().array();
            Envelope envelope = Envelope.parse(entry);
            return Optional.of(Held.of(envelope, Merkle.leafHash(entry), body(stored, envelope)));
        } catch (Refused invalid) {
            return Optional.empty();
        }
    }

    private static Optional<Json.Obj> body(Disk.StoredEntry stored, Envelope envelope) {
        return stored.body().flatMap(kept -> {
            try {
                return envelope.body()
                        .filter(kept.commitment()::equals)
                        .map(commitment -> kept.opened().fields());
            } catch (Refused invalid) {
                return Optional.empty();
            }
        });
    }
}
