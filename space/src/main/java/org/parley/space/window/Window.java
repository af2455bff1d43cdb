package org.parley.space.window;

/**
 * A window of time [from, until): the last millisecond is not in it.
 *
 * @param from milliseconds since 1970-01-01T00:00Z
 * @param until milliseconds since 1970-01-01T00:00Z, later than {@code from}
 */
public record Window(long from, long until) {
    public Window {
        if (until <= from) {
            throw new IllegalArgumentException("a window ends after it begins: " + from + " .. " + until);
        }
    }

    /** Milliseconds that both windows share; 0 when they share none. */
    public long overlap(Window other) {
        return Math.max(0, Math.min(until, other.until) - Math.max(from, other.from));
    }

    /** Milliseconds between the two windows; 0 when they overlap or one begins as the other ends. */
    public long gap(Window other) {
        return Math.max(0, Math.max(from, other.from) - Math.min(until, other.until));
    }

    /** Whether the two windows overlap, or less than {@code minimum} milliseconds lie between them. */
    public boolean near(Window other, long minimum) {
        return Math.max(from, other.from) - Math.min(until, other.until) < minimum;
    }

    /** The same window begun and ended so many milliseconds later. */
    public Window later(long milliseconds) {
        return new Window(from + milliseconds, until + milliseconds);
    }
}
