package org.parley.cli.check.read;

/** Every limit of the reader, with its reason. Beyond one of them comes one clear error, never a full memory. */
public final class ReadLimits {
    private ReadLimits() {}

    /** Bytes of one feature: room for far more vertices than a footprint may have, written with all their digits. */
    public static final int FEATURE_BYTES = 64 << 20;

    /** Objects and arrays within each other: a MultiPolygon needs 7, properties of properties some more. */
    static final int NESTING = 60;

    /** Characters of one text that this program reads; texts that it does not know may be longer. */
    static final int TEXT = 100_000;

    /** Characters of the name of a party, an activity, a kind or a site: they stand in tables and on maps. */
    static final int NAME = 256;

    /** Characters of a number. A double is told apart from all others by 17 digits. */
    static final int NUMBER = 1_000;

    /** Bytes at the beginning of a file by which its form is told. */
    static final int WINDOW = 64 << 10;

    /** Features that are no JSON, with none that is before them: after so many the file is something else. */
    static final int BAD_START = 20;

    /** Errors told one by one; those after them are counted. */
    public static final int ERRORS_TOLD = 1_000;

    /** Sorts of warnings told one by one. */
    static final int WARNINGS_TOLD = 1_000;

    /** Bytes handed from the reading to the working threads at once. */
    static final int BATCH_BYTES = 1 << 20;
}
