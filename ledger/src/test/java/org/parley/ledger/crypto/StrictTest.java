package org.parley.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Refused;

/** Keys and signatures on which providers differ: with every provider the verdict is the same, and it is no. */
class StrictTest {
    private static final BigInteger L = new BigInteger(1, reversed(Strict.ORDER));

    /**
     * The twelve vectors of Chalkias, Garillot and Nikolaenko, "Taming the Many EdDSAs" (SSR 2020, eprint 2020/1244), as
     * published in ed25519-speccheck. Left to themselves the JDK and Corretto take 0 to 3, Bouncy Castle 2 to 5.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 'S = 0, A and R of small order',"
                + "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6,"
                + "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,"
                + "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
                + "0000000000000000000000000000000000000000000000000000000000000000",
        "1, '0 < S < L, A of small order, R with a component of small order',"
                + "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79,"
                + "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,"
                + "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43"
                + "a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
        "2, 'R of small order, A with a component of it',"
                + "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab,"
                + "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,"
                + "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
                + "8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
        "3, 'A and R with components of small order that cancel: both equations hold',"
                + "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79,"
                + "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,"
                + "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f"
                + "87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
        "4, 'the same, and they do not cancel: only the equation with the cofactor holds',"
                + "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c,"
                + "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,"
                + "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed512"
                + "5ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
        "5, 'A with such a component, R of prime order: with the cofactor only, if k is not reduced before',"
                + "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c,"
                + "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,"
                + "21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7"
                + "e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405",
        "6, 'S above L',"
                + "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40,"
                + "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623,"
                + "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e"
                + "547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
        "7, 'S far above L',"
                + "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40,"
                + "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623,"
                + "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa1942"
                + "7e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22",
        "8, 'R not canonical, reduced before hashing',"
                + "9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41,"
                + "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,"
                + "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                + "03be9678ac102edcd92b0210bb34d7428d12ffc5df5f37e359941266a4e35f0f",
        "9, 'R not canonical, hashed as it is',"
                + "9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41,"
                + "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,"
                + "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                + "ca8c5b64cd208982aa38d4936621a4775aa233aa0505711d8fdcfdaa943d4908",
        "10, 'A not canonical, reduced before hashing',"
                + "e96b7021eb39c1a163b6da4e3093dcd3f21387da4cc4572be588fafae23c155b,"
                + "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,"
                + "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dc"
                + "a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
        "11, 'A not canonical, hashed as it is',"
                + "39a591f5321bbe07fd5a23dc2f39d025d74526615746727ceefd6e82ae65c06f,"
                + "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,"
                + "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dc"
                + "a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
    })
    void none_of_the_twelve_awkward_signatures_is_valid(
            int number, String why, String message, String key, String signature) {
        assertThat(Computers.all())
                .allSatisfy(computer -> assertThat(verdict(computer, hex(key), hex(message), hex(signature)))
                        .as("%d: %s", number, why)
                        .isFalse());
    }

    /** The list in C2SP CCTV, ed25519: eight points, and six other ways of writing some of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            })
    void a_point_of_small_order_is_neither_a_key_nor_part_of_a_signature(String point) {
        assertThatThrownBy(() -> VerifyingKey.of(Algorithm.ED25519, hex(point)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("prime-order");
        byte[] signature = Arrays.copyOf(hex(point), 64);
        signature[32] = 1;
        assertThat(Strict.takesSignature(signature)).isFalse();
    }

    /** The signer's own A is of prime order; R = r·B + T with T of order 8: the equation holds with the cofactor only. */
    @Test
    void a_signer_who_adds_a_point_of_small_order_to_r_divides_nobody() throws Exception {
        SigningKey secret = SigningKey.of(Algorithm.ED25519, new byte[32]);
        Signatures any = Computers.signatures();
        VerifyingKey key = any.publicKey(secret);
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(new byte[32]);
        BigInteger a = number(Arrays.copyOf(hash, 32))
                .andNot(BigInteger.valueOf(7))
                .clearBit(255)
                .setBit(254);
        for (int i = 1; i <= 24; i++) {
            byte[] message = ("message " + i).getBytes(StandardCharsets.UTF_8);
            EdwardsPoint plain = EdwardsPoint.baseTimes(bytes(BigInteger.valueOf(i)));
            for (EdwardsPoint point : new EdwardsPoint[] {plain, plain.plus(orderEight())}) {
                byte[] r = point.encode();
                MessageDigest digest = MessageDigest.getInstance("SHA-512");
                digest.update(r);
                digest.update(key.raw());
                BigInteger k = number(digest.digest(message));
                byte[] signature = Arrays.copyOf(r, 64);
                byte[] s = bytes(k.multiply(a).add(BigInteger.valueOf(i)).mod(L));
                System.arraycopy(s, 0, signature, 32, 32);
                assertThat(Computers.all())
                        .allSatisfy(computer -> assertThat(computer.verifies(key, message, signature))
                                .as(computer.name())
                                .isEqualTo(point == plain));
            }
        }
    }

