package org.parley.record.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.window.Window;

/**
 * A window of time as written.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
public record WindowText(TimeText from, TimeText until) {
    /** Reads both ends, each with its date; every problem of both is told. */
    public static Entered<WindowText> read(String from, String until) {
        return read(from, until, Optional.empty());
    }

    /** The same; an end without a date is on the given one. */
    public static Entered<WindowText> read(String from, String until, LocalDate date) {
        return read(from, until, Optional.of(date));
    }

    private static Entered<WindowText> read(String from, String until, Optional<LocalDate> date) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        Optional<TimeText> first = end("from", TimeReader.read(from, date), problems, warnings);
        Optional<TimeText> last = end("until", TimeReader.read(until, date), problems, warnings);
        if (first.isEmpty() || last.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        if (last.get().epochMillis() <= first.get().epochMillis()) {
            return Entered.refused(
                    "until",
                    last.get().utc(),
                    "is not later than " + first.get().utc(),
                    "exchange them, or write the date of the next day");
        }
        return new Entered.Accepted<>(new WindowText(first.get(), last.get()), warnings);
    }

    private static Optional<TimeText> end(
            String field, Entered<TimeText> read, List<Problem> problems, List<Problem> warnings) {
        return switch (read) {
            case Entered.Accepted<TimeText> accepted -> {
                accepted.warnings().forEach(warning -> warnings.add(in(field, warning)));
                yield Optional.of(accepted.value());
            }
            case Entered.Refused<TimeText> refused -> {
                refused.problems().forEach(problem -> problems.add(in(field, problem)));
                yield Optional.empty();
            }
        };
    }

    private static Problem in(String field, Problem problem) {
        return new Problem(field, problem.value(), problem.reason(), problem.wayOut());
    }

    /** The window as it counts. */
    public Window window() {
        return new Window(from.epochMillis(), until.epochMillis());
    }

    /** How long it lasts: {@code 1 d 2 h 30 min}. What is 0 is left out. */
    public String duration() {
        return written(until.epochMillis() - from.epochMillis());
    }

    /** A length of time above 0. */
    static String written(long millis) {
        StringBuilder text = new StringBuilder();
        append(text, millis / 86_400_000, "d");
        append(text, millis / 3_600_000 % 24, "h");
        append(text, millis / 60_000 % 60, "min");
        append(text, millis / 1000 % 60, "s");
        append(text, millis % 1000, "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(" ").append(unit);
        }
    }
}
