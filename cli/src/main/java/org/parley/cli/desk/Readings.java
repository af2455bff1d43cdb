package org.parley.cli.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.cli.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All commands that look at something, each declared once. */
final class Readings {
    /** Digits of what is named by a hash, enough to type. */
    private static final int SHORT = 12;

    private Readings() {}

    static Reading status() {
        return Reading.of(
                "status",
                "Shows how each line stands: the machine's light, the person's light, what is declared, what waits.",
                "status azure",
                Readings::status);
    }

    private static Sheet status(Reading.Asked asked) throws IOException, InterruptedException {
        ObjectNode all = Jsons.object();
        all.set("node", asked.api().get(Api.ROOT + "node"));
        all.set("lines", asked.api().get(Api.ROOT + "lines").path("items"));
        all.set("alarms", asked.api().get(Api.ROOT + "alarms").path("items"));
        all.set("drafts", asked.api().get(Api.ROOT + "drafts").path("items"));
        Sheet sheet =
                Sheet.of(all, "line", "party", "machine", "person", "declared", "last heard", "agreement", "fence");
        for (OurLine line : OurLine.all(asked.api())) {
            for (JsonNode member : line.others()) {
                JsonNode state = member.path("state");
                sheet.row(
                        shortened(line.id()),
                        member.path("party").asString(),
                        state.path("machine").asString(),
                        state.path("person").asString(),
                        state.path("declared").asString(),
                        Words.time(state, "heard").orElse("never"),
                        line.json().path("agreement").asString("none"),
                        line.json().path("fence").path("state").asString("asking"));
            }
            suspensions(asked.api(), line)
                    .forEach(party -> sheet.note("SUSPENDED by " + party + ": routine. Safety traffic still passes."));
        }
        String party = all.path("node").path("party").asString();
        return sheet.note(party + ": " + count(all.path("alarms").size(), "alarm") + ", "
                + count(all.path("drafts").size(), "draft") + " for a second person");
    }

    /** Who has declared a line suspended, by the last that each said of it. */
    private static Set<String> suspensions(Api api, OurLine line) throws IOException, InterruptedException {
        Map<String, JsonNode> last = new TreeMap<>();
        OurLine.items(line.all(api, "subjects?kind=line-state"))
                .forEach(subject -> last.merge(
                        subject.path("properties").path("owner").asString(),
                        subject.path("properties"),
                        (one, other) -> one.path("since")
                                                .asString()
                                                .compareTo(other.path("since").asString())
                                        > 0
                                ? one
                                : other));
        Set<String> suspending = new TreeSet<>();
        last.forEach((party, said) -> {
            if (said.path("body").path("state").asString("").equals("suspended")) {
                suspending.add(party);
            }
        });
        return suspending;
    }

    private static String count(int number, String what) {
        return count(number, what, what + "s");
    }

