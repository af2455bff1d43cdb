package org.parley.link;

/** What takes pairing connections that came in. */
public interface PairingDesk {
    /** A peer wants to pair; called on a virtual thread, and the connection is closed when it returns. */
    void paired(PairingConnection connection);
}
