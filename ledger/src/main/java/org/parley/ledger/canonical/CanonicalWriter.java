package org.parley.ledger.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.parley.ledger.Refused;

/** Prints one value. */
final class CanonicalWriter {
    /** Most entries fit; what does not, grows. */
    private static final int USUAL = 512;

    /** The most bytes that one UTF-16 code unit takes: a control character as an escape. */
    private static final int MOST_PER_CHAR = 6;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] out = new byte[USUAL];
    private int at;

    byte[] write(Json value) {
        value(value, 0);
        return Arrays.copyOf(out, at);
    }

    private void value(Json value, int depth) {
        switch (value) {
            case Json.Str(String text) -> string(text);
            case Json.Int(long number) -> ascii(Long.toString(number));
            case Json.Bool(boolean flag) -> ascii(flag ? "true" : "false");
            case Json.Arr(List<Json> items) -> array(items, deeper(depth));
            case Json.Obj(List<Json.Member> members) -> object(members, deeper(depth));
        }
    }

    private static int deeper(int depth) {
        if (depth == Canonical.MAX_DEPTH) {
            throw Refused.malformed("a value is nested more than " + Canonical.MAX_DEPTH + " deep");
        }
        return depth + 1;
    }

    private void array(List<Json> items, int depth) {
        put('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                put(',');
            }
            value(items.get(i), depth);
        }
        put(']');
    }

    private void object(List<Json.Member> members, int depth) {
        put('{');
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                put(',');
            }
            string(members.get(i).name());
            put(':');
            value(members.get(i).value(), depth);
        }
        put('}');
    }

    private void string(String text) {
        room((long) text.length() * MOST_PER_CHAR + 2);
        out[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += beyondAscii(text, i) - 1;
            } else if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else {
                out[at++] = (byte) c;
            }
        }
        out[at++] = '"';
    }

    /** Prints the code point that begins here, and says how many code units it took. */
    private int beyondAscii(String text, int index) {
        int codePoint = text.codePointAt(index);
        if (!Unicode16.allows(codePoint)) {
            throw Refused.malformed(
                    String.format(Locale.ROOT, "a string holds U+%04X, which no record may hold", codePoint));
        }
        if (codePoint < 0x800) {
            out[at++] = (byte) (0xC0 | (codePoint >> 6));
        } else if (codePoint < 0x10000) {
            out[at++] = (byte) (0xE0 | (codePoint >> 12));
            tail(codePoint >> 6);
        } else {
            out[at++] = (byte) (0xF0 | (codePoint >> 18));
            tail(codePoint >> 12);
            tail(codePoint >> 6);
        }
        tail(codePoint);
        return Character.charCount(codePoint);
    }

    private void tail(int bits) {
        out[at++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void escape(char c) {
        out[at++] = '\\';
        byte letter = Escapes.letter(c);
        if (letter != 0) {
            out[at++] = letter;
            return;
        }
        out[at++] = 'u';
        out[at++] = '0';
        out[at++] = '0';
        out[at++] = HEX[c >> 4];
        out[at++] = HEX[c & 0xF];
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            out[at++] = (byte) text.charAt(i);
        }
    }

    private void put(char c) {
        room(1);
        out[at++] = (byte) c;
    }

    private void room(long bytes) {
        if (bytes > out.length - at) {
            out = Arrays.copyOf(out, Math.toIntExact(Math.max(2L * out.length, at + bytes)));
        }
    }
}
