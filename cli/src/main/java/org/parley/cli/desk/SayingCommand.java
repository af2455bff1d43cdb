package org.parley.cli.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any command that says something: its verb tells what. */
final class SayingCommand extends LineCommand {
    /** Of these the picture computes conflicts. */
    private static final Set<String> COMPARED = Set.of("activity", "distress");

    private final Verb verb;
    private final VolumeOptions volumes = new VolumeOptions();
    private final Map<Part, ArgSpec> parts = new LinkedHashMap<>();
    private final List<ArgSpec> named = new ArrayList<>();
    private final List<ArgSpec> words = new ArrayList<>();

    @Mixin
    private Manner manner = new Manner();

    private SayingCommand(Verb verb) {
        this.verb = verb;
    }

    static CommandSpec of(Verb verb) {
        SayingCommand command = new SayingCommand(verb);
        return command.described(new Description(verb.name(), verb.text(), verb.example(), codes(verb)));
    }

    private static Map<String, String> codes(Verb verb) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(
                "0", verb.isPreview() ? "it could be said; no conflict and no breach found" : "said, and durable here");
        if (verb.isPreview()) {
            codes.put("1", "it could be said; conflicts or breaches were found");
        }
        codes.put("2", "refused, with every reason; nothing was said");
        if (!verb.isPreview()) {
            codes.put("3", "it waits for a second person: parley release");
        }
        return codes;
    }

    @Override
    void complete(CommandSpec spec) {
        int index = 1;
        switch (verb.about()) {
            case RECORD, VERSION -> index = name(spec, index, "RECORD", "The record that it is about: BIRCH-412.");
            case OPTION -> {
                OptionSpec option = OptionSpec.builder("--about")
                        .type(String.class)
                        .paramLabel("RECORD")
                        .description("The record that it is about: BIRCH-412.")
                        .build();
                spec.addOption(option);
                named.add(option);
            }
            case NOTHING, IN_FORCE -> {}
        }
        if (verb.kind().isEmpty()) {
            index = name(spec, index, "KIND", "The kind of record: query, hold, force-claim, area, …");
        }
        for (Part part : verb.parts()) {
            ArgSpec arg = part.spec(index);
            spec.add(arg);
            parts.put(part, arg);
            index += arg.isPositional() ? 1 : 0;
        }
        if (verb.hasVolumes()) {
            spec.addMixin("volumes", CommandSpec.forAnnotatedObject(volumes));
        }
        words(spec, index);
    }

    private int name(CommandSpec spec, int index, String label, String text) {
        PositionalParamSpec place = PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .type(String.class)
                .arity("1")
                .required(true)
                .paramLabel(label)
                .description(text)
                .build();
        spec.addPositional(place);
        named.add(place);
        return index + 1;
    }

    private void words(CommandSpec spec, int index) {
        if (verb.tail() == Verb.Tail.NONE) {
            return;
        }
        String fields =
                "FIELD=VALUE, more of them; dots lead into objects, numbers, true, false and JSON are taken as such.";
        String file = "FILE: a JSON object with the fields, or GeoJSON whose properties are the fields.";
        String text = switch (verb.tail()) {
            case FILE -> file;
            case EITHER -> file + " Or " + fields;
            case TEMPLATE -> "TEMPLATE: its code, then its fields: " + fields;
            default -> fields;
        };
        PositionalParamSpec rest = PositionalParamSpec.builder()
                .index(index + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .required(false)
                .paramLabel(verb.tail() == Verb.Tail.FILE ? "FILE" : "WORD")
                .description(text)
                .build();
        spec.addPositional(rest);
        words.add(rest);
    }

    @Override
    int run(Api api, OurLine line) throws IOException, InterruptedException {
        ObjectNode statement = Jsons.object();
        Optional<String> about = about(line);
        about.ifPresent(record -> statement.put("about", record));
        statement.put("kind", kind());
        manner.into(statement);
        statement.set("body", body(api, line, about).json());
        if (verb.beforehand().isPresent() && !where().json()) {
            err().println(verb.beforehand().get().replace("{others}", String.join(", ", others(line))));
            err().flush();
        }
        String path = line.path(verb.isPreview() ? "preview" : "records");
        Api.Answer answer = api.ask("POST", path, Manner.headers(manner.key()), Optional.of(statement));
        return told(api, line, answer);
    }

    private static List<String> others(OurLine line) {
        return line.others().stream()
                .map(member -> member.path("party").asString())
                .toList();
    }

    private String kind() {
        return verb.kind().orElseGet(() -> String.valueOf(named.getLast().<Object>getValue()));
    }

    private Optional<String> about(OurLine line) {
        return switch (verb.about()) {
            case NOTHING -> Optional.empty();
            case IN_FORCE -> line.json().path("agreement").stringValueOpt();
            case RECORD, VERSION, OPTION ->
                Optional.ofNullable(named.getFirst().<Object>getValue()).map(String::valueOf);
        };
    }

    private Body body(Api api, OurLine line, Optional<String> about) throws IOException, InterruptedException {
        boolean isWhole = verb.within().isEmpty();
        Body inner = begun(api, line, about);
        Body body = isWhole ? inner : Body.empty();
        volumes.into(inner);
        for (Map.Entry<Part, ArgSpec> part : parts.entrySet()) {
            part.getKey()
                    .given(part.getValue())
                    .ifPresent(value -> body.set(part.getKey().field(), value));
        }
        for (String word : typed()) {
            if (Fields.isOne(word)) {
                inner.set(Fields.name(word), Fields.value(word));
            } else if (verb.tail() == Verb.Tail.TEMPLATE) {
                body.set("template", Jsons.text(word));
            }
        }
        if (!isWhole && (!inner.json().isEmpty() || verb.tail() == Verb.Tail.EITHER)) {
            body.set(verb.within(), inner.json());
        }
        verb.usual().forEach((field, value) -> {
            if (!body.has(field)) {
                body.set(field, value.apply(line));
            }
        });
        return body;
    }

    private List<String> typed() {
        List<String> typed = new ArrayList<>();
        for (ArgSpec rest : words) {
            List<String> given = rest.getValue();
            typed.addAll(Optional.ofNullable(given).orElse(List.of()));
        }
        return typed;
    }

    /** What stands in the file, if one is given; and what the version says that is amended. */
    private Body begun(Api api, OurLine line, Optional<String> about) throws IOException, InterruptedException {
        Optional<Path> file = file();
        Optional<Body> given = file.isPresent() ? Optional.of(Body.of(Jsons.file(file.get()))) : Optional.empty();
        if (verb.about() != Verb.About.VERSION) {
            return given.orElseGet(Body::empty);
        }
        JsonNode subject = api.get(line.path("subjects/" + OurLine.encoded(about.orElseThrow())));
        Body current = Body.current(subject.path("properties").path("body"));
        given.ifPresent(body -> body.takeOver(current));
        return given.orElse(current);
    }

    private Optional<Path> file() {
        boolean takesFile = verb.tail() == Verb.Tail.FILE || verb.tail() == Verb.Tail.EITHER;
        List<String> files =
                typed().stream().filter(word -> !Fields.isOne(word)).toList();
        if (files.size() > 1 || (!takesFile && verb.tail() == Verb.Tail.FIELDS && !files.isEmpty())) {
            throw new BadInput("\"" + files.getLast() + "\" is not FIELD=VALUE", "put texts with blanks into quotes");
        }
        return takesFile ? files.stream().findFirst().map(Path::of) : Optional.empty();
    }

    private int told(Api api, OurLine line, Api.Answer answer) throws IOException, InterruptedException {
        if (where().json()) {
            print(answer.body());
        } else if (answer.status() == 202) {
            String draft = answer.body().path("draft").asString();
            line("waits for a second person: parley release " + where().node() + " " + draft);
        } else {
            Told told = new Told(answer.body());
            told.record().forEach(this::line);
            told.understood().forEach(this::line);
            follows(api, line.now(api), told, answer.body()).forEach(this::line);
        }
        if (answer.status() == 202) {
            return Exit.WAITS;
        }
        return verb.isPreview() ? new Told(answer.body()).code() : Exit.DONE;
    }

    /** What its author must know now. */
    private List<String> follows(Api api, OurLine now, Told told, JsonNode answer)
            throws IOException, InterruptedException {
        List<String> follows = new ArrayList<>();
        switch (kind()) {
            case "answer" -> {
                if (said("noted")) {
                    follows.add(Words.NOTED);
                }
            }
            case "stop" -> {
                String record = answer.path("record").asString();
                JsonNode subject = api.get(now.path("subjects/" + OurLine.encoded(record)));
                follows.addAll(Readings.delivery(subject.path("properties"), now));
                follows.add("parley picture " + where().node() + " " + record + " --watch shows who takes it");
            }
            default -> follows.addAll(told.found());
        }
        if (COMPARED.contains(kind()) && !told.hasConflict()) {
            follows.addAll(answer.has("known") ? Absence.words(answer.path("known"), now) : Absence.words(api, now));
        }
        return follows;
    }

    private boolean said(String word) {
        return parts.values().stream().anyMatch(part -> word.equals(part.<Object>getValue()));
    }
}
