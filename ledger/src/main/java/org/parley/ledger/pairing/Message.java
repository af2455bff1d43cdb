package org.parley.ledger.pairing;

import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;

/** What the two sides say to each other. */
public sealed interface Message {
    /**
     * The first message of either side: binds the sender to its reveal, and proves that it knows the secret.
     *
     * @param role the sender's
     */
    record Commit(Role role, Hash commitment, Hash proof) implements Message {}

    /**
     * Who the sender is.
     *
     * @param rootKey the Ed25519 public key of the party, 32 bytes
     * @param nonce 32 random bytes, of this attempt alone
     * @param address where the sender can be dialled, if it can
     */
    record Reveal(PartyName party, Bytes rootKey, Bytes nonce, Optional<Address> address) implements Message {
        /** Bytes of a root key and of a nonce. */
        public static final int LENGTH = 32;

        /** A key or nonce of another length is an {@link IllegalArgumentException}. */
        public Reveal {
            if (rootKey.length() != LENGTH || nonce.length() != LENGTH) {
                throw new IllegalArgumentException("a root key and a nonce have 32 bytes each");
            }
        }
    }

    /** The sender's officer confirmed the six words; from the inviter: so did both, and there is a line. */
    record Confirmed(Hash mac) implements Message {}

    /** The sender gave up. */
    record Aborted(Reason reason) implements Message {}
}
