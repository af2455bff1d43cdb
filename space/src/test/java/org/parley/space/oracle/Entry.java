package org.parley.space.oracle;

/** How a shape is stored: rounded, cut, rounded again. What it returns is the truth that verdicts are about. */
@FunctionalInterface
public interface Entry {
    OracleFootprint stored(Entered shape);

    /** Thrown by an entry for a shape that the code under test refuses by name; counted, never compared. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String why) {
            super(why);
        }
    }
}
