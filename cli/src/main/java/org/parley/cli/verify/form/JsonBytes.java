package org.parley.cli.verify.form;

import java.util.Arrays;

/** The bytes of JSON as they are printed. */
final class JsonBytes {
    private static final String HEX = "0123456789abcdef";

    private byte[] bytes;
    private int length;

    JsonBytes(int expected) {
        bytes = new byte[expected + 16];
    }

    int length() {
        return length;
    }

    /** Whether it is exactly these. */
    boolean is(byte[] other) {
        return Arrays.equals(bytes, 0, length, other, 0, other.length);
    }

    void put(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
    }

    void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /** A string in quotes, as RFC 8785 escapes it. */
    void text(String text) {
        put('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> ascii("\\\"");
                case '\\' -> ascii("\\\\");
                case '\b' -> ascii("\\b");
                case '\t' -> ascii("\\t");
                case '\n' -> ascii("\\n");
                case '\f' -> ascii("\\f");
                case '\r' -> ascii("\\r");
                default -> character(c);
            }
        }
        put('"');
    }

    private void character(int c) {
        if (c < ' ') {
            ascii("\\u00");
            put(HEX.charAt(c >> 4));
            put(HEX.charAt(c & 15));
        } else if (c < 0x7f) {
            put(c);
        } else {
            utf8(assigned(c));
        }
    }

    private void utf8(int c) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xc0 | (c >> 6));
            put(0x80 | (c & 0x3f));
        } else if (c < 0x1_0000) {
            put(0xe0 | (c >> 12));
            put(0x80 | (c >> 6 & 0x3f));
            put(0x80 | (c & 0x3f));
        } else {
            put(0xf0 | (c >> 18));
            put(0x80 | (c >> 12 & 0x3f));
            put(0x80 | (c >> 6 & 0x3f));
            put(0x80 | (c & 0x3f));
        }
    }

    private static int assigned(int c) {
        int type = Character.getType(c);
        Malformed.unless(type != Character.SURROGATE, "a lone surrogate");
        Malformed.unless(type != Character.UNASSIGNED, "a code point that Unicode 16 leaves unassigned");
        return c;
    }
}
