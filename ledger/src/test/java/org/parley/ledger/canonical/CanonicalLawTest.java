package org.parley.ledger.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What holds of every value and of all bytes. */
class CanonicalLawTest {
    private static final String PIECES = "{}[]\",:\\truefalsn0123456789-.eE/bu \n";

    @Test
    void what_is_printed_reads_as_the_same_value() {
        for (long seed = 0; seed < 5_000; seed++) {
            Json value = Jsons.any(new SplittableRandom(seed), 4);
            byte[] bytes = Canonical.bytes(value);
            assertThat(Canonical.parse(bytes)).as("seed %d", seed).isEqualTo(value);
            assertThat(Canonical.bytes(Canonical.parse(bytes)))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void any_change_of_a_byte_is_refused_or_another_value() {
        for (long seed = 0; seed < 8; seed++) {
            var random = new SplittableRandom(seed);
            Json value = Jsons.object(random, 1);
            byte[] bytes = Canonical.bytes(value);
            for (int at = 0; at <= bytes.length; at++) {
                for (int b = 0; b < 256; b++) {
                    assertOther(value, splice(bytes, at, 0, b), seed);
                    if (at < bytes.length && bytes[at] != (byte) b) {
                        assertOther(value, splice(bytes, at, 1, b), seed);
                    }
                }
                if (at < bytes.length) {
                    assertOther(value, splice(bytes, at, 1), seed);
                }
            }
        }
    }

    @Test
    void garbage_is_a_value_in_its_canonical_form_or_refused() {
        int taken = 0;
        int refusals = 0;
        for (long seed = 0; seed < 200_000; seed++) {
            byte[] bytes = garbage(new SplittableRandom(seed));
            try {
                if (!Arrays.equals(Canonical.bytes(Canonical.parse(bytes)), bytes)) {
                    throw new AssertionError("seed " + seed);
                }
                taken++;
            } catch (Refused _) {
                refusals++;
            } catch (RuntimeException | StackOverflowError fault) {
                throw new AssertionError("seed " + seed, fault);
            }
        }
        assertThat(taken).isGreaterThan(2_000);
        assertThat(refusals).isGreaterThan(2_000);
    }

    /** Jackson is a reader that others wrote. */
    @Test
    void another_reader_understands_the_same() {
        var jackson = new ObjectMapper();
        for (long seed = 0; seed < 500; seed++) {
            Json value = Jsons.any(new SplittableRandom(seed), 4);
            assertThat(same(value, jackson.readTree(Canonical.bytes(value))))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private static boolean same(Json value, JsonNode node) {
        return switch (value) {
            case Json.Str(String text) -> node.isString() && node.stringValue().equals(text);
            case Json.Int(long number) -> node.isIntegralNumber() && node.longValue() == number;
            case Json.Bool(boolean flag) -> node.isBoolean() && node.booleanValue() == flag;
            case Json.Arr(var items) -> {
                boolean all = node.isArray() && node.size() == items.size();
                for (int i = 0; all && i < items.size(); i++) {
                    all = same(items.get(i), node.get(i));
                }
                yield all;
            }
            case Json.Obj(var members) ->
                node.isObject()
                        && node.size() == members.size()
                        && members.stream()
                                .allMatch(member ->
                                        node.has(member.name()) && same(member.value(), node.get(member.name())));
        };
    }

    private static void assertOther(Json value, byte[] changed, long seed) {
        Json other;
        try {
            other = Canonical.parse(changed);
        } catch (Refused _) {
            return;
        }
        if (other.equals(value) || !Arrays.equals(Canonical.bytes(other), changed)) {
            throw new AssertionError("seed " + seed + ": " + new String(changed, UTF_8) + " reads as " + other);
        }
    }

    private static byte[] splice(byte[] bytes, int at, int remove, int... insert) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        for (int b : insert) {
            out.write(b);
        }
        out.write(bytes, at + remove, bytes.length - at - remove);
        return out.toByteArray();
    }

    /** A canonical value with some bytes changed, pieces of JSON in a row, or any bytes. */
    private static byte[] garbage(SplittableRandom random) {
        int kind = random.nextInt(4);
        if (kind < 2) {
            byte[] bytes = Canonical.bytes(Jsons.any(random, 4));
            for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
                int at = random.nextInt(bytes.length);
                bytes = splice(
                        bytes, at, random.nextInt(2), random.nextBoolean() ? random.nextInt(256) : piece(random));
            }
            return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
        }
        byte[] bytes = new byte[random.nextInt(24)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = kind == 2 ? (byte) piece(random) : (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static int piece(SplittableRandom random) {
        return PIECES.charAt(random.nextInt(PIECES.length()));
    }
}
