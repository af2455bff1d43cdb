package org.parley.cli.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the names of a script: records by their names on the line, lines and conflicts by their ids. */
final class Names {
    private final Map<String, List<String>> records = new HashMap<>();
    private final Map<String, String> lines;
    private final Map<String, String> conflicts = new HashMap<>();

    /** @param lines the ids of the lines */
    Names(Map<String, String> lines) {
        this.lines = Map.copyOf(lines);
    }

    /** A record is called so from now on; an earlier one of that name is an older version. */
    void said(String name, String record) {
        records.computeIfAbsent(name, of -> new ArrayList<>()).add(record);
    }

    /** A conflict has this id, also when it is over. */
    void found(String conflict, String id) {
        conflicts.put(conflict, id);
    }

    Optional<String> line(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    Optional<String> conflict(String name) {
        return Optional.ofNullable(conflicts.get(name));
    }

    /** The newest record of a name. */
    Optional<String> record(String name) {
        return Optional.ofNullable(records.get(name)).map(List::getLast);
    }

    /** The first record of a name: what its subject is called for good. */
    Optional<String> subject(String name) {
        return Optional.ofNullable(records.get(name)).map(List::getFirst);
    }
}
