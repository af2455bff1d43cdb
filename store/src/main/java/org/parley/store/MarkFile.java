package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;

/**
 * Keeps the high-water mark: after each commit a slot is overwritten, the two in turn, so that a torn write leaves the one
 * before. Forced to the disk at most once a second: the page cache survives the process, and only a database <em>below</em>
 * the mark is alarming.
 */
final class MarkFile implements AutoCloseable {
    private static final int SMALLEST_SLOT = 4_096;
    private static final long FORCE_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final String home;
    private final String boot;
    private final LongSupplier nanos;

    /** Never below what an earlier mark said, so that what was lost stays known until it is back. */
    private final Map<Origin, Long> sizes;

    private final Set<LineId> settled;
    private final Set<LineId> lost;
    private FileChannel channel;
    private long commits;
    private long sequence;
    private int slot;
    private long forcedAt;
    private boolean forced = true;

    /** A line was settled and there was no room to write it. */
    private boolean unwritten;

    /**
     * Begins a new file that knows these sizes, in place of the one before.
     *
     * @param settled lines that an earlier run settled, and that are sure to be as it left them
     * @param lost lines that were not settled since the mark was lost
     */
    MarkFile(
            Path file,
            String home,
            Host host,
            Set<LineId> settled,
            Set<LineId> lost,
            long commits,
            Map<Origin, Long> sizes) {
        this.file = file;
        this.settled = new LinkedHashSet<>(settled);
        this.lost = new LinkedHashSet<>(lost);
        this.commits = commits;
        this.home = home;
        this.boot = host.boot().orElse("");
        this.nanos = host.nanos();
        this.sizes = new LinkedHashMap<>(sizes);
        channel = begin();
        forcedAt = nanos.getAsLong();
    }

    private FileChannel begin() {
        sequence += sequence % 2;
        byte[] first = next();
        byte[] second = next();
        int room = SMALLEST_SLOT;
        while (room < 2 * first.length) {
            room *= 2;
        }
        byte[] both = Arrays.copyOf(first, 2 * room);
        System.arraycopy(second, 0, both, room, second.length);
        Durable.write(file, both);
        slot = room;
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] next() {
        return new Mark(sequence++, home, boot, commits, sizes, settled, lost).slot();
    }

    Map<Origin, Long> sizes() {
        return sizes;
    }

    Set<LineId> settled() {
        return settled;
    }

    /** From now on the mark vouches for what the database holds of a line. Without room, the next mark that fits does. */
    void settle(LineId line) {
        if (settled.add(line)) {
            lost.remove(line);
            unwritten = true;
            write();
        }
    }

    /** The mark vouches for the line no more. */
    void doubt(LineId line) {
        if (settled.remove(line)) {
            unwritten = true;
            write();
        }
    }

    /** Whether the next mark may need a larger file: to be asked before a commit, while it can still fail without harm. */
    boolean tight(Map<Origin, Long> more) {
        return (unwritten || !sizes.keySet().containsAll(more.keySet()))
                && new Mark(0, home, boot, 0, sizes, settled, lost).slot().length > slot / 2;
    }

    /** A file with more room, with the same content. Where it cannot be made, the one before goes on. */
    void grow() {
        FileChannel before = channel;
        channel = begin();
        unwritten = false;
        try {
            before.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what was just committed. */
    void advance(long nowCommitted, Map<Origin, Long> there) {
        commits = nowCommitted;
        there.forEach((origin, size) -> sizes.merge(origin, size, Math::max));
        write();
    }

    private void write() {
        ByteBuffer bytes = ByteBuffer.wrap(next());
        if (bytes.remaining() > slot) {
            grow();
            return;
        }
        try {
            long at = (sequence - 1) % 2 * slot;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            forced = false;
            unwritten = false;
            if (nanos.getAsLong() - forcedAt >= FORCE_EVERY) {
                force();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the last mark durable. */
    void force() {
        try {
            if (!forced) {
                channel.force(false);
                forced = true;
            }
            forcedAt = nanos.getAsLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        force();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
