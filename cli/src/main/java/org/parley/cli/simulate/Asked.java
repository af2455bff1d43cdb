package org.parley.cli.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.cli.BadInput;
import org.parley.sim.Course;
import org.parley.sim.Fault;
import org.parley.sim.Scenario;

/**
 * Which seeds are to be run, and what with each.
 *
 * @param replay the words that play the same with another seed
 */
record Asked(long first, long seeds, Course course, String replay) {
    /** Where nothing is said: some seconds of work. */
    private static final long USUAL_SEEDS = 100;

    private static final long MOST_SEEDS = 100_000_000;

    /** Seeds are written in JSON too, which holds no greater integer. */
    private static final long LAST_SEED = (1L << 53) - 1;

    /** The options as they were written. */
    record Words(
            Optional<String> seed,
            Optional<String> seeds,
            Optional<String> nodes,
            Optional<String> fault,
            Optional<String> scenario) {}

    /** Reads them; every one that cannot be used is named in one {@link BadInput}. */
    static Asked of(Words words) {
        List<String> bad = new ArrayList<>();
        long first = number(words.seed, "--seed", 0, LAST_SEED, bad).orElse(0L);
        boolean one = words.seed.isPresent() || words.scenario.isPresent();
        long seeds = number(words.seeds, "--seeds", 1, MOST_SEEDS, bad).orElse(one ? 1 : USUAL_SEEDS);
        long nodes = number(words.nodes, "--nodes", Course.Chance.LEAST, Course.Chance.MOST, bad)
                .orElse(0L);
        Optional<Fault> fault = named(words.fault, "--fault", Fault.values(), Fault::toString, bad);
        Optional<Scenario> scenario = named(words.scenario, "--scenario", Scenario.values(), Scenario::toString, bad);
        if (words.scenario.isPresent() && (words.nodes.isPresent() || words.fault.isPresent())) {
            bad.add("--scenario says what happens and to how many nodes: it goes with --seed and --seeds alone");
        }
        if (first + seeds - 1 > LAST_SEED) {
            bad.add("--seeds " + seeds + " from --seed " + first + " go beyond the last seed, " + LAST_SEED);
        }
        if (nodes == Course.Chance.LEAST && fault.equals(Optional.of(Fault.EQUIVOCATION))) {
            bad.add("--nodes 2 with --fault equivocation: two faces take three nodes, allowed are 3 to "
                    + Course.Chance.MOST);
        }
        if (!bad.isEmpty()) {
            throw new BadInput(String.join("; ", bad), "parley simulate --help");
        }
        Course course = scenario.<Course>map(Course.Named::new).orElseGet(() -> new Course.Chance((int) nodes, fault));
        return new Asked(first, seeds, course, replay(words));
    }

    private static String replay(Words words) {
        return Stream.of(
                        words.nodes.map(each -> " --nodes " + each),
                        words.fault.map(each -> " --fault " + each),
                        words.scenario.map(each -> " --scenario " + each))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    /** The command that plays one seed of these again. */
    String replay(long seed) {
        return "./parley simulate --seed " + seed + replay;
    }

    private static Optional<Long> number(
            Optional<String> word, String option, long least, long most, List<String> bad) {
        Optional<Long> number = word.filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(value -> value >= least && value <= most);
        if (word.isPresent() && number.isEmpty()) {
            bad.add(option + " '" + word.get() + "': allowed are whole numbers from " + least + " to " + most);
        }
        return number;
    }

    private static <T> Optional<T> named(
            Optional<String> word, String option, T[] all, Function<T, String> name, List<String> bad) {
        Optional<T> found = word.flatMap(text ->
                Arrays.stream(all).filter(each -> name.apply(each).equals(text)).findFirst());
        if (word.isPresent() && found.isEmpty()) {
            bad.add(option + " '" + word.get() + "': known are "
                    + Arrays.stream(all).map(name).collect(Collectors.joining(", ")));
        }
        return found;
    }
}
