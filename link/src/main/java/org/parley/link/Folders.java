package org.parley.link;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Moving and counting files so that a power cut leaves each in one place. */
final class Folders {
    /** Files of a folder that are looked at in one go: the rest has its turn when these are gone. */
    private static final int LISTED = 20_000;

    private Folders() {}

    /** Makes the name of a file durable. */
    static void sync(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Moves a file into a folder; the name gets a number when it is taken. Returns where it is now. */
    static Path move(Path file, Path folder) throws IOException {
        Path to = folder.resolve(file.getFileName());
        for (int number = 2; Files.exists(to); number++) {
            to = folder.resolve(file.getFileName() + "." + number);
        }
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to);
        return to;
    }

    /** The files of a folder that are neither hidden nor parts, by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .filter(path -> !name(path).startsWith(".") && !name(path).endsWith(".part"))
                    .limit(LISTED)
                    .sorted()
                    .toList();
        }
    }

    /** Deletes the files with the least names until no more than so many are left. */
    static void keep(int most, Path folder) throws IOException {
        List<Path> files = files(folder);
        for (Path file : files.subList(0, Math.max(0, files.size() - most))) {
            Files.deleteIfExists(file);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
