package org.parley.node.chart;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.parley.space.Entered;

/** An archive of tiles in one file: PMTiles of version 3. */
final class Archive implements Chart {
    private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    private static final int HEADER = 127;
    private static final int PLAIN = 1;
    private static final int GZIP = 2;
    private static final Map<Integer, String> TYPES = Map.of(
            1, "application/vnd.mapbox-vector-tile", 2, "image/png", 3, "image/jpeg", 4, "image/webp", 5, "image/avif");
    private static final double DEGREE = 1e7;

    /** A directory leads to one that leads to tiles; a third has never been seen. */
    private static final int DEEPEST = 4;

    /** Longer than any directory or tile, unpacked. */
    private static final int MOST_BYTES = 32 << 20;

    private final FileChannel file;
    private final ByteBuffer header;
    private final Directory root;

    private Archive(FileChannel file, ByteBuffer header) throws IOException {
        this.file = file;
        this.header = header;
        root = directory(header.getLong(8), Math.toIntExact(header.getLong(16)));
    }

    static Entered<Chart> open(Path path) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return opened(path, file);
            } catch (IOException | IllegalArgumentException | ArithmeticException e) {
                file.close();
                return Chart.refused(path, "is no whole archive: " + e.getMessage());
            }
        } catch (IOException e) {
            return Chart.refused(path, "is no file that can be read");
        }
    }

    private static Entered<Chart> opened(Path path, FileChannel file) throws IOException {
        byte[] first = read(file, 0, HEADER);
        ByteBuffer header = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
        if (!Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || header.get(MAGIC.length) != VERSION) {
            file.close();
            return Chart.refused(path, "is no PMTiles archive of version 3");
        }
        boolean packed = isRead(header.get(97)) && isRead(header.get(98));
        if (!packed || !TYPES.containsKey((int) header.get(99))) {
            file.close();
            return Chart.refused(path, "holds tiles of a kind that is not read here");
        }
        return Entered.accepted(new Archive(file, header));
    }

    private static boolean isRead(byte compression) {
        return compression == PLAIN || compression == GZIP;
    }

    @Override
    public String type() {
        return Optional.ofNullable(TYPES.get((int) header.get(99))).orElseThrow();
    }

    @Override
    public int farthest() {
        return header.get(100);
    }

    @Override
    public int nearest() {
        return header.get(101);
    }

    @Override
    public double[] bounds() {
        return new double[] {degrees(102), degrees(106), degrees(110), degrees(114)};
    }

    private double degrees(int at) {
        return header.getInt(at) / DEGREE;
    }

    @Override
    public Optional<byte[]> tile(Tile tile) {
        if (!tile.exists()) {
            return Optional.empty();
        }
        try {
            Directory in = root;
            for (int depth = 0; depth < DEEPEST; depth++) {
                Optional<Directory.Entry> found = in.find(tile.number());
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                Directory.Entry entry = found.get();
                if (!entry.isDirectory()) {
                    return Optional.of(unpacked(header.getLong(56) + entry.offset(), entry.length(), header.get(98)));
                }
                in = directory(header.getLong(40) + entry.offset(), entry.length());
            }
            throw new IOException("its directories have no end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Directory directory(long offset, int length) throws IOException {
        return Directory.read(ByteBuffer.wrap(unpacked(offset, length, header.get(97))));
    }

    private byte[] unpacked(long offset, int length, byte compression) throws IOException {
        byte[] bytes = read(file, offset, length);
        if (compression != GZIP) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(MOST_BYTES + 1);
            if (all.length > MOST_BYTES) {
                throw new IOException("a part of it is longer than " + MOST_BYTES + " bytes");
            }
            return all;
        }
    }

    private static byte[] read(FileChannel file, long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || length > MOST_BYTES) {
            throw new IOException("a part of it of " + length + " bytes at " + offset);
        }
        byte[] bytes = new byte[length];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        while (into.hasRemaining()) {
            if (file.read(into, offset + into.position()) < 0) {
                throw new EOFException("it ends before its end");
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
