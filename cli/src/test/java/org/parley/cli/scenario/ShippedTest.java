package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios that are part of this program. */
class ShippedTest {
    /** What no node can show yet. This list only becomes shorter. */
    private static final List<String> OPEN_IN_RIVER = List.of(
            "there are no incidents",
            "there are no claims",
            "there is no daily summary",
            "there are no positions",
            "there are no statements",
            "the cease-fire is not counted");

    private static final List<String> OPEN_IN_CEDAR = List.of("there are no tracks");

    @Test
    void what_is_open_is_this_and_no_more() throws IOException {
        assertThat(open("river")).containsExactlyElementsOf(OPEN_IN_RIVER);
        assertThat(open("cedar")).containsExactlyElementsOf(OPEN_IN_CEDAR);
    }

    private static List<String> open(String name) throws IOException {
        return Scenario.shipped(name).expected().stream()
                .map(Expected::what)
                .filter(Expected.Open.class::isInstance)
                .map(what -> ((Expected.Open) what).why())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"river", "cedar"})
    void everybody_who_speaks_or_is_asked_is_there_and_time_goes_forward(String name) throws IOException {
        Scenario scenario = Scenario.shipped(name);
        List<Instant> said = scenario.steps().stream().map(Step::at).toList();
        List<Instant> asked = scenario.expected().stream().map(Expected::at).toList();
        assertThat(said).isSorted().allMatch(at -> !at.isBefore(scenario.begins()));
        assertThat(asked).isSorted().allMatch(at -> !at.isBefore(scenario.begins()));
        assertThat(scenario.steps())
                .allSatisfy(
                        step -> assertThat(scenario.lines().get(step.line())).contains(step.by()));
        assertThat(scenario.expected())
                .allSatisfy(expected -> assertThat(scenario.parties()).containsAll(expected.nodes()));
        assertThat(scenario.expected()).isSortedAccordingTo(Comparator.comparing(Expected::at));
        assertThat(scenario.lines().values())
                .allSatisfy(members -> assertThat(scenario.parties()).containsAll(members));
    }

    /** A slip in a name would only be seen when the script is played. */
    @ParameterizedTest
    @ValueSource(strings = {"river", "cedar"})
    void every_name_in_braces_is_one_that_the_scenario_gives(String name) throws IOException {
        Scenario scenario = Scenario.shipped(name);
        Set<String> names = new HashSet<>();
        scenario.steps().forEach(step -> step.name().ifPresent(said -> names.addAll(List.of(said, said + "#1"))));
        names.addAll(scenario.lines().keySet());
        scenario.flights().keySet().forEach(flight -> names.add("flight " + flight));
        scenario.conflicts()
                .keySet()
                .forEach(
                        conflict -> List.of(".id", ".finding", ".figures").forEach(part -> names.add(conflict + part)));
        Set<String> meant = new HashSet<>();
        try (InputStream in = Objects.requireNonNull(Scenario.class.getResourceAsStream(name + ".json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher blank = Pattern.compile("\\{([^{}\"\\[\\]]+)}").matcher(text);
            while (blank.find()) {
                meant.add(blank.group(1));
            }
        }
        assertThat(meant).hasSizeGreaterThan(10).isSubsetOf(names);
        scenario.conflicts().values().forEach(pair -> assertThat(names).contains(pair.one(), pair.other()));
    }
}
