package org.parley.cli.verify.form;

/** The lines of a text that begin with given words. */
final class Lines {
    private final String[] lines;
    private int next = 1;

    Lines(String text, String header, int more) {
        lines = text.split("\n", -1);
        Malformed.unless(lines[0].equals(header), "a text that does not begin with " + header);
        Malformed.unless(lines.length == more + 2 && lines[more + 1].isEmpty(), "not " + (more + 1) + " lines");
    }

    /** What follows these words and a space in the next line. */
    String next(String words) {
        String line = lines[next++];
        Malformed.unless(line.startsWith(words + " "), "a line that does not begin with '" + words + "'");
        return line.substring(words.length() + 1);
    }
}
