package org.parley.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.cli.BadInput;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.sim.Fault;
import org.parley.sim.Scenario;
import picocli.CommandLine;

class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter refused = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(refused))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    if (failure instanceof BadInput) {
                        refused.append(failure.getMessage());
                        return 2;
                    }
                    throw failure;
                })
                .execute(args);
    }

    @Test
    void seeds_are_told_in_their_order_with_events_and_each_faults_count_and_then_in_sum() {
        assertThat(run("--seed", "3", "--seeds", "6")).isZero();
        List<String> lines = out.toString().lines().toList();
        Pattern seed = Pattern.compile(
                "seed \\d+: [2-5] nodes, \\d{3,} events, \\d+ faults \\((\\S+ \\d+(, )?){1,}\\): all holds");
        for (int i = 0; i < 6; i++) {
            assertThat(lines.get(i)).startsWith("seed " + (3 + i) + ": ").matches(seed);
        }
        assertThat(lines.get(6))
                .matches(
                        "6 seeds from 3: \\d+ events \\(at least \\d+ a seed\\), \\d+ faults \\(at least \\d+ a seed\\), 0 failed");
        long faults = lines.stream()
                .skip(7)
                .mapToLong(line -> Long.parseLong(line.strip().replaceAll("\\S+ +", "")))
                .sum();
        assertThat(lines.get(6)).contains(" " + faults + " faults ");
    }

    @Test
    void the_same_seed_prints_the_same_bytes() {
        assertThat(run("--seed", "5", "--trace")).isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("--seed", "5", "--trace")).isZero();
        assertThat(out.toString()).isEqualTo(first).contains("  |    0.");
    }

    @Test
    void json_has_an_object_a_seed_and_the_sum_last() {
        assertThat(run("--seeds", "2", "--json", "--nodes", "2", "--fault", "crash"))
                .isZero();
        List<Json.Obj> objects = out.toString()
                .lines()
                .map(line -> Canonical.parse(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .object())
                .toList();
        assertThat(objects).hasSize(3);
        assertThat(objects.getFirst().require("nodes").integer()).isEqualTo(2);
        assertThat(objects.getFirst().require("holds").flag()).isTrue();
        assertThat(objects.getLast().require("seeds").integer()).isEqualTo(2);
        long sum = objects.getLast().require("faults").object().require("crash").integer();
        assertThat(sum)
                .isEqualTo(objects.subList(0, 2).stream()
                        .mapToLong(each ->
                                each.require("faults").object().require("crash").integer())
                        .sum());
    }

    @Test
    void a_scenario_is_played_by_its_name() {
        assertThat(run("--scenario", "fsync-error")).isZero();
        assertThat(out.toString()).startsWith("seed 0: 2 nodes, ").contains("broken-after-commit 2");
    }

    @Test
    void every_bad_option_is_named_with_what_is_allowed() {
        assertThat(run("--seed", "-1", "--seeds", "0", "--nodes", "6", "--fault", "rust"))
                .isEqualTo(2);
        assertThat(refused.toString())
                .contains("--seed '-1': allowed are whole numbers from 0 to 9007199254740991")
                .contains("--seeds '0': allowed are whole numbers from 1 to 100000000")
                .contains("--nodes '6': allowed are whole numbers from 2 to 5")
                .contains("--fault 'rust': known are crash, ")
                .doesNotContain("\n");
        for (Fault fault : Fault.values()) {
            assertThat(refused.toString()).contains(fault.toString());
        }
    }

    @Test
    void an_unknown_scenario_is_answered_with_those_that_are_known() {
        assertThat(run("--scenario", "rust", "--nodes", "two")).isEqualTo(2);
        for (Scenario scenario : Scenario.values()) {
            assertThat(refused.toString()).contains(scenario.toString());
        }
        assertThat(refused.toString()).contains("--nodes 'two'").contains("goes with --seed and --seeds alone");
    }

    @Test
    void two_faces_take_three_nodes() {
        assertThat(run("--nodes", "2", "--fault", "equivocation")).isEqualTo(2);
        assertThat(refused.toString()).contains("allowed are 3 to 5");
    }

    @Test
    void seeds_beyond_the_last_are_refused() {
        assertThat(run("--seed", "9007199254740991", "--seeds", "2")).isEqualTo(2);
        assertThat(refused.toString()).contains("beyond the last seed");
    }
}
