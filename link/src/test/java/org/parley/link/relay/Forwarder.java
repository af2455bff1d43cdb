package org.parley.link.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;

/** One direction of one connection: takes portions through the turnstile, and brings them when they are due. */
final class Forwarder {
    /** Portions on their way; with a delay, they are what a long path holds. */
    private static final int ON_THE_WAY = 1_024;

    private record Portion(Bytes bytes, long due) {}

    private final Socket from;
    private final Socket to;
    private final Turnstile turnstile;
    private final Supplier<Duration> delay;
    private final BlockingQueue<Portion> onTheWay = new ArrayBlockingQueue<>(ON_THE_WAY);
    private final AtomicLong forwarded = new AtomicLong();

    Forwarder(Socket from, Socket to, Turnstile turnstile, Supplier<Duration> delay) {
        this.from = from;
        this.to = to;
        this.turnstile = turnstile;
        this.delay = delay;
    }

    void start() {
        Thread.ofVirtual().start(this::take);
        Thread.ofVirtual().start(this::bring);
    }

    long forwarded() {
        return forwarded.get();
    }

    private void take() {
        try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[16 << 10];
            while (true) {
                int count = in.read(buffer, 0, turnstile.portion());
                if (count < 0) {
                    break;
                }
                turnstile.pass(count);
                onTheWay.put(new Portion(Bytes.of(Arrays.copyOf(buffer, count)), due()));
            }
        } catch (IOException _) {
            // The connection is over; the other side learns it below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        finish();
    }

    private void finish() {
        try {
            turnstile.pass(1); // that a connection ends is told on the path like a byte
            onTheWay.put(new Portion(Bytes.NONE, due()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long due() {
        return System.nanoTime() + delay.get().toNanos();
    }

    private void bring() {
        try {
            OutputStream out = to.getOutputStream();
            while (true) {
                Portion portion = onTheWay.take();
                for (long left = portion.due - System.nanoTime(); left > 0; left = portion.due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (portion.bytes.length() == 0) {
                    to.shutdownOutput();
                    return;
                }
                out.write(portion.bytes.array());
                forwarded.addAndGet(portion.bytes.length());
            }
        } catch (IOException _) {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The other side is gone: so is this one, and what was on the way falls off. */
    private void drain() {
        try {
            from.close();
            int left = onTheWay.take().bytes.length();
            while (left > 0) {
                left = onTheWay.take().bytes.length();
            }
        } catch (IOException _) {
            return; // it was closed already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
