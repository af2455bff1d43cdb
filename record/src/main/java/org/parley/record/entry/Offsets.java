package org.parley.record.entry;

/** Offsets from UTC, in minutes east, and the letters that stand for whole hours in date-time groups (ACP 121). */
final class Offsets {
    private Offsets() {}

    /** The farthest that clocks are set from UTC anywhere, in minutes. */
    static final int MOST = 14 * 60;

    /** The place in it is the offset in hours: Z is 0, A to M without J are 1 to 12. */
    private static final String EAST = "ZABCDEFGHIKLM";

    private static final String WEST = "ZNOPQRSTUVWXY";

    /** A zone letter other than J, which is the reader's own time. */
    static int ofLetter(char letter) {
        int east = EAST.indexOf(letter);
        return 60 * (east >= 0 ? east : -WEST.indexOf(letter));
    }

    /** {@code Z} for UTC, else {@code +02:00}. */
    static String print(int minutes) {
        int size = Math.abs(minutes);
        return minutes == 0
                ? "Z"
                : (minutes < 0 ? "-" : "+") + Decimal.padded(size / 60, 2) + ":" + Decimal.padded(size % 60, 2);
    }
}
