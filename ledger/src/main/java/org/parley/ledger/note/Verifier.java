package org.parley.ledger.note;

/** Who computes whether a signature is right. */
@FunctionalInterface
public interface Verifier {
    /**
     * Whether the signature of the key over the message is right. The message is given as it is signed, the signature
     * without key id and time. Never throws: what cannot be a signature is not right.
     */
    boolean verifies(VerifierKey key, byte[] message, byte[] signature);
}
