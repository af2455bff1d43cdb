package org.parley.node;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.parley.ledger.line.Agenda;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Ledger;
import org.parley.ledger.line.Now;

/**
 * The one thread that steps the ledger: it takes what waits when the commit before has returned, and never waits for more.
 * It is a thread of the machine, not a virtual one: SQLite's fsync would hold a carrier thread, of which a small machine has
 * two, for as long as the disk takes.
 */
final class Committer {
    /** How often the ledger is told that time went by. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Workings workings;
    private final Consumer<List<Effect>> hands;
    private final Consumer<Throwable> broken;
    private final Thread thread;

    /**
     * Does not begin yet.
     *
     * @param workings counts what becomes durable together
     * @param hands carries out what a step told
     * @param broken is told when the disk or the ledger failed: the process must end, and nothing is done any more
     */
    Committer(
            Ledger ledger,
            Inbox inbox,
            InstantSource clock,
            Workings workings,
            Consumer<List<Effect>> hands,
            Consumer<Throwable> broken) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.clock = clock;
        this.workings = workings;
        this.hands = hands;
        this.broken = broken;
        this.thread = Thread.ofPlatform().name("committer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Waits until all that was in the inbox is dealt with; the inbox must be closed. */
    void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // the folder must not be given up under it
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            long ticked = System.nanoTime() - TICK.toNanos();
            boolean last = false;
            while (!last) {
                Inbox.Taken taken = inbox.take(ticked + TICK.toNanos() - System.nanoTime());
                last = taken.last();
                boolean tick = last || System.nanoTime() - ticked >= TICK.toNanos();
                if (tick) {
                    ticked = System.nanoTime();
                }
                step(taken.all(), tick);
            }
        } catch (InterruptedException e) {
            broken.accept(e);
        } catch (Throwable fault) {
            // Whatever it is, the ledger may be between two states.
            broken.accept(fault);
        }
    }

    private void step(Agenda.Taken taken, boolean tick) {
        List<Event> events = taken.events(tick);
        if (!events.isEmpty()) {
            workings.said(taken.says().size());
            hands.accept(ledger.step(now(clock), events));
            taken.done();
        }
    }

    /** This moment by both clocks. */
    static Now now(InstantSource clock) {
        return new Now(clock.millis(), System.nanoTime() / 1_000_000);
    }
}
