package org.parley.cli.check.read;

/** Finds what is not UTF-8 (RFC 3629). A zero byte, which JSON never has, is a sign of another encoding too. */
final class Utf8 {
    private Utf8() {}

    /** Offset of the first byte that does not belong to UTF-8; −1 when there is none. */
    static int flaw(byte[] bytes, int from, int until) {
        int i = from;
        while (i < until) {
            int length = length(bytes, i, until);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** Bytes of the character at an offset; 0 when there is none. */
    private static int length(byte[] bytes, int i, int until) {
        int b = bytes[i];
        if (b >= 0) {
            return b == 0 ? 0 : 1;
        }
        int lead = b & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (i + length > until || !secondFits(lead, bytes[i + 1] & 0xFF)) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Leaves out what is written longer than need be, halves of surrogate pairs, and what is beyond Unicode. */
    private static boolean secondFits(int lead, int second) {
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
