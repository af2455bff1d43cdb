package org.parley.cli.check;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells a person at a terminal, once a second, how far long work has come. Says nothing where nobody looks. */
final class Progress {
    private static final long SECONDS_BEFORE = 2;

    private final CountDownLatch done = new CountDownLatch(1);
    private final PrintWriter err;
    private final Supplier<String> text;
    private final Thread thread;

    private Progress(PrintWriter err, Supplier<String> text) {
        this.err = err;
        this.text = text;
        this.thread = Thread.ofPlatform().daemon().name("progress").unstarted(this::run);
    }

    /** Work to be told of. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does some work; {@code text} says how far it has come, and is asked from another thread. */
    static <T, E extends Exception> T during(PrintWriter err, Supplier<String> text, Work<T, E> work) throws E {
        if (!Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
            return work.run();
        }
        Progress progress = new Progress(err, text);
        progress.thread.start();
        try {
            return work.run();
        } finally {
            progress.stop();
        }
    }

    private void run() {
        try {
            boolean shown = false;
            long wait = SECONDS_BEFORE;
            while (!done.await(wait, TimeUnit.SECONDS)) {
                err.print("\r" + text.get() + "\033[K");
                err.flush();
                shown = true;
                wait = 1;
            }
            if (shown) {
                err.print("\r\033[K");
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        done.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
