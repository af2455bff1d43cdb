package org.parley.cli.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.cli.Exit;
import org.parley.cli.check.read.Complaints;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley activity import}: the plans of a file. All of it is previewed first; nothing is said where something is wrong. */
final class ImportCommand extends LineCommand {
    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A GeoJSON FeatureCollection; a Feature or body of an activity a line; or rows of"
                    + " comma-separated values, with columns named as the options of activity notify, a corridor's places"
                    + " with semicolons between. Features or rows of one name are one activity.")
    private Path file = Path.of("");

    @Option(names = "--partial", description = "Notify what can be notified, and leave out what is refused.")
    private boolean partial;

    @Option(names = "--preview", description = "Say nothing: show what would be refused, and conflicts and breaches.")
    private boolean previewOnly;

    @Mixin
    private Manner manner = new Manner();

    private int refused;
    private int waiting;
    private int said;
    private boolean found;

    private ImportCommand() {}

    static CommandSpec of() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "all was notified; with --preview, no conflict and no breach found");
        codes.put("1", "with --preview: conflicts or breaches were found");
        codes.put("2", "something was refused: with --partial the rest was notified, without it nothing");
        codes.put("3", "it waits for a second person: parley drafts, parley release");
        return new ImportCommand()
                .described(new Description(
                        "import",
                        "Notifies the activities of a file: all of them, or none. Run again after a failure, it says"
                                + " nothing twice.",
                        "activity import azure plans.csv --preview",
                        codes));
    }

    @Override
    int run(Api api, OurLine line) throws IOException, InterruptedException {
        List<Plan> plans = PlanFile.read(file);
        List<Plan> good = new ArrayList<>();
        for (Plan plan : plans) {
            if (preview(api, line, plan)) {
                good.add(plan);
            }
        }
        boolean goes = !previewOnly && (refused == 0 || partial);
        if (goes) {
            for (Plan plan : good) {
                say(api, line, plan);
            }
        }
        if (!where().json()) {
            line((previewOnly
                            ? Readings.count(good.size(), "activity", "activities") + " could be notified"
                            : Readings.count(said, "activity", "activities") + " notified")
                    + (waiting == 0 ? "" : ", " + waiting + " waiting for a second person")
                    + ", " + refused + " refused");
        }
        return code();
    }

    private int code() {
        if (refused > 0) {
            return Exit.BAD_INPUT;
        } else if (waiting > 0) {
            return Exit.WAITS;
        }
        return previewOnly && found ? Exit.CONFLICTS : Exit.DONE;
    }

    private ObjectNode statement(Plan plan) {
        ObjectNode statement = Jsons.object().put("kind", "activity");
        manner.into(statement);
        statement.set("body", plan.body().json());
        return statement;
    }

    private boolean preview(Api api, OurLine line, Plan plan) throws IOException, InterruptedException {
        try {
            JsonNode answer = api.ask("POST", line.path("preview"), Map.of(), Optional.of(statement(plan)))
                    .body();
            found |= new Told(answer).code() == Exit.CONFLICTS;
            if (previewOnly) {
                tell(plan, answer, List.of());
            }
            return true;
        } catch (Unanswered why) {
            refuse(plan, why);
            return false;
        }
    }

    private void say(Api api, OurLine line, Plan plan) throws IOException, InterruptedException {
        ObjectNode statement = statement(plan);
        try {
            Api.Answer answer = api.ask(
                    "POST", line.path("records"), Manner.headers(Optional.of(key(statement))), Optional.of(statement));
            if (answer.status() == 202) {
                waiting++;
                tell(
                        plan,
                        answer.body(),
                        List.of("waits for a second person: parley release " + where().node() + " "
                                + answer.body().path("draft").asString()));
            } else {
                said++;
                tell(plan, answer.body(), new Told(answer.body()).record());
            }
        } catch (Unanswered why) {
            refuse(plan, why);
        }
    }

    /** The same plan of the same file has the same key, whenever it comes. */
    private String key(ObjectNode statement) {
        String words = manner.key().orElse("") + "\n" + Jsons.print(statement);
        return "import-" + UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(Plan plan, JsonNode answer, List<String> record) throws IOException {
        if (where().json()) {
            ObjectNode told = Jsons.object().put("rows", plan.rows());
            told.set("answer", answer);
            print(told);
            return;
        }
        line(plan.named() + (record.isEmpty() ? "" : ": " + record.getFirst()));
        Told told = new Told(answer);
        if (previewOnly) {
            told.understood().forEach(text -> line("  " + text));
        }
        told.found().forEach(text -> line("  " + text));
    }

    /** What concerns one plan is told and counted; what concerns all of them ends it. */
    private void refuse(Plan plan, Unanswered why) throws IOException {
        if (!why.isOfTheForm()) {
            throw why;
        }
        refused++;
        if (where().json()) {
            ObjectNode told = Jsons.object().put("rows", plan.rows());
            told.set("errors", why.details().path("errors"));
            print(told);
            return;
        }
        why.details()
                .path("errors")
                .forEach(each ->
                        err().println("error: " + Complaints.shown(file + ": " + plan.named() + ": ") + problem(each)));
        err().flush();
    }
}
