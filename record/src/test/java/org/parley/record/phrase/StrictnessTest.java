package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** Books that are refused, each with the line and the reason. */
class StrictnessTest {
    private static final String GOOD = PhraseBook.shipped().print();

    /** Where the lines that a test adds begin. */
    private static final int ADDED = (int) GOOD.lines().count() + 1;

    private static final String GARBAGE = "{}#'\n\t ,\u0000\u202e\ud800xش";

    private static final int STEP = Boolean.getBoolean("parley.nightly") ? 1 : 53;

    @Test
    void the_shipped_book_has_no_problem() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hello {n}    | hello         | 4 | the field {n} is missing
            hello {n}    | {n} {m}       | 4 | there is no field {m}
            hello {n}    | {n            | 4 | a brace } is missing
            hello {n}    | {n} }         | 4 | a brace } closes nothing
            hello {n}    | {n, plural, one {{n}} few {{n}} many {{n}}} | 4 | lacks the form "other"
            hello {n}    | {n, plural, one {{n}} few {{n}} other {{n}}} | 4 | lacks the form "many"
            hello {n}    | {n, plural, one {{n}} two {{n}} few {{n}} many {{n}} other {{n}}} | 4 | has no form "two"
            hello {n}    | {n, plural, one {{n}} one {{n}} few {{n}} many {{n}} other {{n}}} | 4 | stands twice
            {n, plural, one {{n}} few {{n}} other {{n}}} | {n} | 3 | has no form "few"
            hello {n}    | {n, select, other {{n}} x {{n}}} | 4 | a branch "x" that is never said
            hello {n}    | {n, select, absent {} other {{n}}} | 4 | a branch "absent" that is never said
            hello {n}    | {n, select, } {n} | 4 | lacks the branch "other"
            hello {n}    | {n, ordinal, other {{n}}} | 4 | neither plural nor select
            hello {n}    | {n} №#        | 4 | # is a number in ICU
            hello {n}    | '{n}'         | 4 | an apostrophe before a brace
            hello {n}    | {} {n}        | 4 | a name of letters a to z is expected
            hello {n}    | {n,select,other{{n,select,other{{n,select,other{{n,select,other{{n}}}}}}}}} | 4 | more than 4 deep
            """)
    void a_text_that_does_not_fit_is_refused(String english, String russian, int line, String reason) {
        String book = GOOD + """
                phrase W99
                field n count required
                en %s
                ru %s
                ar {n}
                """.formatted(english, russian);
        assertThat(problems(book)).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("line " + (ADDED + line - 1));
            assertThat(problem.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label place                              | it stands on line
            template NT-1 activity ROUTINE           | it stands on line
            template NT-1 activity SOON              | it does not begin an entry
            template NT1 activity ROUTINE            | it does not begin an entry
            phrase X1                                | it does not begin an entry
            word alone                               | it does not begin an entry
            list Empty                               | it does not begin an entry
            list empty                               | a list has 1 to 64 words
            hello                                    | begins like no line of a book
            """)
    void a_head_that_does_not_fit_is_refused(String head, String reason) {
        assertThat(problems(GOOD + head + "\nen x\nru х\nar س\n"))
                .extracting(Problem::reason)
                .anySatisfy(found -> assertThat(found).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            field n number required          | it is no field
            field n word required            | it is no field
            field n count needed             | it is no field
            field n count required readback  | it is no field
            field N count required           | it is no field
            field n count                    | it is no field
            field                            | it is no field
            field n word:nothing required    | there is no list "nothing"
            """)
    void a_field_that_does_not_fit_is_refused(String field, String reason) {
        assertThat(problems(GOOD + "phrase W99\n" + field + "\nen {n}\nru {n}\nar {n}\n"))
                .extracting(Problem::reason)
                .anySatisfy(found -> assertThat(found).contains(reason));
    }

    @Test
    void an_optional_field_is_asked_for_before_it_is_said() {
        String head = "phrase W99\nfield n count optional\n";
        assertThat(problems(
                        GOOD + head + "en {n}\nru {n, select, other {{n}}}\nar {n, select, absent {-} other {{n}}}\n"))
                .extracting(Problem::reason)
                .containsExactly(
                        "the optional field {n} stands outside a select that asks whether it is there",
                        "the select of {n} lacks the branch \"absent\"");
    }

    @Test
    void every_reason_is_told_at_once_with_its_line() {
        String book = GOOD + """
                phrase W98
                en one
                ru один
                phrase W99
                field n count required
                field n count required
                en
                ru {n} {m}
                ar {n
                en again
                nonsense
                """;
        assertThat(problems(book))
                .extracting(problem -> problem.field().substring(5) + " " + problem.reason())
                .contains(
                        ADDED + " its text in AR is missing",
                        ADDED + 5 + " the field stands twice",
                        ADDED + 6 + " a text has 1 to 2000 characters",
                        ADDED + 7 + " there is no field {m}",
                        ADDED + 10 + " it begins like no line of a book");
    }

    @Test
    void a_character_that_no_record_may_hold_is_refused_and_not_met_by_the_hash() {
        for (String wrong : List.of("\u0378", "\ud800", "\ue000", "\ufffe")) {
            assertThat(problems(GOOD + "phrase W99\nen x" + wrong + "\nru х\nar س\n"))
                    .extracting(Problem::reason)
                    .containsExactly("it holds a character that is not seen", "its text in EN is missing");
        }
    }

    @Test
    void the_line_ends_of_another_system_make_no_other_book() {
        assertThat(PhraseBook.read(GOOD.replace("\n", "\r\n")).orElseThrow().hash())
                .isEqualTo(PhraseBook.shipped().hash());
    }

    @Test
    void a_mark_of_direction_in_a_text_is_refused() {
        assertThat(problems(GOOD + "phrase W99\nen x\nru \u202Eх\nar س\n"))
                .extracting(Problem::reason)
                .containsExactly("it holds a character that is not seen", "its text in RU is missing");
    }

    @Test
    void a_book_without_its_forms_or_of_another_format_is_refused() {
        assertThat(problems(GOOD.replace("phrase form.circle", "phrase form.round")))
                .extracting(Problem::reason)
                .containsExactly("the phrase is missing");
        assertThat(problems(GOOD.replace("phrase book 1", "phrase book 2")))
                .extracting(Problem::reason)
                .containsExactly("a book begins with its format");
        assertThat(problems("")).isNotEmpty();
        assertThat(problems("x".repeat(1_000_001)))
                .extracting(Problem::reason)
                .containsExactly("a book has at most 1000000 characters");
    }

    @Test
    void any_line_lost_or_doubled_is_refused_or_changes_the_book() {
        List<String> lines = GOOD.lines().toList();
        for (int i = 0; i < lines.size(); i += STEP) {
            if (!lines.get(i).isEmpty()) {
                var fewer = new ArrayList<>(lines);
                fewer.remove(i);
                Entered<PhraseBook> read = PhraseBook.read(String.join("\n", fewer));
                assertThat(read)
                        .as("without line %d", i + 1)
                        .satisfiesAnyOf(
                                found -> assertThat(found).isInstanceOf(Entered.Refused.class),
                                found -> assertThat(found.orElseThrow().hash())
                                        .isNotEqualTo(PhraseBook.shipped().hash()));
                var more = new ArrayList<>(lines);
                more.add(i, lines.get(i));
                assertThat(problems(String.join("\n", more)))
                        .as("line %d twice", i + 1)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void garbage_in_a_book_is_read_or_refused_and_nothing_else() {
        for (long seed = 0; seed < (STEP == 1 ? 2_000 : 25); seed++) {
            Random random = new Random(seed);
            StringBuilder book = new StringBuilder(GOOD);
            for (int i = 0; i < 10; i++) {
                int at = random.nextInt(book.length() - 40);
                switch (random.nextInt(3)) {
                    case 0 -> book.delete(at, at + random.nextInt(40));
                    case 1 -> book.insert(at, GARBAGE.charAt(random.nextInt(GARBAGE.length())));
                    default -> book.setCharAt(at, GARBAGE.charAt(random.nextInt(GARBAGE.length())));
                }
            }
            assertThat(PhraseBook.read(book.toString())).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void garbage_as_a_pattern_is_read_or_refused_and_nothing_else() {
        List<String> pieces = List.of("{", "}", "n", ",", " ", "plural", "select", "other", "'", "#", "ы", "{n}");
        int read = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                MessageParser.parse(text.toString());
                read++;
            } catch (MessageParser.Malformed e) {
                assertThat(e.why()).as("seed %d", seed).contains(", at character ");
            }
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    private static List<Problem> problems(String book) {
        return switch (PhraseBook.read(book)) {
            case Entered.Accepted<PhraseBook> accepted -> List.of();
            case Entered.Refused<PhraseBook> refused -> refused.problems();
        };
    }
}
