package org.parley.node.api;

import java.util.List;
import java.util.Map;
import org.parley.ledger.words.Language;
import org.parley.node.access.Right;
import org.parley.record.phrase.Field;
import org.parley.record.phrase.Phrase;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Template;
import org.parley.record.phrase.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The phrase book: what parties say to each other and what the screen says, in every language. */
final class PhraseRoutes {
    private final PhraseBook book;

    PhraseRoutes(PhraseBook book) {
        this.book = book;
    }

    List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/api/v1/phrase-book",
                        Right.READ,
                        "Templates, lists of words and texts of the screen, in every language",
                        this::book)
                .gives("PhraseBook")
                .tagged());
    }

    private Reply book(Call call, Map<String, String> named) {
        String tag = '"' + book.hash().toString() + '"';
        Reply reply = call.has(tag) ? Reply.unchanged(Map.of()) : Reply.of(view());
        return reply.with("etag", tag);
    }

    private ObjectNode view() {
        ObjectNode view = View.object().put("hash", book.hash().toString());
        ArrayNode templates = view.putArray("templates");
        book.templates().forEach(template -> templates.add(template(template)));
        ObjectNode lists = view.putObject("lists");
        book.lists().forEach(words -> lists.set(words.name(), members(words)));
        ObjectNode phrases = view.putObject("phrases");
        book.phrases().forEach(phrase -> phrases.set(phrase.id(), texts(phrase)));
        return view;
    }

    private static ObjectNode template(Template template) {
        ObjectNode view = View.object()
                .put("code", template.code())
                .put("kind", template.kind())
                .put("precedence", template.precedence().name())
                .put("text", template.text().id());
        ArrayNode fields = view.putArray("fields");
        for (Field field : template.fields()) {
            ObjectNode of = fields.addObject()
                    .put("name", field.name())
                    .put("type", field.type().toString())
                    .put("required", field.required())
                    .put("readBack", field.readBack());
            field.list().ifPresent(list -> of.put("list", list));
        }
        return view;
    }

    private static ArrayNode members(Words words) {
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        words.members().forEach(word -> members.add(word.id()));
        return members;
    }

    private static ObjectNode texts(Phrase phrase) {
        ObjectNode texts = View.object();
        for (Language language : Language.values()) {
            texts.put(View.word(language), phrase.text(language));
        }
        return texts;
    }
}
