package org.parley.ledger.keys;

import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** The lines of a text that a root key signs, read one after another; each value has one form. */
final class Lines {
    /** Numbers are also members of canonical JSON: 2⁵³ − 1. */
    static final long GREATEST_NUMBER = (1L << 53) - 1;

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");

    private final String what;
    private final Iterator<String> rest;

    Lines(String what, String text) {
        this.what = what;
        if (!text.endsWith("\n")) {
            throw Refused.malformed(what + " ends with a line feed");
        }
        this.rest =
                List.of(text.substring(0, text.length() - 1).split("\n", -1)).iterator();
    }

    /** What the reading gives, if nothing is left behind it and no value is one that cannot be. */
    <T> T value(Supplier<T> reading) {
        try {
            T value = reading.get();
            if (hasMore()) {
                throw Refused.malformed(what + " has lines that do not belong there");
            }
            return value;
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(what + ": " + wrong.getMessage());
        }
    }

    boolean hasMore() {
        return rest.hasNext();
    }

    void expect(String header) {
        if (!after("").equals(header)) {
            throw Refused.malformed(what + " begins with the line " + header);
        }
    }

    /** The rest of the next line, which begins so. */
    String after(String beginning) {
        String line = rest.hasNext() ? rest.next() : "";
        if (!line.startsWith(beginning)) {
            throw Refused.malformed(what + " has no line \"" + beginning + "…\" where it belongs");
        }
        return line.substring(beginning.length());
    }

    Opening opening(String beginning) {
        List<String> words = words(after(beginning), 3);
        if (!words.get(1).equals("from")) {
            throw Refused.malformed(what + ": keys are in force from a size");
        }
        return new Opening(Epoch.of(words.get(0)), number(words.get(2)));
    }

    LastHead lastHead(String beginning) {
        List<String> words = words(after(beginning), 3);
        return new LastHead(Epoch.of(words.get(0)), number(words.get(1)), Hash.of(bytes(words.get(2))));
    }

    private List<String> words(String line, int count) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != count) {
            throw Refused.malformed(what + " has a line with too few or too many words");
        }
        return words;
    }

    static long number(String digits) {
        if (!NUMBER.matcher(digits).matches()) {
            throw Refused.malformed("a number is written in digits, the first of them no 0");
        }
        return Long.parseLong(digits);
    }

    /** The bytes of standard base64 in its one form: padded, and no bit set that is not read. */
    static byte[] bytes(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!base64(bytes).equals(base64)) {
            throw Refused.malformed("base64 is written with its padding, and with no bit that is not read");
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String of(String beginning, LastHead last) {
        return beginning + " " + last.epoch() + " " + last.size() + " "
                + base64(last.root().bytes()) + "\n";
    }
}
