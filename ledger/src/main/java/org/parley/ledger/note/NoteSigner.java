package org.parley.ledger.note;

import java.util.function.UnaryOperator;

/** Who holds a private key and signs with it. */
public interface NoteSigner {
    /** The public key that verifies what {@link #sign} makes. */
    VerifierKey key();

    /** The signature over the message as it stands, without key id and time. */
    byte[] sign(byte[] message);

    /** A signer of this key, which signs a message by {@code signing}. */
    static NoteSigner of(VerifierKey key, UnaryOperator<byte[]> signing) {
        return new NoteSigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] message) {
                return signing.apply(message);
            }
        };
    }
}
