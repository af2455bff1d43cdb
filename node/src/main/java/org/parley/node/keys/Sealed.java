package org.parley.node.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.parley.ledger.Refused;

/**
 * Secret bytes under a passphrase, as text that says itself how it is opened: AES-256-GCM, the key by PBKDF2 with
 * HMAC-SHA-512. The name of the secret is part of it, so that one cannot be put in the place of another.
 */
final class Sealed {
    /** What OWASP recommends for HMAC-SHA-512: about a fifth of a second. */
    static final int ITERATIONS = 210_000;

    static final int SALT = 16;
    static final int NONCE = 12;

    private static final String HEADER = "parley/sealed/v1";
    private static final int TAG_BITS = 128;
    private static final int MOST_ITERATIONS = 100_000_000;
    private static final Pattern DERIVATION =
            Pattern.compile("pbkdf2-hmac-sha512 ([1-9][0-9]{0,8}) ([A-Za-z0-9+/=]{1,128})");

    private Sealed() {}

    static boolean is(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).startsWith(HEADER + "\n");
    }

    static byte[] seal(String name, byte[] secret, Passphrase passphrase, byte[] salt, byte[] nonce) {
        String head = HEADER + "\npbkdf2-hmac-sha512 " + ITERATIONS + " " + base64(salt) + "\n";
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ITERATIONS, nonce);
            cipher.updateAAD((head + name).getBytes(StandardCharsets.UTF_8));
            return (head + base64(nonce) + "\n" + base64(cipher.doFinal(secret)) + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The secret; {@link Refused} where the passphrase is another, or the file is damaged or was made for another name. */
    static byte[] open(String name, byte[] file, Passphrase passphrase) {
        List<String> lines = new String(file, StandardCharsets.US_ASCII).lines().toList();
        Matcher derivation = DERIVATION.matcher(lines.size() == 4 ? lines.get(1) : "");
        if (!derivation.matches() || Integer.parseInt(derivation.group(1)) > MOST_ITERATIONS) {
            throw Refused.malformed("the sealed secret " + name + " is damaged");
        }
        try {
            byte[] salt = Base64.getDecoder().decode(derivation.group(2));
            byte[] nonce = Base64.getDecoder().decode(lines.get(2));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, salt, Integer.parseInt(derivation.group(1)), nonce);
            cipher.updateAAD((lines.get(0) + "\n" + lines.get(1) + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(Base64.getDecoder().decode(lines.get(3)));
        } catch (AEADBadTagException wrong) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "the passphrase does not open the secret " + name + ", or the file is damaged");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Refused.malformed("the sealed secret " + name + " is damaged");
        }
    }

    private static Cipher cipher(int mode, Passphrase passphrase, byte[] salt, int iterations, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, passphrase.key(salt, iterations), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
