package org.parley.node.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.phrase.PhraseBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is described is what is read. */
class FormSchemasTest {
    private static final int SEEDS = 40;
    private static final ObjectNode COMPONENTS = new FormSchemas(PhraseBook.shipped()).components();

    @TestFactory
    Stream<DynamicTest> whatever_is_shown_and_entered_is_as_the_schema_says() {
        return Kinds.all().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    for (long seed = 0; seed < SEEDS; seed++) {
                        JsonNode shown = Forms.shipped().show(kind, new AnyBody(seed).of(kind));
                        assertThat(wrong(kind, shown))
                                .as("seed %d of %s: %s", seed, kind.name(), shown)
                                .isEmpty();
                    }
                }));
    }

    @ParameterizedTest
    @EnumSource
    void what_officers_enter_is_as_the_schema_says(River activity) {
        assertThat(wrong(activity.kind(), activity.outside())).isEmpty();
    }

    /** Each field of a body, taken out or replaced, is missed where the form misses it. */
    @TestFactory
    Stream<DynamicTest> what_the_schema_asks_for_is_what_the_form_asks_for() {
        return Kinds.all().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    ObjectNode shown = (ObjectNode) Forms.shipped().show(kind, new AnyBody(7).of(kind));
                    kind.form().fields().stream()
                            .filter(field -> shown.has(field.name()))
                            .forEach(field -> {
                                ObjectNode without = shown.deepCopy();
                                without.remove(field.name());
                                assertThat(wrong(kind, without).isEmpty())
                                        .as(field.name())
                                        .isEqualTo(!field.required());
                                assertThat(wrong(kind, shown.deepCopy().putNull(field.name())))
                                        .as(field.name())
                                        .isNotEmpty();
                            });
                    assertThat(wrong(kind, shown.deepCopy().put("unheardOf", 1)))
                            .isNotEmpty();
                }));
    }

    @Test
    void every_field_says_what_it_is_and_in_which_unit() {
        assertThat(COMPONENTS
                        .path("site")
                        .path("properties")
                        .path("buffer")
                        .path("description")
                        .stringValue())
                .isEqualTo("a number from 0 to 50000 metres with at most 2 decimals, or text with unit like \"500 m\""
                        + " or \"5 NM\"");
        assertThat(COMPONENTS
                        .path("force-claim")
                        .path("properties")
                        .path("course")
                        .path("description")
                        .stringValue())
                .isEqualTo("a number from 0 to 359.99 degrees from true north with at most 2 decimals");
        for (Kind kind : Kinds.all()) {
            assertThat(COMPONENTS.path(kind.name()).path("properties").valueStream())
                    .allSatisfy(field -> assertThat(field.path("description").stringValueOpt())
                            .isPresent());
        }
    }

    /** A unit that is measured has a quantity of its own, or this list: a new one is to be thought about. */
    @Test
    void no_unit_passes_unconverted_by_oversight() {
        assertThat(COMPONENTS.toString())
                .doesNotContain("hundredths of the unit", "1e-7", "number from 0 to 50000000 ");
    }

    private static List<String> wrong(Kind kind, JsonNode value) {
        return SchemaCheck.wrong(COMPONENTS, COMPONENTS.path(kind.name()), value);
    }
}
