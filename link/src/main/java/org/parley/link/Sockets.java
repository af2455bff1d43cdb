package org.parley.link;

import java.io.Closeable;
import java.io.IOException;

/** Ends of sockets. */
final class Sockets {
    private Sockets() {}

    /** Closes, and does not tell when that fails: the connection is over either way, and nothing follows from it. */
    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            return; // over either way
        }
    }
}
