package org.parley.ledger.crypto;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The providers that signatures are tested with; Corretto's is native and may be missing on this machine. */
public final class Computers {
    private Computers() {}

    /** Every provider that a node may choose. */
    public static List<Provider> providers() {
        List<Provider> all = new ArrayList<>(List.of(Security.getProvider("SunEC"), new BouncyCastleProvider()));
        try {
            Class<?> type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            Provider corretto = (Provider) type.getField("INSTANCE").get(null);
            if (type.getMethod("getLoadingError").invoke(corretto) == null) {
                all.add(corretto);
            }
        } catch (ReflectiveOperationException | LinkageError missing) {
            System.out.println("Corretto's provider is not tested here: " + missing);
        }
        return all;
    }

    /** Signatures by Bouncy Castle, of both algorithms, for tests that only need some. */
    public static Signatures signatures() {
        Provider provider = new BouncyCastleProvider();
        return new JcaSignatures(provider, seeded(provider));
    }

    static List<Signatures> all() {
        SeededMlDsa mlDsa = seeded(Security.getProvider("SUN"));
        return providers().stream()
                .<Signatures>map(provider -> new JcaSignatures(provider, mlDsa))
                .toList();
    }

    /** ML-DSA-44 by a provider that uses the chance it is given as it is. */
    static SeededMlDsa seeded(Provider provider) {
        return new SeededMlDsa() {
            @Override
            public KeyPair keyPair(byte[] seed) {
                return Failing.safely(() -> {
                    var generator = KeyPairGenerator.getInstance("ML-DSA-44", provider);
                    generator.initialize(NamedParameterSpec.ML_DSA_44, new Given(seed));
                    return generator.generateKeyPair();
                });
            }

            @Override
            public byte[] sign(PrivateKey key, byte[] message) {
                return Failing.safely(() -> {
                    Signature signature = Signature.getInstance("ML-DSA-44", provider);
                    signature.initSign(key, new Given(new byte[32]));
                    signature.update(message);
                    return signature.sign();
                });
            }

            @Override
            public String name() {
                return provider.getName();
            }
        };
    }

    private interface Failing<T> {
        T call() throws Exception;

        static <T> T safely(Failing<T> body) {
            try {
                return body.call();
            } catch (Exception fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
