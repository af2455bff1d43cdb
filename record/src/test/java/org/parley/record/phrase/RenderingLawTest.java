package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.words.Language;
import org.parley.record.phrase.Renderer.Piece;

/** What holds of every phrase of the shipped book, in every language, whatever stands in its fields. */
class RenderingLawTest {
    private static final int SEEDS = 40;
    private static final PhraseBook BOOK = PhraseBook.shipped();

    /** Phrases that say a word by a sentence of its own for each, in some language. */
    private static final Set<String> WORD_IS_SAID_OTHERWISE = Set.of("QR-2.text", "W16");

    @Test
    void every_phrase_says_every_value_and_leaves_no_brace() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Draw draw = new Draw(seed, BOOK);
            for (Phrase phrase : BOOK.phrases()) {
                if (!phrase.id().startsWith("form.")) {
                    Map<String, Value> values = draw.values(phrase, seed % 2 == 0);
                    check("seed " + seed + " " + phrase.id(), phrase, values);
                }
            }
        }
    }

    private static void check(String what, Phrase phrase, Map<String, Value> values) {
        Filled filled = BOOK.fill(phrase.id(), values).orElseThrow();
        for (Language language : Language.values()) {
            String text = filled.in(language, Manner.PLAIN).text();
            assertThat(text).as(what).isNotBlank().doesNotContain("{", "}", "null", "  ");
            assertThat(text.strip()).as(what).isEqualTo(text);
            assertThat(count(text, "\u2066\u2067\u2068")).as(what).isEqualTo(count(text, "\u2069"));
            for (Field field : phrase.fields()) {
                Value value = values.get(field.name());
                if (value != null && !(value instanceof Value.Word && WORD_IS_SAID_OTHERWISE.contains(phrase.id()))) {
                    assertThat(text).as(what + " {%s}", field.name()).contains(figure(field.type(), value, language));
                }
            }
        }
    }

    /** The part of a value that no language may leave out, told without the code under test. */
    private static String figure(FieldType type, Value value, Language language) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Count(long count) -> Long.toString(count);
            case Value.Point point -> degrees(Math.abs((long) point.place().lat()));
            case Value.Circle circle ->
                Long.toString(circle.radius()).replaceAll("0+$", "").substring(0, 1);
            case Value.Corridor corridor ->
                Integer.toString(Math.abs(corridor.line().getLast().lon() / 10_000_000));
            case Value.Outline outline ->
                Integer.toString(Math.abs(outline.corners().getLast().lon() / 10_000_000));
            case Value.Level level -> word(level.height().toString());
            case Value.Band band -> word(band.upper().toString());
            case Value.During during -> clock(during.window().from());
            case Value.Moment(long at) -> clock(at);
            case Value.Span(long seconds) when type == FieldType.TIMER -> String.format(":%02d", seconds % 60);
            case Value.Span(long seconds) -> Long.toString(largest(seconds, type == FieldType.AGE ? 48 : 24));
            case Value.Distance(long metres) -> Long.toString(metres).substring(0, 1);
            case Value.Course(int degrees) -> String.format("%03d°", degrees);
            case Value.Speed(int amount, Value.Unit unit) -> Integer.toString(amount);
            case Value.Party party -> party.name().name();
            case Value.Parties parties -> parties.names().getLast().name();
            case Value.Name(String record) -> record;
            case Value.Word(String list, String word) -> plain(Words.id(list, word), language);
            case Value.FieldName(String name) -> plain("label." + name, language);
            case Value.Sign(String sign) -> sign;
            case Value.Languages languages ->
                plain("language." + languages.languages().getFirst().name().toLowerCase(Locale.ROOT), language);
            case Value.Fields fields -> plain("label." + fields.said().getLast().field(), language);
        };
    }

    private static String plain(String id, Language language) {
        return BOOK.phrase(id).orElseThrow().text(language);
    }

    /** The number of a height, where it has one. */
    private static String word(String height) {
        return height.replaceAll("[^0-9.]", "").replaceAll("\\.0?$", "");
    }

    private static long largest(long seconds, int hoursUpTo) {
        if (seconds < 3_600) {
            return seconds < 60 ? seconds : seconds / 60;
        }
        return seconds < hoursUpTo * 3_600L ? seconds / 3_600 : seconds / 86_400;
    }

    private static String degrees(long units) {
        return String.format(Locale.ROOT, "%d.%04d", units / 10_000_000, units % 10_000_000 / 1_000);
    }

    private static String clock(long at) {
        return String.format("%02d:%02d", at / 3_600_000 % 24, at / 60_000 % 60);
    }

    private static long count(String text, String characters) {
        return text.chars().filter(c -> characters.indexOf(c) >= 0).count();
    }

    @Test
    void every_pattern_means_the_same_to_icu() {
        for (Phrase phrase : BOOK.phrases()) {
            for (Language language : Language.values()) {
                for (int count : new int[] {0, 1, 2, 3, 5, 11, 21, 100, 102, 111}) {
                    Map<String, Piece> ours = new HashMap<>();
                    Map<String, Object> theirs = new HashMap<>();
                    for (Field field : phrase.fields()) {
                        boolean number = field.type() == FieldType.COUNT;
                        String key = field.list().isPresent() ? "notOurs" : "x";
                        String text = number ? Integer.toString(count) : key;
                        ours.put(
                                field.name(),
                                new Piece(text, key, number ? OptionalLong.of(count) : OptionalLong.empty()));
                        theirs.put(field.name(), number ? (Object) count : key);
                    }
                    String pattern = phrase.text(language);
                    assertThat(new Renderer(BOOK, language, Manner.PLAIN).say(phrase.id(), ours))
                            .as(phrase.id() + " " + language)
                            .isEqualTo(
                                    new MessageFormat(pattern, ULocale.forLanguageTag(tag(language))).format(theirs));
                }
            }
        }
    }

    private static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT) + "-u-nu-latn";
    }
}
