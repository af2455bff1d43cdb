package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A node's folder. Whoever has one of these owns it: no other process does. */
public final class Folder implements AutoCloseable {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    /** Folders owned by this process: opening a lock file twice in one process and closing it once would lose the lock. */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private Folder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder of a new node, readable by its owner alone; what exists already must be empty. */
    public static Folder create(Path path) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> inside = Files.list(path)) {
                if (inside.findAny().isPresent()) {
                    throw new FolderRefused(FolderRefused.Reason.NOT_EMPTY, path, "");
                }
            }
            Files.setPosixFilePermissions(path, PRIVATE);
            Files.createDirectory(path.resolve("keys"), PosixFilePermissions.asFileAttribute(PRIVATE));
            Files.createDirectory(path.resolve("backups"), PosixFilePermissions.asFileAttribute(PRIVATE));
            return own(path.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the folder of a node that was made before. */
    public static Folder open(Path path) {
        if (!Files.isDirectory(path.resolve("keys"))) {
            throw new FolderRefused(FolderRefused.Reason.NOT_A_NODE, path, "");
        }
        try {
            Files.createDirectories(path.resolve("backups"), PosixFilePermissions.asFileAttribute(PRIVATE));
            return own(path.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Folder own(Path path) throws IOException {
        if (!OWNED.add(path)) {
            throw inUse(path, ProcessHandle.current().pid() + "");
        }
        FileChannel channel = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(path, pid(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            return new Folder(path, channel);
        } catch (IOException | RuntimeException e) {
            OWNED.remove(path);
            channel.close();
            throw e;
        }
    }

    private static FolderRefused inUse(Path path, String pid) {
        return new FolderRefused(FolderRefused.Reason.IN_USE, path, " by process " + pid);
    }

    private static String pid(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The database; nothing but SQLite may open it while the node runs, or SQLite's locks are lost. */
    public Path database() {
        return path.resolve("parley.db");
    }

    /** Where keys lie, mode 0700. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** Where backups are put that are made by themselves. */
    public Path backups() {
        return path.resolve("backups");
    }

    /** The socket on which the node answers commands. */
    public Path socket() {
        return path.resolve("parley.sock");
    }

    Path mark() {
        return path.resolve("mark");
    }

    Path cleanStop() {
        return path.resolve("clean");
    }

    /** Gives the folder up. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OWNED.remove(path);
        }
    }
}
