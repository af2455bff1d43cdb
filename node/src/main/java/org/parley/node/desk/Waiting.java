package org.parley.node.desk;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Held;
import org.parley.picture.Subject;
import org.parley.record.Precedence;

/**
 * What waits for a second person, as records of kind {@code draft} on the private line.
 *
 * @param name of the draft
 * @param at when it was written, milliseconds since 1970
 * @param seed of the body that it becomes: released twice it is the same record
 */
public record Waiting(String name, LineId line, Author author, Statement statement, long at, Bytes seed) {
    private static final String KIND = "draft";

    /** All that wait, the oldest first. */
    public static List<Waiting> open(LinePicture own) {
        return own.picture().subjects(KIND).stream()
                .filter(subject -> subject.last("released").isEmpty()
                        && subject.last("dropped").isEmpty())
                .flatMap(subject -> read(subject).stream())
                .sorted(Comparator.comparingLong(Waiting::at))
                .toList();
    }

    /** One that waits, for who did not write it; {@link Rules.Against} where that is not so. */
    static Waiting open(LinePicture own, String name, Author second) {
        Waiting draft = open(own).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Rules.Against(Outcome.Not.of(
                        Outcome.Why.UNKNOWN,
                        "draft",
                        name,
                        "no draft of this name waits",
                        "look at the drafts again")));
        if (draft.author().officer().equals(second.officer()) || !second.isPerson()) {
            throw new Rules.Against(Outcome.Not.of(
                    Outcome.Why.NOT_THEIRS,
                    "draft",
                    name,
                    "its author does not release it, nor does a program",
                    "let a second person read and release it"));
        }
        return draft;
    }

    /** What is kept of a statement. */
    static Statement draft(LineId line, Author author, Statement statement, byte[] seed) {
        Json.Builder body = Json.Obj.builder()
                .put("line", line.hex())
                .put("kind", statement.kind())
                .put("about", statement.about().map(Json::of))
                .put("precedence", statement.precedence().map(Precedence::name).map(Json::of))
                .put("lang", statement.lang().map(Json::of))
                .put("audience", statement.audience().map(Json::of))
                .put("exercise", statement.exercise())
                .put("says", statement.body())
                .put("means", author.means().name().toLowerCase(Locale.ROOT))
                .put("seed", HexFormat.of().formatHex(seed));
        return Statement.of(KIND, Optional.empty(), body.build());
    }

    /** What became of a draft. */
    static Statement status(String draft, String status, String reason, long now) {
        Json.Obj body = Json.Obj.builder()
                .put("status", status)
                .put("at", Instants.print(now))
                .put("reason", reason)
                .build();
        return Statement.of("status", Optional.of(draft), body);
    }

    private static Optional<Waiting> read(Subject subject) {
        Held record = subject.current().record();
        return record.says().map(body -> {
            Author author = new Author(
                    record.envelope().officer().orElse(""),
                    record.envelope().role().orElse(""),
                    Author.Means.valueOf(body.require("means").text().toUpperCase(Locale.ROOT)));
            Statement statement = new Statement(
                    body.require("kind").text(),
                    text(body, "about"),
                    text(body, "precedence").flatMap(Precedence::named),
                    text(body, "lang"),
                    text(body, "audience"),
                    body.require("exercise").flag(),
                    body.require("says").object(),
                    Optional.empty());
            return new Waiting(
                    subject.name(),
                    new LineId(body.require("line").text()),
                    author,
                    statement,
                    record.envelope().at(),
                    Bytes.of(HexFormat.of().parseHex(body.require("seed").text())));
        });
    }

    private static Optional<String> text(Json.Obj body, String field) {
        return body.get(field).map(Json::text);
    }
}
