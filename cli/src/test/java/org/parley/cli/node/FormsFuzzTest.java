package org.parley.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.node.form.Entry;
import org.parley.node.form.Forms;
import org.parley.node.form.OutsideJson;
import org.parley.node.form.Terms;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.space.Entered;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import tools.jackson.databind.JsonNode;

/** Whatever bytes come as the body of a kind, named on the line before them: a body that is shown, or refused in words. */
class FormsFuzzTest {
    private static final Forms FORMS = Forms.shipped();
    private static final Terms TERMS = Terms.NONE.withHeights(
            new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(-20, 350)), OptionalDouble.of(100)));

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(FormsFuzzTest.class, this::bodies_are_entered_or_refused);
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "/org/parley/cli/forms.dict")
    @FuzzTest
    void bodies_are_entered_or_refused(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        Optional<Kind> kind = Kinds.named(new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
        byte[] outside = Arrays.copyOfRange(bytes, Math.min(bytes.length, end + 1), bytes.length);
        if (kind.isPresent()
                && OutsideJson.read(outside) instanceof Entered.Accepted<JsonNode>(JsonNode read, var warnings)) {
            entered_or_refused(kind.get(), read);
        }
    }

    private static void entered_or_refused(Kind kind, JsonNode outside) {
        switch (FORMS.enter(kind, outside, TERMS)) {
            case Entered.Accepted<Entry>(Entry entry, var warnings) -> {
                JsonNode shown = FORMS.show(kind, entry.body());
                assertThat(FORMS.enter(kind, shown, TERMS).orElseThrow().body()).isEqualTo(entry.body());
            }
            case Entered.Refused<Entry> refused ->
                assertThat(refused.problems()).isNotEmpty();
        }
    }
}
