package org.parley.cli.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key pair for tests, the same for the same name; not for use by two threads. */
record Keys(String algorithm, KeyPair pair) {
    /** Gives the same bytes each time. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = seed[i % seed.length];
            }
        }
    }

    static Keys ed25519(String name) {
        return of("Ed25519", name);
    }

    static Keys mlDsa(String name) {
        return of("ML-DSA-44", name);
    }

    private static Keys of(String algorithm, String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            byte[] seed = sha256(name.getBytes(StandardCharsets.UTF_8));
            if (algorithm.equals("Ed25519")) {
                generator.initialize(255, new Fixed(seed));
            } else {
                generator.initialize(java.security.spec.NamedParameterSpec.ML_DSA_44, new Fixed(seed));
            }
            return new Keys(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The raw public key: what stands at the end of its encoding. */
    byte[] raw() {
        byte[] encoded = pair.getPublic().getEncoded();
        int length = algorithm.equals("Ed25519") ? 32 : 1_312;
        return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(raw());
    }

    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(pair.getPrivate(), new Fixed(new byte[] {1}));
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] id(String name, int type) {
        byte[] begin = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] key = raw();
        byte[] hashed = ByteBuffer.allocate(begin.length + 1 + key.length)
                .put(begin)
                .put((byte) type)
                .put(key)
                .array();
        return Arrays.copyOf(sha256(hashed), 4);
    }

    /** A signature line of a note, with its newline. */
    String line(String name, int type, byte[] signature) {
        byte[] whole = ByteBuffer.allocate(4 + signature.length)
                .put(id(name, type))
                .put(signature)
                .array();
        return "— " + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
    }

    String vkey(String name, int type) {
        byte[] typed = ByteBuffer.allocate(1 + raw().length)
                .put((byte) type)
                .put(raw())
                .array();
        return name + "+" + HexFormat.of().formatHex(id(name, type)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** A note with one signature over its text. */
    String note(String name, String text) {
        return text + "\n" + line(name, 1, sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
