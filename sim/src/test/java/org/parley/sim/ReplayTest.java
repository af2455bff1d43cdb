package org.parley.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final int SEEDS = 12;

    private final Simulator simulator = Seeds.simulator();

    @Test
    void a_seed_gives_the_same_trace_alone_and_beside_others() {
        List<Outcome> beside = new ArrayList<>();
        simulator.run(0, SEEDS, Course.Chance.ALL, beside::add);
        for (Outcome outcome : beside) {
            assertThat(simulator.run(outcome.seed(), Course.Chance.ALL)).isEqualTo(outcome);
        }
    }

    /** What a process does by chance of its own, as the order in a hash table, must not show. */
    @Test
    void a_seed_gives_the_same_trace_in_another_process() throws IOException, InterruptedException {
        List<Process> processes = List.of(started(), started());
        List<String> told = new ArrayList<>();
        for (Process process : processes) {
            told.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor()).isZero();
        }
        assertThat(told.getFirst().lines().count()).isGreaterThan(50L * SEEDS);
        assertThat(told.getFirst()).isEqualTo(told.getLast());
    }

    private static Process started() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Printing.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Prints traces: a process of its own. */
    static final class Printing {
        private Printing() {}

        public static void main(String[] args) {
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            for (long seed = 0; seed < SEEDS; seed++) {
                Seeds.simulator().run(seed, Course.Chance.ALL).trace().forEach(out::println);
            }
            out.flush();
        }
    }
}
