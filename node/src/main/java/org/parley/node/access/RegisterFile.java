package org.parley.node.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.parley.ledger.Refused;
import org.parley.node.home.PrivateFile;

/** The register of a node and its file, {@code access/accounts}, mode 0600: a change counts once it is durable there. */
final class RegisterFile {
    /** A thousand accounts with a hundred tokens each. */
    private static final long MOST_BYTES = 1 << 26;

    private final Path file;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Register current;

    private RegisterFile(Path file, Register current) {
        this.file = file;
        this.current = current;
    }

    /** That of a node's folder; no file means that there is no account. What cannot be read is {@link Refused}, with file and line. */
    static RegisterFile open(Path folder) {
        Path file = folder.toAbsolutePath().resolve("access").resolve("accounts");
        try {
            return new RegisterFile(file, Files.exists(file) ? read(file) : Register.EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Register read(Path file) throws IOException {
        if (!PrivateFile.isPrivate(file)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "others may read " + file + ": chmod 600 it");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new Refused(Refused.Reason.TOO_LARGE, file + " is larger than any that this node writes");
        }
        try {
            return RegisterText.parse(Files.readAllBytes(file));
        } catch (Refused damaged) {
            throw new Refused(
                    damaged.reason(),
                    file + ", " + damaged.why()
                            + "; put back a copy of it, or take it away and make the accounts anew");
        }
    }

    Register current() {
        return current;
    }

    /** Makes the next register, writes it, and then lets it count; what throws has changed nothing. */
    Register change(UnaryOperator<Register> change) {
        changing.lock();
        try {
            Register next = change.apply(current);
            makeFolder();
            PrivateFile.write(file, RegisterText.bytes(next));
            current = next;
            return next;
        } finally {
            changing.unlock();
        }
    }

    private void makeFolder() {
        Path folder = file.resolveSibling("");
        Path above = folder.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                try (FileChannel channel = FileChannel.open(above, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
