package org.parley.link;

import java.util.Optional;
import org.parley.ledger.Hash;

/** A peer that is dialled again and again until it is stopped. Thread-safe. */
public interface Dial {
    /** Where the peer is dialled. */
    Address address();

    /** The key that the peer must have; empty when the protocol asks for it afterwards. */
    Optional<Hash> pin();

    /** Ends the present wait, if there is one, and forgets earlier failures. */
    void now();

    /** Dials no more. A link that is up stays. */
    void stop();
}
