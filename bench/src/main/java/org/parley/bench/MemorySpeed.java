package org.parley.bench;

import java.io.PrintStream;
import java.util.SplittableRandom;

/** What the memory of a machine does at the most, on one core: the floor of every search among more than its caches hold. */
final class MemorySpeed {
    private static final int[] MEBIBYTES = {1, 16, 64, 256, 1_024};
    private static final int STEPS = 3_000_000;
    private static final int ROUNDS = 4;

    /** As many as neighbours of a node whose lines are asked for at once. */
    private static final int TOGETHER = 8;

    /** Numbers of a cache line. */
    private static final int LINE = 16;

    private MemorySpeed() {}

    /** Follows a chain of cache lines through memory at random, one and eight at a time, and reads all of it in order. */
    static void print(PrintStream out) {
        for (int size : MEBIBYTES) {
            int[] memory = new int[size << 18];
            chain(memory);
            double one = Double.MAX_VALUE;
            double some = Double.MAX_VALUE;
            double read = 0;
            for (int round = 0; round < ROUNDS; round++) {
                one = Math.min(one, nanos(memory, 1));
                some = Math.min(some, nanos(memory, TOGETHER));
                read = Math.max(read, gibibytes(memory));
            }
            out.printf(
                    "memory    %,5d MiB: a line at random in %.1f ns, one of %d at once in %.1f ns; in order %.1f GiB/s%n",
                    size, one, TOGETHER, some, read);
        }
    }

    /** Each line names the next: all of them in one ring, in an order of chance. */
    private static void chain(int[] memory) {
        int lines = memory.length / LINE;
        int[] order = new int[lines];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 1; i < lines; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (int i = 0; i < lines; i++) {
            memory[order[i] * LINE] = order[(i + 1) % lines] * LINE;
        }
    }

    private static double nanos(int[] memory, int together) {
        int[] at = new int[together];
        for (int i = 0; i < together; i++) {
            at[i] = (int) ((long) i * memory.length / together / LINE * LINE);
        }
        long begin = System.nanoTime();
        int sum = together == 1 ? follow(memory, at[0]) : followAll(memory, at);
        long end = System.nanoTime();
        return (end - begin + (sum == -1 ? 1 : 0)) / (double) STEPS;
    }

    private static int follow(int[] memory, int from) {
        int at = from;
        for (int step = 0; step < STEPS; step++) {
            at = memory[at];
        }
        return at;
    }

    private static int followAll(int[] memory, int[] from) {
        int a = from[0];
        int b = from[1];
        int c = from[2];
        int d = from[3];
        int e = from[4];
        int f = from[5];
        int g = from[6];
        int h = from[7];
        for (int step = 0; step < STEPS; step += TOGETHER) {
            a = memory[a];
            b = memory[b];
            c = memory[c];
            d = memory[d];
            e = memory[e];
            f = memory[f];
            g = memory[g];
            h = memory[h];
        }
        return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
    }

    private static double gibibytes(int[] memory) {
        long begin = System.nanoTime();
        long sum = 0;
        for (int number : memory) {
            sum += number;
        }
        long end = System.nanoTime();
        return 4.0 * memory.length / (1L << 30) / ((end - begin + (sum == -1 ? 1 : 0)) / 1e9);
    }
}
