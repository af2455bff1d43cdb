package org.parley.node.pictures;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Effect;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.journal.Journal;
import org.parley.picture.AtRest;
import org.parley.picture.Held;
import org.parley.picture.LiveFindings;

/**
 * The pictures of all lines of a node. One thread folds what the committer tells: so that the next commit goes on meanwhile,
 * and nobody who reads a picture waits.
 *
 * <pre>
 *   Committer ─ what is durable ─▶ queue ─▶ one thread: LineFold ─▶ LinePicture ─▶ whoever waits, listeners
 * </pre>
 */
public final class Pictures implements AutoCloseable {
    /** How many batches may wait with what they say; more than that is read from the disk when its turn comes. */
    private static final int MOST_HELD = 64;

    /** How often it looks what may rest. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    /** It looks at so many subjects, then at others after this pause: what comes does not wait for it. */
    private static final int SOME = 1_000;

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** After so many looks what rests is kept in the folder: a process that is killed folds what it took since then. */
    private static final int LOOKS = 10;

    /** When so many more rest, or a part of all, it does not wait so long. */
    private static final long MANY = 50_000;

    private static final long PART = 4;

    private final Node node;
    private final Records records;
    private final Map<LineId, LineFold> folds = new ConcurrentHashMap<>();
    private final Map<LineId, LinePicture> published = new ConcurrentHashMap<>();

    /** The newest that all listeners have been told: whoever waits for one finds what they made of it. */
    private final Map<LineId, LinePicture> told = new ConcurrentHashMap<>();

    private final Map<LineId, Chronicle> chronicles = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Told> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Awaited, CompletableFuture<LinePicture>> awaited = new ConcurrentHashMap<>();
    private final Journal journal = new Journal();

    /** How much of each line rested when that was last kept. */
    private final Map<LineId, Long> kept = new HashMap<>();

    private final Lock remembering = new ReentrantLock();
    private final Thread thread;
    private final long keep;
    private long lookAt = System.nanoTime() + LOOK.toNanos();
    private int looks;
    private volatile boolean ended;

    /** What the thread is told. */
    private sealed interface Told {
        record Durable(Effect effect) implements Told {}

        record End() implements Told {}
    }

    private record Awaited(Origin origin, long index) {}

    private Pictures(Node node, Duration keep) {
        this.node = node;
        this.keep = keep.toMillis();
        this.records = new Records(node);
        this.thread = Thread.ofPlatform().name("pictures").unstarted(this::run);
    }

    /**
     * Folds all that a node holds, and from now on what it gets.
     *
     * @param keep how long after the last word about it what is over and done stays in memory
     */
    public static Pictures begin(Node node, Duration keep) {
        Pictures pictures = new Pictures(node, keep);
        node.listen(effect -> pictures.tell(effect));
        pictures.readAll();
        pictures.thread.start();
        return pictures;
    }

    private void tell(Effect effect) {
        switch (effect) {
            case Effect.Appended appended ->
                queue.add(new Told.Durable(queue.size() < MOST_HELD ? appended : bare(appended)));
            case Effect.Receipted _, Effect.LineChanged _ -> queue.add(new Told.Durable(effect));
            default -> {}
        }
    }

    /** That it is there: a fold that is behind reads it from the disk, so that it is not held until then. */
    static Effect.Appended bare(Effect.Appended appended) {
        return new Effect.Appended(appended.origin(), appended.first(), List.of(), List.of());
    }

    private void readAll() {
        for (Standing.Line line : node.standing().lines()) {
            LineFold fold = begun(line);
            fold.foldStored(node.standing().logs(line.line()));
            LinePicture first = fold.foldOn().after();
            published.put(first.line(), first);
            told.put(first.line(), first);
            chronicles.put(
                    first.line(), new Chronicle(first, node.options().clock().millis()));
        }
    }

    /** Begins anew with a line whose members are others now: who listens is told all of it. */
    private LineFold anew(Standing.Line line) {
        LineFold fold = begun(line);
        for (Origin origin : node.standing().logs(line.line())) {
            fold.grows(origin);
            fold.readReceipts(origin);
        }
        return fold;
    }

