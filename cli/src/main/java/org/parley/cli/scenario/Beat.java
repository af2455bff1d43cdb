package org.parley.cli.scenario;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Something that happens in a chapter of a story, or that must then be so. */
sealed interface Beat {
    /** When it is, by the clocks of all nodes. */
    Instant at();

    /**
     * A party says something.
     *
     * @param visitor whether the visitor is to say it, unless it is to be done for the visitor
     */
    record Says(Step step, boolean visitor) implements Beat {
        @Override
        public Instant at() {
            return step.at();
        }
    }

    /**
     * A party tries something without saying it.
     *
     * @param step what it tries
     * @param wanted what its node answers
     */
    record Tries(Step step, JsonNode wanted) implements Beat {
        @Override
        public Instant at() {
            return step.at();
        }
    }

    /** All nodes show something. */
    record Shows(Expected expected) implements Beat {
        @Override
        public Instant at() {
            return expected.at();
        }
    }

    /**
     * Something is done to nodes or to what lies between them.
     *
     * @param of the party or the record that it is done to; empty where there is none
     */
    record Done(Instant at, Deed deed, String of, String text) implements Beat {}

    /** What can be done. */
    enum Deed {
        /** The two officers confirm the six words. */
        LINK,
        /** BIRCH's page has shown a record. */
        PRESENT,
        /** The cable between the nodes is cut. */
        CUT,
        /** It is whole again. */
        MEND,
        /** A node is killed, and started again. */
        KILL,
        /** A record's proof is taken and checked by {@code parley verify}, which shares no code with the node. */
        PROVE,
        /** Nothing is done; the clocks go on. */
        WAIT
    }
}
