package org.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws Exception {
        return Bench.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void an_unknown_name_exits_64_and_shows_the_usage() throws Exception {
        assertThat(run("frobnicate")).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("frobnicate", "Usage: parley bench NAME");
    }

    @Test
    void help_is_no_error() throws Exception {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: parley bench NAME");
    }

    @Test
    void a_wrong_option_exits_64_and_names_it() throws Exception {
        assertThat(run("space", "--rouds", "3")).isEqualTo(64);
        assertThat(run("space", "--n", "many")).isEqualTo(64);
        assertThat(run("check", "--n", "-5")).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--rouds", "--rounds", "'many'", "--n");
    }
}
