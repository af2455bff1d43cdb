package org.parley.cli.verify.form;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What lies beside an entry: fields, and a seed that salts the hash of each. */
public final class Body {
    private static final int LARGEST = 131_072;
    private static final String HMAC = "HmacSHA256";
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Body::mac);

    private Body() {}

    /** The commitment that an entry to this body holds. */
    public static Blob commitment(Blob seed, Blob body) {
        Malformed.unless(seed.length() == 32, () -> "a seed of " + seed.length() + " bytes");
        Malformed.unless(body.length() <= LARGEST, () -> "a body of " + body.length() + " bytes");
        Mac salts = salts(seed);
        MessageDigest all = Sha256.fresh();
        for (CanonicalJson.Field field : CanonicalJson.fields(body.bytes())) {
            byte[] salt = salts.doFinal(field.name().getBytes(StandardCharsets.UTF_8));
            all.update(alone(salt, body.bytes(), field));
        }
        return Blob.of(all.digest());
    }

    /** The salted hash of {@code {name: value}}, which stands in the body but for its braces. */
    private static byte[] alone(byte[] salt, byte[] body, CanonicalJson.Field field) {
        MessageDigest digest = Sha256.ofThread();
        digest.update(salt);
        digest.update((byte) '{');
        digest.update(body, field.from(), field.until() - field.from());
        digest.update((byte) '}');
        return digest.digest();
    }

    private static Mac salts(Blob seed) {
        try {
            Mac mac = MAC.get();
            mac.init(new SecretKeySpec(seed.bytes(), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC takes any key of 32 bytes", e);
        }
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
