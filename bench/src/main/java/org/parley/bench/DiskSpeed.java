package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** How long the disk below a folder takes to make a write durable: the floor of every figure with a commit in it. */
final class DiskSpeed {
    private static final int WRITES = 1_000;
    private static final int FILE = 64 << 20;

    private DiskSpeed() {}

    /** Overwrites a file of 64 MiB, as SQLite does its write-ahead log: so many bytes, then fdatasync, one after the other. */
    static void print(PrintStream out, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "disk-", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < FILE; at += 1 << 20) {
                channel.write(ByteBuffer.allocate(1 << 20), at);
            }
            channel.force(true);
            for (int bytes : new int[] {4 << 10, 32 << 10, 256 << 10}) {
                Histogram micros = micros(channel, bytes);
                out.printf(
                        "disk      %s, write of %d KiB and fdatasync, %,d times: mean %.2f ms, p50 %.2f, p99 %.2f, max %.2f%n",
                        Files.getFileStore(folder).type(),
                        bytes >> 10,
                        WRITES,
                        micros.getMean() / 1e3,
                        micros.getValueAtPercentile(50) / 1e3,
                        micros.getValueAtPercentile(99) / 1e3,
                        micros.getMaxValue() / 1e3);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Histogram micros(FileChannel channel, int bytes) throws IOException {
        Histogram micros = new Histogram(60_000_000L, 3);
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
        for (int i = 0; i < WRITES; i++) {
            long begin = System.nanoTime();
            buffer.clear();
            channel.write(buffer, (long) i * bytes % FILE);
            channel.force(false);
            micros.recordValue((System.nanoTime() - begin) / 1_000);
        }
        return micros;
    }
}
