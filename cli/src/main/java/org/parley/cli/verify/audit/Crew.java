package org.parley.cli.verify.audit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.parley.cli.BadInput;

/** Threads that check while one reads. Results come in the order of the work; never is more than a window of it in memory. */
public final class Crew implements AutoCloseable {
    private static final int WINDOW = 8;

    private final int threads;
    private final ExecutorService pool;
    private final Deadline deadline;

    public Crew(int threads, Deadline deadline) {
        this.threads = threads;
        this.deadline = deadline;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("verify-", 0).factory());
    }

    /** A row of work whose results go to {@code sink}, one after the other, on the caller's thread. */
    <T> Row<T> row(Consumer<T> sink) {
        return new Row<>(sink);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Work in order. */
    final class Row<T> {
        private final Queue<Future<T>> running = new ArrayDeque<>();
        private final Consumer<T> sink;

        private Row(Consumer<T> sink) {
            this.sink = sink;
        }

        void add(Callable<T> work) {
            if (running.size() >= threads * WINDOW) {
                sink.accept(result(running.remove()));
            }
            running.add(pool.submit(work));
        }

        void finish() {
            while (!running.isEmpty()) {
                sink.accept(result(running.remove()));
            }
        }

        private T result(Future<T> future) {
            try {
                return future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                deadline.left();
                throw new IllegalStateException("a deadline that passed is not over", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BadInput("interrupted", "run it again");
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }
}
