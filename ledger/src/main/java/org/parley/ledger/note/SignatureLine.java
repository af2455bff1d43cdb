package org.parley.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.parley.ledger.Refused;

/** One signature under a note, whoever made it: C2SP signed-note, "Signatures". Immutable. */
public final class SignatureLine {
    private static final String DASH = "— ";

    private final String name;
    private final int keyId;
    private final byte[] blob;

    /**
     * What a key of that name and id signed; the blob is all that follows the key id. A name of another form or an empty
     * blob is an {@link IllegalArgumentException}.
     */
    public SignatureLine(String name, int keyId, byte[] blob) {
        Text.requireKeyName(name);
        if (blob.length == 0) {
            throw new IllegalArgumentException("a signature is not empty");
        }
        this.name = name;
        this.keyId = keyId;
        this.blob = blob.clone();
    }

    /** The signature of a key, with its name and id. */
    static SignatureLine of(VerifierKey key, byte[] blob) {
        return new SignatureLine(key.name(), key.id(), blob);
    }

    /** Reads one line, without its newline; refuses any other form. */
    public static SignatureLine parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw Refused.malformed("a signature line is a dash, a key's name and base64, with a space between them");
        }
        byte[] signature = Text.base64(line.substring(space + 1));
        if (signature.length <= Integer.BYTES) {
            throw Refused.malformed("a signature is longer than its key id");
        }
        try {
            int keyId = ByteBuffer.wrap(signature).getInt();
            byte[] blob = Arrays.copyOfRange(signature, Integer.BYTES, signature.length);
            return new SignatureLine(line.substring(DASH.length(), space), keyId, blob);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The key's name. */
    public String name() {
        return name;
    }

    /** The key's id: {@link VerifierKey#id}. */
    public int keyId() {
        return keyId;
    }

    /** All that follows the key id: a signature, or a time and a signature ({@link Cosignature}). */
    public byte[] blob() {
        return blob.clone();
    }

    /** Whether it says to be by that key: name and id are the key's. */
    public boolean isBy(VerifierKey key) {
        return keyId == key.id() && name.equals(key.name());
    }

    /** How many bytes {@link #toString} has. */
    int length() {
        int base64 = (Integer.BYTES + blob.length + 2) / 3 * 4;
        return (DASH + name + " ").getBytes(StandardCharsets.UTF_8).length + base64;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignatureLine line
                && name.equals(line.name)
                && keyId == line.keyId
                && Arrays.equals(blob, line.blob);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(blob);
    }

    /** The line as {@link #parse} reads it, without a newline. */
    @Override
    public String toString() {
        byte[] signature = ByteBuffer.allocate(Integer.BYTES + blob.length)
                .putInt(keyId)
                .put(blob)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(signature);
    }
}
