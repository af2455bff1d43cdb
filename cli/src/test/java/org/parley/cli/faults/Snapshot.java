package org.parley.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a node's database, WAL, mark and token were at a moment; put back into the same files, so that it is no copy elsewhere. */
record Snapshot(Path folder, Map<String, byte[]> files) {
    private static final List<String> NAMES = List.of("parley.db", "parley.db-wal", "parley.db-shm", "mark", "clean");

    static Snapshot of(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : NAMES) {
            if (!name.endsWith("-shm") && Files.exists(folder.resolve(name))) {
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        }
        return new Snapshot(folder, files);
    }

    void putBack() throws IOException {
        for (String name : NAMES) {
            byte[] content = files.get(name);
            if (content == null) {
                Files.deleteIfExists(folder.resolve(name));
            } else {
                Files.write(folder.resolve(name), content);
            }
        }
    }

    /** Flips one bit of a file; says which. */
    String flip(String name, Random random) throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve(name));
        long bit = random.nextLong(content.length * 8L);
        content[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        Files.write(folder.resolve(name), content);
        return name + " bit " + bit;
    }
}
