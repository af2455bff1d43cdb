package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios that are part of this program. */
class ShippedTest {
    /** What no node can show yet. This list only becomes shorter. */
    private static final List<String> OPEN_IN_RIVER = List.of(
            "breaches do not tell a buffer from a centre line",
            "conflicts of a party's own activities are not derived",
            "read-backs are not compared",
            "there are no incidents",
            "there are no claims",
            "breaches say how far something reaches over a line, not how near it stays",
            "queries are not drafted",
            "queries are not shown at what they are about",
            "there is no daily summary",
            "there are no positions",
            "there are no statements",
            "the cease-fire is not counted");

    @Test
    void what_is_open_in_river_is_this_and_no_more() throws IOException {
        assertThat(open("river")).isSubsetOf(OPEN_IN_RIVER);
        assertThat(OPEN_IN_RIVER).isSubsetOf(open("river"));
    }

    private static List<String> open(String name) throws IOException {
        return Scenario.shipped(name).expected().stream()
                .map(Expected::what)
                .filter(Expected.Open.class::isInstance)
                .map(what -> ((Expected.Open) what).why())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"river"})
    void everybody_who_speaks_or_is_asked_is_there_and_time_goes_forward(String name) throws IOException {
        Scenario scenario = Scenario.shipped(name);
        List<Instant> said = scenario.steps().stream().map(Step::at).toList();
        List<Instant> asked = scenario.expected().stream().map(Expected::at).toList();
        assertThat(said).isSorted().allMatch(at -> !at.isBefore(scenario.begins()));
        assertThat(asked).isSorted().allMatch(at -> !at.isBefore(scenario.begins()));
        assertThat(scenario.steps()).allSatisfy(step -> assertThat(scenario.lines().get(step.line())).contains(step.by()));
        assertThat(scenario.expected())
                .allSatisfy(expected -> assertThat(scenario.parties()).containsAll(expected.nodes()));
        assertThat(scenario.expected()).isSortedAccordingTo(Comparator.comparing(Expected::at));
        assertThat(scenario.lines().values()).allSatisfy(members -> assertThat(scenario.parties()).containsAll(members));
    }
}
