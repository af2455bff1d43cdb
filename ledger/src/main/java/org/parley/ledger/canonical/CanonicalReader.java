package org.parley.ledger.canonical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Refused;

/** Reads one value from its canonical bytes, and refuses at the first byte that differs from them. */
final class CanonicalReader {
    /** 2⁵³ − 1 has 16 digits. */
    private static final int MAX_DIGITS = 16;

    /** What the byte after the last one is taken for; no value goes on with it. */
    private static final byte END = 0;

    private static final Shared<String> NAMES = new Shared<>(1_024);

    private final byte[] in;
    private int at;

    CanonicalReader(byte[] in) {
        this.in = in;
    }

    Json read() {
        Json value = value(0);
        if (at < in.length) {
            throw refused("more follows after the value");
        }
        return value;
    }

    private Json value(int depth) {
        byte first = peek();
        return switch (first) {
            case '"' -> new Json.Str(string());
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case 't' -> word("true", Json.Bool.TRUE);
            case 'f' -> word("false", Json.Bool.FALSE);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> integer();
            case 'n' -> throw refused("null is not allowed");
            case ' ', '\t', '\n', '\r' -> throw refused("white space between values");
            default -> throw refused("no value begins like this");
        };
    }

    private int deeper(int depth) {
        if (depth == Canonical.MAX_DEPTH) {
            throw refused("nested more than " + Canonical.MAX_DEPTH + " deep");
        }
        at++;
        return depth + 1;
    }

    private Json object(int depth) {
        var members = new ArrayList<Json.Member>();
        if (peek() == '}') {
            at++;
            return new Json.Obj(List.of());
        }
        String before = "";
        while (true) {
            int start = at;
            if (peek() != '"') {
                throw refused("a name in quotes is missing");
            }
            String name = NAMES.of(string());
            if (!members.isEmpty() && before.compareTo(name) >= 0) {
                throw refused(start, before.equals(name) ? "a name stands twice" : "names are out of order");
            }
            before = name;
            expect(':', "a colon");
            members.add(new Json.Member(name, value(depth)));
            if (peek() == '}') {
                at++;
                return new Json.Obj(List.copyOf(members));
            }
            expect(',', "a comma or the end of the object");
        }
    }

    private Json array(int depth) {
        var items = new ArrayList<Json>();
        if (peek() == ']') {
            at++;
            return new Json.Arr(List.of());
        }
        while (true) {
            items.add(value(depth));
            if (peek() == ']') {
                at++;
                return new Json.Arr(List.copyOf(items));
            }
            expect(',', "a comma or the end of the array");
        }
    }

    private Json integer() {
        int start = at;
        boolean negative = in[at] == '-';
        if (negative) {
            at++;
        }
        int digits = at;
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            if (at - digits == MAX_DIGITS) {
                throw refused(start, "an integer beyond 2^53 - 1");
            }
            value = value * 10 + (in[at++] - '0');
        }
        if (at == digits) {
            throw refused("a digit is missing");
        }
        if (in[digits] == '0' && (negative || at - digits > 1)) {
            throw refused(start, negative ? "-0 or a leading zero" : "a leading zero");
        }
        if (peek() == '.' || peek() == 'e' || peek() == 'E') {
            throw refused("a fraction or an exponent");
        }
        if (value > Json.Int.MAX) {
            throw refused(start, "an integer beyond 2^53 - 1");
        }
        return new Json.Int(negative ? -value : value);
    }

    private Json word(String word, Json value) {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw refused("no value begins like this");
            }
            at++;
        }
        return value;
    }

    private String string() {
        int start = ++at;
        boolean ascii = true;
        while (at < in.length) {
            byte b = in[at];
            if (b == '"') {
                return text(start, at++, ascii);
            } else if (b == '\\') {
                return withEscapes(new StringBuilder(text(start, at, ascii)));
            } else if (b < 0) {
                beyondAscii();
                ascii = false;
            } else if (b < ' ') {
                throw refused("a control character that is not escaped");
            } else {
                at++;
            }
        }
        throw refused("a string does not end");
    }

    /** The text of bytes that were found to be right. */
    private String text(int from, int to, boolean ascii) {
        return new String(in, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** The rest of a string, from its first escape on. */
    private String withEscapes(StringBuilder text) {
        while (at < in.length) {
            byte b = in[at];
            if (b == '"') {
                at++;
                return text.toString();
            } else if (b == '\\') {
                text.append(escaped());
            } else if (b < 0) {
                text.appendCodePoint(beyondAscii());
            } else if (b < ' ') {
                throw refused("a control character that is not escaped");
            } else {
                text.append((char) b);
                at++;
            }
        }
        throw refused("a string does not end");
    }

    private char escaped() {
        int start = at++;
        int character = Escapes.character(peek());
        if (character >= 0) {
            at++;
            return (char) character;
        }
        if (peek() == 'u' && in.length - at > 4 && in[at + 1] == '0' && in[at + 2] == '0') {
            int value = hex(in[at + 3]) << 4 | hex(in[at + 4]);
            if (value >= 0 && value < ' ' && Escapes.letter((char) value) == 0) {
                at += 5;
                return (char) value;
            }
        }
        throw refused(start, "an escape that the canonical form does not have");
    }

    /** The value of a lower-case hex digit; negative for anything else. */
    private static int hex(byte digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
    }

    /** One code point of two to four bytes of UTF-8. */
    private int beyondAscii() {
        int start = at;
        int lead = in[at++] & 0xFF;
        int codePoint;
        if (lead >= 0xC2 && lead <= 0xDF) {
            codePoint = (lead & 0x1F) << 6 | tail(start);
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            codePoint = (lead & 0xF) << 12 | tail(start) << 6 | tail(start);
            notOverlong(codePoint >= 0x800, start);
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            codePoint = (lead & 0x7) << 18 | tail(start) << 12 | tail(start) << 6 | tail(start);
            notOverlong(codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT, start);
        } else {
            throw refused(start, "bytes that are not UTF-8");
        }
        if (!Unicode16.allows(codePoint)) {
            throw refused(start, "a code point that no record may hold, U+" + Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    private int tail(int start) {
        if (at == in.length || (in[at] & 0xC0) != 0x80) {
            throw refused(start, "bytes that are not UTF-8");
        }
        return in[at++] & 0x3F;
    }

    private void notOverlong(boolean right, int start) {
        if (!right) {
            throw refused(start, "bytes that are not UTF-8");
        }
    }

    private byte peek() {
        return at < in.length ? in[at] : END;
    }

    private void expect(char c, String what) {
        if (peek() != c) {
            throw refused(what + " is missing");
        }
        at++;
    }

    private Refused refused(String what) {
        return refused(at, what);
    }

    private Refused refused(int index, String what) {
        String where = index < in.length ? "at byte " + index : "at the end, byte " + index;
        return Refused.malformed("not canonical JSON: " + what + ", " + where);
    }
}
