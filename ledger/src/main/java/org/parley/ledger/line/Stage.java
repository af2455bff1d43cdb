package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Transaction.Write;

/**
 * The next state, not yet durable: what one step changes, over the books as they are. When the commit fails it is dropped;
 * when it returns, {@link #publish} makes it the books. Effects that tell of it wait until then.
 */
final class Stage {
    private final Books books;
    private final List<Write> writes = new ArrayList<>();
    private final Map<LineId, LineBook> lines = new HashMap<>();
    private final Map<Origin, LogState> logs = new LinkedHashMap<>();
    private final Map<Books.Sized, Hash> roots = new HashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Stage(Books books) {
        this.books = books;
    }

    Transaction transaction() {
        return new Transaction(List.copyOf(writes));
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    void write(Write write) {
        writes.add(write);
    }

    /** What earlier steps left to be written: before what this one writes, which may replace it. */
    void writeFirst(List<Write> earlier) {
        writes.addAll(0, earlier);
    }

    /** What is done once all of it is durable. */
    void afterwards(Runnable action) {
        afterwards.add(action);
    }

    Optional<LineBook> line(LineId line) {
        return Optional.ofNullable(lines.get(line)).or(() -> books.line(line));
    }

    void put(LineBook line) {
        lines.put(line.line(), line);
    }

    Optional<LogState> log(Origin origin) {
        return Optional.ofNullable(logs.get(origin)).or(() -> books.log(origin));
    }

    /** The log of a party's lane in its latest epoch, this step's changes included. */
    Optional<LogState> current(LineId line, PartyName party, Lane lane) {
        return logs(line, party).stream()
                .filter(log -> log.origin().lane() == lane)
                .max(LogState.NEWEST);
    }

    /** The logs of a party on a line, with this step's changes. */
    Collection<LogState> logs(LineId line, PartyName party) {
        Map<Origin, LogState> epochs = new LinkedHashMap<>();
        books.logs(line, party).forEach(log -> epochs.put(log.origin(), log));
        logs.values().stream()
                .filter(log ->
                        log.origin().line().equals(line) && log.origin().party().equals(party))
                .forEach(log -> epochs.put(log.origin(), log));
        return epochs.values();
    }

    /** A log whose state changed and whose entries did not. */
    void change(LogState log) {
        logs.put(log.origin(), log);
        writes.add(new Transaction.LogChanged(log.image()));
    }

    /** A log that got longer by these entries. */
    void append(LogState longer, Frame.Batch batch, List<Hash> leaves) {
        logs.put(longer.origin(), longer);
        roots.put(new Books.Sized(longer.origin(), longer.size()), longer.root());
        writes.add(new Transaction.Append(batch.first(), batch.entries(), leaves, batch.bodies(), longer.image()));
    }

    void head(Origin origin, long size, Bytes note) {
        writes.add(new Transaction.NewHead(origin, size, note));
    }

    /** The root that a log has at a size, as far as it is known: of what this step appends, only where a batch ends. */
    Optional<Hash> root(Origin origin, long size) {
        long durable = books.log(origin).map(LogState::size).orElse(0L);
        return size <= durable
                ? Optional.of(books.root(origin, size))
                : Optional.ofNullable(roots.get(new Books.Sized(origin, size)));
    }

    /** It is durable: the books become it. */
    void publish() {
        lines.values().forEach(books::put);
        logs.values().forEach(books::put);
        roots.forEach((at, root) -> books.rootKnown(at.origin(), at.size(), root));
        afterwards.forEach(Runnable::run);
    }

    /** The lines whose members or keys this step changed. */
    Collection<LineBook> lines() {
        return lines.values();
    }

    /** The origins of the logs that this step changed. */
    List<Origin> changed() {
        return List.copyOf(logs.keySet());
    }
}
