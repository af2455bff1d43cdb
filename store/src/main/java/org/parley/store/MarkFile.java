package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

    /** Never below what an earlier mark said, so that what was lost stays known until it is back or given up. */
    private final Map<Origin, Long> sizes;

    private boolean proven;
    private FileChannel channel;
    private long sequence;
    private int slot;
    private long forcedAt;
    private boolean forced = true;

    /** Begins a new file that knows these sizes, in place of the one before. */
    MarkFile(Path file, String home, Host host, boolean proven, long commits, Map<Origin, Long> sizes) {
        this.file = file;
        this.proven = proven;
        this.home = home;
        this.boot = host.boot().orElse("");
        this.nanos = host.nanos();
        this.sizes = new LinkedHashMap<>(sizes);
        channel = begin(commits);
        forcedAt = nanos.getAsLong();
    }

    private FileChannel begin(long commits) {
        sequence += sequence % 2;
        byte[] first = next(commits);
        byte[] second = next(commits);
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

    private byte[] next(long commits) {
        return new Mark(sequence++, proven, home, boot, commits, sizes).slot();
    }

    boolean proven() {
        return proven;
    }

    /** From now on the mark vouches for the database as it is, durably: what is still lost is given up. */
    void prove(long commits, Map<Origin, Long> own) {
        proven = true;
        sizes.clear();
        advance(commits, own);
        force();
    }

    /** Whether the next mark may need a larger file: to be asked before a commit, while it can still fail without harm. */
    boolean tight(Map<Origin, Long> more) {
        return more.size() > sizes.size() && new Mark(0, proven, home, boot, 0, sizes).slot().length > slot / 2;
    }

    /** A file with more room, with the same content. Where it cannot be made, the one before goes on. */
    void grow(long commits) {
        FileChannel before = channel;
        channel = begin(commits);
        try {
            before.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what was just committed. */
    void advance(long commits, Map<Origin, Long> own) {
        own.forEach((origin, size) -> sizes.merge(origin, size, Math::max));
        ByteBuffer bytes = ByteBuffer.wrap(next(commits));
        if (bytes.remaining() > slot) {
            grow(commits);
            return;
        }
        try {
            long at = (sequence - 1) % 2 * slot;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            forced = false;
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
