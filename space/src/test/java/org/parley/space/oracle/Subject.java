package org.parley.space.oracle;

/** The code under test: whether two shapes conflict on the horizontal axis under a minimum in centimetres. */
@FunctionalInterface
public interface Subject {
    boolean conflict(Entered a, Entered b, long hCm);
}
