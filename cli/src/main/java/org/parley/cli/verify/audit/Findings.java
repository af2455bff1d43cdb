package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.parley.cli.verify.audit.Problem.Part;

/** What was found, from all threads. */
public final class Findings {
    /** A log that is wrong everywhere is told with so many problems; the others are counted. */
    public static final int LISTED = 10_000;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::log)
            .thenComparing(Problem::part)
            .thenComparingLong(Problem::position)
            .thenComparing(Problem::place)
            .thenComparing(Problem::what)
            .thenComparing(Problem::found);

    private final List<Problem> listed = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final TreeSet<String> notes = new TreeSet<>();
    private long count;

    /** A difference that needs no two values. */
    public void problem(String log, Part part, long position, String place, String what) {
        problem(log, part, position, place, what, "", "");
    }

    /** A difference between what should be and what is. */
    public synchronized void problem(
            String log, Part part, long position, String place, String what, String expected, String found) {
        count++;
        counts.merge(log, 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(new Problem(log, part, position, place, what, expected, found));
        }
    }

    /** Something to know that is no difference. */
    public synchronized void note(String text) {
        notes.add(text);
    }

    /** How many differences there are. */
    public synchronized long count() {
        return count;
    }

    /** How many there are in a log. */
    public synchronized long count(String log) {
        return counts.getOrDefault(log, 0L);
    }

    /** In a fixed order. */
    public synchronized List<Problem> listed() {
        return listed.stream().sorted(ORDER).toList();
    }

    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
