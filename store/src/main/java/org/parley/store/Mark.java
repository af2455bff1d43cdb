package org.parley.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;

/**
 * The high-water mark as it is written: which place, which boot, how many commits, the largest sizes of all
 * logs, and of which lines this is known to be the newest state.
 *
 * @param sequence counts the marks written, so that of two the newer is known
 * @param settled lines whose newest state the database is known to hold
 * @param lost lines that were not settled since the mark before this one was lost
 */
record Mark(
        long sequence,
        String home,
        String boot,
        long commits,
        Map<Origin, Long> sizes,
        Set<LineId> settled,
        Set<LineId> lost) {
    private static final int MAGIC = 0x50_4d_4b_31;
    private static final int FRAME = 2 * Integer.BYTES + Integer.BYTES;

    /** What a file holds of marks. */
    sealed interface Found {
        /** There is no file. */
        record Missing() implements Found {}

        /** At least one of the two slots cannot be read; what the other says, where it can. */
        record Torn(Optional<Mark> rest) implements Found {}

        /** Both slots are whole; the newer. */
        record Whole(Mark mark) implements Found {}
    }

    /** Reads a mark file: two slots of half its length. */
    static Found read(Path file) {
        if (!Files.exists(file)) {
            return new Found.Missing();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            Optional<Mark> one = slot(bytes, 0);
            Optional<Mark> other = slot(bytes, bytes.length / 2);
            if (one.isPresent() && other.isPresent()) {
                return new Found.Whole(one.get().sequence > other.get().sequence ? one.get() : other.get());
            }
            return new Found.Torn(one.or(() -> other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Mark> slot(byte[] file, int from) throws IOException {
        ByteBuffer slot = ByteBuffer.wrap(file, from, file.length / 2).slice();
        if (slot.remaining() < FRAME || slot.getInt() != MAGIC) {
            return Optional.empty();
        }
        int length = slot.getInt();
        if (length < 0 || length > slot.remaining() - Integer.BYTES) {
            return Optional.empty();
        }
        byte[] payload = new byte[length];
        slot.get(payload);
        return crc(payload) == slot.getInt() ? Optional.of(payload(payload)) : Optional.empty();
    }

    private static Mark payload(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        long sequence = in.readLong();
        String home = in.readUTF();
        String boot = in.readUTF();
        long commits = in.readLong();
        Map<Origin, Long> sizes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sizes.put(Origin.of(in.readUTF()), in.readLong());
        }
        return new Mark(sequence, home, boot, commits, sizes, lines(in), lines(in));
    }

    private static Set<LineId> lines(DataInputStream in) throws IOException {
        Set<LineId> lines = new LinkedHashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(new LineId(in.readUTF()));
        }
        return lines;
    }

    private static void lines(DataOutputStream out, Set<LineId> lines) throws IOException {
        out.writeInt(lines.size());
        for (LineId line : lines) {
            out.writeUTF(line.toString());
        }
    }

    /** The bytes of a slot. */
    byte[] slot() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(sequence);
            out.writeUTF(home);
            out.writeUTF(boot);
            out.writeLong(commits);
            out.writeInt(sizes.size());
            for (Map.Entry<Origin, Long> log : sizes.entrySet()) {
                out.writeUTF(log.getKey().toString());
                out.writeLong(log.getValue());
            }
            lines(out, settled);
            lines(out, lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] payload = bytes.toByteArray();
        return ByteBuffer.allocate(FRAME + payload.length)
                .putInt(MAGIC)
                .putInt(payload.length)
                .put(payload)
                .putInt(crc(payload))
                .array();
    }

    private static int crc(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
