package org.parley.cli.verify;

import java.util.Arrays;
import java.util.Random;

/** Small damage to bytes, by a seed. */
final class Mutation {
    private Mutation() {}

    static byte[] of(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        byte[] mutated = bytes.clone();
        int at = random.nextInt(mutated.length);
        switch (random.nextInt(5)) {
            case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> mutated[at] = (byte) random.nextInt();
            case 2 -> mutated = Arrays.copyOf(mutated, at);
            case 3 -> {
                byte[] longer = Arrays.copyOf(mutated, mutated.length + 1);
                System.arraycopy(mutated, at, longer, at + 1, mutated.length - at);
                mutated = longer;
            }
            default -> {
                int from = random.nextInt(mutated.length);
                int length = Math.min(random.nextInt(40), mutated.length - Math.max(at, from));
                System.arraycopy(mutated, from, mutated, at, length);
            }
        }
        return mutated;
    }
}
