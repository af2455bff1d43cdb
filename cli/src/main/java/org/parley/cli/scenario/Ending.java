package org.parley.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends the nodes and takes their folders away, once. */
final class Ending implements AutoCloseable {
    private final Path under;
    private final boolean kept;
    private Optional<Stage> stage = Optional.empty();

    Ending(Path under, boolean kept) {
        this.under = under;
        this.kept = kept;
    }

    /** These nodes are to be ended. */
    synchronized void of(Stage begun) {
        stage = Optional.of(begun);
    }

    @Override
    public synchronized void close() {
        stage.ifPresent(Stage::close);
        stage = Optional.empty();
        if (!kept && Files.exists(under)) {
            delete(under);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
