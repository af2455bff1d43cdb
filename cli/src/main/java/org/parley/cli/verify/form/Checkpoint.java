package org.parley.cli.verify.form;

/** A log's head: the first three lines of a checkpoint (C2SP tlog-checkpoint). */
public record Checkpoint(String origin, long size, Blob root) {
    /** Reads a note's text. */
    public static Checkpoint of(String text) {
        String[] lines = text.split("\n", -1);
        Malformed.unless(lines.length >= 4 && lines[lines.length - 1].isEmpty(), "a head with fewer than three lines");
        for (int i = 0; i < lines.length - 1; i++) {
            Malformed.unless(!lines[i].isEmpty(), "a head with an empty line");
        }
        return new Checkpoint(lines[0], number(lines[1]), Blob.base64(lines[2]).hash());
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** A number from 0 on, in decimal digits without leading zeros. */
    public static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        Malformed.unless(
                digits && (text.equals("0") || text.charAt(0) != '0'), () -> "'" + shortened(text) + "' is no size");
        return Long.parseLong(text);
    }

    /** A text for a message. */
    public static String shortened(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}
