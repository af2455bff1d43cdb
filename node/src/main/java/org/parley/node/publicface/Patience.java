package org.parley.node.publicface;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the connections of those who, once the first line of a request is there, take too long to send the rest of it or to
 * take the answer. A connection has a thread; where that is interrupted, its socket is closed. Who sends no first line is
 * idle, and the server ends that itself.
 */
final class Patience implements Http1ConnectionListener, AutoCloseable {
    private static final int LOOKS = 4;

    private final long nanos;
    private final Map<Thread, Long> since = new ConcurrentHashMap<>();
    private final Timer clock = new Timer("public-logs-patience", true);

    /** @param atMost how long a request and its answer may take, or each piece of an answer that has many */
    Patience(Duration atMost) {
        nanos = atMost.toNanos();
        long each = atMost.dividedBy(LOOKS).toMillis();
        clock.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        look();
                    }
                },
                each,
                each);
    }

    private void look() {
        long now = System.nanoTime();
        since.forEach((thread, begun) -> {
            if (now - begun > nanos && since.remove(thread, begun)) {
                thread.interrupt();
            }
        });
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        goesOn();
    }

    /** The connection of this thread begins something, or got on: from here it has all the time again. */
    void goesOn() {
        since.put(Thread.currentThread(), System.nanoTime());
    }

    /** The request of this thread's connection is dealt with. */
    void done() {
        since.remove(Thread.currentThread());
    }

    @Override
    public void close() {
        clock.cancel();
    }
}
