package org.parley.ledger.note;

/** Who holds a private key and signs with it. */
public interface NoteSigner {
    /** The public key that verifies what {@link #sign} makes. */
    VerifierKey key();

    /** The signature over the message as it stands, without key id and time. */
    byte[] sign(byte[] message);
}
