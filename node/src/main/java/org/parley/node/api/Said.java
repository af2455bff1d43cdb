package org.parley.node.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.words.Language;
import org.parley.node.desk.Basis;
import org.parley.node.desk.Statement;
import org.parley.node.form.Answered;
import org.parley.node.form.Echo;
import org.parley.node.form.Entry;
import org.parley.node.form.OutsideJson;
import org.parley.node.form.Terms;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Records;
import org.parley.picture.Held;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.Precedence;
import org.parley.record.agreement.Agreement;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What a body of the API wants to be said: {@code {"kind":…,"about":…,"precedence":…,"role":…,"body":{…}}}.
 *
 * @param role in which its author says it, where that is said
 * @param echoes what was understood, for whoever wrote it to look at
 * @param warnings what is taken, and may not be what was meant
 */
record Said(Statement statement, Optional<String> role, List<Echo> echoes, List<Problem> warnings) {
    private static final Set<String> FIELDS =
            Set.of("kind", "about", "precedence", "lang", "audience", "exercise", "role", "body", "basis", "onChange");

    private static final String SAY = "say";
    private static final String REFUSE = "refuse";

    /** Any body as a JSON object; {@link Unanswerable} where it is none. */
    static JsonNode json(byte[] body) {
        return switch (OutsideJson.read(body)) {
            case Entered.Accepted<JsonNode> accepted -> object(accepted.value());
            case Entered.Refused<JsonNode> refused -> throw new Unanswerable(Trouble.NO_JSON, refused.problems());
        };
    }

    private static JsonNode object(JsonNode json) {
        if (json.isObject()) {
            return json;
        }
        throw Unanswerable.of(Trouble.NO_JSON, "body", "", "no JSON object", "send one");
    }

    static Said read(Call call, LinePicture line, Rooms rooms) {
        JsonNode json = json(call.body().array());
        for (String name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw Unanswerable.of(
                        Trouble.ILL_FORMED,
                        name,
                        "",
                        "no such field",
                        "fields are " + FIELDS.stream().sorted().toList());
            }
        }
        String name = text(json, "kind")
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.ILL_FORMED, "kind", "absent", "a record has a kind", "for example activity"));
        Kind kind = Kinds.named(name)
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.ILL_FORMED,
                        "kind",
                        name,
                        "no kind of this name",
                        "one of "
                                + String.join(
                                        ", ",
                                        Kinds.all().stream().map(Kind::name).toList())));
        Records records = rooms.pictures().records();
        Language first = rooms.config().languages().first();
        String lang = text(json, "lang").orElse(View.word(first));
        Terms terms = Terms.NONE
                .withHeights(line.picture().agreement().orElse(Agreement.NONE).heights())
                .withLanguage(known(lang).orElse(first))
                .withRecords(record -> records.named(line.line(), record).map(Held::ref));
        Optional<Held> held = text(json, "about").flatMap(record -> records.named(line.line(), record));
        Optional<Answered> about = held.flatMap(record -> View.answered(asked(records, line, record)));
        Entered<Entry> entered = rooms.forms()
                .enter(kind, json.path("body"), about.map(terms::withAbout).orElse(terms));
        return switch (entered) {
            case Entered.Accepted<Entry>(Entry entry, List<Problem> warnings) ->
                new Said(
                        statement(json, name, lang, Checks.completed(rooms, line, name, held, entry.body())),
                        text(json, "role"),
                        entry.echoes(),
                        warnings);
            case Entered.Refused<Entry>(List<Problem> problems) -> throw new Unanswerable(Trouble.ILL_FORMED, problems);
        };
    }

    /** Who was asked to read back reads what the request is about. */
    private static Held asked(Records records, LinePicture line, Held about) {
        return about.kind().equals("read-back-request")
                ? about.envelope()
                        .about()
                        .flatMap(of -> of instanceof RecordRef ref
                                ? records.named(line.line(), ref.record())
                                : Optional.empty())
                        .orElse(about)
                : about;
    }

    /** A language that bodies know; an envelope may have any. */
    private static Optional<Language> known(String lang) {
        return Stream.of(Language.values())
                .filter(language -> View.word(language).equals(lang))
                .findFirst();
    }

    private static Statement statement(JsonNode json, String kind, String lang, Json.Obj body) {
        Optional<Precedence> precedence = text(json, "precedence")
                .map(word -> Precedence.named(word)
                        .orElseThrow(() -> Unanswerable.of(
                                Trouble.ILL_FORMED,
                                "precedence",
                                word,
                                "no precedence",
                                "FLASH, IMMEDIATE, PRIORITY or ROUTINE")));
        Statement statement = new Statement(
                kind,
                text(json, "about"),
                precedence,
                Optional.of(lang),
                text(json, "audience"),
                json.path("exercise").asBoolean(false),
                body,
                basis(json));
        return statement.at(precedence.or(statement::usualPrecedence));
    }

    /** What was seen in a preview, and whether what was not seen stands against it. */
    static Optional<Basis> basis(JsonNode json) {
        Set<String> seen = new HashSet<>();
        for (JsonNode name : json.path("basis")) {
            seen.add(name.asString(""));
        }
        if (json.has("basis") && !json.path("basis").isArray()) {
            throw Unanswerable.of(
                    Trouble.ILL_FORMED,
                    "basis",
                    json.path("basis").toString(),
                    "no list of records",
                    "give what the preview gave");
        }
        String onChange = text(json, "onChange").orElse(SAY);
        if (!onChange.equals(SAY) && !onChange.equals(REFUSE)) {
            throw Unanswerable.of(Trouble.ILL_FORMED, "onChange", onChange, "no such word", "say or refuse");
        }
        boolean refuses = onChange.equals(REFUSE);
        return json.has("basis") || refuses ? Optional.of(new Basis(seen, refuses)) : Optional.empty();
    }

    static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw Unanswerable.of(Trouble.ILL_FORMED, name, value.toString(), "no text", "give a text");
        }
        return Optional.of(value.asString());
    }
}
