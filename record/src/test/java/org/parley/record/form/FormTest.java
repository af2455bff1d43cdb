package org.parley.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.canonical.Json;
import org.parley.record.form.FieldType.ListOf;
import org.parley.record.form.FieldType.Moment;
import org.parley.record.form.FieldType.Text;
import org.parley.record.form.FieldType.Whole;
import org.parley.record.form.FieldType.Word;

class FormTest {
    private static final Form FORM = Form.of(
            Field.required("name", new Text(8)).repeated(),
            Field.required("at", new Moment()),
            Field.optional("count", new Whole(0, 9, "vehicles")).repeated(),
            Field.optional("words", new ListOf(Word.of("a", "b"), 2)));

    @Test
    void a_body_with_all_that_is_required_has_the_form() {
        assertThat(FORM.problems(body("at", Json.of("2017-11-20T07:00:00.000Z"), "name", Json.of("B-02"))))
                .isEmpty();
    }

    @Test
    void what_a_form_does_not_know_means_nothing() {
        assertThat(FORM.problems(
                        body("at", Json.of("2017-11-20T07:00:00.000Z"), "name", Json.of("B-02"), "z", Json.of(true))))
                .isEmpty();
    }

    @Test
    void all_reasons_are_said_at_once_each_with_its_way_out() {
        Json.Obj body = body(
                "at", Json.of("20 NOV"),
                "count", Json.of(10),
                "words", Json.of(List.of(Json.of("a"), Json.of("c"))));

        assertThat(FORM.problems(body))
                .extracting(problem -> problem.field() + " " + problem.value())
                .containsExactly("name absent", "at 20 NOV", "count 10", "words[1] c");
        assertThat(FORM.problems(body).get(2).wayOut()).isEqualTo("give a whole number from 0 to 9 vehicles");
    }

    @Test
    void a_read_back_repeats_what_is_there_of_what_is_critical() {
        assertThat(FORM.readBack(body("name", Json.of("B-02"), "words", Json.of(List.of(Json.of("a"))))))
                .containsExactly("name");
    }

    @Test
    void a_thousand_wrong_values_are_one_mistake() {
        List<Json> wrong = java.util.Collections.nCopies(1_000, Json.of("c"));
        Form many = Form.of(Field.required("words", new ListOf(Word.of("a"), 1_000)));

        assertThat(many.problems(body("words", Json.of(wrong)))).hasSize(50);
    }

    private static Json.Obj body(Object... members) {
        Json.Builder builder = Json.Obj.builder();
        for (int i = 0; i < members.length; i += 2) {
            builder.put((String) members[i], (Json) members[i + 1]);
        }
        return builder.build();
    }
}
