package org.parley.store;

/**
 * Something stored is not what was stored.
 *
 * @param what what is wrong, in words
 * @param where the file, table, log and index
 * @param wayOut what a person can do
 */
public record Problem(Kind kind, String what, String where, String wayOut) {
    /** What kind of damage. */
    public enum Kind {
        /** The database holds less than this node once made durable. */
        BELOW_MARK,
        /** The high-water mark is missing. */
        MARK_MISSING,
        /** The high-water mark cannot be read. */
        MARK_DAMAGED,
        /** What is stored contradicts itself. */
        CONTENT,
        /** SQLite cannot read its file. */
        DATABASE
    }

    static final String FROM_PEERS_OR_BACKUP =
            "the other members of the line hold these records: start, link, and let them be fetched"
                    + " back; or restore the newest backup into a new folder (the same then happens from there)";

    static Problem content(String what, String where) {
        return new Problem(Kind.CONTENT, what, where, FROM_PEERS_OR_BACKUP);
    }

    static Problem database(String what) {
        return new Problem(Kind.DATABASE, what, "parley.db", FROM_PEERS_OR_BACKUP);
    }

    @Override
    public String toString() {
        return where + ": " + what + "; " + wayOut;
    }
}
