package org.parley.node.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** What a file gives, and everything that is wrong with it. */
final class Given {
    static final TomlMapper TOML = new TomlMapper();

    private final JsonNode tables;
    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();

    Given(JsonNode tables, Lines lines) {
        this.tables = tables;
        this.lines = lines;
        tables.properties().forEach(table -> checkNames(table.getKey(), table.getValue()));
    }

    private void checkNames(String section, JsonNode table) {
        if (!Keys.sections().contains(section)) {
            add(section, table.isObject() ? "a table" : table.toString(), "is none that there is", meant(section));
        } else if (!table.isObject()) {
            add(section, table.toString(), "is no table", "begin a table by a line [" + section + "]");
        } else {
            table.properties().forEach(entry -> {
                if (!Keys.names(section).contains(entry.getKey())) {
                    String value = entry.getValue().toString();
                    add(section + "." + entry.getKey(), value, "is none that there is", meant(section, entry.getKey()));
                }
            });
        }
    }

    /** A table that is none, or a setting outside of any. */
    private static String meant(String name) {
        return Nearest.of(name, Keys.sections())
                .map(near -> "the nearest is [" + near + "]")
                .or(() -> elsewhere(name))
                .orElseGet(() -> "there are "
                        + Keys.sections().stream()
                                .map(section -> "[" + section + "]")
                                .collect(Collectors.joining(", ")));
    }

    private static String meant(String section, String name) {
        List<String> names = Keys.names(section);
        return Nearest.of(name, names)
                .map(near -> "the nearest is " + near)
                .or(() -> elsewhere(name))
                .orElseGet(() -> "[" + section + "] has " + String.join(", ", names));
    }

    private static Optional<String> elsewhere(String name) {
        return Keys.ALL.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> "it stands under [" + key.section() + "]");
    }

    /** The value of a setting, or the usual one; the usual one too where what is given is wrong, which is kept as a problem. */
    <T> T value(Key<T> key) {
        return find(key)
                .orElseGet(() -> key.value()
                        .read(
                                key.path(),
                                TOML.readTree("usual = " + key.written()).path("usual"))
                        .orElseThrow());
    }

    /** The value of a setting that is given and right. */
    <T> Optional<T> find(Key<T> key) {
        JsonNode value = tables.path(key.section()).path(key.name());
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        return switch (key.value().read(where(key.path()), value)) {
            case Entered.Accepted<T>(T read, var _) -> Optional.of(read);
            case Entered.Refused<T>(var wrong) -> {
                problems.addAll(wrong);
                yield Optional.empty();
            }
        };
    }

    /** Whether a setting is given, right or wrong. */
    boolean has(Key<?> key) {
        return tables.path(key.section()).has(key.name());
    }

    /** Keeps a problem of a table or setting. */
    void add(String path, String value, String reason, String wayOut) {
        problems.add(new Problem(where(path), value, reason, wayOut));
    }

    List<Problem> problems() {
        return problems;
    }

    private String where(String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? "[" + path + "]" : "[" + path.substring(0, dot) + "] " + path.substring(dot + 1);
        return Parsed.FILE + lines.of(path).map(line -> ", line " + line).orElse("") + ", " + name;
    }
}
