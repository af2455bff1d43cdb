package org.parley.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** The pieces that all text formats here are made of, each read in its one form only. */
final class Text {
    private static final int SAFE_DIGITS = 19;
    private static final char NEXT_LINE = 0x85;

    private Text() {}

    /** Strict UTF-8. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.malformed("the text is not UTF-8");
        }
    }

    /** Whether it can be UTF-8 and has no ASCII control character but newline: C2SP signed-note, "Format". */
    static boolean isPlain(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if ((codePoint < ' ' && codePoint != '\n') || isSurrogate(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    /** Whether it is a non-empty line of such text. */
    static boolean isLine(String text) {
        return !text.isEmpty() && text.indexOf('\n') < 0 && isPlain(text);
    }

    /** C2SP signed-note, "Format": not empty, no Unicode space, no plus; another name is an {@link IllegalArgumentException}. */
    static void requireKeyName(String name) {
        if (!isLine(name) || name.indexOf('+') >= 0 || name.chars().anyMatch(Text::isSpace)) {
            throw new IllegalArgumentException("a key's name is not empty and has no space, control character or plus");
        }
    }

    /** Base64 as RFC 4648, section 4, writes it: with padding, and no bits in excess. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as any other form is.
        }
        throw Refused.malformed("this is not base64 with padding");
    }

    static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }

    static Hash hash(String text) {
        byte[] bytes = base64(text);
        if (bytes.length != Hash.LENGTH) {
            throw Refused.malformed("a hash has 32 bytes, not " + bytes.length);
        }
        return Hash.of(bytes);
    }

    /** A number from 0 to 2⁶³ − 1, in digits, without zeros before it. */
    static long decimal(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > SAFE_DIGITS || (text.length() > 1 && text.charAt(0) == '0')) {
            throw Refused.malformed("a number has digits alone, and no zeros before it");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refused.malformed("a number is below 2⁶³");
        }
    }

    /** What stands on the line after this word and a space. */
    static String after(String word, String line) {
        if (!line.startsWith(word + " ")) {
            throw Refused.malformed("a line must begin with: " + word);
        }
        return line.substring(word.length() + 1);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** All Unicode spaces lie in the first plane. */
    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || character == NEXT_LINE;
    }
}
