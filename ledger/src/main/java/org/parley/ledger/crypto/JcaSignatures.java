package org.parley.ledger.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Signatures by a provider of the platform's cryptography: its own (SunEC), Bouncy Castle or Amazon Corretto Crypto
 * Provider. The provider computes; what may be computed at all is decided here, the same for each.
 *
 * <p>ML-DSA-44 is verified by whichever installed provider the platform prefers. No provider makes such a key from a seed
 * without a source of chance, so signing and {@link #publicKey} need a {@link SeededMlDsa}; without it they are an {@link
 * UnsupportedOperationException}.
 */
public final class JcaSignatures implements Signatures {
    /**
     * Providers that compute the encoding of S·B − k·A and compare it with R. With a key of prime order no other R can
     * pass, so they are spared the dear test of R. Bouncy Castle decides by a multiple of the equation.
     */
    private static final Set<String> COMPARE_ENCODINGS = Set.of("SunEC", "AmazonCorrettoCryptoProvider");

    private static final byte[] ED25519_PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] ED25519_X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] ML_DSA_44_X509 =
            HexFormat.of().parseHex("30820532300b060960864801650304031103820521" + "00");

    private final Provider ed25519;
    private final KeyFactory ed25519Keys;
    private final boolean testsPoints;
    private final KeyFactory mlDsaKeys;
    private final Optional<SeededMlDsa> mlDsa;
    private final Remembered<SigningKey, PrivateKey> privateKeys = new Remembered<>(this::privateKey);
    private final Remembered<SigningKey, KeyPair> keyPairs = new Remembered<>(this::keyPair);
    private final Remembered<VerifyingKey, PublicKey> publicKeys = new Remembered<>(this::publicKey);

    /** Ed25519 by this provider; ML-DSA-44 is only verified. Without Ed25519 it is an {@link IllegalArgumentException}. */
    public JcaSignatures(Provider ed25519) {
        this(ed25519, Optional.empty());
    }

    /** Ed25519 by this provider, and signatures of ML-DSA-44 too. */
    public JcaSignatures(Provider ed25519, SeededMlDsa mlDsa) {
        this(ed25519, Optional.of(mlDsa));
    }

    private JcaSignatures(Provider ed25519, Optional<SeededMlDsa> mlDsa) {
        try {
            this.ed25519 = ed25519;
            Signature.getInstance("Ed25519", ed25519);
            // Corretto's provider has no key factory unless asked for by a system property; it takes the platform's
            // keys.
            this.ed25519Keys = ed25519.getService("KeyFactory", "Ed25519") == null
                    ? KeyFactory.getInstance("Ed25519")
                    : KeyFactory.getInstance("Ed25519", ed25519);
            this.mlDsaKeys = KeyFactory.getInstance("ML-DSA-44");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalArgumentException(ed25519.getName() + ": " + missing.getMessage(), missing);
        }
        this.testsPoints = !COMPARE_ENCODINGS.contains(ed25519.getName());
        this.mlDsa = mlDsa;
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        if (key.algorithm() == Algorithm.ML_DSA_44) {
            return seeded().sign(keyPairs.of(key).getPrivate(), message);
        }
        try {
            Signature signature = Signature.getInstance("Ed25519", ed25519);
            signature.initSign(privateKeys.of(key));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(name() + " cannot sign", fault);
        }
    }

    @Override
    public boolean verifies(VerifyingKey key, byte[] message, byte[] signature) {
        if (signature.length != key.algorithm().signatureLength()) {
            return false;
        }
        if (key.algorithm() == Algorithm.ED25519 && !Strict.takesSignature(signature)) {
            return false;
        }
        boolean holds = equationHolds(key, message, signature);
        boolean inDoubt = key.algorithm() == Algorithm.ED25519 && testsPoints;
        return holds && (!inDoubt || Strict.takesPoint(Strict.pointOf(signature)));
    }

    private boolean equationHolds(VerifyingKey key, byte[] message, byte[] signature) {
        try {
            Signature verification = key.algorithm() == Algorithm.ED25519
                    ? Signature.getInstance("Ed25519", ed25519)
                    : Signature.getInstance("ML-DSA-44", mlDsaKeys.getProvider());
            verification.initVerify(publicKeys.of(key));
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(name() + " cannot verify", fault);
        }
    }

    @Override
    public VerifyingKey publicKey(SigningKey key) {
        if (key.algorithm() == Algorithm.ML_DSA_44) {
            byte[] encoded = keyPairs.of(key).getPublic().getEncoded();
            return VerifyingKey.of(
                    Algorithm.ML_DSA_44, Arrays.copyOfRange(encoded, ML_DSA_44_X509.length, encoded.length));
        }
        byte[] scalar = Arrays.copyOf(sha512(key.seed()), 32);
        scalar[0] &= (byte) 0xf8;
        scalar[31] &= 0x7f;
        scalar[31] |= 0x40;
        return VerifyingKey.of(Algorithm.ED25519, EdwardsPoint.baseTimes(scalar).encode());
    }

    @Override
    public String name() {
        String second =
                mlDsa.map(SeededMlDsa::name).orElseGet(() -> nameOf(mlDsaKeys.getProvider()) + " (verified only)");
        return "Ed25519 by " + nameOf(ed25519) + ", ML-DSA-44 by " + second;
    }

    private static String nameOf(Provider provider) {
        return provider.getName() + " " + provider.getVersionStr();
    }

    private SeededMlDsa seeded() {
        return mlDsa.orElseThrow(() -> new UnsupportedOperationException(name()));
    }

    private KeyPair keyPair(SigningKey key) {
        return seeded().keyPair(key.seed());
    }

    private PrivateKey privateKey(SigningKey key) {
        try {
            return ed25519Keys.generatePrivate(new PKCS8EncodedKeySpec(joined(ED25519_PKCS8, key.seed())));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(name() + " takes no secret key", fault);
        }
    }

    private PublicKey publicKey(VerifyingKey key) {
        try {
            return switch (key.algorithm()) {
                case ED25519 -> ed25519Keys.generatePublic(new X509EncodedKeySpec(joined(ED25519_X509, key.raw())));
                case ML_DSA_44 -> mlDsaKeys.generatePublic(new X509EncodedKeySpec(joined(ML_DSA_44_X509, key.raw())));
            };
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(name() + " takes no public key", fault);
        }
    }

    private static byte[] sha512(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
