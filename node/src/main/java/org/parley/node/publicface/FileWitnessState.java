package org.parley.node.publicface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.SignedNote;

/**
 * A file for each log, called by the hash of its origin: a line with the SHA-256 of the rest, then the note. A folder that
 * came back from a backup makes the witness sign a fork, so backups leave it out. One process owns it.
 */
public final class FileWitnessState implements WitnessState {
    private static final int SUM = 64 + 1;

    private final Path folder;

    /** The folder is made if it is not there. */
    public FileWitnessState(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                force(parent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Seen> load(String origin) {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(origin, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refused e) {
            throw new IllegalStateException(file + " is damaged: " + e.why(), e);
        }
    }

    private static Seen read(String origin, byte[] content) {
        byte[] note = Arrays.copyOfRange(content, Math.min(SUM, content.length), content.length);
        if (!Arrays.equals(content, content(note))) {
            throw Refused.malformed("its sum is another");
        }
        SignedNote signed = SignedNote.parse(note);
        if (!Checkpoint.parseExtended(signed.text()).origin().equals(origin)) {
            throw Refused.malformed("it is of another log");
        }
        return Seen.of(signed);
    }

    private static byte[] content(byte[] note) {
        byte[] sum = (hash(note) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] content = Arrays.copyOf(sum, sum.length + note.length);
        System.arraycopy(note, 0, content, sum.length, note.length);
        return content;
    }

    @Override
    public void save(String origin, Seen seen) {
        Path file = file(origin);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            write(part, content(seen.note().bytes()));
        } catch (IOException e) {
            throw new NotSaved("the head of " + origin + " was not written: " + e.getMessage(), e);
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(String origin) {
        return folder.resolve(hash(origin.getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 in lower-case hex: how tlog-witness names a log in a path. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
