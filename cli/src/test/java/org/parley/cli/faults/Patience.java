package org.parley.cli.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do: it can only be asked for again and again. */
final class Patience {
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(10);

    private Patience() {}

    /** Something that may hold. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Whether it holds, in the end or at once. */
    static boolean until(Duration atMost, Condition condition) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN);
        }
        return true;
    }
}
