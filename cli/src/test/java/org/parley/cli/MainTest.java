package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int report(Throwable failure, boolean debug) {
        return Failures.report(failure, new PrintWriter(err), debug);
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(run("--version")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).matches("parley \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void help_lists_the_exit_codes() {
        assertThat(run("--help")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Usage: parley").contains("Exit codes:");
    }

    @Test
    void an_unknown_option_exits_2_and_names_it() {
        assertThat(run("--frobnicate")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("--frobnicate").doesNotContain("\tat ");
    }

    @Test
    void an_unknown_command_exits_2_and_names_it() {
        assertThat(run("frobnicate")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("frobnicate").doesNotContain("\tat ");
    }

    @Test
    void no_command_exits_2_and_points_to_the_help() {
        assertThat(run()).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString().lines()).containsExactly("parley: Missing command", "hint: parley --help");
    }

    @Test
    void help_is_a_command_too() {
        assertThat(run("help")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Usage: parley");
        out.getBuffer().setLength(0);
        assertThat(run("help", "check")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Usage: parley check").contains("--suggest");
    }

    @Test
    void a_number_that_is_none_is_told_in_plain_words() {
        assertThat(run("check", "--horizontal", "0,5", "x")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("'0,5' is no number; write it like 250 or 0.5");
        assertThat(run("activities", "--half-width", "wide")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("'wide' is no number");
    }

    @Test
    void bad_input_is_one_line_and_a_hint() {
        assertThat(report(new BadInput("a.geojson: feature 3:\n no window", "give it from and until"), false))
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsExactly("parley: a.geojson: feature 3:; no window", "hint: give it from and until");
    }

    @Test
    void a_missing_file_is_named() {
        IOException missing = new NoSuchFileException("plan.geojson");
        assertThat(report(new UncheckedIOException(missing), false)).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).startsWith("parley: plan.geojson: no such file");
    }

    @Test
    void a_fault_shows_its_trace_only_when_asked() {
        assertThat(report(new IllegalStateException("lost count"), false)).isEqualTo(Exit.FAULT);
        assertThat(err.toString()).contains("lost count").doesNotContain("\tat ");
        assertThat(report(new IllegalStateException("lost count"), true)).isEqualTo(Exit.FAULT);
        assertThat(err.toString()).contains("\tat ");
    }
}
