package org.parley.node.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.parley.ledger.line.Disk;

/** A file that its owner alone may read: there whole and durable, or not at all. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions.asFileAttribute(MODE);

    private PrivateFile() {}

    /** Writes it in the place of whatever was there; {@link Disk.Broken} where the disk cannot say that it is durable. */
    public static void write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IOException(file + " is no place for a file");
            }
            Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part", PRIVATE);
            try {
                force(part, bytes);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                force(folder, channel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(Path part, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            force(part, channel);
        }
    }

    /** Nobody knows what a disk holds that could not say that it holds it. */
    private static void force(Path file, FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new Disk.Broken(file + " could not be made durable: " + e.getMessage(), e);
        }
    }

    /** Whether nobody but its owner may read or write it. */
    public static boolean isPrivate(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream()
                    .allMatch(right -> right.name().startsWith("OWNER_"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
