package org.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code parley demo --scenario check}. */
class DemoCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new DemoCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    /** What was found is read back: the table, its last line, the line about the page and the page say the same number. */
    @Test
    void shows_the_same_conflicts_as_table_and_page() throws IOException {
        Path page = folder.resolve("demo.html");
        assertThat(run("--scenario", "check", "--out", page.toString())).isZero();
        Matcher said =
                Pattern.compile("The same (\\d+) conflicts on a map: (.+)").matcher(out.toString());
        assertThat(said.find()).isTrue();
        assertThat(Path.of(said.group(2))).isEqualTo(page.toAbsolutePath());
        int conflicts = Integer.parseInt(said.group(1));
        assertThat(conflicts).isPositive();
        assertThat(out.toString().lines().filter(line -> line.contains("TANKER ") && line.startsWith("FIRE ")))
                .hasSize(conflicts);
        String html = Files.readString(page);
        assertThat(html).contains(conflicts + " conflicts found among the ").contains("This is not a clearance.");
        assertThat(html.split("<tr id=\"c", -1)).hasSize(conflicts + 1);
    }

    @Test
    void says_whose_data_these_are_and_that_the_split_is_ours() {
        run("--scenario", "check", "--out", folder.resolve("demo.html").toString());
        assertThat(out.toString())
                .contains("OpenSky Network", "traffic", "MIT", "The two parties are ours")
                .contains("This is not a clearance.");
        assertThat(err.toString()).doesNotContain("error");
    }

    @Test
    void the_page_is_the_same_every_time() throws IOException {
        run("--scenario", "check", "--out", folder.resolve("1.html").toString());
        run("--scenario", "check", "--out", folder.resolve("2.html").toString());
        assertThat(folder.resolve("1.html")).hasSameTextualContentAs(folder.resolve("2.html"));
    }

    @Test
    void a_page_that_cannot_be_written_is_no_success() {
        assertThat(run(
                        "--scenario",
                        "check",
                        "--out",
                        folder.resolve("no/such/folder.html").toString()))
                .isNotZero();
    }
}
