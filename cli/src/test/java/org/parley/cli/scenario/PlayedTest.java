package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.Exit;
import org.parley.cli.verify.VerifyCommand;
import picocli.CommandLine;

/** The scenarios, played by real processes. */
class PlayedTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();

    private int play(Scenario script, Optional<Path> keep) throws IOException, InterruptedException {
        return new ScenarioDemo("river", Pace.MOST, false, keep).run(script, new PrintWriter(out));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void river_ends_as_it_must_and_its_nodes_can_be_verified() throws Exception {
        Scenario river = Scenario.shipped("river");
        int code = play(river, Optional.of(temp));
        long open = river.expected().stream()
                .filter(expected -> expected.what() instanceof Expected.Open)
                .count();
        long refused = river.steps().stream()
                .filter(step -> step.refused().isPresent())
                .count();
        long met = river.expected().size() - open + refused;
        assertThat(lines()).last().as(out.toString()).isEqualTo(met + " met, 0 not met, " + open + " open");
        assertThat(code).isEqualTo(Exit.DONE);
        for (String node : List.of("azure", "birch", "juniper")) {
            StringWriter verified = new StringWriter();
            int exit = new CommandLine(new VerifyCommand())
                    .setOut(new PrintWriter(verified))
                    .execute(temp.resolve(node).toString());
            assertThat(exit).as(verified.toString()).isZero();
        }
    }

    @Test
    @Tag("nightly")
    void cedar_ends_as_it_must_and_leaves_nothing_behind() throws Exception {
        int code = play(Scenario.shipped("cedar"), Optional.empty());
        assertThat(lines()).last().as(out.toString()).asString().contains(" met, 0 not met, ");
        assertThat(code).isEqualTo(Exit.DONE);
        String folder = lines().stream()
                .filter(line -> line.startsWith("FIRE answers at "))
                .map(line -> line.substring(line.indexOf("its folder is ") + "its folder is ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(Files.exists(Path.of(folder))).isFalse();
    }

    /** Of each sort one: a notice, an answer, a change, a report of a stop, a call. */
    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(
            strings = {
                "notifies B-03, a ground move of its partner B-1",
                "accepts R-1",
                "amends B-02: below 2,000 m",
                "reports B-05 stopped",
                "SF-1 STOP: its partner force B-1 is being hit",
                "says: did not cross, escort"
            })
    void without_any_one_record_river_does_not_end_as_it_must(String text) throws Exception {
        Predicate<Step> left = step -> step.text().equals(text);
        Scenario river = Scenario.shipped("river");
        assertThat(river.steps()).filteredOn(left).hasSize(1);
        assertThat(play(river.without(left), Optional.empty()))
                .as(out.toString())
                .isEqualTo(Exit.NOT_MET);
        assertThat(lines()).last().asString().doesNotContain(" 0 not met");
    }
}