    @Test
    void s_plus_the_order_is_no_second_signature() {
        for (Signatures computer : Computers.all()) {
            SigningKey secret = SigningKey.of(Algorithm.ED25519, new byte[32]);
            byte[] signature = computer.sign(secret, new byte[3]);
            BigInteger s = number(Arrays.copyOfRange(signature, 32, 64)).add(L);
            System.arraycopy(bytes(s), 0, signature, 32, 32);
            assertThat(computer.verifies(computer.publicKey(secret), new byte[3], signature))
                    .isFalse();
        }
    }

    /** Against Bouncy Castle's own test of keys, which shares no line with ours. */
    @Test
    void a_key_is_taken_exactly_if_it_is_of_prime_order() {
        var random = new Random(11);
        int taken = 0;
        for (int i = 0; i < 300; i++) {
            byte[] raw = new byte[32];
            random.nextBytes(raw);
            if (i % 3 == 0) {
                raw = EdwardsPoint.baseTimes(raw)
                        .plus(i % 2 == 0 ? orderEight() : EdwardsPoint.baseTimes(raw))
                        .encode();
            }
            assertThat(Strict.takesPoint(raw)).isEqualTo(Ed25519.validatePublicKeyFull(raw, 0));
            taken += Strict.takesPoint(raw) ? 1 : 0;
        }
        assertThat(taken).isBetween(50, 120);
    }

    @Test
    void the_field_computes_as_whole_numbers_do() {
        var random = new Random(5);
        BigInteger p = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
        for (int i = 0; i < 2000; i++) {
            byte[] x = new byte[32];
            byte[] y = new byte[32];
            random.nextBytes(x);
            Arrays.fill(y, (byte) (i % 5 == 0 ? 0xff : random.nextInt()));
            BigInteger bx = number(x).clearBit(255);
            BigInteger by = number(y).clearBit(255);
            long[] fx = Field.decode(x);
            long[] fy = Field.decode(y);
            assertThat(number(Field.encode(Field.multiply(fx, fy))))
                    .isEqualTo(bx.multiply(by).mod(p));
            assertThat(number(Field.encode(Field.add(fx, fy))))
                    .isEqualTo(bx.add(by).mod(p));
            assertThat(number(Field.encode(Field.subtract(fx, fy))))
                    .isEqualTo(bx.subtract(by).mod(p));
            assertThat(number(Field.encode(Field.multiply(Field.add(fx, fy), Field.add(fy, fy)))))
                    .isEqualTo(bx.add(by).multiply(by.add(by)).mod(p));
        }
        assertThat(number(Field.encode(Field.invert(Field.of(7)))))
                .isEqualTo(BigInteger.valueOf(7).modInverse(p));
    }

    private static boolean verdict(Signatures computer, byte[] key, byte[] message, byte[] signature) {
        try {
            return computer.verifies(VerifyingKey.of(Algorithm.ED25519, key), message, signature);
        } catch (Refused noKey) {
            return false;
        }
    }

    private static EdwardsPoint orderEight() {
        return EdwardsPoint.decode(hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"))
                .orElseThrow();
    }

    private static BigInteger number(byte[] littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    private static byte[] bytes(BigInteger number) {
        byte[] out = new byte[32];
        for (int i = 0; i < 32; i++) {
            out[i] = number.shiftRight(8 * i).byteValue();
        }
        return out;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes[out.length - 1 - i];
        }
        return out;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
