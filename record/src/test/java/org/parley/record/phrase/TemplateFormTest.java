package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.words.Language;
import org.parley.record.volume.Bound;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.footprint.Edges;
import org.parley.space.geodesy.Place;

class TemplateFormTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();
    private static final Place PLACE = Place.ofDegrees(35.02, 40.58);

    @Test
    void every_template_has_the_form_of_its_fields_but_those_that_say_fields() {
        for (Template template : BOOK.templates()) {
            boolean saysFields = template.fields().stream().anyMatch(field -> field.type() == FieldType.FIELDS);
            List<String> names = template.fields().stream().map(Field::name).toList();

            assertThat(TemplateForm.of(BOOK, template).stream()
                            .map(form -> form.fields().stream()
                                    .map(org.parley.record.form.Field::name)
                                    .toList()))
                    .as(template.code())
                    .isEqualTo(saysFields ? List.of() : List.of(names));
        }
    }

    @Test
    void a_body_is_said_in_whole_metres_and_degrees() {
        Entered<Filled> filled = fill("SF-3", approach(4_500));

        assertThat(filled.orElseThrow().in(Language.EN, Manner.PLAIN).text())
                .contains("35.0200°", "045°", "20 km/h", "5 min");
    }

    @Test
    void what_no_sentence_can_hold_is_refused_by_its_field() {
        assertThat(problems(fill("SF-3", approach(4_550)))).containsExactly("course");
        assertThat(problems(fill("SF-6", with("sector", new Shape.Circle(PLACE, 12_345).json()))))
                .containsExactly("sector");
        List<Place> ring = List.of(PLACE, new Place(1, 2), new Place(2, 1), PLACE);
        Shape island = new Shape.Area(List.of(List.of(ring), List.of(ring)), Edges.GEODESIC);
        assertThat(problems(fill("SF-6", with("sector", island.json())))).containsExactly("sector");
    }

    @Test
    void a_height_is_said_as_it_was_stated() {
        Json.Obj fields = with("level", new Bound(29_000, "FL", "FL").json());

        assertThat(fill("SF-6", fields)
                        .orElseThrow()
                        .in(Language.EN, Manner.PLAIN)
                        .text())
                .contains("FL290");
    }

    @Test
    void what_a_template_does_not_ask_for_is_refused() {
        assertThat(problems(fill("AK-5", with("who", Json.of("B-02"))))).containsExactly("who");
        assertThat(problems(fill("AK-2", Json.Obj.builder().build()))).containsExactly("template");
    }

    private static Json.Obj approach(long course) {
        return Json.Obj.builder()
                .put("place", Positions.of(PLACE))
                .put("course", course)
                .put(
                        "speed",
                        Json.Obj.builder().put("value", 20).put("unit", "km/h").build())
                .put("timeToLine", 300)
                .build();
    }

    private static Json.Obj with(String name, Json value) {
        Json.Builder fields = Json.Obj.builder().put(name, value);
        return name.equals("who") ? fields.build() : fields.put("who", "B-02").build();
    }

    private static Entered<Filled> fill(String code, Json.Obj fields) {
        return TemplateForm.fill(BOOK, BOOK.template(code).orElseThrow(), fields);
    }

    private static List<String> problems(Entered<Filled> filled) {
        return switch (filled) {
            case Entered.Refused<Filled> refused ->
                refused.problems().stream().map(Problem::field).toList();
            case Entered.Accepted<Filled> accepted ->
                throw new AssertionError("accepted: " + accepted.value().values());
        };
    }
}
