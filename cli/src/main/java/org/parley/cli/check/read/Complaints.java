package org.parley.cli.check.read;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.space.Problem;

/**
 * Tells what is wrong with the input, one line each: errors as they come, the first {@value ReadLimits#ERRORS_TOLD} of
 * them; warnings at the end, those of one sort together.
 */
public final class Complaints {
    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private static final int LONGEST_VALUE = 80;

    private final PrintWriter err;
    private final Map<String, Sort> warnings = new LinkedHashMap<>();
    private long errors;
    private long refused;
    private long warned;

    public Complaints(PrintWriter err) {
        this.err = err;
    }

    private static final class Sort {
        final String first;
        long count;

        Sort(String first) {
            this.first = first;
        }
    }

    /** A feature, or something else at one place, was refused. */
    public void refused(Origin origin, Iterable<Problem> problems) {
        refused++;
        for (Problem problem : problems) {
            error(origin + ": " + line(problem));
        }
    }

    /** Something that is wrong with the input as a whole. */
    public void error(String text) {
        errors++;
        if (errors <= ReadLimits.ERRORS_TOLD) {
            err.println("error: " + shown(text));
        }
    }

    /** Something was mended or assumed. */
    public void warning(Origin origin, Problem problem) {
        warned++;
        String key = origin.file() + '\n' + sort(problem.field()) + '\n' + problem.reason();
        if (!warnings.containsKey(key) && warnings.size() < ReadLimits.WARNINGS_TOLD) {
            warnings.put(key, new Sort(origin + ": " + line(problem)));
        }
        Sort known = warnings.get(key);
        if (known != null) {
            known.count++;
        }
    }

    /** Something about the input as a whole that its user may not have meant. */
    public void warning(String text) {
        warned++;
        err.println("warning: " + shown(text));
    }

    private static String sort(String field) {
        return field.indexOf('[') < 0 ? field : NUMBERS.matcher(field).replaceAll("");
    }

    /** Tells the warnings, and how many errors were not told. */
    public void finish() {
        for (Sort sort : warnings.values()) {
            String others = sort.count == 1 ? "" : " (and " + (sort.count - 1) + " more of this sort)";
            err.println("warning: " + shown(sort.first) + others);
        }
        warnings.clear();
        if (errors > ReadLimits.ERRORS_TOLD) {
            err.println("error: " + (errors - ReadLimits.ERRORS_TOLD) + " more errors");
        }
        err.flush();
    }

    /** Features and other things that were refused. */
    public long refused() {
        return refused;
    }

    /** Warnings, those of one sort counted one by one. */
    public long warnings() {
        return warned;
    }

    public boolean anyError() {
        return errors > 0;
    }

    private static String line(Problem problem) {
        String value = problem.value();
        String cut = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return problem.field() + " " + cut + ": " + problem.reason() + "; " + problem.wayOut();
    }

    /** Without characters that could steer a terminal or turn the reading direction. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean steers = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (steers) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
