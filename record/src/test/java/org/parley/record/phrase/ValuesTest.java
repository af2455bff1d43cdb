package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ledger.words.Language;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Height;

/** Values that do not fit a phrase, and how values look that do. */
class ValuesTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();

    @Test
    void every_problem_is_told_at_once() {
        assertThat(problems(
                        "QR-1.text",
                        Map.of(
                                "of",
                                new Value.Count(1),
                                "field",
                                new Value.FieldName("nonsense"),
                                "colour",
                                new Value.Count(2))))
                .extracting(problem -> problem.field() + ": " + problem.reason())
                .containsExactly(
                        "of: the field takes a value of type record",
                        "field: this book has no field of that name",
                        "question: the field is required",
                        "colour: QR-1.text has no such field");
    }

    @Test
    void a_word_comes_from_the_list_of_its_field() {
        Value of = new Value.Name("AZURE-1");
        assertThat(problems("AK-9.text", Map.of("of", of, "reason", new Value.Word("cause", "power"))))
                .extracting(Problem::reason)
                .containsExactly("the field takes a word of the list reason, not of cause");
        assertThat(problems("AK-9.text", Map.of("of", of, "reason", new Value.Word("reason", "whim"))))
                .extracting(Problem::reason)
                .containsExactly("the list reason has no such word");
        assertThat(problems("AK-9.text", Map.of("of", of, "reason", new Value.Text("weather", Language.EN))))
                .extracting(Problem::reason)
                .containsExactly("the field takes a word of the list reason");
    }

    @Test
    void a_text_that_turns_its_surroundings_or_hides_something_is_refused() {
        for (String text :
                List.of("35.02 N\u202E E 85.04", "a\u2069b", "a\nb", "\u0000", "a\u200Eb", "  ", "x".repeat(2_001))) {
            Map<String, Value> values = Map.of(
                    "of", new Value.Name("AZURE-1"),
                    "field", new Value.FieldName("place"),
                    "question", new Value.Text(text, Language.EN));
            assertThat(problems("QR-1.text", values)).as(text).hasSize(1);
        }
    }

    @Test
    void what_a_person_wrote_is_no_pattern() {
        Map<String, Value> values = Map.of(
                "of", new Value.Name("AZURE-1"),
                "field", new Value.FieldName("place"),
                "question", new Value.Text("{of} {n, plural, # '", Language.EN));
        assertThat(BOOK.fill("QR-1.text", values)
                        .orElseThrow()
                        .in(Language.EN, Manner.PLAIN)
                        .text())
                .isEqualTo("Question about AZURE-1. Field: place. {of} {n, plural, # '");
    }

    @Test
    void what_is_inside_fields_is_looked_at_too() {
        Value fields = new Value.Fields(List.of(
                new Value.Said("nonsense", new Value.Sign("a\u2066b"), Optional.of(new Value.Word("reason", "whim")))));
        assertThat(problems("AK-2.text", Map.of("of", new Value.Name("AZURE-1"), "fields", fields)))
                .hasSize(3);
    }

    @Test
    void a_sentence_is_no_drawing() {
        Value line = new Value.Corridor(Collections.nCopies(101, Place.ofDegrees(35, 40)), 100);
        assertThat(problems("SF-6.text", Map.of("who", new Value.Sign("GROM 12"), "sector", line)))
                .hasSize(1);
    }

    @Test
    void an_unknown_phrase_is_refused() {
        assertThat(problems("NT-99.text", Map.of())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            35.03     | 40.62     | 35.0300° N 40.6200° E       | 35.0300° с. ш. 40.6200° в. д.
            -0.5      | -179.9999 | 0.5000° S 179.9999° W       | 0.5000° ю. ш. 179.9999° з. д.
            35.0312345 | -120.72345 | 35.0312345° N 120.72345° W | 35.0312345° с. ш. 120.72345° з. д.
            0         | 0         | 0.0000° N 0.0000° E         | 0.0000° с. ш. 0.0000° в. д.
            -90       | 180       | 90.0000° S 180.0000° W      | 90.0000° ю. ш. 180.0000° з. д.
            """)
    void a_place_is_said_with_all_its_decimals(double lat, double lon, String english, String russian) {
        Value place = new Value.Point(Place.ofDegrees(lat, lon));
        assertThat(said(place, Language.EN)).isEqualTo("place: " + english);
        assertThat(said(place, Language.RU)).isEqualTo("место: " + russian.replaceAll("\\.$", ""));
        assertThat(said(place, Language.AR).replaceAll("[\u2066-\u2069]", "")).isEqualTo("المكان: " + english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | 0 seconds        | 0 секунд         | 0 ثانية
            1      | 1 second         | 1 секунда        | 1 ثانية
            61     | 1 minute 1 second | 1 минута 1 секунда | 1 دقيقة و1 ثانية
            300    | 5 minutes        | 5 минут          | 5 دقائق
            5400   | 1 hour 30 minutes | 1 час 30 минут  | 1 ساعة و30 دقيقة
            172800 | 2 days           | 2 дня            | 2 يوم
            1036800 | 12 days         | 12 дней          | 12 يوماً
            """)
    void a_length_of_time_takes_its_plural(long seconds, String english, String russian, String arabic) {
        Value span = new Value.Span(seconds);
        assertThat(said(span, Language.EN)).isEqualTo("place: " + english);
        assertThat(said(span, Language.RU)).isEqualTo("место: " + russian.replaceAll("\\.$", ""));
        assertThat(said(span, Language.AR).replaceAll("[\u2066-\u2069]", "")).isEqualTo("المكان: " + arabic);
    }

    @Test
    void a_height_keeps_its_reference_and_every_digit() {
        assertThat(said(new Value.Level(new Height.Amsl(609.6)), Language.EN)).isEqualTo("place: 609.6 m AMSL");
        assertThat(said(new Value.Level(new Height.Agl(-0.0)), Language.EN)).isEqualTo("place: 0 m AGL");
        assertThat(said(new Value.Level(new Height.FlightLevel(85)), Language.EN))
                .isEqualTo("place: FL085");
        assertThat(said(new Value.Level(new Height.Hae(12_000)), Language.EN))
                .isEqualTo("place: 12000 m above the WGS 84 ellipsoid");
        assertThat(said(new Value.Band(new Height.Surface(), new Height.Unbounded()), Language.EN))
                .isEqualTo("place: from surface to unlimited");
    }

    @Test
    void a_distance_is_exact() {
        assertThat(said(new Value.Distance(9_260), Language.EN)).isEqualTo("place: 9.26 km");
        assertThat(said(new Value.Distance(999), Language.EN)).isEqualTo("place: 999 m");
        assertThat(said(new Value.Distance(100_000), Language.RU)).isEqualTo("место: 100 км");
    }

    @Test
    void local_time_has_the_offset_of_its_date_and_the_date_where_it_is_another() {
        Manner syria = new Manner(
                List.of(new Manner.Offset(1_490_911_200_000L, 180), new Manner.Offset(1_509_051_600_000L, 120)),
                false,
                List.of());
        assertThat(moment("2017-07-09T09:00:00Z", syria)).isEqualTo("2017-07-09 09:00Z (12:00 +03:00, 090900ZJUL17)");
        assertThat(moment("2017-11-20T07:00:00Z", syria)).isEqualTo("2017-11-20 07:00Z (09:00 +02:00, 200700ZNOV17)");
        assertThat(moment("2017-11-20T23:30:05Z", syria))
                .isEqualTo("2017-11-20 23:30:05Z (2017-11-21 01:30:05 +02:00, 202330ZNOV17)");
        assertThat(moment("2016-01-01T00:00:00.250Z", syria)).isEqualTo("2016-01-01 00:00:00.250Z (010000ZJAN16)");
        Manner newfoundland = new Manner(List.of(new Manner.Offset(0, -210)), false, List.of());
        assertThat(moment("2017-11-20T07:00:00Z", newfoundland))
                .isEqualTo("2017-11-20 07:00Z (03:30 -03:30, 200700ZNOV17)");
    }

    @Test
    void arabic_indic_digits_are_for_plain_counts_alone() {
        Manner local = new Manner(List.of(), true, List.of());
        Map<String, Value> values = Map.of("waited", new Value.Span(720), "limit", new Value.Count(10));
        Filled noAnswer = BOOK.fill("W5", values).orElseThrow();
        assertThat(noAnswer.in(Language.AR, local).text()).contains("12", "١٠").doesNotContain("10");
        assertThat(noAnswer.in(Language.EN, local).text()).contains("12", "10");
    }

    @Test
    void what_cannot_be_is_no_value() {
        assertThatThrownBy(() -> new Value.Name("B-02")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Course(360)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Count(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Moment(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Level(new Height.Amsl(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Outline(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Manner(List.of(new Manner.Offset(5, 0), new Manner.Offset(5, 60)), false, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String moment(String iso, Manner manner) {
        Value at = new Value.Moment(Instant.parse(iso).toEpochMilli());
        return said(at, Language.EN, manner).substring("place: ".length());
    }

    private static String said(Value value, Language language) {
        return said(value, language, Manner.PLAIN);
    }

    /** What stands for a value in a read-back, which takes any. */
    private static String said(Value value, Language language, Manner manner) {
        Value fields = new Value.Fields(List.of(new Value.Said("place", value, Optional.empty())));
        Map<String, Value> values = Map.of("of", new Value.Name("AZURE-1"), "fields", fields);
        String text = BOOK.fill("AK-2.text", values)
                .orElseThrow()
                .in(language, manner)
                .text();
        return text.substring(text.indexOf(" – ") + 3, text.length() - 1);
    }

    private static List<Problem> problems(String phrase, Map<String, Value> values) {
        return switch (BOOK.fill(phrase, values)) {
            case Entered.Accepted<Filled> accepted -> List.of();
            case Entered.Refused<Filled> refused -> refused.problems();
        };
    }
}
