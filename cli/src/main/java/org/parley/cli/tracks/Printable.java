package org.parley.cli.tracks;

/** Text from a file, made fit for a terminal: short, and without anything that moves a cursor or turns a line round. */
final class Printable {
    private static final int SHORT = 60;

    private Printable() {}

    static String of(String text) {
        String plain = text.codePoints()
                .limit(SHORT)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.length() > SHORT ? plain + "…" : plain;
    }
}
