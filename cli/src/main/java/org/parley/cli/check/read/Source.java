package org.parley.cli.check.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something to read features from.
 *
 * @param name as its user named it
 * @param opener opens it
 */
public record Source(String name, Opener opener) {
    /** Opens a source. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** A file; or standard input, for {@code -}. */
    public static Source of(String name, InputStream standardInput) {
        return name.equals("-")
                ? new Source("standard input", () -> standardInput)
                : new Source(name, () -> Files.newInputStream(Path.of(name)));
    }
}
