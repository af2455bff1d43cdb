package org.parley.link;

import java.util.Optional;
import org.parley.ledger.Hash;

/** Two TLS connections to one peer. Thread-safe; no method waits for the network. */
public interface Link {
    /** SHA-256 of the SubjectPublicKeyInfo in the peer's certificate. Whose key it is, the protocol must ask. */
    Hash peerPin();

    /** Whether this side dialled. */
    boolean dialled();

    /** Where this side dialled; empty where the peer did. */
    Optional<Address> dialledAt();

    /** Address and port of the peer, for people. */
    String peerAddress();

    /**
     * Queues a frame: its type byte and payload, without the length. The array is given away. A queue over its bound closes
     * the link ({@link Loss#OVERFLOW}); on a link that is closed or lost nothing happens.
     *
     * @throws IllegalArgumentException when the frame is empty or larger than a frame may be
     */
    void send(Channel channel, byte[] frame);

    /** Bytes that wait for the network, with what each frame costs beside its bytes. */
    long queued(Channel channel);

    /** Sends what is queued, for at most {@link Bounds.Times#farewell}, then ends. No further frame is handed over. */
    void close(String why);

    /** Why the link was lost; empty while it is up. */
    Optional<Loss> loss();
}
