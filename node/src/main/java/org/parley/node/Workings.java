package org.parley.node;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Effect;

/** What a node counts of its own work since it was started. */
public final class Workings {
    private static final double NANOS = 1e9;

    private final Histogram commits =
            new Histogram(List.of(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0));
    private final Histogram batches = new Histogram(List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 250.0));
    private final Map<Refused.Reason, LongAdder> refused = new EnumMap<>(Refused.Reason.class);
    private final Map<PartyName, Long> offsets = new ConcurrentSkipListMap<>();

    Workings() {
        for (Refused.Reason reason : Refused.Reason.values()) {
            refused.put(reason, new LongAdder());
        }
    }

    void committed(long nanos) {
        commits.add(nanos / NANOS);
    }

    void said(int records) {
        if (records > 0) {
            batches.add(records);
        }
    }

    void refused(Refused.Reason reason) {
        Optional.ofNullable(refused.get(reason)).ifPresent(LongAdder::increment);
    }

    void take(Effect effect) {
        switch (effect) {
            case Effect.RefusedRequest refusal -> refused(refusal.reason());
            case Effect.ClockOffset offset -> offsets.put(offset.party(), offset.offset());
            default -> {}
        }
    }

    /** How long transactions took until they were durable, in seconds: writing and the fsync. */
    public Histogram commits() {
        return commits;
    }

    /** How many records that were said here became durable together. */
    public Histogram batches() {
        return batches;
    }

    /** How many requests the ledger refused, by why. */
    public Map<Refused.Reason, Long> refused() {
        Map<Refused.Reason, Long> all = new EnumMap<>(Refused.Reason.class);
        refused.forEach((reason, count) -> all.put(reason, count.sum()));
        return all;
    }

    /** By how much the clock of a member was ahead of ours when it was last asked, in milliseconds. */
    public Map<PartyName, Long> offsets() {
        return new TreeMap<>(offsets);
    }
}