    /** A fold of a line in which nothing is yet but what is at rest. */
    private LineFold begun(Standing.Line line) {
        LineFold fold = new LineFold(line, records, restFile(line).read());
        kept.put(line.line(), fold.resting());
        folds.put(line.line(), fold);
        return fold;
    }

    private void run() {
        try {
            List<Told> all = new ArrayList<>();
            boolean ending = false;
            boolean behind = false;
            while (!ending || behind) {
                all.clear();
                Optional.ofNullable(queue.poll(behind ? 0 : lookAt - System.nanoTime(), TimeUnit.NANOSECONDS))
                        .ifPresent(all::add);
                queue.drainTo(all);
                take(all);
                ending |= all.contains(new Told.End());
                behind = folds.values().stream().anyMatch(LineFold::isBehind);
                if (System.nanoTime() >= lookAt) {
                    lookAt = System.nanoTime() + (rest() ? LOOK : PAUSE).toNanos();
                }
                keepMany();
            }
            folds.values().forEach(this::keep);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            journal.fault("the picture is not kept any more", fault);
            node.options().broken().accept(fault);
        } finally {
            giveUp();
        }
    }

    private void take(List<Told> all) {
        Set<LineFold> changed = new HashSet<>();
        for (Told told : all) {
            if (told instanceof Told.Durable(Effect effect)) {
                line(effect).ifPresent(line -> {
                    LineFold fold = Optional.ofNullable(folds.get(line.line()))
                            .filter(of -> of.isOf(line) && !(effect instanceof Effect.LineChanged))
                            .orElseGet(() -> anew(line));
                    tell(fold, effect);
                    changed.add(fold);
                });
            }
        }
        folds.values().stream().filter(LineFold::isBehind).forEach(changed::add);
        changed.forEach(this::publish);
    }

    /** Lets rest some of what may, and now and then keeps that in the folder; whether it has looked at all. */
    private boolean rest() {
        boolean all = true;
        for (LineFold fold : folds.values()) {
            all &= fold.rest(node.options().clock().millis() - keep, SOME);
            LinePicture picture = fold.published();
            published.put(picture.line(), picture);
            told.put(picture.line(), picture);
        }
        looks += all ? 1 : 0;
        if (all && looks % LOOKS == 0) {
            folds.values().forEach(this::keep);
        }
        return all;
    }

    /** Where much came since what rests was kept, it is kept again before its time. */
    private void keepMany() {
        for (LineFold fold : folds.values()) {
            long rests = fold.resting();
            if (rests - kept.getOrDefault(fold.line().line(), 0L) > Math.max(MANY, rests / PART)) {
                keep(fold);
            }
        }
    }

    /** A start without it takes longer, and that is all: where it cannot be written, that is told and no more. */
    private void keep(LineFold fold) {
        kept.put(fold.line().line(), fold.resting()); // also where it fails: the next try has its time
        try {
            AtRest atRest = fold.atRest();
            if (atRest.count() > 0) {
                restFile(fold.line()).write(atRest);
            }
        } catch (UncheckedIOException e) {
            journal.alarm("rest", Json.Obj.builder().put("why", String.valueOf(e.getMessage())));
        }
    }

    private RestFile restFile(Standing.Line line) {
        return new RestFile(node.folder(), line, records);
    }

    private Optional<Standing.Line> line(Effect effect) {
        LineId line = switch (effect) {
            case Effect.Appended appended -> appended.origin().line();
            case Effect.Receipted receipt -> receipt.origin().line();
            case Effect.LineChanged changed -> changed.line();
            default -> throw new IllegalStateException("nothing else is queued");
        };
        return node.standing().line(line);
    }

    private static void tell(LineFold fold, Effect effect) {
        switch (effect) {
            case Effect.Appended appended -> fold.grows(appended);
            case Effect.Receipted receipt ->
                fold.takes(
                        new Change.Receipt(receipt.origin(), receipt.member(), receipt.size(), receipt.time() * 1_000));
            default -> {}
        }
    }