    static String count(int number, String one, String many) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + (number == 1 ? one : many);
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }

    static Reading picture() {
        return Reading.of(
                        "picture",
                        "Shows what has been notified and how far it has come; of one record, all that is known of it.",
                        "picture azure --at 2017-11-20T07:00Z",
                        asked -> asked.about().isPresent()
                                ? subject(asked, asked.about().get())
                                : picture(asked))
                .atAnyInstant()
                .takes("RECORD", false);
    }

    private static Sheet picture(Reading.Asked asked) throws IOException, InterruptedException {
        OurLine line = asked.line();
        ObjectNode all = Jsons.object();
        all.set("subjects", line.all(asked.api(), "subjects" + asked.query()).path("items"));
        all.set("conflicts", line.all(asked.api(), "conflicts" + asked.query()).path("items"));
        all.set("overdue", asked.api().get(line.path("overdue" + asked.query())).path("items"));
        Sheet sheet = Sheet.of(all, "record", "kind", "owner", "name", "status", "delivery", "marks");
        all.path("subjects").forEach(subject -> row(sheet, subject));
        all.path("overdue")
                .forEach(subject ->
                        sheet.note(subject.path("properties").path("current").asString()
                                + " OVERDUE: not reported stopped, counted as still there."));
        return conflictNotes(sheet, line, all.path("conflicts"), asked);
    }

    private static Sheet row(Sheet sheet, JsonNode subject) {
        JsonNode of = subject.path("properties");
        List<String> delivery = new ArrayList<>();
        of.path("delivery")
                .properties()
                .forEach(each -> delivery.add(each.getKey() + " " + Words.delivered(each.getValue())));
        List<String> marks = new ArrayList<>();
        mark(marks, of.path("heard").asBoolean(false), "HEARD");
        mark(marks, of.path("exercise").asBoolean(false), "EXERCISE");
        mark(marks, !of.path("conflicts").isEmpty(), "CONFLICT");
        mark(marks, !of.path("breaches").isEmpty(), "BREACH");
        mark(marks, !of.path("matches").isEmpty(), "NEAR");
        mark(marks, !of.path("marks").isEmpty(), "QUERIED");
        return sheet.row(
                of.path("current").asString(),
                of.path("kind").asString(),
                of.path("owner").asString(),
                Summary.name(of.path("kind").asString(), of.path("body")),
                last(of.path("statuses")),
                String.join(", ", delivery),
                String.join(" ", marks));
    }

    private static void mark(List<String> marks, boolean is, String word) {
        if (is) {
            marks.add(word);
        }
    }

    private static String last(JsonNode statuses) {
        return statuses.isEmpty()
                ? ""
                : statuses.get(statuses.size() - 1).path("status").asString();
    }

    private static Sheet subject(Reading.Asked asked, String record) throws IOException, InterruptedException {
        OurLine line = asked.line();
        JsonNode subject = asked.api().get(line.path("subjects/" + OurLine.encoded(record) + asked.query()));
        JsonNode of = subject.path("properties");
        Sheet sheet = Sheet.of(subject);
        String kind = of.path("kind").asString();
        sheet.note(of.path("current").asString() + "  " + kind + " of "
                + of.path("owner").asString() + "  " + Summary.of(kind, of.path("body")));
        of.path("body")
                .properties()
                .forEach(field -> sheet.note("  " + field.getKey() + ": " + shown(field.getValue())));
        of.path("statuses")
                .forEach(status -> sheet.note(status.path("status").asString() + " "
                        + Words.time(status, "at").orElse("?") + " by "
                        + status.path("record").asString()));
        of.path("answers").forEach(answer -> {
            sheet.note(said(answer, ""));
            answer.path("differences").forEach(difference -> sheet.note("  " + Words.difference(difference)));
        });
        of.path("heardAnswers").forEach(answer -> sheet.note(said(answer, "HEARD: ")));
        of.path("corrections")
                .forEach(each -> sheet.note(each.path("by").asString() + " corrects "
                        + each.path("field").asString("") + ": "
                        + each.path("right").asString("") + " ("
                        + each.path("record").asString() + ")"));
        of.path("translations")
                .forEach(each -> sheet.note("translation ("
                        + each.path("language").asString("") + ") by "
                        + each.path("by").asString() + ": " + each.path("text").asString("") + " ("
                        + each.path("record").asString() + ")"));
        if (of.has("concluded")) {
            sheet.note("in force by " + of.path("concluded").asString());
        }
        delivery(of, line).forEach(sheet::note);
        of.path("duties").forEach(duty -> sheet.note(duty(duty)));
        return sheet.notes(new Told(of).marks());
    }

    /** How far the current version has come; of a STOP in its own words. */
    static List<String> delivery(JsonNode subject, OurLine line) {
        boolean isStop = subject.path("kind").asString().equals("stop");
        String owner = subject.path("owner").asString();
        if (isStop && !owner.equals(line.me())) {
            return List.of(Words.stopped(owner, subject.path("body")));
        }
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : subject.path("delivery").properties()) {
            JsonNode of = each.getValue();
            told.add(
                    isStop
                            ? Words.stop(
                                    each.getKey(),
                                    answered(subject, each.getKey()),
                                    of.has("stored"),
                                    subject.path("since").asString(),
                                    line.at())
                            : Words.delivery(each.getKey(), of, line.at()));
            if (of.path("oldPlan").asBoolean(false)) {
                told.add(Words.oldPlan(each.getKey()));
            }
        }
        return told;
    }

    /** What a party said last of a STOP; once its sender says that it goes on, what was said before that does not count. */
    private static Optional<String> answered(JsonNode stop, String party) {
        Optional<String> goesOn = stop.path("statuses")
                .valueStream()
                .filter(status -> status.path("status").asString().equals("not-ceased"))
                .map(status -> status.path("record").asString())
                .reduce((before, after) -> after);
        Optional<String> last = stop.path("answers")
                .valueStream()
                .filter(answer -> answer.path("by").asString().equals(party))
                .filter(answer ->
                        goesOn.isEmpty() || answer.path("about").asString().equals(goesOn.get()))
                .map(answer -> answer.path("says").asString())
                .reduce((before, after) -> after);
        return last.or(() -> goesOn.map(record -> "taken")
                .filter(taken -> stop.path("delivery").path(party).has("answered")));
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : Jsons.print(value);
    }

    private static String said(JsonNode answer, String how) {
        return how + answer.path("by").asString() + " says "
                + answer.path("says").asString() + " of "
                + answer.path("about").asString() + ", "
                + Words.time(answer, "at").orElse("?") + " ("
                + answer.path("record").asString() + ")"
                + answer.path("body")
                        .path("reason")
                        .stringValueOpt()
                        .map(reason -> ": " + reason)
                        .orElse("");
    }

    private static String duty(JsonNode duty) {
        return duty.path("owedBy").asString() + " owes " + duty.path("what").asString() + ": "
                + duty.path("stage").asString()
                + Words.time(duty, "due").map(due -> ", due " + due).orElse("");
    }

    static Reading conflicts() {
        return Reading.of(
                        "conflicts",
                        "Shows the conflicts among what has been notified, with their figures.",
                        "conflicts azure --watch",
                        Readings::conflicts)
                .atAnyInstant();
    }

    private static Sheet conflicts(Reading.Asked asked) throws IOException, InterruptedException {
        OurLine line = asked.line();
        ObjectNode all = Jsons.object();
        all.set("items", line.all(asked.api(), "conflicts" + asked.query()).path("items"));
        all.set(
                "continuing",
                asked.api().get(line.path("continuing" + asked.query())).path("items"));
        all.set("private", asked.api().get(Api.ROOT + "private-conflicts").path("items"));
        Sheet sheet = Sheet.of(all, "conflict", "a", "b", "apart", "in height", "in time", "from", "until", "stand");
        for (JsonNode conflict : all.path("items")) {
            JsonNode finding = conflict.path("finding");
            sheet.row(
                    shortened(conflict.path("id").asString()),
                    finding.path("a").asString(),
                    finding.path("b").asString(),
                    Words.metres(finding.path("horizontal")),
                    Words.vertical(finding),
                    Words.seconds(finding.path("time")),
                    Words.time(finding, "from").orElse("?"),
                    Words.time(finding, "until").orElse("?"),
                    conflict.path("stand").asString());
        }
        conflictNotes(sheet, line, all.path("items"), asked);
        all.path("continuing")
                .forEach(conflict -> sheet.note("OVERDUE, counted as still there: " + Words.conflict(conflict))
                        .code(Exit.CONFLICTS));
        all.path("private").forEach(conflict -> sheet.note(Words.onlyHere(conflict)));
        return sheet;
    }

    /** What is said below a picture of its conflicts, or of their absence. */
    private static Sheet conflictNotes(Sheet sheet, OurLine line, JsonNode conflicts, Reading.Asked asked)
            throws IOException, InterruptedException {
        if (conflicts.isEmpty()) {
            return sheet.notes(Absence.words(asked.api(), line));
        }
        sheet.note(count(conflicts.size(), "conflict") + " among what has been notified")
                .code(Exit.CONFLICTS);
        for (JsonNode conflict : conflicts) {
            if (conflict.path("stand").asString().equals("agreed-not-done")) {
                sheet.note(agreed(line, conflict, asked.api()));
            }
        }
        return sheet;
    }

    /** What was agreed is not done: it says who owes what. */
    private static String agreed(OurLine line, JsonNode conflict, Api api) throws IOException, InterruptedException {
        Set<String> owing = new TreeSet<>();
        for (String resolution : Words.texts(conflict.path("resolutions"))) {
            JsonNode record = api.get(line.path("records/" + OurLine.encoded(resolution)));
            owing.add(record.path("body").path("owes").asString("its owner"));
        }
        String party = String.join(" and ", owing);
        String activity = List.of("a", "b").stream()
                .map(side -> conflict.path("finding").path(side).asString())
                .filter(record -> owing.stream().anyMatch(name -> record.matches(name + "[.-].*")))
                .findFirst()
                .orElse("its activity");
        return "AGREED, NOT DONE. Conflict stands until " + party + " amends " + activity + ".";
    }

    static Reading duties() {
        return Reading.of(
                        "duties",
                        "Shows what is owed and not met, the next to be due first: our own, or those of another party.",
                        "duties azure --watch",
                        Readings::duties)
                .takes("PARTY", false);
    }

    private static Sheet duties(Reading.Asked asked) throws IOException, InterruptedException {
        OurLine line = asked.line();
        String party = asked.about().orElse(line.me());
        JsonNode all = asked.api().get(line.path("duties?party=" + OurLine.encoded(party)));
        Sheet sheet = Sheet.of(all, "due", "what", "about", "stage", "since");
        for (JsonNode duty : all.path("items")) {
            sheet.row(
                    Words.time(duty, "due").orElse("not running"),
                    duty.path("what").asString(),
                    duty.path("about").asString(),
                    duty.path("stage").asString(),
                    Words.time(duty, "since").orElse("not delivered"));
            if (!party.equals(line.me()) && duty.path("stage").asString().equals("overdue")) {
                sheet.note(noAnswer(duty, line.at()));
            }
        }
        return sheet.note(party + " owes " + count(all.path("items").size(), "answer"));
    }

    private static String noAnswer(JsonNode duty, String now) {
        String since = duty.path("since").asString();
        return duty.path("about").asString() + ": NO ANSWER for " + Words.age(since, now) + " (limit "
                + Words.age(since, duty.path("due").asString()) + "). Silence is not consent. Nothing is agreed.";
    }

    static Reading drafts() {
        return Reading.of("drafts", "Shows what waits for a second person.", "drafts azure", asked -> {
            JsonNode all = asked.api().get(Api.ROOT + "drafts");
            Sheet sheet = Sheet.of(all, "draft", "line", "written", "by", "kind", "about", "says");
            OurLine.items(all)
                    .forEach(draft -> sheet.row(
                            draft.path("draft").asString(),
                            shortened(draft.path("line").asString()),
                            Words.time(draft, "at").orElse("?"),
                            draft.path("officer").asString() + ", "
                                    + draft.path("role").asString(),
                            draft.path("kind").asString(),
                            draft.path("about").asString(""),
                            Summary.of(draft.path("kind").asString(), draft.path("body"))));
            return sheet.note(count(all.path("items").size(), "draft") + " for a second person");
        });
    }

    static Reading alarms() {
        return Reading.of("alarms", "Shows what sounds at the desk now.", "alarms azure --watch", asked -> {
            JsonNode all = asked.api().get(Api.ROOT + "alarms");
            Sheet sheet = Sheet.of(all, "alarm", "line", "of", "about", "called");
            OurLine.items(all)
                    .forEach(alarm -> sheet.row(
                            alarm.path("what").asString(),
                            shortened(alarm.path("line").asString()),
                            alarm.path("of").asString(),
                            String.join(", ", Words.texts(alarm.path("about"))),
                            String.join(", ", Words.texts(alarm.path("called")))));
            return sheet.note(count(all.path("items").size(), "alarm") + "; "
                    + all.path("withinHour").asInt() + " began within the last hour, and the aim is at most "
                    + all.path("mostPerHour").asInt());
        });
    }

    static Reading sites() {
        return Reading.of("list", "Shows the sites that were notified.", "site list azure", asked -> {
            JsonNode all = asked.line().all(asked.api(), "subjects?kind=site");
            Sheet sheet = Sheet.of(all, "record", "owner", "site", "name", "place", "buffer", "valid until", "status");
            OurLine.items(all).forEach(subject -> {
                JsonNode of = subject.path("properties");
                JsonNode body = of.path("body");
                sheet.row(
                        of.path("current").asString(),
                        of.path("owner").asString(),
                        body.path("site").asString(),
                        body.path("name").asString(),
                        Summary.place(body.path("place")),
                        Words.metres(body.path("buffer")),
                        Words.time(body, "validUntil").orElse("?"),
                        last(of.path("statuses")));
            });
            return sheet.note(count(all.path("items").size(), "notified site")
                    + ". Hospitals, schools and others that were never notified are protected all the same.");
        });
    }

    static Reading agreement() {
        return Reading.of(
                        "show",
                        "Shows the agreement in force, or the proposal that is named.",
                        "agreement show azure",
                        asked -> asked.about().isPresent()
                                ? subject(asked, asked.about().get())
                                : inForce(asked))
                .takes("RECORD", false);
    }

    private static Sheet inForce(Reading.Asked asked) throws IOException, InterruptedException {
        Optional<String> record = asked.line().json().path("agreement").stringValueOpt();
        return record.isPresent()
                ? subject(asked, record.get())
                : Sheet.of(Jsons.object())
                        .note("Nothing was concluded: the usual terms are computed with, and bind nobody.");
    }

    static Reading difference() {
        return Reading.of(
                        "diff",
                        "Shows in what a proposal differs from the agreement in force.",
                        "agreement diff azure BIRCH-7",
                        Readings::difference)
                .takes("RECORD", true);
    }

    private static Sheet difference(Reading.Asked asked) throws IOException, InterruptedException {
        OurLine line = asked.line();
        Map<String, String> before = new TreeMap<>();
        Optional<String> inForce = line.json().path("agreement").stringValueOpt();
        if (inForce.isPresent()) {
            flatten(
                    "",
                    asked.api()
                            .get(line.path("records/" + OurLine.encoded(inForce.get())))
                            .path("body"),
                    before);
        }
        Map<String, String> after = new TreeMap<>();
        String proposal = OurLine.encoded(asked.about().orElseThrow());
        flatten("", asked.api().get(line.path("records/" + proposal)).path("body"), after);
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        ObjectNode changes = Jsons.object();
        Sheet sheet = Sheet.of(changes, "field", "in force", "proposed");
        for (String field : fields) {
            String was = before.getOrDefault(field, "");
            String is = after.getOrDefault(field, "");
            if (!was.equals(is)) {
                changes.putObject(field).put("inForce", was).put("proposed", is);
                sheet.row(field, was, is);
            }
        }
        return sheet.note(
                changes.isEmpty() ? "no difference" : count(changes.size(), "field differs", "fields differ"));
    }

    private static void flatten(String path, JsonNode value, Map<String, String> into) {
        if (value.isObject()) {
            value.properties()
                    .forEach(each -> flatten(
                            path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), into));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(path + "[" + i + "]", value.get(i), into);
            }
        } else {
            into.put(path, shown(value));
        }
    }
}
