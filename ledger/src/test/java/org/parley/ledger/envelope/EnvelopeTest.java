package org.parley.ledger.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

class EnvelopeTest {
    private static final String ZEROS = "0".repeat(64);
    private static final Hash ZERO = Hash.ofHex(ZEROS);

    /** Written by hand from docs/formats.md. */
    private static final String ENTRY = "{\"about\":{\"leaf\":\"" + ZEROS + "\",\"record\":\"ALDER.2-S7\"},"
            + "\"at\":\"2026-11-24T12:00:00.123Z\",\"audience\":\"line\",\"body\":\"" + ZEROS + "\",\"by\":\"BIRCH\","
            + "\"epoch\":\"1-0a1b2c3d\",\"exercise\":true,\"kind\":\"activity\",\"lang\":\"ru\","
            + "\"line\":\"4f0c1a2b3c4d5e6f708192a3b4c5d6e7\",\"log\":\"main\",\"no\":412,\"officer\":\"kestrel\","
            + "\"precedence\":\"flash\",\"role\":\"air desk\",\"under\":{\"leaf\":\"" + ZEROS
            + "\",\"record\":\"ALDER-3\"},\"weather\":[1,{\"wind\":true}]}";

    private static Envelope written() {
        return Envelope.builder(Envelopes.BIRCH, 412, 1_795_521_600_123L, "activity")
                .about(new RecordRef("ALDER.2-S7", ZERO))
                .under(new RecordRef("ALDER-3", ZERO))
                .role("air desk")
                .officer("kestrel")
                .precedence("flash")
                .audience("line")
                .lang("ru")
                .exercise(true)
                .others((Json.Obj) Canonical.parse("{\"weather\":[1,{\"wind\":true}]}".getBytes(UTF_8)))
                .body(ZERO);
    }

    @Test
    void an_entry_is_printed_and_read_as_the_formats_say() {
        assertThat(written().bytes()).asString(UTF_8).isEqualTo(ENTRY);
        assertThat(Envelope.parse(ENTRY.getBytes(UTF_8))).isEqualTo(written());
        assertThat(written().recordName()).isEqualTo("BIRCH-412");
    }

