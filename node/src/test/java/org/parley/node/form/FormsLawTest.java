package org.parley.node.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.ledger.canonical.Json;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.space.Entered;
import tools.jackson.databind.JsonNode;

/** What is shown is what is meant: entered again it is the same body, for every kind, through the bytes of JSON. */
class FormsLawTest {
    private static final int SEEDS = 60;
    private static final Forms FORMS = Forms.shipped();

    @TestFactory
    Stream<DynamicTest> what_is_shown_can_be_entered_and_is_the_same_body() {
        return Kinds.all().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    for (long seed = 0; seed < SEEDS; seed++) {
                        shown_and_entered(kind, seed);
                    }
                }));
    }

    private static void shown_and_entered(Kind kind, long seed) {
        Json.Obj body = new AnyBody(seed).of(kind);
        JsonNode shown = FORMS.show(kind, body);
        JsonNode sent = OutsideJson.read(OutsideJson.bytes(shown)).orElseThrow();
        Entered<Entry> entered = FORMS.enter(kind, sent, AnyBody.TERMS);

        assertThat(entered).as("seed %d of %s: %s", seed, kind.name(), shown).isInstanceOf(Entered.Accepted.class);
        assertThat(entered.orElseThrow().body())
                .as("seed %d of %s: %s", seed, kind.name(), shown)
                .isEqualTo(body);
        assertThat(FORMS.show(kind, entered.orElseThrow().body())).isEqualTo(shown);
    }
}
