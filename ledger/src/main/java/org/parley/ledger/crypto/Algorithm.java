package org.parley.ledger.crypto;

/** How a signature is made, with the lengths of what it needs and gives. */
public enum Algorithm {
    /** RFC 8032: what every outside tool reads. */
    ED25519("ed25519", 32, 64),
    /** FIPS 204, parameter set ML-DSA-44, pure, empty context: what will outlast a quantum computer. */
    ML_DSA_44("ml-dsa-44", 1312, 2420);

    /** Both algorithms make a secret key of so many random bytes. */
    public static final int SEED_LENGTH = 32;

    private final String word;
    private final int keyLength;
    private final int signatureLength;

    Algorithm(String word, int keyLength, int signatureLength) {
        this.word = word;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    /** How many bytes a public key has. */
    public int keyLength() {
        return keyLength;
    }

    /** How many bytes a signature has. */
    public int signatureLength() {
        return signatureLength;
    }

    /** As it stands in a key set: {@code ed25519}, {@code ml-dsa-44}. */
    @Override
    public String toString() {
        return word;
    }
}
