package org.parley.space.oracle;

import java.util.random.RandomGenerator;

/** Minima that are hard for a given true distance. */
public final class Hard {
    private Hard() {}

    /** In centimetres: half within 10 cm of the distance in metres, the others anywhere; never negative. */
    public static long boundary(double distanceMetres, RandomGenerator random) {
        double cm = distanceMetres * 100;
        if (random.nextBoolean()) {
            return Math.max(0, Math.round(cm + 20 * random.nextDouble() - 10));
        }
        if (random.nextBoolean()) {
            return Math.round(2 * cm * random.nextDouble());
        }
        return Math.round(Math.exp(Math.log(1e8) * random.nextDouble()));
    }
}
