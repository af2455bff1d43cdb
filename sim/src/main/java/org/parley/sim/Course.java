package org.parley.sim;

import java.util.Optional;

/** What is played with each seed. */
public sealed interface Course {
    /**
     * Traffic, and faults as chance will have them.
     *
     * @param nodes 2 to 5, or 0 for as many as each seed says
     * @param only this fault alone, or all kinds
     */
    record Chance(int nodes, Optional<Fault> only) implements Course {
        /** The fewest nodes of a line. */
        public static final int LEAST = 2;

        /** The most nodes that are simulated. */
        public static final int MOST = 5;

        /** A number of nodes outside of these bounds, but for 0, is an {@link IllegalArgumentException}. */
        public Chance {
            int least = only.equals(Optional.of(Fault.EQUIVOCATION)) ? LEAST + 1 : LEAST;
            if (nodes != 0 && (nodes < least || nodes > MOST)) {
                throw new IllegalArgumentException("from " + least + " to " + MOST + " nodes, not " + nodes);
            }
        }

        /** All kinds of faults, and as many nodes as each seed says. */
        public static final Chance ALL = new Chance(0, Optional.empty());
    }

    /** One case with a name; chance decides only its details. */
    record Named(Scenario scenario) implements Course {}
}
