package org.parley.cli.desk;

import java.util.List;
import java.util.Optional;

/**
 * One activity of a file.
 *
 * @param rows where it stands in the file: {@code row 3}, {@code features 2, 5}
 */
record Plan(String rows, Body body) {
    /** Features of one activity: those that bear the same name. */
    static Plan of(String sort, List<Integer> numbers, Body body) {
        String listed = String.join(", ", numbers.stream().map(String::valueOf).toList());
        return new Plan(sort + (numbers.size() == 1 ? " " : "s ") + listed, body);
    }

    /** Where it stands, and what it calls itself. */
    String named() {
        Optional<String> name = body.name();
        return rows + name.map(text -> " (" + text + ")").orElse("");
    }
}
