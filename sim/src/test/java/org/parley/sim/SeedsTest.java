package org.parley.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedsTest {
    private static final int LEAST_EVENTS = 500;
    private static final int LEAST_FAULTS = 5;

    private final Simulator simulator = Seeds.simulator();

    @Test
    void two_thousand_seeds_hold_each_with_its_events_and_faults() {
        Set<Fault> seen = EnumSet.noneOf(Fault.class);
        simulator.run(0, Seeds.COUNT, Course.Chance.ALL, outcome -> {
            holds(outcome);
            seen.addAll(outcome.faults().keySet());
            return true;
        });
        assertThat(seen).containsExactlyInAnyOrder(Fault.values());
    }

    @ParameterizedTest
    @EnumSource
    void each_fault_alone_is_survived(Fault fault) {
        simulator.run(0, 4, new Course.Chance(0, Optional.of(fault)), outcome -> {
            holds(outcome);
            assertThat(outcome.faults()).containsKey(fault);
            return true;
        });
    }

    private static void holds(Outcome outcome) {
        assertThat(outcome.broken()).as(() -> Seeds.told(outcome)).isEmpty();
        assertThat(outcome.events()).as("events of seed " + outcome.seed()).isGreaterThanOrEqualTo(LEAST_EVENTS);
        assertThat(outcome.faultCount()).as("faults of seed " + outcome.seed()).isGreaterThanOrEqualTo(LEAST_FAULTS);
    }
}
