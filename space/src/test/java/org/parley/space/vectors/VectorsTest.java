package org.parley.space.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.jspecify.annotations.Nullable;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.oracle.Verdict;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.Separation;
import tools.jackson.databind.JsonNode;

/** The published vectors hold for {@code space}, and for the oracle, as they stand in the files. */
class VectorsTest {
    private static Stream<DynamicTest> each(String file, Consumer<JsonNode> check) {
        return StreamSupport.stream(Json.read(file).get("cases").spliterator(), false)
                .map(node -> DynamicTest.dynamicTest(node.get("name").stringValue(), () -> check.accept(node)));
    }

    @TestFactory
    Stream<DynamicTest> conflicts() {
        return each("conflicts.json", VectorsTest::conflict);
    }

    private static void conflict(JsonNode node) {
        Volume a = Forms.spaceVolume(node.get("a"));
        Volume b = Forms.spaceVolume(node.get("b"));
        for (JsonNode under : node.get("under")) {
            Minima minima = Forms.minima(under);
            boolean conflict = under.get("conflict").booleanValue();
            assertThat(ExactTest.conflict(a, b, minima)).as("%s", under).isEqualTo(conflict);
            assertThat(ExactTest.conflict(b, a, minima)).as("%s", under).isEqualTo(conflict);
            assertThat(Forms.verdict(node.get("a"), node.get("b"), under))
                    .isEqualTo(conflict ? Verdict.CONFLICT : Verdict.NONE);
        }
        var found = ExactTest.separation(a, b, Forms.minima(node.get("under").get(0)));
        if (node.get("horizontal").isNull()) {
            assertThat(found).isEmpty();
        } else {
            separation(node, found.orElseThrow());
        }
    }

    private static void separation(JsonNode node, Separation found) {
        // Both are rounded to a centimetre; the error of space is below half of one.
        assertThat(found.horizontal()).isCloseTo(node.get("horizontal").longValue(), within(1L));
        JsonNode vertical = node.get("vertical");
        JsonNode overlap = vertical.get("overlap");
        assertThat(found.vertical())
                .isEqualTo(new Band.Gap(
                        vertical.get("unit").stringValue().equals("ft"),
                        vertical.get("gap").longValue(),
                        overlap.isNull() ? Long.MAX_VALUE : overlap.longValue(),
                        vertical.get("meet").booleanValue()));
        assertThat(found.timeGap()).isEqualTo(node.get("time").get("gap").longValue());
        assertThat(found.timeOverlap()).isEqualTo(node.get("time").get("overlap").longValue());
    }

    @TestFactory
    Stream<DynamicTest> entry() {
        return each("entry.json", node -> {
            switch (Forms.enter(node.get("entered"))) {
                case Entered.Accepted<Footprint> accepted -> {
                    assertThat(Forms.form(accepted.value())).isEqualTo(Forms.plain(node.get("stored")));
                    assertThat(fields(accepted.warnings())).isEqualTo(strings(node.get("warnings")));
                }
                case Entered.Refused<Footprint> refused ->
                    assertThat(fields(refused.problems())).isEqualTo(strings(node.get("refused")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> heights() {
        return each("heights.json", node -> {
            switch (Forms.enterBand(node)) {
                case Entered.Accepted<Band> accepted -> {
                    assertThat(node.has("band")).as("accepted").isTrue();
                    assertThat(accepted.value()).isEqualTo(Forms.band(node));
                    assertThat(fields(accepted.warnings())).isEqualTo(strings(node.get("warnings")));
                }
                case Entered.Refused<Band> refused ->
                    assertThat(fields(refused.problems())).isEqualTo(strings(node.get("refused")));
            }
        });
    }

    private static List<String> fields(List<Problem> problems) {
        return problems.stream().map(Problem::field).toList();
    }

    /** No refusal is no list of fields: the other answer was expected. */
    private static List<String> strings(@Nullable JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node == null) {
            strings.add("the other answer");
        } else {
            node.forEach(each -> strings.add(each.stringValue()));
        }
        return strings;
    }
}
