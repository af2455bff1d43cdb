package org.parley.ledger.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/**
 * Whatever is typed as an invitation: one that prints as the same invitation, or a refusal. The bytes are taken as what was
 * typed, and as fields to which the right checksum is added, which nobody hits by chance.
 */
class InviteCodeFuzzTest {
    static Stream<byte[]> seeds() {
        byte[] ipv4 = Base32.decode(Node.CODE.text().replace("-", "").substring("PARLEY1".length()));
        InviteCode named = new InviteCode(
                Address.of("node.example:7411"), Node.CODE.pin(), Node.CODE.secret(), Node.CODE.expiry());
        byte[] name = Base32.decode(named.text().replace("-", "").substring("PARLEY1".length()));
        return Stream.of(
                Node.CODE.text().getBytes(UTF_8),
                named.text()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('-', ' ')
                        .getBytes(UTF_8),
                Arrays.copyOf(ipv4, ipv4.length - 4),
                Arrays.copyOf(name, name.length - 4));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(InviteCodeFuzzTest.class, seeds(), this::invitations_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void invitations_are_read_or_refused(byte[] bytes) {
        RoundTrip.ofText(bytes, typed -> {
            InviteCode code = InviteCode.parse(typed);
            assertThat(InviteCode.parse(code.text())).isEqualTo(code);
            return typed;
        });
        RoundTrip.ofText(
                ("PARLEY1" + Base32.encode(checked(bytes))).getBytes(US_ASCII),
                typed -> InviteCode.parse(typed).text().replace("-", ""));
    }

    /** The fields with their CRC-32, least byte first. */
    private static byte[] checked(byte[] fields) {
        CRC32 crc = new CRC32();
        crc.update("PARLEY1".getBytes(US_ASCII));
        crc.update(fields);
        return ByteBuffer.allocate(fields.length + Integer.BYTES)
                .put(fields)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .array();
    }
}
