package org.parley.node.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.envelope.Body;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.space.Entered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes is a body that fits into a record, or is refused in words; nothing is thrown. */
class FormsHostileTest {
    private static final int ROUNDS = Boolean.getBoolean("parley.nightly") ? 20_000 : 400;
    private static final Forms FORMS = Forms.shipped();
    private static final List<River> RIVER = List.of(River.values());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<JsonNode> NASTY = List.of(
            JSON.nullNode(),
            JSON.numberNode(new BigDecimal("1e999999999")),
            JSON.numberNode(new BigDecimal("-1e-999999999")),
            JSON.numberNode(Double.NaN),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(0.1),
            JSON.stringNode(""),
            JSON.stringNode("\uD800"),
            JSON.stringNode("\uFFFE"),
            JSON.stringNode("9".repeat(5_000)),
            JSON.stringNode("FL999999999999"),
            JSON.stringNode("-0 m AMSL"),
            JSON.stringNode("9999-12-31T23:59:59.999-14:00"),
            JSON.stringNode("999999999 d"),
            JSON.stringNode("90N 180E"),
            JSON.binaryNode(new byte[] {1}),
            JSON.pojoNode(new Object()),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.objectNode().put("type", "Point"),
            JSON.objectNode().put("text", 7),
            deep());

    private static JsonNode deep() {
        JsonNode deep = JSON.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            deep = i % 2 == 0 ? JSON.arrayNode().add(deep) : JSON.objectNode().set("a", deep);
        }
        return deep;
    }

    @Test
    void mutated_values_are_entered_or_refused() {
        List<Kind> kinds = new ArrayList<>(Kinds.all());
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            boolean river = random.nextInt(3) == 0;
            River activity = RIVER.get(random.nextInt(RIVER.size()));
            Kind kind = river ? activity.kind() : kinds.get(random.nextInt(kinds.size()));
            JsonNode outside = river ? activity.outside() : FORMS.show(kind, new AnyBody(seed).of(kind));
            JsonNode mutated = outside.deepCopy();
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated = mutate(mutated, random);
            }
            entered_or_refused("seed " + seed, kind, mutated);
        }
    }

    @Test
    void mutated_bytes_are_read_or_refused() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            River activity = RIVER.get(random.nextInt(RIVER.size()));
            byte[] bytes = activity.bytes();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (OutsideJson.read(bytes) instanceof Entered.Accepted<JsonNode>(JsonNode read, var warnings)) {
                entered_or_refused("seed " + seed, activity.kind(), read);
            }
        }
    }

    @Test
    void what_is_no_json_is_refused_in_words() {
        for (String text : List.of(
                "",
                " ",
                "{",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "[NaN]",
                "nul",
                "[".repeat(65) + "]".repeat(65),
                "{\"a\":1,}",
                "[1e99999935139085117147]")) {
            assertThat(OutsideJson.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(Entered.Refused.class);
        }
        assertThat(OutsideJson.read(new byte[OutsideJson.MOST_BYTES + 1])).isInstanceOf(Entered.Refused.class);
    }

    /** Replaces one value, or gives one a new name, anywhere in it. */
    private static JsonNode mutate(JsonNode node, Random random) {
        if (node.isEmpty() || random.nextInt(6) == 0) {
            return NASTY.get(random.nextInt(NASTY.size())).deepCopy();
        }
        int at = random.nextInt(node.size());
        if (node instanceof ArrayNode array) {
            array.set(at, mutate(array.get(at), random));
        } else if (node instanceof ObjectNode object) {
            String name = new ArrayList<>(object.propertyNames()).get(at);
            JsonNode value = object.path(name);
            switch (random.nextInt(8)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("\u0000" + name + "\uD800.[", value);
                default -> object.set(name, mutate(value, random));
            }
        }
        return node;
    }

    private static void entered_or_refused(String seed, Kind kind, JsonNode outside) {
        switch (FORMS.enter(kind, outside, AnyBody.TERMS)) {
            case Entered.Accepted<Entry>(Entry entry, var warnings) -> {
                assertThat(Canonical.bytes(entry.body()).length).as(seed).isLessThanOrEqualTo(Body.LIMIT);
                assertThat(kind.form().problems(entry.body())).as(seed).isEmpty();
                assertThat(FORMS.enter(kind, FORMS.show(kind, entry.body()), AnyBody.TERMS)
                                .orElseThrow()
                                .body())
                        .as(seed)
                        .isEqualTo(entry.body());
            }
            case Entered.Refused<Entry> refused ->
                assertThat(refused.problems()).as(seed).isNotEmpty();
        }
    }
}
