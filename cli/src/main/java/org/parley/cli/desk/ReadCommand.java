package org.parley.cli.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.check.report.TextTable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** Any command that looks at something: its reading tells what. */
final class ReadCommand extends DeskCommand {
    private final Reading reading;
    private final List<ArgSpec> about = new ArrayList<>();
    private final Map<String, ArgSpec> instant = new LinkedHashMap<>();

    @Option(
            names = "--line",
            paramLabel = "LINE",
            description = "The line, or how its name begins; without it the only line with others.")
    private Optional<String> line = Optional.empty();

    @Option(names = "--watch", description = "Go on, and show it again whenever it has changed, until it is stopped.")
    private boolean watch;

    private ReadCommand(Reading reading) {
        this.reading = reading;
    }

    static CommandSpec of(Reading reading) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        if (reading.name().equals("conflicts")) {
            codes.put("1", "there are conflicts");
        }
        codes.put("2", "refused, with every reason");
        return new ReadCommand(reading)
                .described(new Description(reading.name(), reading.text(), reading.example(), codes));
    }

    @Override
    void complete(CommandSpec spec) {
        reading.takes().ifPresent(what -> {
            PositionalParamSpec place = PositionalParamSpec.builder()
                    .index("1")
                    .arity(reading.needs() ? "1" : "0..1")
                    .required(reading.needs())
                    .type(String.class)
                    .paramLabel(what)
                    .description("What to look at.")
                    .build();
            spec.addPositional(place);
            about.add(place);
        });
        if (reading.takesInstant()) {
            OptionSpec at = OptionSpec.builder("--at")
                    .type(String.class)
                    .paramLabel("TIME")
                    .description("As of this instant, from all that is held now: 2017-11-20T06:30Z.")
                    .build();
            OptionSpec known = OptionSpec.builder("--known-at")
                    .type(String.class)
                    .paramLabel("TIME")
                    .description("From what this node had by this instant, by its own clock; as of then, without --at.")
                    .build();
            spec.addOption(at);
            spec.addOption(known);
            instant.put("at", at);
            instant.put("knownAt", known);
        }
    }

    /** What was asked, when it was asked. */
    private record Question(Api api, Optional<String> prefix, Optional<String> about, String query)
            implements Reading.Asked {
        @Override
        public OurLine line() throws IOException, InterruptedException {
            return OurLine.of(api, prefix);
        }
    }

    private static Optional<String> given(List<ArgSpec> specs) {
        return specs.stream()
                .flatMap(spec -> Optional.ofNullable(spec.<Object>getValue()).stream())
                .map(String::valueOf)
                .findFirst();
    }

    @Override
    int run(Api api) throws IOException, InterruptedException {
        List<String> instants = new ArrayList<>();
        instant.forEach((name, option) ->
                given(List.of(option)).ifPresent(at -> instants.add(name + "=" + OurLine.encoded(at))));
        String query = instants.isEmpty() ? "" : "?" + String.join("&", instants);
        Question question = new Question(api, line, given(about), query);
        Sheet sheet = reading.look().at(question);
        show(sheet);
        if (watch) {
            watch(api, question, sheet);
        }
        return sheet.code();
    }

    private void watch(Api api, Question question, Sheet first) throws IOException, InterruptedException {
        List<Sheet> last = new ArrayList<>(List.of(first));
        api.listen(() -> {
            Sheet now = reading.look().at(question);
            if (!now.shows(last.getLast())) {
                last.set(0, now);
                if (!where().json()) {
                    out().println();
                }
                show(now);
            }
        });
    }

    private void show(Sheet sheet) throws IOException {
        if (where().json()) {
            print(sheet.answer());
            return;
        }
        if (!sheet.rows().isEmpty()) {
            TextTable table = new TextTable(out(), sheet.head(), List.of());
            sheet.rows().forEach(table::row);
            table.finish();
        }
        sheet.notes().forEach(this::line);
        flush();
    }
}
