package org.parley.node.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SeededMlDsa;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/** What a provider must compute before it is trusted; an {@link IllegalStateException} names what it got wrong. */
final class KnownAnswers {
    /** RFC 8032, section 7.1, TEST 2. */
    private static final byte[] SEED = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private static final byte[] PUBLIC = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final byte[] MESSAGE = hex("72");
    private static final byte[] SIGNATURE = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    /** The public key of the seed 00 01 … 1f in the examples of RFC 9881, by its first and last 32 bytes. */
    private static final byte[] ML_DSA_FIRST = hex("d7b2b47254aae0db45e7930d4a98d2c97d8f1397d1789dafa17024b316e9bec9");

    private static final byte[] ML_DSA_LAST = hex("2202766151f16a965f9f81ece76cc070b55869e4db9784cf05c830b3242c8312");

    /** SHA-256 of that key's deterministic signature of nothing, on which the JDK and Bouncy Castle agree. */
    private static final String ML_DSA_SIGNATURE = "4f1602550ef34012149cbeaaf73a9e98d9a0aac0f904adb683d5cea86d595471";

    private KnownAnswers() {}

    static void require(Signatures signatures) {
        SigningKey secret = SigningKey.of(Algorithm.ED25519, SEED);
        VerifyingKey key = VerifyingKey.of(Algorithm.ED25519, PUBLIC);
        check(signatures.publicKey(secret).equals(key), "a public key of Ed25519");
        check(Arrays.equals(signatures.sign(secret, MESSAGE), SIGNATURE), "a signature of Ed25519");
        check(signatures.verifies(key, MESSAGE, SIGNATURE), "the verdict on a good signature of Ed25519");
        byte[] other = "s".getBytes(StandardCharsets.US_ASCII);
        check(!signatures.verifies(key, other, SIGNATURE), "the verdict on a bad signature of Ed25519");
    }

    static void require(SeededMlDsa mlDsa) {
        byte[] seed = new byte[Algorithm.SEED_LENGTH];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        var pair = mlDsa.keyPair(seed);
        byte[] encoded = pair.getPublic().getEncoded();
        int start = encoded.length - Algorithm.ML_DSA_44.keyLength();
        check(
                start > 0
                        && Arrays.equals(Arrays.copyOfRange(encoded, start, start + 32), ML_DSA_FIRST)
                        && Arrays.equals(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length), ML_DSA_LAST),
                "a public key of ML-DSA-44");
        check(sha256(mlDsa.sign(pair.getPrivate(), new byte[0])).equals(ML_DSA_SIGNATURE), "a signature of ML-DSA-44");
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException("it computes " + what + " wrongly");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
