package org.parley.cli.tracks;

/** The limits of reading tracks, with their reasons. */
final class Limits {
    private Limits() {}

    /** Rows of one file: all are held to be sorted by time, about 100 bytes each. */
    static final int ROWS = 4_000_000;

    /** Longest text in a cell that is read: a callsign has 8 characters, a flight's name not many more. */
    static final int TEXT = 100;

    /** Longest line of a CSV file. */
    static final int LINE = 100_000;

    /** Bad rows that are named one by one; the rest is counted. */
    static final int NAMED = 20;

    /** Positions of one volume, however long the slice. */
    static final int POSITIONS = 10_000;

    /** After this long without a position nobody knows where an aircraft was: milliseconds. */
    static final long GAP = 120_000;

    /** Faster than this between two positions, one of them is wrong: metres a second. */
    static final double SPEED = 400;

    /** 1973: a smaller number of milliseconds is a number of seconds, or no time of an aircraft that reports itself. */
    static final double EARLIEST = 1e11;

    /** The end of the year 9999, the last that RFC 3339 can write. */
    static final double LATEST = 253_402_300_799_999.0;

    /** Metres in a foot. */
    static final double FOOT = 0.3048;
}
