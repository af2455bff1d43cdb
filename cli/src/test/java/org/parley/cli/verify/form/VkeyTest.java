package org.parley.cli.verify.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VkeyTest {
    private static final String NAME = "example.org/log";

    /** The identity as R and 0 as S: under a key of small order it is right for one text in eight, or in fewer. */
    private static final byte[] ANYBODYS = HexFormat.of().parseHex("01" + "00".repeat(63));

    private static boolean trusting(byte[] key, String text) throws GeneralSecurityException {
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key));
        PublicKey loaded = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(loaded);
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(ANYBODYS);
    }

    /** The encodings of all points whose order divides 8: identity, order 2, order 4 twice, order 8 four times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"
            })
    void a_key_of_small_order_under_which_anybody_signs_verifies_nothing(String point) throws GeneralSecurityException {
        byte[] key = HexFormat.of().parseHex(point);
        int forged = -1;
        for (int i = 0; i < 400 && forged < 0; i++) {
            forged = trusting(key, "text " + i) ? i : -1;
        }
        assertThat(forged).as("a text that a trusting verifier takes").isNotNegative();
        Vkey vkey = Vkey.of(NAME, Vkey.ED25519, Blob.of(key));
        assertThat(vkey.verifies("text " + forged, Blob.of(ANYBODYS))).isFalse();
        assertThat(IntStream.range(0, 64).noneMatch(i -> vkey.verifies("text " + i, Blob.of(ANYBODYS))))
                .isTrue();
    }
}
