package org.parley.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Refused;

class JcaSignaturesTest {
    static java.util.List<Signatures> all() {
        return Computers.all();
    }

    /** RFC 8032, section 7.1: TEST 1, TEST 2, TEST 3, TEST SHA(abc). */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a",
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42,"
                + "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
                + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
                + "454d4423643ce80e2a9ac94fa54ca49f,"
                + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
                + "3dca179c138ac17ad9bef1177331a704",
    })
    void the_vectors_of_rfc_8032_hold_with_every_provider(String seed, String key, String message, String signature) {
        SigningKey secret = SigningKey.of(Algorithm.ED25519, hex(seed));
        for (Signatures computer : Computers.all()) {
            assertThat(computer.publicKey(secret)).isEqualTo(VerifyingKey.of(Algorithm.ED25519, hex(key)));
            assertThat(computer.sign(secret, hex(message))).as(computer.name()).isEqualTo(hex(signature));
            assertThat(computer.verifies(computer.publicKey(secret), hex(message), hex(signature)))
                    .isTrue();
        }
    }

    /** C2SP CCTV, ML-DSA/accumulated: 100 keys of seeds from SHAKE128, each with its deterministic signature of nothing. */
    @Test
    void a_hundred_ml_dsa_keys_and_signatures_are_those_of_fips_204() {
        for (Provider provider : new Provider[] {Security.getProvider("SUN"), new BouncyCastleProvider()}) {
            Signatures signatures = new JcaSignatures(provider("SunEC"), Computers.seeded(provider));
            var seeds = new SHAKEDigest(128);
            var answers = new SHAKEDigest(128);
            for (int i = 0; i < 100; i++) {
                byte[] seed = new byte[32];
                seeds.doOutput(seed, 0, 32);
                SigningKey secret = SigningKey.of(Algorithm.ML_DSA_44, seed);
                VerifyingKey key = signatures.publicKey(secret);
                byte[] signature = signatures.sign(secret, new byte[0]);
                answers.update(key.raw(), 0, Algorithm.ML_DSA_44.keyLength());
                answers.update(signature, 0, Algorithm.ML_DSA_44.signatureLength());
                assertThat(signatures.verifies(key, new byte[0], signature)).isTrue();
            }
            byte[] answer = new byte[32];
            answers.doOutput(answer, 0, 32);
            assertThat(HexFormat.of().formatHex(answer))
                    .as(provider.getName())
                    .isEqualTo("d51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void any_bit_changed_in_signature_or_message_makes_it_false(Signatures signatures) {
        byte[] message = "one message".getBytes(StandardCharsets.UTF_8);
        for (Algorithm algorithm : Algorithm.values()) {
            SigningKey secret = SigningKey.of(algorithm, new byte[32]);
            VerifyingKey key = signatures.publicKey(secret);
            byte[] signature = signatures.sign(secret, message);
            assertThat(signatures.sign(secret, message)).isEqualTo(signature);
            assertThat(signatures.verifies(key, message, signature)).isTrue();
            for (int bit = 0; bit < signature.length * 8; bit += signature.length > 64 ? 97 : 1) {
                assertThat(signatures.verifies(key, message, flipped(signature, bit)))
                        .as("%s, bit %d", signatures.name(), bit)
                        .isFalse();
            }
            assertThat(signatures.verifies(key, flipped(message, 3), signature)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void garbage_is_a_false_signature_or_a_refused_key_and_nothing_else(Signatures signatures) {
        var random = new Random(7);
        VerifyingKey ed25519 = signatures.publicKey(SigningKey.of(Algorithm.ED25519, new byte[32]));
        int keys = 0;
        for (int i = 0; i < 200; i++) {
            byte[] raw = bytes(random, i % 4 == 0 ? random.nextInt(80) : 32);
            byte[] signature = bytes(random, i % 4 == 1 ? 1 + random.nextInt(80) : 64);
            signature[signature.length > 63 ? 63 : 0] &= 0x0f;
            assertThat(signatures.verifies(ed25519, raw, signature)).isFalse();
            try {
                assertThat(signatures.verifies(VerifyingKey.of(Algorithm.ED25519, raw), raw, signature))
                        .isFalse();
                keys++;
            } catch (Refused expected) {
                assertThat(expected.reason()).isEqualTo(Refused.Reason.MALFORMED);
            }
        }
        assertThat(keys).as("one point of the curve in eight is of prime order").isBetween(1, 60);
        for (int i = 0; i < 20; i++) {
            VerifyingKey mlDsa = VerifyingKey.of(Algorithm.ML_DSA_44, bytes(random, 1312));
            assertThat(signatures.verifies(mlDsa, new byte[0], bytes(random, 2420)))
                    .isFalse();
            assertThat(signatures.verifies(mlDsa, new byte[0], bytes(random, random.nextInt(3000))))
                    .isFalse();
        }
    }

    @Test
    void without_a_source_of_ml_dsa_keys_it_is_only_verified() {
        Signatures full = Computers.signatures();
        Signatures plain = new JcaSignatures(provider("SunEC"));
        SigningKey secret = SigningKey.of(Algorithm.ML_DSA_44, new byte[32]);
        byte[] signature = full.sign(secret, new byte[5]);
        assertThat(plain.verifies(full.publicKey(secret), new byte[5], signature))
                .isTrue();
        assertThatThrownBy(() -> plain.sign(secret, new byte[5])).isInstanceOf(UnsupportedOperationException.class);
        assertThat(plain.name()).endsWith("(verified only)");
        assertThatThrownBy(() -> new JcaSignatures(provider("SUN"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_made_of_keys_does_not_fill_the_memory() {
        var remembered = new Remembered<Integer, Integer>(key -> key + 1);
        for (int key = 0; key < 5000; key++) {
            assertThat(remembered.of(key)).isEqualTo(key + 1);
            assertThat(remembered.size()).isLessThanOrEqualTo(1024);
        }
    }

    @Test
    void a_secret_key_is_never_printed() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 0x5a);
        assertThat(SigningKey.of(Algorithm.ED25519, seed)).hasToString("secret key of ed25519");
        assertThatThrownBy(() -> SigningKey.of(Algorithm.ED25519, new byte[31])).isInstanceOf(Refused.class);
    }

    private static Provider provider(String name) {
        return Security.getProvider(name);
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] out = bytes.clone();
        out[bit / 8] ^= (byte) (1 << (bit % 8));
        return out;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
