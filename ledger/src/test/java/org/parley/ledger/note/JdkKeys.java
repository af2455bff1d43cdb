package org.parley.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures as the JDK computes them. */
public final class JdkKeys {
    /** The SubjectPublicKeyInfo of Ed25519 (RFC 8410) and ML-DSA-44 (RFC 9881), up to the key. */
    private static final String ED25519 = "302a300506032b6570032100";

    private static final String ML_DSA_44 = "30820532300b06096086480165030403110382052100";

    private JdkKeys() {}

    /** A verifier for all types. */
    public static boolean verifies(VerifierKey key, byte[] message, byte[] signature) {
        try {
            boolean edwards = key.type() != SignatureType.COSIGNATURE_ML_DSA_44;
            String algorithm = edwards ? "Ed25519" : "ML-DSA-44";
            byte[] info = HexFormat.of()
                    .parseHex((edwards ? ED25519 : ML_DSA_44) + HexFormat.of().formatHex(key.publicKey()));
            var verifier = Signature.getInstance(edwards ? "Ed25519" : "ML-DSA");
            verifier.initVerify(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A signer with a new key. */
    static NoteSigner signer(String name, SignatureType type) {
        boolean edwards = type != SignatureType.COSIGNATURE_ML_DSA_44;
        try {
            KeyPair pair = KeyPairGenerator.getInstance(edwards ? "Ed25519" : "ML-DSA-44")
                    .generateKeyPair();
            byte[] info = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(info, info.length - type.keyLength(), info.length);
            return new JdkSigner(new VerifierKey(name, type, raw), edwards ? "Ed25519" : "ML-DSA", pair);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private record JdkSigner(VerifierKey key, String algorithm, KeyPair pair) implements NoteSigner {
        @Override
        public byte[] sign(byte[] message) {
            try {
                var signer = Signature.getInstance(algorithm);
                signer.initSign(pair.getPrivate());
                signer.update(message);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }
}
