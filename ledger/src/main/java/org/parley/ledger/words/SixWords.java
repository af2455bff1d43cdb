package org.parley.ledger.words;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;

/**
 * The first 48 bits of a line id as six words, for two people to compare by voice.
 *
 * <p>Each number, 0 to 255, is a byte of the line id in the order of writing and the index of a word in every list. Who
 * compares must find all six the same and in this order; five of six prove nothing. The table: docs/words.md.
 */
public record SixWords(int first, int second, int third, int fourth, int fifth, int sixth) {
    private static final int COUNT = 6;
    private static final int IN_A_LIST = 256;

    /** A number that is not a byte is an {@link IllegalArgumentException}. */
    public SixWords {
        if (IntStream.of(first, second, third, fourth, fifth, sixth).anyMatch(n -> n < 0 || n >= IN_A_LIST)) {
            throw new IllegalArgumentException("a word has a number from 0 to 255");
        }
    }

    /** The words of a line. */
    public static SixWords of(LineId line) {
        byte[] bytes = HexFormat.of().parseHex(line.hex(), 0, 2 * COUNT);
        return new SixWords(
                Byte.toUnsignedInt(bytes[0]),
                Byte.toUnsignedInt(bytes[1]),
                Byte.toUnsignedInt(bytes[2]),
                Byte.toUnsignedInt(bytes[3]),
                Byte.toUnsignedInt(bytes[4]),
                Byte.toUnsignedInt(bytes[5]));
    }

    /**
     * Six words as they were heard and typed, each in any of the languages, in any case, whatever stands between them.
     * {@link Refused} where a word is in no list, or there are not six.
     */
    public static SixWords heard(String text) {
        List<Integer> numbers = Heard.numbers(text);
        if (numbers.size() != COUNT) {
            throw Refused.malformed("six words are compared, not " + numbers.size());
        }
        return new SixWords(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
    }

    /** These six in one language, in the order in which they are read out. */
    public List<String> words(Language language) {
        List<String> all = all(language);
        return IntStream.of(first, second, third, fourth, fifth, sixth)
                .mapToObj(all::get)
                .toList();
    }

    /** All 256 words of a language by their number. */
    public static List<String> all(Language language) {
        return switch (language) {
            case EN -> EnglishWords.ALL;
            case RU -> RussianWords.ALL;
            case AR -> ArabicWords.ALL;
        };
    }
}
