package org.parley.ledger.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

class BodyTest {
    private static final byte[] COUNTING =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] ZEROS = new byte[32];

    static final Json.Obj LIFT = Json.Obj.builder()
            .put("what", "lift")
            .put("up", Json.Obj.builder().put("top", 12_000).put("bottom", 0).build())
            .put("when", Json.of(List.of(Json.of("2026-11-24T12:00:00Z"))))
            .put("\u0438\u043c\u044f", "\u0411\u0435\u0440\u0435\u0437\u0430")
            .put("exercise", true)
            .build();

    /** Computed with hashlib, hmac and json of Python 3.11 from the text of docs/formats.md alone. */
    @Test
    void commitments_are_those_of_a_second_implementation() {
        assertCommitment(
                Json.Obj.builder().build(),
                COUNTING,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertCommitment(
                Json.Obj.builder().put("a", 1).build(),
                ZEROS,
                "721475c8e1e9b6b0fe14119ec1f282d224eaa0d8075b14f9d435f7b225fc2027");
        assertCommitment(LIFT, COUNTING, "e4a1a1c92eed3e7ed6e23aa489d7b968251552988134f919179331d5f8cfcb19");
    }

    /** From the same program. */
    @Test
    void salts_and_digests_are_those_of_a_second_implementation() {
        var up = (Disclosure.Shown)
                Body.of(LIFT, COUNTING).disclose(Set.of("up")).parts().get(1);
        assertThat(up.name()).isEqualTo("up");
        assertThat(up.salt()).hasToString("5249f43e594a8e4b5750ae5ac2aa417a595e8317cc97890dc367132a94f45883");
        assertThat(up.digest()).hasToString("bafd2cdb31226bcf0828a90ed3e1e17ad35aab7b43f5a4fd30fa8469a9678736");
    }

    @Test
    void a_body_that_was_sent_is_the_body_that_was_made() {
        Body made = Body.of(LIFT, COUNTING);
        Body read = Body.read(made.seed(), made.bytes());
        assertThat(read).isEqualTo(made).hasSameHashCodeAs(made);
        assertThat(read.fields()).isEqualTo(LIFT);
        assertThat(read.bytes()).isEqualTo(Canonical.bytes(LIFT));
        assertThat(read)
                .isNotEqualTo(Body.of(LIFT, ZEROS))
                .isNotEqualTo(Body.of(Json.Obj.builder().build(), COUNTING));
    }

    @Test
    void a_body_does_not_change_with_the_arrays_given_to_it_or_by_it() {
        byte[] seed = COUNTING.clone();
        byte[] bytes = Canonical.bytes(LIFT);
        Body body = Body.read(seed, bytes);
        seed[0]++;
        bytes[0]++;
        body.seed()[1]++;
        body.bytes()[1]++;
        assertThat(body).isEqualTo(Body.of(LIFT, COUNTING));
    }

    @Test
    void a_body_does_not_print_what_it_says_nor_its_seed() {
        assertThat(Body.of(LIFT, COUNTING)).hasToString("Body[" + Canonical.bytes(LIFT).length + " bytes]");
    }

    @Test
    void a_seed_has_32_bytes_and_a_body_is_a_canonical_object() {
        assertRefused(Refused.Reason.MALFORMED, new byte[31], "{}");
        assertRefused(Refused.Reason.MALFORMED, new byte[33], "{}");
        assertRefused(Refused.Reason.MALFORMED, ZEROS, "[]");
        assertRefused(Refused.Reason.MALFORMED, ZEROS, "{} ");
        assertRefused(Refused.Reason.MALFORMED, ZEROS, "");
        assertThatThrownBy(() -> Body.of(LIFT, new byte[0])).isInstanceOf(Refused.class);
    }

    @Test
    void a_body_holds_131072_bytes() {
        String full = "{\"a\":\"" + "x".repeat(Body.LIMIT - 8) + "\"}";
        assertThat(Body.read(ZEROS, full.getBytes(UTF_8)).bytes()).hasSize(131_072);
        assertRefused(Refused.Reason.TOO_LARGE, ZEROS, full.replace("\"a\"", "\"ab\""));
        var over = Json.Obj.builder().put("a", "x".repeat(Body.LIMIT - 7)).build();
        assertThatThrownBy(() -> Body.of(over, ZEROS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LARGE));
    }

    private static void assertCommitment(Json.Obj fields, byte[] seed, String hex) {
        assertThat(Body.of(fields, seed).commitment()).hasToString(hex);
    }

    private static void assertRefused(Refused.Reason reason, byte[] seed, String text) {
        assertThatThrownBy(() -> Body.read(seed, text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
