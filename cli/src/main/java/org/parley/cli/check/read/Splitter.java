package org.parley.cli.check.read;

import java.io.IOException;
import java.util.Optional;

/** Cuts a stream of bytes into features. */
interface Splitter {
    /** How the file is laid out. */
    Form form();

    /** The next features; empty at the end. */
    Optional<Batch> next() throws IOException, Unreadable;
}
