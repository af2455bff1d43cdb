package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;

/** The token of a clean stop: written last, taken away first, good for one start in the very place where it was written. */
final class CleanStop {
    private static final int A_PAGE = 4_096;

    private CleanStop() {}

    /** What the token says of this state in this place; the same words are expected at the next start. */
    static String text(Place place, long commits, Map<Origin, Long> sizes, Set<LineId> settled) {
        StringBuilder text = new StringBuilder("parley clean stop 1\n");
        text.append(place.home()).append('\n').append(place.changed()).append('\n');
        text.append("commits ").append(commits).append('\n');
        sizes.entrySet().stream()
                .map(log -> log.getKey() + " " + log.getValue() + "\n")
                .sorted()
                .forEach(text::append);
        settled.stream().map(line -> "settled " + line + "\n").sorted().forEach(text::append);
        return text.append("end\n").toString();
    }

    /** Writes it; where there is no room for it there is none, and the next start looks as after a crash. */
    static void write(Path file, String text) {
        try {
            Durable.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            if (room(file) > text.length() + A_PAGE) {
                throw e;
            }
        }
    }

    private static long room(Path file) {
        try {
            return Files.getFileStore(file.resolveSibling(".")).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the token and removes it; whatever is done with it, there is none any more. */
    static Optional<String> consume(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Durable.delete(file);
            return Optional.of(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
