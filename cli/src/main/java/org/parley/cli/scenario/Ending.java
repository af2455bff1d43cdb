package org.parley.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends the nodes and takes their folders away, once: at the end, or when the process is interrupted. */
final class Ending implements AutoCloseable {
    private final Path under;
    private final boolean kept;
    private final Thread interrupted = new Thread(this::end, "end of the demo");
    private Optional<Stage> stage = Optional.empty();

    private Ending(Path under, boolean kept) {
        this.under = under;
        this.kept = kept;
    }

    /** Of a demo whose folders are kept there, or nowhere. */
    static Ending begin(Optional<Path> keep) throws IOException {
        Path under = keep.isPresent() ? Files.createDirectories(keep.get()) : Files.createTempDirectory("parley-");
        Ending ending = new Ending(under, keep.isPresent());
        Runtime.getRuntime().addShutdownHook(ending.interrupted);
        return ending;
    }

    /** Where the folders are. */
    Path under() {
        return under;
    }

    /** These nodes are to be ended. */
    synchronized void of(Stage begun) {
        stage = Optional.of(begun);
    }

    @Override
    public void close() {
        try {
            end();
        } finally {
            callOff();
        }
    }

    private void callOff() {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException _) {
            return; // the process is ending, and the hook ends the nodes
        }
    }

    private synchronized void end() {
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
