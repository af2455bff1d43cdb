package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.merkle.Merkle;

/** Our own logs: gives records their number and time, and appends them in batches that end at a head. */
final class Writer {
    /** Logs named in one heads entry: as many as fit in an entry. */
    private static final int HEADS_IN_ENTRY = 16;

    private final Books books;
    private final Settings settings;
    private final Collection<Origin> marked;
    private final Map<Origin, Map<Origin, Hash>> headsTold = new HashMap<>();

    /** @param marked the logs that the high-water mark knows */
    Writer(Books books, Settings settings, Collection<Origin> marked) {
        this.books = books;
        this.marked = marked;
        this.settings = settings;
    }

    /** What stands in a batch: a record that was asked for, or an entry of the ledger's own. */
    private sealed interface Wanted {
        byte[] entry(Origin origin, long no, long at);

        Optional<SealedBody> body();

        /** The record that somebody asked for. */
        record Asked(Event.Say say, Optional<SealedBody> body) implements Wanted {
            @Override
            public byte[] entry(Origin origin, long no, long at) {
                return say.draft().entry(origin, no, at);
            }
        }

        /** What the ledger itself says, in the clear. */
        record Own(String kind, Json.Obj content) implements Wanted {
            @Override
            public byte[] entry(Origin origin, long no, long at) {
                return Envelope.builder(origin, no, at, kind).content(content).bytes();
            }

            @Override
            public Optional<SealedBody> body() {
                return Optional.empty();
            }
        }
    }

    /** Batches of our own log that a step appended: the last entry's index and what the callers are told. */
    record Written(LogState log, List<Frame.Batch> unsigned, List<Effect> answers) {}

    /** Appends what was asked for on one lane of a line; what cannot be a record is refused alone. */
    Written write(Stage stage, LineBook line, Lane lane, List<Event.Say> says, long now) {
        LogState log = stage.current(line.line(), line.me(), lane).orElseThrow();
        List<Effect> answers = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        heads(stage, line, log).ifPresent(wanted::add);
        for (Event.Say say : says) {
            Body body = say.draft().body();
            wanted.add(new Wanted.Asked(say, Optional.of(new SealedBody(body))));
        }
        return append(stage, log, wanted, now, answers);
    }

    /** The first entry of a log: its keys, and in a successor epoch the last head of the one before. */
    Written begin(Stage stage, Origin origin, Bytes keySet, Optional<LogState> before, long now) {
        Json.Builder content = Json.Obj.builder().put("keys", Json.of(keySet.text()));
        before.ifPresent(old -> content.put(
                "after",
                Json.Obj.builder()
                        .put("origin", Json.of(old.origin().toString()))
                        .put("size", Json.of(old.size()))
                        .put("root", Json.of(old.root().toString()))
                        .build()));
        return append(
                stage,
                LogState.begin(origin),
                List.of(new Wanted.Own("keys", content.build())),
                now,
                new ArrayList<>());
    }

    /** An entry of the ledger's own kinds at the end of one of our logs. */
    Written own(Stage stage, LogState log, String kind, Json.Obj content, long now) {
        return append(stage, log, List.of(new Wanted.Own(kind, content)), now, new ArrayList<>());
    }

    /**
     * An epoch of ours after all that are known, with a tag of chance: after those of the disk, that of the mark, which may
     * know of one that the disk lost, and the one from which our keys are in force.
     */
    Origin successor(LineBook line, Lane lane) {
        int last = Stream.of(
                        books.logs(line.line(), line.me()).stream().map(LogState::origin),
                        marked.stream()
                                .filter(origin -> origin.line().equals(line.line())
                                        && origin.party().equals(line.me())))
                .flatMap(origins -> origins)
                .filter(origin -> origin.lane() == lane)
                .mapToInt(origin -> origin.epoch().number())
                .max()
                .orElse(0);
        int keys = line.own().keySets().getLast().opening(lane).epoch().number();
        String tag = settings.random().apply(4).toString();
        return new Origin(line.line(), line.me(), lane, new Epoch(Math.max(last, keys) + 1, tag));
    }

    private Written append(Stage stage, LogState begin, List<Wanted> wanted, long now, List<Effect> answers) {
        List<Frame.Batch> batches = new ArrayList<>();
        LogState log = begin;
        long at = Math.max(now, Math.max(log.at(), 1_000 * books.latestReceivedAt()));
        int next = 0;
        while (next < wanted.size()) {
            Open open = new Open(log, at);
            while (next < wanted.size() && open.takes(wanted.get(next))) {
                next++;
            }
            answers.addAll(open.answers);
            if (open.entries.isEmpty()) {
                continue;
            }
            Frame.Batch batch = new Frame.Batch(
                    log.origin(), log.size(), Bytes.NONE, List.copyOf(open.entries), List.copyOf(open.bodies));
            log = log.append(open.leaves, at);
            stage.append(log, batch, List.copyOf(open.leaves));
            batches.add(batch);
        }
        return new Written(log, batches, answers);
    }

    /** A batch that is being filled. */
    private static final class Open {
        private final LogState log;
        private final long at;
        private final List<Bytes> entries = new ArrayList<>();
        private final List<Hash> leaves = new ArrayList<>();
        private final List<Optional<SealedBody>> bodies = new ArrayList<>();
        private final List<Effect> answers = new ArrayList<>();
        private int size;

        Open(LogState log, long at) {
            this.log = log;
            this.at = at;
        }

        /** Takes a record, or refuses it for good; false where it belongs to the next batch. */
        boolean takes(Wanted wanted) {
            long index = log.size() + entries.size();
            byte[] entry;
            try {
                entry = wanted.entry(log.origin(), index + 1, at);
            } catch (Refused refused) {
                if (wanted instanceof Wanted.Asked asked) {
                    answers.add(new Effect.RefusedRequest(asked.say().ticket(), refused.reason(), refused.why()));
                }
                return true;
            }
            int more = entry.length
                    + wanted.body().map(body -> body.body().length()).orElse(0);
            if (entries.size() == Limits.BATCH_ENTRIES || (!entries.isEmpty() && size + more > Limits.BATCH_BYTES)) {
                return false;
            }
            size += more;
            Hash leaf = Merkle.leafHash(entry);
            if (wanted instanceof Wanted.Asked asked) {
                answers.add(new Effect.Said(asked.say().ticket(), log.origin(), index, leaf, at));
            }
            entries.add(Bytes.of(entry));
            leaves.add(leaf);
            bodies.add(wanted.body());
            return true;
        }
    }

    /** What we hold of the others' logs, where it changed since we said it last in this log. */
    private Optional<Wanted> heads(Stage stage, LineBook line, LogState log) {
        Map<Origin, Hash> told = headsTold.computeIfAbsent(log.origin(), origin -> new HashMap<>());
        List<Json> changed = new ArrayList<>();
        Map<Origin, Hash> telling = new HashMap<>();
        for (LogState held : books.logs(line.line())) {
            boolean other = !held.origin().party().equals(line.me());
            if (other
                    && held.size() > 0
                    && !Optional.of(held.root()).equals(Optional.ofNullable(told.get(held.origin())))
                    && changed.size() < HEADS_IN_ENTRY) {
                telling.put(held.origin(), held.root());
                changed.add(Json.Obj.builder()
                        .put("origin", Json.of(held.origin().toString()))
                        .put("size", Json.of(held.size()))
                        .put("root", Json.of(held.root().toString()))
                        .build());
            }
        }
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        stage.afterwards(() -> told.putAll(telling));
        return Optional.of(new Wanted.Own(
                "heads", Json.Obj.builder().put("heads", Json.of(changed)).build()));
    }
}
