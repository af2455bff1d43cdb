package org.parley.ledger.crypto;

/**
 * Who computes signatures. Whatever computes them, every implementation gives the same verdict on the same bytes, because
 * two honest nodes must agree on every signature.
 *
 * <p>The verdict on Ed25519 is the narrowest one that honest signers always meet. A signature (R, S) of key A is valid only if
 * S is below the group's order, R and A are canonical encodings of points in the prime-order subgroup, neither is the
 * identity, and S·B = R + k·A. In that subgroup the equation with the cofactor and the one without are the same, so it does
 * not matter which of them a provider computes. ML-DSA-44 is FIPS 204, pure, with an empty context.
 */
public interface Signatures {
    /** Signs; with the same key the same message always gives the same bytes. */
    byte[] sign(SigningKey key, byte[] message);

    /** Whether this is a signature of the message by the key. Any bytes at all may be asked about: never an exception. */
    boolean verifies(VerifyingKey key, byte[] message, byte[] signature);

    /** The public key that belongs to a secret one. */
    VerifyingKey publicKey(SigningKey key);

    /** What computes, for a person: {@code Ed25519 by BC 1.84, ML-DSA-44 by SUN 25}. */
    String name();
}
