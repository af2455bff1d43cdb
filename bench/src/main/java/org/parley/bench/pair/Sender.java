package org.parley.bench.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Fence;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.Options;
import org.parley.node.journal.JournalLines;

/**
 * The process of the node that speaks: the classes and options of {@code parley serve}, with the load in the same process, because
 * the socket takes one record at a time. It reads what to do from standard input, a line each, and answers with a line.
 */
public final class Sender {
    /** Records that may wait to become durable in a bulk import: just below what the node takes. */
    private static final int IMPORTING = 3_900;

    private static final Duration LONG = Duration.ofMinutes(20);

    private final Node node;
    private final LineId line;
    private final Drafts drafts = new Drafts("activity");
    private volatile Flight main = new Flight(new Semaphore(0));
    private volatile Flight safety = new Flight(new Semaphore(0));
    private final AtomicLong batches = new AtomicLong();

    private Sender(Node node, LineId line) {
        this.node = node;
        this.line = line;
        node.listen(this::heard);
    }

    /** The folder, the line, and where the other node is. */
    public static void main(String[] args) throws Exception {
        JournalLines.toStandardError(Level.INFO);
        LineId line = new LineId(args[1]);
        try (Node node = Node.open(Path.of(args[0]), Options.usual(Optional.empty()))) {
            Sender sender = new Sender(node, line);
            node.peer(line, Pair.BIRCH, Address.of(args[2]));
            node.connect(List.of(), Node.noPairing());
            sender.awaitLink();
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println("ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
                out.println(sender.answer(asked.split(" ", -1)));
            }
        }
    }

    private void awaitLink() throws InterruptedException {
        boolean linked = node.standing()
                .await(
                        () -> !node.standing().linked().isEmpty()
                                && node.standing()
                                        .fence(line)
                                        .filter(fence -> fence.state() == Fence.State.OPEN)
                                        .isPresent(),
                        LONG);
        if (!linked) {
            throw new IllegalStateException("no link to the other node");
        }
    }

    private void heard(Effect effect) {
        switch (effect) {
            case Effect.Receipted receipt
            when receipt.origin().party().equals(Pair.AZURE) ->
                (receipt.origin().lane() == Lane.SAFETY ? safety : main).covered(receipt.size());
            case Effect.Appended appended
            when appended.origin().party().equals(Pair.AZURE) -> batches.incrementAndGet();
            default -> {}
        }
    }

    private String answer(String[] asked) throws InterruptedException, IOException {
        return switch (asked[0]) {
            case "many" -> many(number(asked[1]), seconds(asked[2]));
            case "import" -> bulk(number(asked[1]), number(asked[2]));
            case "backlog" -> backlog(number(asked[1]));
            case "safety" -> safety(number(asked[1]), number(asked[2]));
            default -> throw new IOException("no such request: " + asked[0]);
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static long seconds(String text) {
        return TimeUnit.SECONDS.toNanos(Long.parseLong(text));
    }

    /** So many records always on their way, for a time. Answers how many, how many a head on average, and the result. */
    private String many(int window, long nanos) throws InterruptedException {
        Semaphore room = new Semaphore(window);
        Flight flight = new Flight(room);
        main = flight;
        long from = System.nanoTime();
        flight.countFrom(from);
        long before = batches.get();
        long said = 0;
        while (System.nanoTime() - from < nanos) {
            room.acquire();
            say(Lane.MAIN, flight);
            said++;
        }
        room.acquire(window);
        return said + " " + said / (double) (batches.get() - before) + " "
                + flight.result().line();
    }

    private void say(Lane lane, Flight flight) {
        long begun = System.nanoTime();
        var _ = node.say(line, drafts.next(lane))
                .thenAccept(said -> flight.said(said.index(), begun))
                .exceptionally(Sender::refused);
    }

    /** Figures without a record that was refused would be wrong, and waiting for it would not end. */
    private static Void refused(Throwable why) {
        System.err.println("a record was refused: " + why.getMessage());
        Runtime.getRuntime().halt(1);
        throw new IllegalStateException(why);
    }

    /** So many records as fast as they become durable here, and a safety record now and then. Answers seconds to the last receipt, and the safety records' result. */
    private String bulk(int count, int everyMillis) throws InterruptedException {
        Semaphore receipts = new Semaphore(0);
        main = new Flight(receipts);
        long begun = System.nanoTime();
        Thread asking = Thread.ofPlatform().start(() -> durable(count));
        String result = safely(() -> receipts.availablePermits() >= count, everyMillis);
        asking.join();
        receipts.acquire(count);
        return (System.nanoTime() - begun) / 1e9 + " " + result;
    }

    private void durable(int count) {
        Flight flight = main;
        Semaphore room = new Semaphore(IMPORTING);
        for (int i = 0; i < count; i++) {
            room.acquireUninterruptibly();
            long begun = System.nanoTime();
            var _ = node.say(line, drafts.next(Lane.MAIN))
                    .thenAccept(said -> {
                        room.release();
                        flight.said(said.index(), begun);
                    })
                    .exceptionally(Sender::refused);
        }
        room.acquireUninterruptibly(IMPORTING);
    }

    /** So many records, durable here; answers how many of them have no receipt. */
    private String backlog(int count) {
        Semaphore receipts = new Semaphore(0);
        main = new Flight(receipts);
        durable(count);
        return String.valueOf(count - receipts.availablePermits());
    }

    /** So many safety records, one now and then; answers their result. */
    private String safety(int count, int everyMillis) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        return safely(() -> left.getAndDecrement() <= 0, everyMillis);
    }

    private String safely(BooleanSupplier over, int everyMillis) throws InterruptedException {
        Semaphore done = new Semaphore(0);
        Flight flight = new Flight(done);
        safety = flight;
        long next = System.nanoTime();
        flight.countFrom(next);
        int said = 0;
        while (!over.getAsBoolean()) {
            say(Lane.SAFETY, flight);
            said++;
            next += TimeUnit.MILLISECONDS.toNanos(everyMillis);
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        done.acquire(said);
        return flight.result().line();
    }
}
