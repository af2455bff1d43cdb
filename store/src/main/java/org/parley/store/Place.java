package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a database lies, so that a copy of it can be told from it.
 *
 * @param home machine, folder and database file: a copy to another machine, folder or file has another
 * @param changed when something about the database file last changed, by the file system's clock: no program can set it
 * @param known whether the machine has a name
 */
record Place(String home, String changed, boolean known) {
    static Place of(Folder folder, Host host) {
        return new Place(
                "machine " + host.machine().orElse("unknown") + "\nfolder " + inode(folder.path()) + "\ndatabase "
                        + inode(folder.database()),
                "changed " + attributes(folder.database(), "unix:ctime"),
                host.machine().isPresent());
    }

    private static String inode(Path path) {
        return attributes(path, "unix:dev") + " " + attributes(path, "unix:ino");
    }

    private static String attributes(Path path, String name) {
        try {
            return Files.exists(path) ? String.valueOf(Files.getAttribute(path, name)) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
