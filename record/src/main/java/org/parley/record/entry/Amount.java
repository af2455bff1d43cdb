package org.parley.record.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.space.Problem;

/**
 * One number and the words around it, as in {@code AMSL 6,100 m}.
 *
 * @param value the number, if there is one
 * @param words what stands beside it, in capitals
 * @param warnings how a doubtful comma or point was read
 */
record Amount(Optional<Double> value, List<String> words, List<Problem> warnings) {
    /** Groups of three, divided by space, apostrophe, comma or point; or a plain number with decimals. */
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:\\d{1,3}(?:(?<group>[ ',.])\\d{3})(?:\\k<group>\\d{3})*(?:(?!\\k<group>)[.,]\\d+)?|\\d+(?:[.,]\\d+)?)(?![\\d.,])");

    private static final Pattern WORD = Pattern.compile("\\p{L}+|'");

    Amount {
        words = List.copyOf(words);
        warnings = List.copyOf(warnings);
    }

    /** Nothing where there are two numbers, or signs that mean nothing. */
    static Optional<Amount> of(String field, String plain) {
        Matcher number = NUMBER.matcher(plain);
        if (!number.find()) {
            return words(plain).map(words -> new Amount(Optional.empty(), words, List.of()));
        }
        String around = plain.substring(0, number.start()) + " " + plain.substring(number.end());
        List<Problem> warnings = new ArrayList<>();
        double value = Double.parseDouble(decimal(field, number.group(), warnings));
        return words(around).map(words -> new Amount(Optional.of(value), words, warnings));
    }

    /** Only words and gaps. */
    private static Optional<List<String>> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        boolean nothingElse = WORD.matcher(text).replaceAll("").isBlank();
        return nothingElse ? Optional.of(words) : Optional.empty();
    }

    /**
     * The number with a point for its decimals. One comma before three digits divides thousands, as in English; one point
     * before three digits does not. Both are told, for elsewhere it is the other way round.
     */
    private static String decimal(String field, String number, List<Problem> warnings) {
        String text = number.replace(" ", "").replace("'", "");
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        boolean both = comma >= 0 && point >= 0;
        if (both) {
            return point > comma ? text.replace(",", "") : text.replace(".", "").replace(',', '.');
        }
        char sign = comma >= 0 ? ',' : '.';
        boolean several = text.indexOf(sign) != text.lastIndexOf(sign);
        boolean three = text.length() - Math.max(comma, point) == 4 && (comma >= 0 || point >= 0);
        boolean thousands = several || (comma >= 0 && three);
        String read = thousands ? text.replace("" + sign, "") : text.replace(',', '.');
        if (three && !several) {
            warnings.add(new Problem(
                    field,
                    number,
                    "is read as " + read + ", with its " + (comma >= 0 ? "comma" : "point")
                            + (thousands ? " between thousands" : " before decimals"),
                    "write it without to leave no doubt"));
        }
        return read;
    }
}
