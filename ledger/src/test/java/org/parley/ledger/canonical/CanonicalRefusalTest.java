package org.parley.ledger.canonical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Refused;

/** What is not the canonical form, with the reason and the byte. */
class CanonicalRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                      | no value begins like this, at the end, byte 0",
                "` 1`                    | white space between values, at byte 0",
                "`1 `                    | more follows after the value, at byte 1",
                "`1\n`                   | more follows after the value, at byte 1",
                "`[1, 2]`                | white space between values, at byte 3",
                "`[1 ,2]`                | a comma or the end of the array is missing, at byte 2",
                "`{ \"a\":1}`            | a name in quotes is missing, at byte 1",
                "`{\"a\" :1}`            | a colon is missing, at byte 4",
                "null                    | null is not allowed, at byte 0",
                "[null]                  | null is not allowed, at byte 1",
                "tru                     | no value begins like this, at the end, byte 3",
                "True                    | no value begins like this, at byte 0",
                "falsehood               | more follows after the value, at byte 5",
                "'1'                     | no value begins like this, at byte 0",
                "NaN                     | no value begins like this, at byte 0",
                "+1                      | no value begins like this, at byte 0",
                "-                       | a digit is missing, at the end, byte 1",
                "-a                      | a digit is missing, at byte 1",
                "-0                      | -0 or a leading zero, at byte 0",
                "-01                     | -0 or a leading zero, at byte 0",
                "00                      | a leading zero, at byte 0",
                "01                      | a leading zero, at byte 0",
                "1.0                     | a fraction or an exponent, at byte 1",
                "1e3                     | a fraction or an exponent, at byte 1",
                "1E3                     | a fraction or an exponent, at byte 1",
                "9007199254740992        | an integer beyond 2^53 - 1, at byte 0",
                "-9007199254740992       | an integer beyond 2^53 - 1, at byte 0",
                "10000000000000000       | an integer beyond 2^53 - 1, at byte 0",
                "[18446744073709551617]  | an integer beyond 2^53 - 1, at byte 1",
                "1 1                     | more follows after the value, at byte 1",
                "11,                     | more follows after the value, at byte 2",
                "{}{}                    | more follows after the value, at byte 2",
                "[                       | no value begins like this, at the end, byte 1",
                "[1                      | a comma or the end of the array is missing, at the end, byte 2",
                "[1,                     | no value begins like this, at the end, byte 3",
                "[1,]                    | no value begins like this, at byte 3",
                "[,1]                    | no value begins like this, at byte 1",
                "[1}                     | a comma or the end of the array is missing, at byte 2",
                "{                       | a name in quotes is missing, at the end, byte 1",
                "{\"a\"                  | a colon is missing, at the end, byte 4",
                "{\"a\":1                | a comma or the end of the object is missing, at the end, byte 6",
                "{\"a\":1,}              | a name in quotes is missing, at byte 7",
                "{\"a\":1]               | a comma or the end of the object is missing, at byte 6",
                "{1:1}                   | a name in quotes is missing, at byte 1",
                "{\"a\":1,\"a\":1}       | a name stands twice, at byte 7",
                "{\"\":1,\"\":1}         | a name stands twice, at byte 6",
                "{\"b\":1,\"a\":1}       | names are out of order, at byte 7",
                "{\"a\":1,\"B\":1}       | names are out of order, at byte 7",
                "{\"aa\":1,\"a\":1}      | names are out of order, at byte 8",
                "\"                      | a string does not end, at the end, byte 1",
                "\"a                     | a string does not end, at the end, byte 2",
                "\"\\n                   | a string does not end, at the end, byte 3",
                "\"\\                    | an escape that the canonical form does not have, at byte 1",
                "\"\\\"                  | a string does not end, at the end, byte 3",
                "\"\\/\"                 | an escape that the canonical form does not have, at byte 1",
                "\"a\\u0041\"            | an escape that the canonical form does not have, at byte 2",
                "\"\\u000A\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u000a\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u000F\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u0022\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u0020\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u007f\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u20ac\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\ud83d\\ude00\"      | an escape that the canonical form does not have, at byte 1",
                "\"\\ud800\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\U000f\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u00\"               | an escape that the canonical form does not have, at byte 1",
                "\"\\u0                  | an escape that the canonical form does not have, at byte 1",
                "\"\\u00:0\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\u001:\"             | an escape that the canonical form does not have, at byte 1",
                "\"\\a\"                 | an escape that the canonical form does not have, at byte 1",
                "`\"\n\"`                | a control character that is not escaped, at byte 1",
                "`\"\\n\t\"`             | a control character that is not escaped, at byte 3"
            })
    void a_form_that_is_not_canonical_is_refused_at_its_byte(String text, String reason) {
        assertRefused(text.getBytes(ISO_8859_1), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "efbbbf22, no value begins like this at byte 0", // a byte order mark before the value
        "2280, not UTF-8 at byte 1", // a tail without a lead
        "22c0af22, not UTF-8 at byte 1", // overlong /
        "22c1bf22, not UTF-8 at byte 1",
        "22e09fbf22, not UTF-8 at byte 1", // overlong U+07FF
        "22f08fbfbf22, not UTF-8 at byte 1", // overlong U+FFFF
        "22f4908080, not UTF-8 at byte 1", // beyond U+10FFFF
        "22f5808080, not UTF-8 at byte 1",
        "22f888808080, not UTF-8 at byte 1", // the five bytes of old
        "22f990808022, not UTF-8 at byte 1",
        "22c3c322, not UTF-8 at byte 1", // a lead where a tail belongs
        "22ff22, not UTF-8 at byte 1",
        "22c2, not UTF-8 at byte 1", // cut off
        "22c222, not UTF-8 at byte 1",
        "22e282, not UTF-8 at byte 1",
        "22e28222, not UTF-8 at byte 1",
        "22f09f98, not UTF-8 at byte 1",
        "22f09f9822, not UTF-8 at byte 1",
        "2261c3a9c3, not UTF-8 at byte 4",
        "225c6ec3, not UTF-8 at byte 3",
        "22eda080edb88022, U+d800 at byte 1", // a pair of surrogates, as CESU-8 has it
        "22eda08022, U+d800 at byte 1",
        "22edbfbf22, U+dfff at byte 1",
        "22efbfbe22, U+fffe at byte 1", // noncharacters
        "22efbfbf22, U+ffff at byte 1",
        "22efb79022, U+fdd0 at byte 1",
        "22f48fbfbf22, U+10ffff at byte 1",
        "22cdb822, U+378 at byte 1", // unassigned
        "7b22cdb8223a317d, U+378 at byte 2"
    })
    void bytes_that_are_no_text_are_refused(String hex, String reason) {
        assertRefused(HexFormat.of().parseHex(hex), reason.replace(" at byte", ", at byte"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740991", "-9007199254740991", "0", "-1", "10", "true", "false", "\"\"", "[]", "{}"})
    void the_largest_and_the_smallest_are_taken(String text) {
        assertThat(Canonical.bytes(Canonical.parse(text.getBytes(UTF_8))))
                .asString(UTF_8)
                .isEqualTo(text);
    }

    @Test
    void a_byte_order_mark_within_a_string_is_a_character_like_others() {
        assertThat(Canonical.parse("\"\ufeff\"".getBytes(UTF_8)).text()).isEqualTo("\ufeff");
    }

    @Test
    void depth_16_is_taken_and_depth_17_refused_both_ways() {
        byte[] deep = ("[".repeat(16) + "]".repeat(16)).getBytes(UTF_8);
        Json value = Canonical.parse(deep);
        assertThat(Canonical.bytes(value)).isEqualTo(deep);
        assertRefused(("[".repeat(17) + "]".repeat(17)).getBytes(UTF_8), "nested more than 16 deep, at byte 16");
        assertRefused(
                ("{\"a\":".repeat(17) + "1" + "}".repeat(17)).getBytes(UTF_8), "nested more than 16 deep, at byte 80");
        assertThatThrownBy(() -> Canonical.bytes(Json.of(List.of(value))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("more than 16 deep");
        var object = Json.Obj.builder().put("a", value).build();
        assertThatThrownBy(() -> Canonical.bytes(object)).isInstanceOf(Refused.class);
    }

    @Test
    void a_million_brackets_are_refused_like_any_others() {
        assertRefused("[".repeat(1_000_000).getBytes(UTF_8), "nested more than 16 deep, at byte 16");
        assertRefused("{\"\":".repeat(1_000_000).getBytes(UTF_8), "nested more than 16 deep, at byte 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", "\uffff", "\u0378", "\ufdd0"})
    void what_no_record_may_hold_is_not_printed(String text) {
        assertThatThrownBy(() -> Canonical.bytes(Json.of(text)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("which no record may hold");
        var asName = Json.Obj.builder().put(text, 1).build();
        assertThatThrownBy(() -> Canonical.bytes(asName)).isInstanceOf(Refused.class);
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> Canonical.parse(bytes))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.MALFORMED))
                .hasMessageStartingWith("not canonical JSON: ")
                .hasMessageEndingWith(reason);
    }
}
