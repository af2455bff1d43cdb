package org.parley.bench.load;

import java.util.SplittableRandom;

/** What is drawn for one feature: the same for the same seed and number, whatever is drawn for others. */
final class Draw {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Draw(long seed, long number) {
        random = new SplittableRandom(mix(mix(seed + STEP) ^ (number * STEP)));
    }

    /** D. Stafford's mix 13: neighbouring numbers get streams that do not overlap in any way that shows. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Even between two numbers. */
    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Even in the logarithm: as many from 1 to 2 as from 2 to 4. */
    double ratio(double least, double most) {
        return least * StrictMath.exp(random.nextDouble() * StrictMath.log(most / least));
    }

    /** A whole number from 0 to {@code bound} − 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Any direction, in radians. */
    double azimuth() {
        return between(-Math.PI, Math.PI);
    }
}
