package org.parley.ledger.note;

/** The kinds of signature that Parley reads and writes, by their type byte: C2SP signed-note, "Signature types". */
public enum SignatureType {
    /** Ed25519 over the text of the note. */
    ED25519(0x01, 32, 64),
    /** Ed25519 over a checkpoint and a time: C2SP tlog-cosignature. */
    COSIGNATURE_ED25519(0x04, 32, Cosignature.TIME + 64),
    /** ML-DSA-44 over a checkpoint, a time and the signer's name: C2SP tlog-cosignature. */
    COSIGNATURE_ML_DSA_44(0x06, 1312, Cosignature.TIME + 2420);

    private final byte code;
    private final int keyLength;
    private final int blobLength;

    SignatureType(int code, int keyLength, int blobLength) {
        this.code = (byte) code;
        this.keyLength = keyLength;
        this.blobLength = blobLength;
    }

    /** The type byte. */
    public byte code() {
        return code;
    }

    /** The bytes of a public key. */
    public int keyLength() {
        return keyLength;
    }

    /** Whether a time stands before the signature. */
    public boolean hasTime() {
        return this != ED25519;
    }

    /** The bytes of the signature itself, without time and key id. */
    public int signatureLength() {
        return hasTime() ? blobLength - Cosignature.TIME : blobLength;
    }

    /** What stands in a signature line after the key id. */
    int blobLength() {
        return blobLength;
    }

    /** The type with that byte; of any other an {@link IllegalArgumentException}. */
    public static SignatureType of(byte code) {
        for (SignatureType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("signature type " + (code & 0xff) + " is not one of 1, 4 and 6");
    }
}
