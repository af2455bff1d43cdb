package org.parley.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.parley.ledger.crypto.Signatures;

/** Runs seeds. Each runs in one thread and is the same wherever and whenever it runs; several run beside each other. */
public final class Simulator {
    /** Seeds that are begun for each core before the first of them is told: enough that one long seed holds up nobody. */
    private static final int AHEAD = 16;

    private final Signatures real;

    /** @param real makes public keys; nothing is signed with it */
    public Simulator(Signatures real) {
        this.real = real;
    }

    /** Runs one seed. */
    public Outcome run(long seed, Course course) {
        return run(seed, course, Bug.NONE);
    }

    Outcome run(long seed, Course course, Bug bug) {
        Signatures stub = new StubSignatures(real);
        return switch (course) {
            case Course.Chance(int nodes, var only) -> new Simulation(seed, nodes, only, bug).run(stub);
            case Course.Named(Scenario scenario) -> scenario.run(seed, stub, bug);
        };
    }

    /**
     * Runs so many seeds from the first on, on all cores, and tells each in the order of the seeds.
     *
     * @param more told each outcome; false ends it
     */
    public void run(long first, long count, Course course, Predicate<Outcome> more) {
        run(first, count, course, Bug.NONE, more);
    }

    void run(long first, long count, Course course, Bug bug, Predicate<Outcome> more) {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        try {
            Deque<Future<Outcome>> begun = new ArrayDeque<>();
            long next = 0;
            boolean goesOn = true;
            while (goesOn && (next < count || !begun.isEmpty())) {
                while (next < count && begun.size() < AHEAD * cores) {
                    long seed = first + next++;
                    begun.add(pool.submit(() -> run(seed, course, bug)));
                }
                goesOn = more.test(begun.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a seed could not be run at all", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
