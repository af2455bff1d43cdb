package org.parley.cli.check.read;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things on all cores and hands the results over in the order of the things. */
public final class Ordered {
    private Ordered() {}

    /** Gives the things to work on, one by one; empty at the end. */
    @FunctionalInterface
    public interface Feed<T, E extends Exception> {
        Optional<T> next() throws E;
    }

    /** At any time only a few things wait. What the feed throws is thrown once all before it was handed over. */
    public static <A, B, E extends Exception> void map(Feed<A, E> feed, Function<A, B> work, Consumer<B> results)
            throws E {
        int threads = Runtime.getRuntime().availableProcessors();
        Queue<Future<B>> waiting = new ArrayDeque<>();
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
        try {
            Optional<A> thing = next(feed, waiting, results);
            while (thing.isPresent()) {
                A taken = thing.get();
                waiting.add(workers.submit(() -> work.apply(taken)));
                if (waiting.size() > 2 * threads) {
                    results.accept(result(waiting.remove()));
                }
                thing = next(feed, waiting, results);
            }
            drain(waiting, results);
        } finally {
            workers.shutdownNow();
        }
    }

    private static <A, B, E extends Exception> Optional<A> next(
            Feed<A, E> feed, Queue<Future<B>> waiting, Consumer<B> results) throws E {
        try {
            return feed.next();
        } catch (Exception e) {
            drain(waiting, results);
            throw e;
        }
    }

    private static <B> void drain(Queue<Future<B>> waiting, Consumer<B> results) {
        while (!waiting.isEmpty()) {
            results.accept(result(waiting.remove()));
        }
    }

    private static <B> B result(Future<B> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
