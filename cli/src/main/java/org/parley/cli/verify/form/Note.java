package org.parley.cli.verify.form;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signed note (C2SP signed-note).
 *
 * @param text what is signed, with its last newline
 */
public record Note(String text, List<Line> signatures) {
    /** More than any log, rotation and set of witnesses needs. */
    private static final int MOST_SIGNATURES = 64;

    private static final int LONGEST = 1 << 20;
    private static final String DASH = "\u2014 ";

    /** One signature: whose, and its bytes behind the id. */
    public record Line(String name, int id, Blob signature) {}

    /** Reads a note; its signatures are not verified yet. */
    public static Note parse(Blob bytes) {
        Malformed.unless(bytes.length() <= LONGEST, "a note of " + bytes.length() + " bytes");
        String whole = bytes.text();
        for (int i = 0; i < whole.length(); i++) {
            Malformed.unless(whole.charAt(i) >= ' ' || whole.charAt(i) == '\n', "a note with a control character");
        }
        int end = whole.lastIndexOf("\n\n");
        Malformed.unless(end >= 0, "a note without a blank line before its signatures");
        String below = whole.substring(end + 2);
        Malformed.unless(below.endsWith("\n"), "a note without a signature line and a newline at its end");
        List<Line> lines = new ArrayList<>();
        for (String line : below.substring(0, below.length() - 1).split("\n", -1)) {
            lines.add(line(line));
        }
        Malformed.unless(lines.size() <= MOST_SIGNATURES, "a note with " + lines.size() + " signatures");
        return new Note(whole.substring(0, end + 1), lines);
    }

    /** Reads one signature line, without its newline. */
    public static Line line(String line) {
        Malformed.unless(line.startsWith(DASH), "a signature line that does not begin with a dash");
        String[] parts = line.substring(DASH.length()).split(" ", -1);
        Malformed.unless(parts.length == 2 && isKeyName(parts[0]), "a signature line without name and signature");
        byte[] signature = Blob.base64(parts[1]).bytes();
        Malformed.unless(signature.length > Integer.BYTES, "a signature without bytes");
        return new Line(
                parts[0],
                ByteBuffer.wrap(signature).getInt(),
                Blob.of(Arrays.copyOfRange(signature, Integer.BYTES, signature.length)));
    }

    static boolean isKeyName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || isSpace(c));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