    /** Each line changes the entry above in one place; the reason names the member. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"by\":\"BIRCH\"           | \"by\":\"birch\"            | by: a party's name",
                "\"by\":\"BIRCH\"           | \"by\":7                    | by: a string is expected",
                "\"by\":\"BIRCH\",          | ``                          | by is missing",
                "1-0a1b2c3d                 | 0-0a1b2c3d                  | epoch: an epoch is",
                "1-0a1b2c3d                 | 1-0A1B2C3D                  | epoch: an epoch is",
                "\"4f0c                     | \"4F0c                      | line: a line id",
                "\"main\"                   | \"bulk\"                    | log: a lane is",
                "412                        | 0                           | no: entries are counted",
                "412                        | -1                          | no: entries are counted",
                "412                        | \"412\"                     | no: an integer is expected",
                ".123Z                      | Z                           | at: an instant is written",
                "\"at\":\"2026              | \"at\":\"20267              | at: an instant is written",
                "\"activity\"               | \"\"                        | kind: a kind is",
                "\"activity\"               | \"Activity\"                | kind: a kind is",
                "\"activity\"               | \"1activity\"               | kind: a kind is",
                "\"activity\"               | \"act_ivity\"               | kind: a kind is",
                "\"activity\"               | \"a12345678901234567890123456789012\" | kind: a kind is",
                "ALDER.2-S7                 | ALDER.1-S7                  | about: a record is named",
                "ALDER.2-S7                 | ALDER-07                    | about: a record is named",
                "ALDER.2-S7                 | ALDER-0                     | about: a record is named",
                "ALDER.2-S7                 | ALDER-T7                    | about: a record is named",
                "ALDER-3                    | alder-3                     | under: a record is named",
                ",\"record\":\"ALDER-3\"    | ``                          | under: \"record\" is missing",
                "\"record\":\"ALDER-3\"     | \"record\":\"ALDER-3\",\"x\":1 | under: it holds more than",
                "\"record\":\"ALDER.2-S7\"  | \"record\":\"ALDER-3\",\"x\":1 | about: it holds more than",
                "true,\"kind\"              | false,\"kind\"              | exercise: it is only ever true",
                "true,\"kind\"              | \"true\",\"kind\"           | exercise: true or false is expected",
                "\"role\":\"air desk\"      | \"role\":[]                 | role: a string is expected"
            })
    void a_member_of_another_form_is_refused_by_its_name(String good, String bad, String reason) {
        assertThat(ENTRY).contains(good);
        assertMalformed(ENTRY.replace(good, bad), reason);
    }

    @Test
    void every_reason_is_given_at_once() {
        String entry = ENTRY.replace("BIRCH", "birch").replace("412", "0").replace("\"log\":\"main\",", "");
        assertThatThrownBy(() -> Envelope.parse(entry.getBytes(UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("by: ")
                .hasMessageContaining("; log is missing; ")
                .hasMessageContaining("no: ");
    }

    @Test
    void what_is_not_canonical_or_no_object_is_refused() {
        assertMalformed(ENTRY + " ", "more follows");
        assertMalformed("[]", "an object is expected");
        assertMalformed("", "no value begins");
        assertMalformed("{}", "line is missing; by is missing; log is missing");
    }

    @Test
    void a_body_stands_where_no_content_stands() {
        String noBody = ENTRY.replace("\"body\":\"" + ZEROS + "\",", "");
        assertMalformed(noBody, "an entry of kind activity has a body");
        assertMalformed(
                noBody.replace("\"epoch\"", "\"content\":{},\"epoch\""), "an entry of kind activity has a body");
        assertMalformed(ENTRY.replace("\"epoch\"", "\"content\":{},\"epoch\""), "an entry of kind activity has a body");
        for (String kind : new String[] {"keys", "heads", "revocation", "evidence"}) {
            String own = ENTRY.replace("activity", kind);
            String clear = noBody.replace("activity", kind).replace("\"epoch\"", "\"content\":{\"a\":1},\"epoch\"");
            assertMalformed(own, "an entry of kind " + kind + " has content");
            assertMalformed(noBody.replace("activity", kind), "has content in the clear and no body");
            assertMalformed(own.replace("\"epoch\"", "\"content\":{},\"epoch\""), "has content in the clear");
            assertMalformed(clear.replace("{\"a\":1}", "[1]"), "content: an object is expected");
            assertThat(Envelope.parse(clear.getBytes(UTF_8)).content())
                    .contains(Json.Obj.builder().put("a", 1).build());
        }
    }

    @Test
    void a_conflict_is_named_by_its_id_alone() {
        String conflict = ENTRY.replace(
                "{\"leaf\":\"" + ZEROS + "\",\"record\":\"ALDER.2-S7\"}", "{\"conflict\":\"" + ZEROS + "\"}");
        assertThat(Envelope.parse(conflict.getBytes(UTF_8)).about()).contains(new ConflictRef(ZERO));
        assertMalformed(conflict.replace("{\"conflict\"", "{\"a\":1,\"conflict\""), "about: ");
        assertMalformed(conflict.replace("{\"conflict\":\"0", "{\"conflict\":\"A"), "about: a hash is written");
        assertMalformed(conflict.replace("{\"conflict\":\"0", "{\"conflict\":\""), "about: ");
        String under = ENTRY.replace(
                "{\"leaf\":\"" + ZEROS + "\",\"record\":\"ALDER-3\"}", "{\"conflict\":\"" + ZEROS + "\"}");
        assertMalformed(under, "under: \"record\" is missing");
    }

    @Test
    void a_short_text_holds_64_code_points() {
        String most = "\ud83d\ude00".repeat(64);
        for (String member : new String[] {"role", "officer", "precedence", "audience", "lang"}) {
            String with = ENTRY.replaceFirst("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"" + most + "\"");
            assertThat(Envelope.parse(with.getBytes(UTF_8)).bytes())
                    .asString(UTF_8)
                    .isEqualTo(with);
            assertMalformed(with.replaceFirst("\ud83d\ude00", "ab"), member + ": it holds more than 64 characters");
        }
    }

    @Test
    void an_entry_holds_4096_bytes() {
        int room = Envelope.LIMIT - ENTRY.length() - ",\"x\":\"\"".length();
        String full = ENTRY.substring(0, ENTRY.length() - 1) + ",\"x\":\"" + "x".repeat(room) + "\"}";
        byte[] entry = full.getBytes(UTF_8);
        assertThat(entry).hasSize(4_096);
        Envelope envelope = Envelope.parse(entry);
        assertThat(envelope.bytes()).isEqualTo(entry);
        assertTooLarge(() -> Envelope.parse(full.replace("\"xx", "\"xxx").getBytes(UTF_8)));
        assertTooLarge(() -> Envelope.builder(Envelopes.BIRCH, 1, 0, "note")
                .others(Json.Obj.builder().put("x", "x".repeat(4_096)).build())
                .body(ZERO)
                .bytes());
    }

    @Test
    void an_envelope_that_breaks_a_rule_is_not_made() {
        var own = Json.Obj.builder().put("role", "x").build();
        assertBroken(Envelope.builder(Envelopes.BIRCH, 0, 0, "note"));
        assertBroken(Envelope.builder(Envelopes.BIRCH, Json.Int.MAX + 1, 0, "note"));
        assertBroken(Envelope.builder(Envelopes.BIRCH, 1, Instants.MAX + 1, "note"));
        assertBroken(Envelope.builder(Envelopes.BIRCH, 1, 0, "Note"));
        assertBroken(Envelope.builder(Envelopes.BIRCH, 1, 0, "keys"));
        assertBroken(Envelope.builder(Envelopes.BIRCH, 1, 0, "note").others(own));
        assertBroken(Envelope.builder(Envelopes.BIRCH, 1, 0, "note").lang("x".repeat(65)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Envelope.builder(Envelopes.BIRCH, 1, 0, "note").content(own));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordRef("BIRCH-", ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIRCH-412", "BIRCH-S7", "BIRCH.2-1", "BIRCH.2-S1", "B-1", "A123456789ABCDEF.999999999-S9"})
    void the_names_that_records_have_are_taken(String name) {
        assertThat(new RecordRef(name, ZERO).record()).isEqualTo(name);
    }

    private static void assertBroken(EnvelopeBuilder builder) {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.body(ZERO));
    }

    private static void assertMalformed(String entry, String reason) {
        assertThatThrownBy(() -> Envelope.parse(entry.getBytes(UTF_8)))
                .as(entry)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.MALFORMED))
                .hasMessageContaining(reason);
    }

    private static void assertTooLarge(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LARGE))
                .hasMessageContaining("at most 4096 bytes");
    }
}
