package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;

/** What two nodes promised to those who said something: each record by its name and the hash of its leaf. */
final class Promises {
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> receipted = new ConcurrentHashMap<>();
    private final Map<Refused.Reason, AtomicLong> refused = new ConcurrentHashMap<>();

    /** Everything that was ever seen in any of the logs, promised or not. */
    private final Map<String, String> seen = new TreeMap<>();

    /** Durable at the one who said it. */
    void acknowledged(String record, String leaf) {
        assertThat(acknowledged.put(record, leaf))
                .as("a second record called " + record)
                .isNull();
    }

    /** Durable at the other one too. */
    void receipted(String record, String leaf) {
        receipted.put(record, leaf);
    }

    void refused(Refused.Reason why) {
        refused.computeIfAbsent(why, reason -> new AtomicLong()).incrementAndGet();
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int receipted() {
        return receipted.size();
    }

    long refusedForLackOfRoom() {
        AtomicLong count = refused.get(Refused.Reason.FULL);
        return count == null ? 0 : count.get();
    }

    /** What was promised until now. */
    Promises untilNow() {
        Promises until = new Promises();
        until.acknowledged.putAll(acknowledged);
        until.receipted.putAll(receipted);
        return until;
    }

    /** What this party holds must have what it acknowledged itself, and what the other has a receipt for. */
    void keptBy(PartyName holder, Map<String, String> records) {
        assertThat(records)
                .as("what %s acknowledged is in its log", holder)
                .containsAllEntriesOf(of(acknowledged, holder, true));
        assertThat(records)
                .as("what %s gave a receipt for is in its copy", holder)
                .containsAllEntriesOf(of(receipted, holder, false));
    }

    /** Both must hold all that was ever acknowledged. */
    void keptByBoth(Map<String, String> records) {
        assertThat(records).as("all that was acknowledged").containsAllEntriesOf(acknowledged);
    }

    /** No place in a log ever holds another record than before. */
    synchronized void saw(String where, Map<String, String> records) {
        records.forEach((record, leaf) -> {
            String before = seen.putIfAbsent(record, leaf);
            assertThat(before == null || before.equals(leaf))
                    .as("%s: two different entries are called %s", where, record)
                    .isTrue();
        });
    }

    private static Map<String, String> of(Map<String, String> all, PartyName party, boolean itself) {
        Map<String, String> some = new TreeMap<>();
        all.forEach((record, leaf) -> {
            if (record.matches(party.name() + "[.-].*") == itself) {
                some.put(record, leaf);
            }
        });
        return some;
    }
}
