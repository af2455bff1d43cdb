package org.parley.cli.verify.form;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A verifier key: a name, a type and a public key; and what it verifies. Ed25519 by Bouncy Castle, several times as fast as the
 * JDK, and seldom what signed: a node signs by Corretto's provider where that loads.
 */
public final class Vkey {
    /** Ed25519 over the text of a note. */
    public static final int ED25519 = 0x01;

    /** Ed25519 with a time, over a checkpoint. */
    public static final int COSIGNATURE = 0x04;

    /** ML-DSA-44 with a time, over a tree head. */
    public static final int ML_DSA_44 = 0x06;

    private static final int TIME = 8;
    private static final int ED25519_SIGNATURE = 64;
    private static final int ML_DSA_SIGNATURE = 2_420;
    /** The field of Ed25519 (RFC 8032, 5.1): p = 2²⁵⁵ - 19, and d of the curve -x² + y² = 1 + d x² y². */
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P))
            .mod(P);

    private static final byte[] ML_DSA_SPKI = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private final String name;
    private final int type;
    private final Blob key;
    private final int id;
    private final Optional<Ed25519.PublicPoint> point;
    private final Optional<PublicKey> latticeKey;

    private Vkey(String name, int type, Blob key) {
        this.name = name;
        this.type = type;
        this.key = key;
        byte[] hash = Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {(byte) type}, key.bytes());
        this.id = ByteBuffer.wrap(hash).getInt();
        this.point = type == ML_DSA_44 ? Optional.empty() : point(key.bytes());
        this.latticeKey = type == ML_DSA_44 ? latticeKey(key.bytes()) : Optional.empty();
    }

    /** A key with the id that the specification recommends. */
    public static Vkey of(String name, int type, Blob key) {
        int length = type == ML_DSA_44 ? 1_312 : 32;
        Malformed.unless(type == ED25519 || type == COSIGNATURE || type == ML_DSA_44, "a key of unknown type " + type);
        Malformed.unless(key.length() == length, "a key of " + key.length() + " bytes");
        Malformed.unless(Note.isKeyName(name), "no key name");
        return new Vkey(name, type, key);
    }

    /** Reads {@code name+id+key}. */
    public static Vkey parse(String text) {
        String[] parts = text.split("\\+", 3);
        Malformed.unless(parts.length == 3, "no verifier key (name+id+key)");
        byte[] typed = Blob.base64(parts[2]).bytes();
        Malformed.unless(typed.length > 1, "a verifier key without a key");
        Vkey read = of(parts[0], typed[0] & 0xff, Blob.of(Arrays.copyOfRange(typed, 1, typed.length)));
        Malformed.unless(read.idText().equals(parts[1]), "a verifier key whose id is not that of its key");
        return read;
    }

    public String name() {
        return name;
    }

    public int type() {
        return type;
    }

    public Blob key() {
        return key;
    }

    public int id() {
        return id;
    }

    private String idText() {
        return String.format(Locale.ROOT, "%08x", id);
    }

    @Override
    public String toString() {
        byte[] typed = new byte[key.length() + 1];
        typed[0] = (byte) type;
        System.arraycopy(key.bytes(), 0, typed, 1, key.length());
        return name + "+" + idText() + "+" + Blob.of(typed).base64();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vkey vkey && vkey.type == type && vkey.name.equals(name) && vkey.key.equals(key);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + key.hashCode();
    }

    /** Whether the note has a signature by this key and every such signature verifies. */
    public boolean signed(Note note) {
        return note.signatures().stream().anyMatch(this::made)
                && note.signatures().stream().filter(this::made).allMatch(it -> verifies(note.text(), it.signature()));
    }

    /** Whether a signature names this key. */
    public boolean made(Note.Line line) {
        return line.id() == id && line.name().equals(name);
    }

    /** Whether these bytes, without the id, are a signature of a note's text by this key. */
    public boolean verifies(String text, Blob signature) {
        byte[] bytes = signature.bytes();
        return switch (type) {
            case ED25519 -> bytes.length == ED25519_SIGNATURE && verify(text.getBytes(StandardCharsets.UTF_8), bytes);
            case COSIGNATURE ->
                bytes.length == TIME + ED25519_SIGNATURE
                        && time(bytes) >= 0
                        && verify(cosigned(time(bytes), text), behindTime(bytes));
            default ->
                bytes.length == TIME + ML_DSA_SIGNATURE
                        && time(bytes) >= 0
                        && verifyMlDsa(subtree(time(bytes), Checkpoint.of(text)), behindTime(bytes));
        };
    }

    private static byte[] cosigned(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] subtree(long time, Checkpoint head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("subtree/v1\n\0".getBytes(StandardCharsets.UTF_8));
        shortText(out, name);
        out.writeBytes(ByteBuffer.allocate(TIME).putLong(time).array());
        shortText(out, head.origin());
        out.writeBytes(
                ByteBuffer.allocate(2 * TIME).putLong(0).putLong(head.size()).array());
        out.writeBytes(head.root().bytes());
        return out.toByteArray();
    }

    private static void shortText(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static long time(byte[] signature) {
        return ByteBuffer.wrap(signature).getLong();
    }

    private static byte[] behindTime(byte[] signature) {
        return Arrays.copyOfRange(signature, TIME, signature.length);
    }

    /**
     * Whether y is below p and the order of its points does not divide 8: anybody makes signatures for those that does. It
     * divides 4 where y is 0, 1 or -1; twice a point of order 8 has y = 0, so that x² + y² = 0, and on the curve d y⁴ + 2 y² = 1.
     */
    private static boolean isOrdinary(byte[] key) {
        byte[] big = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            big[i] = key[key.length - 1 - i];
        }
        big[0] &= 0x7f;
        BigInteger y = new BigInteger(1, big);
        BigInteger y2 = y.multiply(y).mod(P);
        BigInteger eighth = D.multiply(y2).add(BigInteger.TWO).multiply(y2).mod(P);
        return y.compareTo(P) < 0 && y.signum() > 0 && !y2.equals(BigInteger.ONE) && !eighth.equals(BigInteger.ONE);
    }

    private boolean verify(byte[] message, byte[] signature) {
        return point.filter(key -> Ed25519.verify(signature, 0, key, message, 0, message.length))
                .isPresent();
    }

    private boolean verifyMlDsa(byte[] message, byte[] signature) {
        if (latticeKey.isEmpty()) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("ML-DSA-44");
            verifier.initVerify(latticeKey.get());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature at all are told this way: that is the answer.
            return false;
        }
    }

    /** Nothing where the bytes are no point of the curve, or one of small order: such a key verifies nothing. */
    private static Optional<Ed25519.PublicPoint> point(byte[] key) {
        return isOrdinary(key) ? Optional.ofNullable(Ed25519.validatePublicKeyPartialExport(key, 0)) : Optional.empty();
    }

    private static Optional<PublicKey> latticeKey(byte[] key) {
        try {
            byte[] encoded = Arrays.copyOf(ML_DSA_SPKI, ML_DSA_SPKI.length + key.length);
            System.arraycopy(key, 0, encoded, ML_DSA_SPKI.length, key.length);
            return Optional.of(KeyFactory.getInstance("ML-DSA-44").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
