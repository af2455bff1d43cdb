package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who uses Parley for the first time: what is wrong, and the way out. */
class MistakesTest {
    private static final String ONE_PARTY = "warning: all volumes are of one party";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String plans(String name, String party) throws IOException {
        return file(
                name,
                "{\"type\":\"Feature\",\"properties\":{\"party\":\"" + party + "\",\"activity\":\"a\",\"radius\":100,"
                        + "\"from\":\"2026-03-01T06:00:00Z\",\"until\":\"2026-03-01T07:00:00Z\",\"lower\":0,\"upper\":9},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[35,48]}}");
    }

    @Test
    void a_check_of_one_party_warns_that_nothing_was_held_against_anything() throws IOException {
        String azure = plans("a.json", "AZURE");
        assertThat(run("check", azure)).isEqualTo(Exit.DONE);
        assertThat(err.toString()).startsWith(ONE_PARTY).contains("--same-party");
        assertThat(out.toString()).startsWith("1 volume of 1 activity of 1 party read from 1 file, 1 warning\n");
    }

    @Test
    void no_such_warning_where_one_party_is_meant_or_there_are_two() throws IOException {
        String azure = plans("a.json", "AZURE");
        String sites = file(
                "s.json",
                "{\"type\":\"Feature\",\"properties\":{\"party\":\"HUM\",\"site\":\"s\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[36,48]}}");
        run("check", "--same-party", azure);
        assertThat(err.toString()).isEmpty();
        run("check", "--sites", sites, azure);
        assertThat(err.toString()).isEmpty();
        run("check", azure, plans("b.json", "BIRCH"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_file_given_twice_is_named_however_it_is_written() throws IOException {
        String azure = plans("a.json", "AZURE");
        String again = folder.resolve(".").resolve("a.json").toString();
        assertThat(run("check", azure, again)).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).startsWith("parley: " + again + " is given twice");
        assertThat(run("check", "-", "-")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).startsWith("parley: standard input is given twice");
    }

    @Test
    void a_file_that_is_no_minima_is_told_their_form() throws IOException {
        String azure = plans("a.json", "AZURE");
        assertThat(run("check", "--minima", file("m.json", "{\"horizontal\":500}"), azure))
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString())
                .contains("horizontal as given: unknown; default and pairs are known; write minima like {\"default\":");
        run("check", "--minima", file("n.json", "{\"default\":{\"h\":\"500\"}}"), azure);
        assertThat(err.toString()).contains("default.h \"500\": no number").contains("without quotes");
    }

    @Test
    void columns_parted_by_semicolons_are_told_to_use_commas() throws IOException {
        String rows = file("r.csv", "timestamp;icao24;latitude;longitude\n1600000000000;abc123;46;8\n");
        assertThat(run("activities", "--from-tracks", rows, "--party", "P")).isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString()).contains("separate by commas (spreadsheets often write semicolons)");
    }
}
