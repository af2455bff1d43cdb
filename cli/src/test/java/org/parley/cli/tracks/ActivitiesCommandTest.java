package org.parley.cli.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.Exit;
import org.parley.cli.check.CheckCommand;
import picocli.CommandLine;

class ActivitiesCommandTest {
    private static final String GOOD =
            "{\"timestamp\":1600000000000,\"icao24\":\"abc123\",\"callsign\":\"T1\",\"latitude\":46,\"longitude\":8}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, String... args) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private int activities(String rows, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.json"), rows);
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"--from-tracks", file.toString(), "--party", "P"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return run(new ActivitiesCommand(), args);
    }

    /** What is written is what a check reads, without a complaint but for the heights that are not there. */
    @Test
    void a_check_reads_what_is_written() throws IOException {
        assertThat(activities("[" + GOOD + "]")).isEqualTo(Exit.DONE);
        Path features = Files.writeString(folder.resolve("p.ndjson"), out.toString());
        Path others =
                Files.writeString(folder.resolve("q.ndjson"), out.toString().replace("\"P\"", "\"Q\""));
        out.getBuffer().setLength(0);
        int code = run(new CheckCommand(), "--format", "count", features.toString(), others.toString());
        assertThat(code).isEqualTo(Exit.CONFLICTS);
        assertThat(out.toString()).isEqualTo("1\n");
    }

    @Test
    void a_bad_row_ends_with_2_and_writes_nothing() throws IOException {
        String rows = "[" + GOOD + "," + GOOD.replace("46", "\"46\"") + "]";
        assertThat(activities(rows)).isEqualTo(Exit.BAD_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("row 2: latitude 46: not a number").contains("--keep-going");
        assertThat(activities(rows, "--keep-going")).isEqualTo(Exit.BAD_INPUT);
        assertThat(out.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--half-width=0",
                "--half-width=NaN",
                "--half-height=-5",
                "--slice=0s",
                "--slice=1w",
                "--slice=25h"
            })
    void senseless_options_are_refused(String option) throws IOException {
        assertThat(activities("[" + GOOD + "]", option)).isNotZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_half_width_is_what_was_asked_for() throws IOException {
        assertThat(activities("[" + GOOD + "]", "--half-width", "99.5", "--slice", "2m"))
                .isZero();
        assertThat(out.toString()).contains("\"radius\":99.5");
    }
}
