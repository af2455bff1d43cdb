package org.parley.ledger.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.ledger.Refused;

/** Reads words as people type what they heard: in any of the languages, in any case, with or without marks on the letters. */
final class Heard {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]");
    private static final int LONGEST = 1_024;
    private static final Map<String, Integer> NUMBERS = numbers();

    private Heard() {}

    /** The numbers of the words in a text, whatever stands between them; one that is in no list is {@link Refused}. */
    static List<Integer> numbers(String text) {
        if (text.length() > LONGEST) {
            throw new Refused(Refused.Reason.TOO_LARGE, "six words have at most " + LONGEST + " characters");
        }
        List<Integer> numbers = new ArrayList<>();
        for (String word : BETWEEN.split(text, -1)) {
            if (!word.isEmpty()) {
                Integer number = NUMBERS.get(folded(word));
                if (number == null) {
                    throw new Refused(
                            Refused.Reason.UNKNOWN,
                            "word " + (numbers.size() + 1) + ", \"" + word + "\", is in none of the three lists");
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (Language language : Language.values()) {
            List<String> all = SixWords.all(language);
            for (int number = 0; number < all.size(); number++) {
                numbers.put(folded(all.get(number)), number);
            }
        }
        return Map.copyOf(numbers);
    }

    /** Small letters without marks; in Arabic also one form for those that are often typed for each other. */
    static String folded(String word) {
        String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return bare.replace('\u0629', '\u0647').replace('\u0649', '\u064a');
    }
}
