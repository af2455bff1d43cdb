package org.parley.ledger.pairing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.parley.ledger.Bytes;
import org.parley.ledger.Refused;

/**
 * The text of an invitation. Its checksum is a CRC-32 and no hash, because a CRC finds <em>every</em> error that lies
 * within 32 bits: any wrong character, and any two neighbours exchanged.
 */
final class InviteText {
    private static final String PREFIX = "PARLEY";
    private static final char VERSION = '1';
    private static final int GROUP = 5;

    /** The characters that the longest host makes, twice over for what is put between them: more was never an invitation. */
    private static final int LONGEST = 1_024;

    private static final String PREFIX_MEANT = meant(PREFIX);

    private InviteText() {}

    static String text(InviteCode code) {
        byte[] fields = fields(code);
        byte[] whole = new Out().raw(fields).raw(checksum(fields)).toBytes();
        String digits = Base32.encode(whole);
        var text = new StringBuilder(PREFIX).append(VERSION);
        for (int i = 0; i < digits.length(); i += GROUP) {
            text.append('-').append(digits, i, Math.min(digits.length(), i + GROUP));
        }
        return text.toString();
    }

    static InviteCode parse(String typed) {
        if (typed.length() > LONGEST) {
            throw new Refused(Refused.Reason.TOO_LARGE, "an invitation has at most " + LONGEST + " characters");
        }
        String meant = meant(typed);
        if (!meant.startsWith(PREFIX_MEANT) || meant.length() == PREFIX_MEANT.length()) {
            throw Refused.malformed("an invitation begins with " + PREFIX + VERSION);
        }
        char version = meant.charAt(PREFIX_MEANT.length());
        if (version != VERSION) {
            throw new Refused(
                    Refused.Reason.UNKNOWN,
                    "this is no invitation of version " + VERSION + ", which begins with " + PREFIX + VERSION
                            + ": mistyped, or made by another version of Parley");
        }
        return checked(Base32.decode(meant.substring(PREFIX_MEANT.length() + 1)));
    }

    /** Without hyphens and blanks, each character as it is meant. */
    private static String meant(String typed) {
        var meant = new StringBuilder(typed.length());
        typed.chars()
                .filter(typedChar -> !isBetween(typedChar))
                .forEach(typedChar -> meant.append(Base32.meant((char) typedChar)));
        return meant.toString();
    }

    /** Blanks, line ends, the hyphen and what text programs make of it. */
    private static boolean isBetween(int typed) {
        return Character.isWhitespace(typed)
                || Character.isSpaceChar(typed)
                || typed == '-'
                || (typed >= 0x2010 && typed <= 0x2015)
                || typed == 0x2212;
    }

    private static InviteCode checked(byte[] whole) {
        In in = new In(whole, "the invitation");
        byte[] fields = in.raw(Math.max(0, whole.length - Integer.BYTES)).array();
        if (!in.raw(Integer.BYTES).equals(Bytes.of(checksum(fields)))) {
            throw Refused.malformed(
                    "the invitation was mistyped: its checksum does not fit. Compare it group by group");
        }
        InviteCode code = read(new In(fields, "the invitation"));
        if (!Arrays.equals(fields(code), fields)) {
            throw Refused.malformed("the invitation was not made by Parley: its host has another form");
        }
        return code;
    }

    private static byte[] fields(InviteCode code) {
        Out out = new Out().u32(code.expiry()).raw(code.secret()).raw(code.pin());
        host(out, code.address().host());
        return out.u16(code.address().port()).toBytes();
    }

    private static InviteCode read(In in) {
        long expiry = in.u32();
        var secret = in.raw(InviteCode.SECRET);
        var pin = in.raw(InviteCode.PIN);
        String host = host(in);
        int port = in.u16();
        in.end();
        return new InviteCode(in.value(() -> new Address(host, port)), pin, secret, expiry);
    }

    /** An IPv4 address as a zero and four bytes, as it is the most frequent; else the length and the characters. */
    private static void host(Out out, String host) {
        byte[] ipv4 = ipv4(host);
        if (ipv4.length > 0) {
            out.u8(0).raw(ipv4);
        } else {
            out.u8(host.length()).raw(host.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String host(In in) {
        int length = in.u8();
        if (length == 0) {
            return in.u8() + "." + in.u8() + "." + in.u8() + "." + in.u8();
        }
        return new String(in.raw(length).array(), StandardCharsets.ISO_8859_1);
    }

    /** The four bytes of a host that is written as an IPv4 address, else none. */
    private static byte[] ipv4(String host) {
        String[] parts = host.split("\\.", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return new byte[0];
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return parts.length == 4 ? bytes : new byte[0];
    }

    private static byte[] checksum(byte[] fields) {
        CRC32 crc = new CRC32();
        crc.update((PREFIX + VERSION).getBytes(StandardCharsets.US_ASCII));
        crc.update(fields);
        // Least byte first: so fields and checksum are one code word, and an error across their border is found too.
        return new Out()
                .u32(Integer.toUnsignedLong(Integer.reverseBytes((int) crc.getValue())))
                .toBytes();
    }
}