    private void publish(LineFold fold) {
        Change change = fold.foldOn();
        LinePicture picture = change.after();
        published.put(picture.line(), picture);
        chronicle(change.before()).changed(change, node.options().clock().millis());
        listeners.forEach(listener -> listener.accept(change));
        told.put(picture.line(), picture);
        awaited.forEach((of, waiting) -> {
            if (of.origin().line().equals(picture.line()) && picture.holds(of.origin(), of.index())) {
                awaited.remove(of);
                waiting.complete(picture);
            }
        });
    }

    /** Tells each change from now on, on the thread that folds: a listener must be quick. */
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** What became of a line's conflicts, and how long machines were silent, since this node was started. */
    public Chronicle.Figures since(LinePicture line) {
        return chronicle(line).at(line.picture(), node.options().clock().millis());
    }

    private Chronicle chronicle(LinePicture first) {
        return chronicles.computeIfAbsent(
                first.line(),
                line -> new Chronicle(first, node.options().clock().millis()));
    }

    /** The newest picture of a line; {@link Refused} where there is no such line. */
    public LinePicture of(LineId line) {
        return Optional.ofNullable(published.get(line))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + line + " here"));
    }

    /**
     * What this node knew of a line at an instant, in milliseconds since 1970: a fold of its own over all that is stored, one at a
     * time.
     */
    public LinePicture knownAt(LinePicture line, long instant) {
        remembering.lock();
        try {
            return Remembered.at(line, records, instant);
        } finally {
            remembering.unlock();
        }
    }

    /** The picture of a line in which nothing rests: of all that is stored, folded anew, one at a time. */
    public LinePicture whole(LinePicture line) {
        return knownAt(line, Long.MAX_VALUE);
    }

    /**
     * The hash of the live findings of a line at some sizes of its logs, for a person's check; empty where not all of that is here.
     * Where its picture cannot tell, a fold of its own, one at a time.
     */
    public Optional<Hash> findings(LinePicture line, Map<Origin, Long> sizes) {
        if (!sizes.entrySet().stream().allMatch(log -> log.getValue() <= records.counting(log.getKey()))) {
            return Optional.empty();
        }
        boolean folded = sizes.entrySet().stream()
                .allMatch(log -> log.getValue() <= line.sizes().getOrDefault(log.getKey(), 0L));
        return (folded ? LiveFindings.hash(line.picture(), sizes, later(line, sizes)) : Optional.<Hash>empty())
                .or(() -> Optional.of(foldedFindings(line, sizes)));
    }

    private List<Held> later(LinePicture line, Map<Origin, Long> sizes) {
        List<Held> later = new ArrayList<>();
        line.sizes().forEach((log, size) -> records.give(log, sizes.getOrDefault(log, 0L), size, later::add));
        return later;
    }

    private Hash foldedFindings(LinePicture line, Map<Origin, Long> sizes) {
        remembering.lock();
        try {
            return LiveFindings.hash(
                    line.line(),
                    line.members(),
                    sizes,
                    sink -> sizes.forEach((origin, size) -> records.give(origin, 0, size, sink)));
        } finally {
            remembering.unlock();
        }
    }

    /** The newest picture of each line. */
    public Collection<LinePicture> all() {
        return List.copyOf(published.values());
    }

    /** The records that they are made of. */
    public Records records() {
        return records;
    }

    /** The first picture that has the entry of a log with this index. */
    public CompletableFuture<LinePicture> with(Origin origin, long index) {
        CompletableFuture<LinePicture> future = new CompletableFuture<>();
        CompletableFuture<LinePicture> waiting = Optional.ofNullable(
                        awaited.putIfAbsent(new Awaited(origin, index), future))
                .orElse(future);
        Optional.ofNullable(told.get(origin.line()))
                .filter(now -> now.holds(origin, index))
                .ifPresent(now -> {
                    awaited.remove(new Awaited(origin, index));
                    waiting.complete(now);
                });
        if (ended) {
            giveUp();
        }
        return waiting;
    }

    private void giveUp() {
        ended = true;
        awaited.values()
                .forEach(
                        waiting -> waiting.completeExceptionally(new Refused(Refused.Reason.FENCED, "the node stops")));
        awaited.clear();
    }

    /** Folds what was told, and ends; to be called before the node is closed. */
    @Override
    public void close() {
        queue.add(new Told.End());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
