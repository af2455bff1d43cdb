package org.parley.ledger.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.canonical.Jsons;

class DisclosureTest {
    private static final Body BODY = Body.of(BodyTest.LIFT, new byte[32]);
    private static final String DIGEST = "{\"digest\":\"" + "0".repeat(64) + "\"}";

    @Test
    void each_subset_of_the_fields_verifies_and_shows_itself_alone() {
        List<Json.Member> fields = BODY.fields().members();
        for (int subset = 0; subset < 1 << fields.size(); subset++) {
            Set<String> names = new TreeSet<>();
            for (int i = 0; i < fields.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    names.add(fields.get(i).name());
                }
            }
            Disclosure disclosure = Disclosure.parse(BODY.disclose(names).bytes());
            assertThat(disclosure).isEqualTo(BODY.disclose(names));
            assertThat(disclosure.verifies(BODY.commitment())).as("%s", names).isTrue();
            assertThat(shown(disclosure))
                    .containsExactlyElementsOf(fields.stream()
                            .filter(field -> names.contains(field.name()))
                            .toList());
        }
    }

    @Test
    void a_field_that_is_hidden_leaves_no_trace_of_its_name_value_or_salt() {
        String export = new String(BODY.disclose(Set.of("when")).bytes(), UTF_8);
        assertThat(export).contains("2026-11-24").doesNotContain("lift", "what", "12000", "exercise");
        for (Disclosure.Part part : BODY.disclose(Set.of("what", "up")).parts()) {
            if (part instanceof Disclosure.Shown(var _, var _, Hash salt)) {
                assertThat(export).doesNotContain(salt.toString());
            }
        }
    }

    @Test
    void any_change_of_what_is_shown_or_hidden_fails() {
        Hash commitment = BODY.commitment();
        List<Disclosure.Part> parts = BODY.disclose(Set.of("up", "what")).parts();
        for (int i = 0; i < parts.size(); i++) {
            for (Disclosure.Part other : changes(parts.get(i))) {
                List<Disclosure.Part> changed = new ArrayList<>(parts);
                changed.set(i, other);
                assertThat(new Disclosure(changed).verifies(commitment))
                        .as("%s", other)
                        .isFalse();
            }
            List<Disclosure.Part> fewer = new ArrayList<>(parts);
            fewer.remove(i);
            assertThat(new Disclosure(fewer).verifies(commitment)).isFalse();
            List<Disclosure.Part> more = new ArrayList<>(parts);
            more.add(i, new Disclosure.Hidden(parts.get(i).digest()));
            assertThat(new Disclosure(more).verifies(commitment)).isFalse();
        }
        assertThat(new Disclosure(List.of(parts.get(1), parts.get(0))).verifies(commitment))
                .isFalse();
        assertThat(new Disclosure(List.of()).verifies(commitment)).isFalse();
    }

    @Test
    void any_change_of_a_byte_of_an_export_is_refused_or_fails() {
        byte[] export = BODY.disclose(Set.of("up", "what")).bytes();
        var random = new SplittableRandom(1);
        for (int at = 0; at < export.length; at++) {
            byte[] changed = export.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(Disclosure.parse(changed).verifies(BODY.commitment()))
                        .as("byte %d", at)
                        .isFalse();
            } catch (Refused refused) {
                assertThat(refused.reason()).isEqualTo(Refused.Reason.MALFORMED);
            }
        }
    }

    @Test
    void bodies_of_every_kind_verify_and_differ_by_their_seed() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            Json.Obj fields = Jsons.object(random, 3);
            byte[] salt = new byte[32];
            random.nextBytes(salt);
            Body body = Body.of(fields, salt);
            Set<String> names = new TreeSet<>();
            fields.members().stream().filter(_ -> random.nextBoolean()).forEach(field -> names.add(field.name()));
            byte[] export = body.disclose(names).bytes();
            assertThat(body.commitment())
                    .as("seed %d", seed)
                    .isEqualTo(body.disclose(Set.of()).commitment());
            assertThat(Disclosure.parse(export).verifies(body.commitment()))
                    .as("seed %d", seed)
                    .isTrue();
            salt[0]++;
            assertThat(Body.of(fields, salt).commitment().equals(body.commitment()))
                    .as("seed %d", seed)
                    .isEqualTo(fields.members().isEmpty());
        }
    }

    @Test
    void a_field_at_the_greatest_depth_can_be_exported() {
        Json value = Json.of(1);
        for (int depth = 0; depth < 15; depth++) {
            value = Json.of(List.of(value));
        }
        Body body = Body.of(Json.Obj.builder().put("deep", value).build(), new byte[32]);
        byte[] export = body.disclose(Set.of("deep")).bytes();
        assertThat(Disclosure.parse(export).verifies(body.commitment())).isTrue();
    }

    @Test
    void the_export_is_the_text_that_was_hashed_beside_its_salt() {
        Body body = Body.of(Json.Obj.builder().put("a", 1).put("b", 2).build(), new byte[32]);
        String export = new String(body.disclose(Set.of("a")).bytes(), UTF_8);
        String salt = "9615a95d4a336118c435b9cd54c5e8644ab956b573aa2926274a1280b6674713";
        assertThat(export)
                .startsWith("{\"fields\":[{\"field\":\"{\\\"a\\\":1}\",\"salt\":\"" + salt + "\"},{\"digest\":\"");
    }

    @Test
    void a_field_that_the_body_does_not_have_cannot_be_shown() {
        assertThatThrownBy(() -> BODY.disclose(Set.of("what", "who")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNKNOWN))
                .hasMessageContaining("\"who\"");
    }

    @Test
    void fields_out_of_order_are_not_taken() {
        var a = new Disclosure.Shown("a", Json.of(1), BODY.commitment());
        var b = new Disclosure.Shown("b", Json.of(1), BODY.commitment());
        var hidden = new Disclosure.Hidden(BODY.commitment());
        assertThat(new Disclosure(List.of(a, hidden, b)).parts()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Disclosure(List.of(b, hidden, a)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Disclosure(List.of(a, a)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"fields\":{}}",
                "{\"fields\":[],\"more\":1}",
                "{\"fields\":[[]]}",
                "{\"fields\":[{}]}",
                "{\"fields\":[{\"digest\":\"00\"}]}",
                "{\"fields\":[{\"digest\":1}]}",
                "{\"fields\":[{\"field\":\"{}\"}]}",
                "{\"fields\":[{\"digest\":\"\",\"salt\":\"\"}]}",
                "{\"fields\":[{\"field\":\"{}\",\"salt\":\"SALT\"}]}",
                "{\"fields\":[{\"field\":\"[1]\",\"salt\":\"SALT\"}]}",
                "{\"fields\":[{\"field\":\"{\\\"a\\\": 1}\",\"salt\":\"SALT\"}]}",
                "{\"fields\":[{\"field\":\"{\\\"a\\\":1,\\\"b\\\":1}\",\"salt\":\"SALT\"}]}",
                "{\"fields\":[{\"field\":\"{\\\"a\\\":1}\",\"salt\":\"00\"}]}",
                "{\"fields\":[{\"field\":\"{\\\"a\\\":1}\",\"more\":1,\"salt\":\"SALT\"}]}",
                "{\"fields\":[{\"field\":\"{\\\"b\\\":1}\",\"salt\":\"SALT\"},{\"field\":\"{\\\"a\\\":1}\",\"salt\":\"SALT\"}]}"
            })
    void any_other_form_is_refused(String text) {
        byte[] bytes = text.replace("SALT", "0".repeat(64)).getBytes(UTF_8);
        assertThatThrownBy(() -> Disclosure.parse(bytes))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.MALFORMED));
        assertThat(Disclosure.parse(("{\"fields\":[" + DIGEST + "]}").getBytes(UTF_8))
                        .parts())
                .hasSize(1);
    }

    private static List<Json.Member> shown(Disclosure disclosure) {
        List<Json.Member> shown = new ArrayList<>();
        for (Disclosure.Part part : disclosure.parts()) {
            if (part instanceof Disclosure.Shown(String name, Json value, Hash _)) {
                shown.add(new Json.Member(name, value));
            }
        }
        return shown;
    }

    private static List<Disclosure.Part> changes(Disclosure.Part part) {
        return switch (part) {
            case Disclosure.Hidden(Hash digest) -> List.of(new Disclosure.Hidden(flipped(digest)));
            case Disclosure.Shown(String name, Json value, Hash salt) ->
                List.of(
                        new Disclosure.Shown(name + "x", value, salt),
                        new Disclosure.Shown(name, Json.of(List.of(value)), salt),
                        new Disclosure.Shown(name, value, flipped(salt)));
        };
    }

    private static Hash flipped(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[31] ^= 1;
        return Hash.of(bytes);
    }
}
