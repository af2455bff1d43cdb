package org.parley.cli.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.Exit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code parley records} and {@code parley replay}: what was said, log by log as it came, or in the order of its times. */
final class RecordsCommand extends LineCommand {
    /** What nodes say to each other, and no person. */
    private static final Set<String> OF_THE_LEDGER = Set.of("keys", "heads", "revocation", "evidence");

    private final boolean byTime;
    private final OptionSpec follow = OptionSpec.builder("--follow")
            .type(boolean.class)
            .description("Go on with what comes, until it is stopped.")
            .build();
    private Optional<String> read = Optional.empty();

    @Option(names = "--all", description = "Show the ledger's own entries too: keys and heads.")
    private boolean all;

    private RecordsCommand(boolean byTime) {
        this.byTime = byTime;
    }

    static CommandSpec records() {
        return new RecordsCommand(false)
                .described(new Description(
                        "records",
                        "Shows what was said on a line, each log in its order.",
                        "records azure --follow",
                        codes()));
    }

    static CommandSpec replay() {
        return new RecordsCommand(true)
                .described(new Description(
                        "replay",
                        "Shows what was said on a line in the order of its times, with both clocks: when its author"
                                + " said it, and when the others' machines had stored it.",
                        "replay azure",
                        codes()));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("2", "refused, with every reason");
        return codes;
    }

    @Override
    void complete(CommandSpec spec) {
        if (!byTime) {
            spec.addOption(follow);
        }
    }

    @Override
    int run(Api api, OurLine line) throws IOException, InterruptedException {
        List<JsonNode> records = next(api, line);
        if (byTime) {
            records.sort(
                    Comparator.comparing((JsonNode record) -> record.path("at").asString())
                            .thenComparing(record -> record.path("record").asString()));
        }
        show(records);
        if (Boolean.TRUE.equals(follow.<Object>getValue())) {
            api.listen(() -> show(next(api, line)));
        }
        return Exit.DONE;
    }

    /** What came since the last time. */
    private List<JsonNode> next(Api api, OurLine line) throws IOException, InterruptedException {
        List<JsonNode> records = new ArrayList<>();
        int before = -1;
        while (records.size() > before) {
            before = records.size();
            String after =
                    read.map(cursor -> "?after=" + OurLine.encoded(cursor)).orElse("");
            JsonNode page = api.get(line.path("records" + after));
            OurLine.items(page).forEach(records::add);
            read = Optional.of(page.path("next").asString("")).filter(cursor -> !cursor.isEmpty());
        }
        return records;
    }

    private void show(List<JsonNode> records) throws IOException {
        for (JsonNode record : records) {
            boolean shown = all || !OF_THE_LEDGER.contains(record.path("kind").asString());
            if (shown && where().json()) {
                print(record);
            } else if (shown) {
                line(words(record));
            }
        }
        flush();
    }

    private String words(JsonNode record) {
        String kind = record.path("kind").asString();
        String about = record.path("about").asString("");
        return record.path("at").asString() + "  " + (byTime ? stored(record) + "  " : "")
                + record.path("record").asString() + "  " + kind
                + (about.isEmpty() ? "" : " of " + (about.length() > 32 ? about.substring(0, 12) : about)) + "  "
                + Summary.of(record);
    }

    /** By the clocks of those whose machines hold it. */
    private static String stored(JsonNode record) {
        List<String> stored = new ArrayList<>();
        record.path("stored")
                .properties()
                .forEach(by ->
                        stored.add(by.getKey() + " " + Words.time(by.getValue().asString())));
        return stored.isEmpty() ? "not stored by another" : "stored by " + String.join(", ", stored);
    }
}
