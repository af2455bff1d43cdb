package org.parley.node.desk;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.record.Precedence;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Template;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Volume;

/**
 * What somebody wants to say.
 *
 * @param kind of record
 * @param about the name of a record, or the id of a conflict as 64 hex digits; empty for what begins by itself
 * @param precedence how soon a person is to take note; empty where that is left to the kind
 * @param lang in which its free text is written
 * @param audience how far the reader may pass it on
 * @param exercise whether it is only played
 * @param body in the form of the kind
 * @param basis what its author had seen before; empty where that is not said
 */
public record Statement(
        String kind,
        Optional<String> about,
        Optional<Precedence> precedence,
        Optional<String> lang,
        Optional<String> audience,
        boolean exercise,
        Json.Obj body,
        Optional<Basis> basis) {
    /** A statement that says nothing but its kind, what it is about and its body. */
    public static Statement of(String kind, Optional<String> about, Json.Obj body) {
        return new Statement(
                kind, about, Optional.empty(), Optional.empty(), Optional.empty(), false, body, Optional.empty());
    }

    /** The same with a body. */
    public Statement with(Json.Obj other) {
        return new Statement(kind, about, precedence, lang, audience, exercise, other, basis);
    }

    /** The same by an author who has seen this. */
    public Statement on(Optional<Basis> other) {
        return new Statement(kind, about, precedence, lang, audience, exercise, body, other);
    }

    /** Whether it is a safety call by its template, though its kind is that of any message. */
    public boolean isSafetyCall() {
        return word("template")
                .flatMap(PhraseBook.shipped()::template)
                .filter(Template::isSafetyCall)
                .isPresent();
    }

    /** How soon a person is to take note where nobody says: as its template has it, or all templates of its kind alike. */
    public Optional<Precedence> usualPrecedence() {
        List<Precedence> all = PhraseBook.shipped().templates().stream()
                .filter(template -> template.kind().equals(kind)
                        && word("template")
                                .filter(code -> !code.equals(template.code()))
                                .isEmpty())
                .map(Template::precedence)
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** The same with a precedence. */
    public Statement at(Optional<Precedence> other) {
        return new Statement(kind, about, other, lang, audience, exercise, body, basis);
    }

    /** What it takes of space and time. */
    public List<Volume> volumes() {
        return body.get("volumes").map(Json::array).orElse(List.of()).stream()
                .map(volume -> StatedVolume.read(volume).volume())
                .toList();
    }

    /** What of its body a word says. */
    public Optional<String> word(String field) {
        return body.get(field).filter(Json.Str.class::isInstance).map(Json::text);
    }
}
