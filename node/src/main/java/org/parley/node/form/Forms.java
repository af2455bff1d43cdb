package org.parley.node.form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.phrase.Manner;
import org.parley.record.phrase.PhraseBook;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Bodies of records as outsiders write and see them. What is shown can be entered again, and gives the same body under the
 * same terms. Immutable.
 */
public final class Forms {
    private final PhraseBook book;
    private final Manner manner;

    /**
     * By a phrase book.
     *
     * @param manner how the readers here want texts
     */
    public Forms(PhraseBook book, Manner manner) {
        this.book = book;
        this.manner = manner;
    }

    /** By the book that is part of this program. */
    public static Forms shipped() {
        return new Forms(PhraseBook.shipped(), Manner.PLAIN);
    }

    /**
     * The body that somebody means, with what was read and what is worth a warning; refused with every reason at once, each
     * naming the field as it was given: {@code volumes[0].lower}, {@code features[2].properties.from}. A kind that has
     * volumes may also come as a GeoJSON Feature or FeatureCollection, of which each feature is one volume.
     */
    public Entered<Entry> enter(Kind kind, JsonNode outside, Terms terms) {
        Findings findings = new Findings();
        Features features = Features.of(kind, outside, findings);
        Optional<Json.Obj> body = new BodyReader(book, terms, findings)
                .body(kind, features.body(), "")
                .filter(read -> isWhole(kind, read, findings));
        UnaryOperator<String> given = features::given;
        if (body.isEmpty() || findings.wrong() > 0) {
            return new Entered.Refused<>(renamed(findings.problems(), given));
        }
        List<Echo> echoes = findings.echoes().stream()
                .map(echo -> new Echo(given.apply(echo.field()), echo.given(), echo.read()))
                .toList();
        return new Entered.Accepted<>(new Entry(body.get(), echoes), renamed(findings.warnings(), given));
    }

    private static List<Problem> renamed(List<Problem> problems, UnaryOperator<String> given) {
        return problems.stream()
                .map(each -> new Problem(given.apply(each.field()), each.value(), each.reason(), each.wayOut()))
                .toList();
    }

    /** What no field alone is wrong about: more than a record holds, or an end before its beginning. */
    private static boolean isWhole(Kind kind, Json.Obj body, Findings findings) {
        if (fits(body, findings)) {
            kind.form()
                    .problems(body)
                    .forEach(each -> findings.wrong(each.field(), each.value(), each.reason(), each.wayOut()));
        }
        return findings.wrong() == 0;
    }

    private static boolean fits(Json.Obj body, Findings findings) {
        try {
            int bytes = Canonical.bytes(body).length;
            if (bytes <= Body.LIMIT) {
                return true;
            }
            findings.wrong(
                    "body",
                    bytes + " bytes",
                    "a record holds at most " + Body.LIMIT,
                    "simplify the shapes, or make two records of it");
        } catch (Refused refused) {
            findings.wrong("body", "as given", refused.why(), "correct it");
        }
        return false;
    }

    /** A body as outsiders see it; what has not the form of its kind is shown as it is. */
    public JsonNode show(Kind kind, Json.Obj body) {
        return show(kind, Optional.empty(), body);
    }

    /**
     * The same of a record that is about another one.
     *
     * @param about that one; its form says what the fields of an answer mean
     */
    public JsonNode show(Kind kind, Optional<Answered> about, Json.Obj body) {
        return new BodyPrinter(book, manner, about).body(kind, body);
    }

    /** The same of a kind by its name; one that is not understood is shown as it is. */
    public JsonNode show(String kind, Json.Obj body) {
        return Kinds.named(kind).map(known -> show(known, body)).orElseGet(() -> RawJson.of(body));
    }
}
