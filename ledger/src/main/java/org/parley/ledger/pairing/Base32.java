package org.parley.ledger.pairing;

import org.parley.ledger.Refused;

/** Crockford's base32: no I, L, O or U, and whoever writes I, L or O means 1, 1 and 0. */
final class Base32 {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    /** The digit that a person means by a character: upper case, O as 0, I and L as 1. */
    static char meant(char typed) {
        // Only ASCII, so that no character of another script turns into a digit.
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    /** The bytes as digits, the first bit first, filled up with zero bits. */
    static String encode(byte[] bytes) {
        var digits = new StringBuilder((bytes.length * 8 + 4) / 5);
        int held = 0;
        int bits = 0;
        for (byte octet : bytes) {
            held = (held << 8 | (octet & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                digits.append(DIGITS.charAt(held >>> bits & 31));
            }
        }
        if (bits > 0) {
            digits.append(DIGITS.charAt(held << (5 - bits) & 31));
        }
        return digits.toString();
    }

    /** The bytes of digits as {@link #meant}; {@link Refused} if one is no digit or not all bits are used. */
    static byte[] decode(String digits) {
        byte[] bytes = new byte[digits.length() * 5 / 8];
        int length = 0;
        int held = 0;
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            held = (held << 5 | value(digits.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[length++] = (byte) (held >>> bits);
            }
        }
        if (bits >= 5 || (held & (1 << bits) - 1) != 0) {
            throw Refused.malformed("the end of the invitation was mistyped, or characters are missing");
        }
        return bytes;
    }

    private static int value(char digit) {
        int value = DIGITS.indexOf(digit);
        if (value < 0) {
            String shown = digit > ' ' && digit < 127 ? "'" + digit + "'" : String.format("U+%04X", (int) digit);
            throw Refused.malformed("the invitation was mistyped: " + shown + " never stands in one");
        }
        return value;
    }
}
