package org.parley.cli.scenario;

import java.util.List;

/** What became of something that was expected. */
sealed interface Verdict {
    /** It is so; {@code seen} is what nodes showed. */
    record Met(List<String> seen) implements Verdict {}

    /** It is not so, and why. */
    record NotMet(List<String> why) implements Verdict {}

    /** No node can show it yet. */
    record Open(String why) implements Verdict {}
}
