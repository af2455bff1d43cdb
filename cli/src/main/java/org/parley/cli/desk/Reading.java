package org.parley.cli.desk;

import java.io.IOException;
import java.util.Optional;

/**
 * A command that looks at something.
 *
 * @param takesInstant whether it can be asked as of another instant
 * @param takes what it may be asked about, in a word for the help; empty where there is nothing to choose
 * @param needs whether that must be said
 */
record Reading(
        String name,
        String text,
        String example,
        boolean takesInstant,
        Optional<String> takes,
        boolean needs,
        Look look) {
    /** What a look is given. */
    interface Asked {
        Api api();

        /** The line that was chosen, as it is now. */
        OurLine line() throws IOException, InterruptedException;

        /** What it is asked about. */
        Optional<String> about();

        /** {@code ?at=…} or nothing. */
        String query();
    }

    /** Looks. */
    interface Look {
        Sheet at(Asked asked) throws IOException, InterruptedException;
    }

    static Reading of(String name, String text, String example, Look look) {
        return new Reading(name, text, example, false, Optional.empty(), false, look);
    }

    Reading atAnyInstant() {
        return new Reading(name, text, example, true, takes, needs, look);
    }

    Reading takes(String what, boolean needed) {
        return new Reading(name, text, example, takesInstant, Optional.of(what), needed, look);
    }
}
