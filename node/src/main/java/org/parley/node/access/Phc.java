package org.parley.node.access;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.parley.ledger.Bytes;

/**
 * What is stored of a password: its Argon2id hash and all that computing it again needs, as the PHC string format writes it,
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}.
 */
record Phc(Cost cost, Bytes salt, Bytes hash) {
    static final int SALT = 16;
    static final int HASH = 32;

    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]?),p=([1-9])"
                    + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    /** Takes as long as the cost says. */
    static Phc of(byte[] password, Cost cost, byte[] salt) {
        return new Phc(cost, Bytes.of(salt), Bytes.of(argon2id(password, cost, salt)));
    }

    /** Reads the written form; anything else is an {@link IllegalArgumentException}. */
    static Phc parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a password is kept as $argon2id$v=19$m=…,t=…,p=…$SALT$HASH");
        }
        Cost cost = new Cost(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        Base64.Decoder decoder = Base64.getDecoder();
        return new Phc(cost, Bytes.of(decoder.decode(matcher.group(4))), Bytes.of(decoder.decode(matcher.group(5))));
    }

    /** Whether it is the hash of this password; takes as long whether it is or not. */
    boolean isOf(byte[] password) {
        return MessageDigest.isEqual(hash.array(), argon2id(password, cost, salt.array()));
    }

    private static byte[] argon2id(byte[] password, Cost cost, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH];
        generator.generateBytes(password, hash);
        return hash;
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + encoder.encodeToString(salt.array()) + "$" + encoder.encodeToString(hash.array());
    }
}
