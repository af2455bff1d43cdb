package org.parley.cli.verify.audit;

/**
 * One difference.
 *
 * @param log the origin of the log, or what else it is about
 * @param place a record's name, a tile's path, a head, a receipt
 * @param expected empty where {@code what} says it all
 */
public record Problem(String log, Part part, long position, String place, String what, String expected, String found) {
    /** Of which part of a log it is; problems are told in this order. */
    public enum Part {
        KEYS,
        ENTRIES,
        HASHES,
        HEADS,
        RECEIPTS,
        EVIDENCE
    }

    @Override
    public String toString() {
        String where = log + ": " + place + ": " + what;
        return expected.isEmpty() && found.isEmpty() ? where : where + ": expected " + expected + ", found " + found;
    }
}
