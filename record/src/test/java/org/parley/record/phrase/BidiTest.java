package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.ledger.words.Language;
import org.parley.space.geodesy.Place;
import org.parley.space.window.Window;

/** What a reader of Arabic sees, from left to right, by the JDK's Bidirectional Algorithm and by ICU's. */
class BidiTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();

    /** Coordinates, instants, times of day, records and signs as they stand in a text, wherever they stand. */
    private static final Pattern FIXED = Pattern.compile("[0-9.]+° [NS] [0-9.]+° [EW]"
            + "|[0-9-]{10} [0-9:.]+Z \\([^)]*\\)"
            + "|[A-Z]+-S?[0-9]+|GROM 12|\\+1 555 0100|123\\.450 MHz");

    @Test
    void a_coordinate_within_arabic_keeps_its_order() {
        String text = crossing();
        assertThat(visual(text)).contains("35.0200° N 40.3500° E", "2017-11-20 07:00Z (200700ZNOV17)", "GROM 12");
        assertThat(icuVisual(text)).contains("35.0200° N 40.3500° E", "2017-11-20 07:00Z (200700ZNOV17)", "GROM 12");
    }

    @Test
    void without_isolates_it_would_be_shown_swapped() {
        String naive = crossing().replaceAll("[\u2066-\u2069]", "");
        assertThat(visual(naive)).doesNotContain("35.0200° N 40.3500° E");
    }

    @Test
    void every_fixed_value_of_every_phrase_is_seen_in_one_piece() {
        for (long seed = 0; seed < 40; seed++) {
            Draw draw = new Draw(seed, BOOK);
            for (Phrase phrase : BOOK.phrases()) {
                if (!phrase.id().startsWith("form.")) {
                    String text = BOOK.fill(phrase.id(), draw.values(phrase, true))
                            .orElseThrow()
                            .in(Language.AR, Manner.PLAIN)
                            .text();
                    String seen = visual(text);
                    for (String value : fixed(text)) {
                        assertThat(seen).as("seed %d %s", seed, phrase.id()).contains(value);
                    }
                }
            }
        }
    }

    @Test
    void an_arabic_text_within_english_does_not_turn_what_stands_around_it() {
        String text = BOOK.fill(
                        "QR-1.text",
                        Map.of(
                                "of", new Value.Name("BIRCH-412"),
                                "field", new Value.FieldName("place"),
                                "question", new Value.Text("هل المكان 35.02 صحيح؟", Language.AR)))
                .orElseThrow()
                .in(Language.EN, Manner.PLAIN)
                .text();
        assertThat(visual(text, Bidi.DIRECTION_LEFT_TO_RIGHT))
                .startsWith("Question about BIRCH-412. Field: place. ")
                .endsWith(" [not translated; original: Arabic]");
    }

    private static String crossing() {
        return BOOK.fill(
                        "NT-10.text",
                        Map.of(
                                "where", new Value.Point(Place.ofDegrees(35.02, 40.35)),
                                "when", new Value.During(new Window(1_511_161_200_000L, 1_511_164_800_000L)),
                                "who", new Value.Sign("GROM 12"),
                                "why", new Value.Word("crossingPurpose", "escort")))
                .orElseThrow()
                .in(Language.AR, Manner.PLAIN)
                .text();
    }

    private static List<String> fixed(String text) {
        return FIXED.matcher(text.replaceAll("[\u2066-\u2069]", ""))
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static String visual(String text) {
        return visual(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    }

    private static String visual(String text, int direction) {
        Bidi bidi = new Bidi(text, direction);
        byte[] levels = new byte[text.length()];
        Character[] seen = new Character[text.length()];
        for (int i = 0; i < seen.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            seen[i] = text.charAt(i);
        }
        Bidi.reorderVisually(levels, 0, seen, 0, seen.length);
        StringBuilder out = new StringBuilder();
        for (Character c : seen) {
            out.append(c);
        }
        return out.toString().replaceAll("[\u2066-\u2069]", "");
    }

    private static String icuVisual(String text) {
        var bidi = new com.ibm.icu.text.Bidi(text, com.ibm.icu.text.Bidi.DIRECTION_RIGHT_TO_LEFT);
        return bidi.writeReordered(0).replaceAll("[\u2066-\u2069]", "");
    }
}
