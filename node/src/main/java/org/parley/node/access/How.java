package org.parley.node.access;

/** The way on which a caller came. */
public enum How {
    /** A person at the console. */
    CONSOLE,
    /** A person at the command line, signed in. */
    CLI,
    /** A program with a token. */
    TOKEN,
    /** Whoever may open the socket in the node's folder: its owner, on this machine. */
    SOCKET
}
