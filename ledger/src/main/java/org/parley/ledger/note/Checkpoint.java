package org.parley.ledger.note;

import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/**
 * The head of a log: what its owner signs. C2SP tlog-checkpoint, "Note text".
 *
 * @param extensions lines after the third; Parley writes none, other logs may
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int LINES = 3;

    /** An origin or extension that is no line, or a negative size, is an {@link IllegalArgumentException}. */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!Text.isLine(origin) || !extensions.stream().allMatch(Text::isLine)) {
            throw new IllegalArgumentException("an origin is a line of text and not empty; an extension too");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note; refuses any other form, and extension lines. */
    public static Checkpoint parse(String text) {
        Checkpoint checkpoint = parseExtended(text);
        if (!checkpoint.extensions.isEmpty()) {
            throw Refused.malformed("a head of Parley has three lines and no more");
        }
        return checkpoint;
    }

    /** The same for the logs of others: extension lines are kept. */
    public static Checkpoint parseExtended(String text) {
        if (!text.endsWith("\n")) {
            throw Refused.malformed("a checkpoint ends in a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES) {
            throw Refused.malformed("a checkpoint has an origin, a size and a root");
        }
        long size = Text.decimal(lines.get(1));
        Hash root = Text.hash(lines.get(2));
        try {
            return new Checkpoint(lines.getFirst(), size, root, lines.subList(LINES, lines.size()));
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The text that is signed. */
    public String text() {
        var lines = new ArrayList<String>(List.of(origin, String.valueOf(size), Text.base64(root)));
        lines.addAll(extensions);
        return String.join("\n", lines) + "\n";
    }
}
