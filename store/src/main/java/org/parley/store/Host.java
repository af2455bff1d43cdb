package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the store asks of the machine that it runs on.
 *
 * @param machine names this machine, where it has a name
 * @param boot names the time since this machine was switched on
 * @param nanos a clock that only measures
 */
public record Host(Optional<String> machine, Optional<String> boot, LongSupplier nanos) {
    /** The machine that this process runs on. */
    public static Host local() {
        return new Host(
                line(Path.of("/etc/machine-id")), line(Path.of("/proc/sys/kernel/random/boot_id")), System::nanoTime);
    }

    private static Optional<String> line(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
