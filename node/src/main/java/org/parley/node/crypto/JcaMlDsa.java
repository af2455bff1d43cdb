package org.parley.node.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import org.parley.ledger.crypto.SeededMlDsa;

/**
 * ML-DSA-44 from seeds by a provider that takes 32 bytes of chance for a key, and 32 for a signature, and uses them as they
 * are: the JDK's and Bouncy Castle's do. That it is so is not promised anywhere; {@link KnownAnswers} finds out.
 */
final class JcaMlDsa implements SeededMlDsa {
    private final Provider provider;

    JcaMlDsa(Provider provider) {
        this.provider = provider;
    }

    @Override
    public KeyPair keyPair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-DSA-44", provider);
            generator.initialize(NamedParameterSpec.ML_DSA_44, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(name() + " makes no ML-DSA-44 keys", fault);
        }
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("ML-DSA-44", provider);
            signature.initSign(key, new Given(new byte[32]));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(name() + " does not sign", fault);
        }
    }

    @Override
    public String name() {
        return provider.getName() + " " + provider.getVersionStr();
    }

    /** Chance that was drawn before: the same 32 bytes whenever it is asked for as many, and never another number. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            if (out.length != bytes.length) {
                throw new IllegalStateException("asked for " + out.length + " bytes of chance, not " + bytes.length);
            }
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
