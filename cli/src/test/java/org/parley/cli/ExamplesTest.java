package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that the texts show print what the texts show. */
class ExamplesTest {
    private static final Pattern SHOWN = Pattern.compile("```\\n\\$ \\./parley ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"README.md, 1", "docs/check.md, 4"})
    void a_command_prints_what_its_page_shows(String page, int commands) throws IOException {
        String text = Files.readString(root().resolve(page));
        assertThat(SHOWN.matcher(text).results())
                .hasSize(commands)
                .allSatisfy(shown -> assertThat(printed(shown)).isEqualTo(shown.group(2)));
    }

    private static String printed(MatchResult shown) {
        String[] args = Arrays.stream(shown.group(1).split(" "))
                .map(arg -> arg.startsWith("docs/") ? root().resolve(arg).toString() : arg)
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return out.toString();
    }

    /** The project's folder: Maven runs the tests of a module in the module's. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/examples"))
                ? here
                : here.resolve("..").normalize();
    }
}
