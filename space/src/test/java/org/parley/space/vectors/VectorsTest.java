package org.parley.space.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.Volume;
import org.parley.space.ending.Ending;
import org.parley.space.ending.Endings;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.index.Indexed;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Near;
import org.parley.space.index.Parties;
import org.parley.space.line.ControlLine;
import org.parley.space.oracle.Verdict;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;
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
            for (Indexed kept : Indexed.values()) {
                Activity other = activity("OTHER", List.of(b));
                assertThat(kept.conflicts(activity("OWN", List.of(a)), List.of(other), MinimaTable.of(minima))
                                .contains(other.id()))
                        .as("%s, %s", kept, under)
                        .isEqualTo(conflict);
            }
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
        assertThat(found.timeOverlap())
                .isEqualTo(node.get("time").get("overlap").longValue());
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

    @TestFactory
    Stream<DynamicTest> lines() {
        return each("lines.json", node -> {
            ControlLine line = ControlLine.through(Forms.positions(node.get("line")), Edges.GEODESIC)
                    .orElseThrow();
            var relation = line.relation(Forms.spaceFootprint(node.get("footprint")));
            assertAbout(relation.left(), node.get("left"));
            assertAbout(relation.right(), node.get("right"));
            assertAbout(relation.nearest(), node.get("nearest"));
            assertThat(relation.crosses())
                    .isEqualTo(node.get("left").longValue() > 0
                            && node.get("right").longValue() > 0);
        });
    }

    /** 2 cm are what a relation promises; 0.8 cm is how far the oracle's quantised samples may be off. */
    private static void assertAbout(double metres, JsonNode centimetres) {
        double expected = centimetres.longValue() / 100.0;
        assertThat(metres).isCloseTo(expected, within(0.028));
    }

    @TestFactory
    Stream<DynamicTest> sites() {
        return each("sites.json", node -> {
            LiveIndex index = new LiveIndex(MinimaTable.of(Minima.of(500, 100, 300)));
            node.get("volumes")
                    .properties()
                    .forEach(volume -> index.insert(new Activity(
                            new ActivityId("PARTY", volume.getKey()),
                            "other",
                            List.of(new Volume(
                                    Forms.spaceFootprint(volume.getValue()), Band.UNBOUNDED, new Window(0, 1))))));
            List<Near> found = index.snapshot()
                    .nearest(
                            Forms.spaceFootprint(node.get("site")),
                            node.get("within").longValue() / 100.0,
                            node.get("limit").intValue());
            JsonNode nearest = node.get("nearest");
            assertThat(found).hasSize(nearest.size());
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).activity().id().activity())
                        .isEqualTo(nearest.get(i).get("volume").stringValue());
                // Half a centimetre of rounding and as much error, as for conflicts.
                assertThat(found.get(i).metres())
                        .isCloseTo(nearest.get(i).get("distance").longValue() / 100.0, within(0.01));
            }
        });
    }

    private static Activity activity(String party, List<Volume> volumes) {
        return new Activity(new ActivityId(party, "1"), "other", volumes);
    }

    private static List<Volume> volumes(JsonNode nodes) {
        List<Volume> volumes = new ArrayList<>();
        nodes.forEach(node -> volumes.add(Forms.spaceVolume(node)));
        return volumes;
    }

    @TestFactory
    Stream<DynamicTest> endings() {
        return each("endings.json", node -> {
            Minima minima = Forms.minima(node.get("minima"));
            LiveIndex index = new LiveIndex(MinimaTable.of(minima));
            index.insert(activity("OTHER", volumes(node.get("others"))));
            Activity own = activity("OWN", volumes(node.get("own")));
            Endings endings = new Endings(own, index.snapshot(), Parties.DIFFERENT);
            JsonNode later = node.get("later");
            assertThat(endings.later().map(Ending.Later::milliseconds))
                    .isEqualTo(later.isNull() ? Optional.empty() : Optional.of(later.longValue()));
            JsonNode band = node.get("otherBand");
            var found = endings.otherBand(node.get("floor").intValue());
            assertThat(found.map(Ending.OtherBand::by))
                    .isEqualTo(
                            band.isNull()
                                    ? Optional.empty()
                                    : Optional.of(band.get("by").longValue()));
            found.ifPresent(other -> assertThat(other.inLevels())
                    .isEqualTo(band.get("unit").stringValue().equals("ft")));
            boolean conflicts = index.snapshot().anyConflict(own, Parties.DIFFERENT);
            assertThat(endings.sideways().isPresent()).isEqualTo(conflicts);
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
