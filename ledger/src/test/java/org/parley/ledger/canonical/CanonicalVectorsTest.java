package org.parley.ledger.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Refused;

/**
 * Examples that others published: RFC 8785, and the test data of its author's repository,
 * github.com/cyberphone/json-canonicalization (Apache-2.0), as far as they hold no fraction and no null.
 */
class CanonicalVectorsTest {
    @Test
    void the_string_of_RFC_8785_section_3_2_2_has_the_bytes_of_section_3_2_4() {
        var value =
                Json.Obj.builder().put("string", "\u20ac$\u000f\nA'B\"\\\\\"/").build();
        String hex = "7b22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
        assertThat(HexFormat.of().formatHex(Canonical.bytes(value))).isEqualTo(hex);
        assertThat(Canonical.parse(HexFormat.of().parseHex(hex))).isEqualTo(value);
    }

    @Test
    void the_names_of_RFC_8785_section_3_2_3_stand_in_its_order() {
        var value = Json.Obj.builder()
                .put("\u20ac", "Euro Sign")
                .put("\r", "Carriage Return")
                .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
                .put("1", "One")
                .put("\ud83d\ude00", "Emoji: Grinning Face")
                .put("\u0080", "Control")
                .put("\u00f6", "Latin Small Letter O With Diaeresis")
                .build();
        assertThat(((Json.Obj) Canonical.parse(Canonical.bytes(value)))
                        .members().stream().map(member -> member.value().text()))
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    /** The whole numbers of RFC 8785, appendix B, lie beyond 2^53 - 1, but for 0. */
    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "-9007199254740992", "295147905179352830000"})
    void the_large_numbers_of_RFC_8785_appendix_B_are_refused(String number) {
        assertThatThrownBy(() -> Canonical.parse(number.getBytes(UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("beyond 2^53 - 1");
    }

    @Test
    void the_zero_of_RFC_8785_appendix_B_has_no_sign() {
        assertThat(Canonical.bytes(Json.of(0))).asString(UTF_8).isEqualTo("0");
        assertThat(Canonical.bytes(Json.of(-0L))).asString(UTF_8).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // structures.json
                "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],"
                        + "\"A\":{},\"a\":{}}",
                // french.json
                "{\"peach\":\"This sorting order\",\"p\u00e9ch\u00e9\":\"is wrong according to French\","
                        + "\"p\u00eache\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}",
                // unicode.json: what is not normalized stays so
                "{\"Unnormalized Unicode\":\"A\u030a\"}",
                // weird.json
                "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\","
                        + "\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude02\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                // simpleString.json
                "\"this is a test string 1235\""
            })
    void the_outputs_of_the_authors_test_data_are_read_and_printed_again(String output) {
        byte[] bytes = output.getBytes(UTF_8);
        assertThat(Canonical.bytes(Canonical.parse(bytes))).isEqualTo(bytes);
    }

    @Test
    void structures_json_says_what_its_input_says() {
        var empty = Json.Obj.builder().build();
        var value = Json.Obj.builder()
                .put(
                        "1",
                        Json.Obj.builder()
                                .put(
                                        "f",
                                        Json.Obj.builder()
                                                .put("f", "hi")
                                                .put("F", 5)
                                                .build())
                                .put("\n", 56)
                                .build())
                .put("10", empty)
                .put("", "empty")
                .put("a", empty)
                .put(
                        "111",
                        Json.of(List.of(Json.Obj.builder()
                                .put("e", "yes")
                                .put("E", "no")
                                .build())))
                .put("A", empty)
                .build();
        assertThat(Canonical.bytes(value))
                .asString(UTF_8)
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
    }
}
