package org.parley.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Limits;

/**
 * Frames in a file, sealed with the hash of all before the seal (docs/formats.md). A file is there whole and durable or not at
 * all, and nothing of it is handed over before its seal was found right.
 */
public final class Bundle {
    /** Bytes of a bundle: what a stick or a mail gateway takes; a log goes into as many bundles as it needs. */
    public static final long LARGEST = 1L << 30;

    private static final byte[] MAGIC = "parley-bundle/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SEAL = 0;
    private static final int SEALED = Integer.BYTES + 1 + Hash.LENGTH;

    /** BATCH, RECEIPTS, EVIDENCE, HEAD, KEYS, REVOKED: what stands by itself. All others are talk between two who are there. */
    private static final Set<Integer> TYPES = Set.of(2, 3, 7, 10, 11, 12);

    private Bundle() {}

    /** Takes the frames of a bundle. */
    public interface Taker {
        /** Type byte and payload. Throwing {@link Refused} refuses the bundle from here on. */
        void frame(byte[] frame);
    }

    /** Whether a frame may lie in a bundle. */
    public static boolean holds(byte[] frame) {
        return frame.length > 0 && frame.length <= Limits.FRAME && TYPES.contains((int) frame[0]);
    }

    /** Hands over every frame in its order; a file that is no whole bundle is {@link Refused} before the first. */
    public static Hash read(Path file, Taker taker) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            Hash seal = pass(channel, frame -> {});
            if (!pass(channel, taker).equals(seal)) {
                throw Refused.malformed("the bundle changed while it was read");
            }
            return seal;
        }
    }

    private static Hash pass(FileChannel channel, Taker taker) throws IOException {
        long size = channel.size();
        if (size > LARGEST) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a bundle has at most " + LARGEST + " bytes, not " + size);
        }
        if (size < MAGIC.length + SEALED) {
            throw Refused.malformed("this is no bundle: it has " + size + " bytes");
        }
        channel.position(0);
        MessageDigest digest = sha256();
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), 64 << 10);
        DataInputStream in = new DataInputStream(new DigestInputStream(bytes, digest));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw Refused.malformed("this is no bundle: it does not begin with parley-bundle/1");
        }
        for (long left = size - MAGIC.length - SEALED; left > 0; ) {
            int length = left < Integer.BYTES ? 0 : in.readInt();
            left -= Integer.BYTES + (long) length;
            if (length < 1 || length > Limits.FRAME || left < 0) {
                throw Refused.malformed("the bundle is damaged: a frame of " + length + " bytes");
            }
            byte[] frame = in.readNBytes(length);
            if (frame.length < length || !holds(frame)) {
                throw Refused.malformed("the bundle is damaged, or holds a frame that no bundle may hold");
            }
            taker.frame(frame);
        }
        return seal(digest, bytes);
    }

    private static Hash seal(MessageDigest digest, InputStream bytes) throws IOException {
        Hash expected = Hash.of(digest.digest());
        byte[] seal = bytes.readNBytes(SEALED);
        if (!Arrays.equals(seal, sealed(expected)) || bytes.read() >= 0) {
            throw Refused.malformed("the bundle is damaged: its seal is not that of its content");
        }
        return expected;
    }

    private static byte[] sealed(Hash hash) {
        byte[] frame = new byte[SEALED];
        frame[3] = 1 + Hash.LENGTH;
        frame[4] = SEAL;
        System.arraycopy(hash.bytes(), 0, frame, 5, Hash.LENGTH);
        return frame;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes a bundle under another name, and gives it its own only when it is whole and on the disk. */
    public static final class Writer implements AutoCloseable {
        private final Path file;
        private final Path part;
        private final FileChannel channel;
        private final MessageDigest digest = sha256();
        private final DataOutputStream out;
        private final OutputStream bytes;
        private long size;
        private boolean sealed;

        /** Begins a bundle that {@link #seal} will put at this path. */
        public Writer(Path file) throws IOException {
            this.file = file;
            part = file.resolveSibling("." + file.getFileName() + ".part");
            channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            bytes = new BufferedOutputStream(Channels.newOutputStream(channel), 64 << 10);
            out = new DataOutputStream(new DigestOutputStream(bytes, digest));
            out.write(MAGIC);
            size = (long) MAGIC.length + SEALED;
        }

        /** Whether one more frame of this length fits. */
        public boolean fits(int length) {
            return size + Integer.BYTES + (long) length <= LARGEST;
        }

        /** Adds a frame: type byte and payload, of those that a bundle may hold, as long as they {@link #fits}. */
        public void frame(byte[] frame) throws IOException {
            if (!holds(frame) || !fits(frame.length)) {
                throw new IllegalArgumentException("no frame for this bundle: " + frame.length + " bytes");
            }
            out.writeInt(frame.length);
            out.write(frame);
            size += Integer.BYTES + (long) frame.length;
        }

        /** Seals the bundle and makes it durable under its name. */
        public void seal() throws IOException {
            out.flush();
            bytes.write(sealed(Hash.of(digest.digest())));
            bytes.flush();
            channel.force(true);
            channel.close();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            sealed = true;
            Folders.sync(file);
        }

        /** Without {@link #seal}, nothing stays. */
        @Override
        public void close() throws IOException {
            channel.close();
            if (!sealed) {
                Files.deleteIfExists(part);
            }
        }
    }
}
