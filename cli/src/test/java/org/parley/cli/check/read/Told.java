package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;

/** What was told of a file, whatever was in it. */
final class Told {
    private Told() {}

    /** Each line is an error or a warning, and nothing in it steers a terminal. */
    static void assertPrintable(StringWriter told) {
        assertThat(told.toString().lines()).allSatisfy(line -> {
            assertThat(line).matches("(error|warning): .*");
            assertThat(line.chars()).noneMatch(Character::isISOControl);
        });
    }
}
