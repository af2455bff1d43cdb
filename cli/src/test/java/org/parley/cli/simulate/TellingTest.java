package org.parley.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.sim.Fault;
import org.parley.sim.Outcome;

class TellingTest {
    private static final Outcome FAILED = new Outcome(
            17,
            3,
            612,
            Map.of(Fault.OLD_BACKUP, 9),
            List.of("LOST: AZURE does not hold BIRCH-4\u202e"),
            40,
            List.of("   0.000 AZURE fence OPEN", "  12.500 BROKEN: LOST"));

    private final StringWriter out = new StringWriter();
    private final Asked asked = Asked.of(new Asked.Words(
            Optional.of("10"), Optional.of("20"), Optional.of("3"), Optional.of("old-backup"), Optional.empty()));

    @Test
    void a_failed_seed_is_told_with_its_trace_and_the_command_that_replays_it() {
        new TextTelling(new PrintWriter(out), asked).seed(FAILED, true);
        assertThat(out.toString().lines())
                .containsExactly(
                        "seed 17: 3 nodes, 612 events, 9 faults (old-backup 9): FAILED",
                        "  LOST: AZURE does not hold BIRCH-4?",
                        "  |    0.000 AZURE fence OPEN",
                        "  |   12.500 BROKEN: LOST",
                        "  replay: ./parley simulate --seed 17 --nodes 3 --fault old-backup");
    }

    @Test
    void the_sum_names_the_seeds_that_failed() {
        Sum sum = new Sum();
        sum.add(FAILED);
        new TextTelling(new PrintWriter(out), asked).sum(sum);
        assertThat(out.toString().lines())
                .containsExactly(
                        "1 seeds from 10: 612 events (at least 612 a seed), 9 faults (at least 9 a seed), 1 failed",
                        "  old-backup             9",
                        "failed: 17");
    }

    @Test
    void json_says_the_same() {
        new JsonTelling(new PrintWriter(out), asked).seed(FAILED, true);
        Json.Obj told = Canonical.parse(out.toString().strip().getBytes(StandardCharsets.UTF_8))
                .object();
        assertThat(told.require("holds").flag()).isFalse();
        assertThat(told.require("broken").array()).hasSize(1);
        assertThat(told.require("trace").array()).hasSize(2);
        assertThat(told.require("replay").text()).isEqualTo("./parley simulate --seed 17 --nodes 3 --fault old-backup");
    }
}
