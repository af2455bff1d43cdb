package org.parley.record.phrase;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.words.Language;

/** A book as canonical JSON, for its hash: whoever has the bytes can compute it without this program. */
final class BookJson {
    private BookJson() {}

    static Hash hash(BookContent content) {
        return Canonical.hash(json(content));
    }

    static Json json(BookContent content) {
        return Json.Obj.builder()
                .put("format", BookReader.FIRST_LINE)
                .put("labels", array(content.labels(), BookJson::phrase))
                .put("lists", array(content.lists(), BookJson::list))
                .put("phrases", array(content.phrases(), BookJson::phrase))
                .put("templates", array(content.templates(), BookJson::template))
                .build();
    }

    private static Json list(Words list) {
        return Json.Obj.builder()
                .put("name", list.name())
                .put("words", array(list.members(), BookJson::phrase))
                .build();
    }

    private static Json template(Template template) {
        return Json.Obj.builder()
                .put("code", template.code())
                .put("kind", template.kind())
                .put("precedence", template.precedence().name())
                .put("text", phrase(template.text()))
                .build();
    }

    private static Json phrase(Phrase phrase) {
        Json.Builder json =
                Json.Obj.builder().put("id", phrase.id()).put("fields", array(phrase.fields(), BookJson::field));
        for (Language language : Language.values()) {
            json.put(language.name().toLowerCase(Locale.ROOT), phrase.text(language));
        }
        return json.build();
    }

    private static Json field(Field field) {
        return Json.Obj.builder()
                .put("name", field.name())
                .put("type", field.type().toString())
                .put("list", field.list().map(Json::of))
                .put("required", field.required())
                .put("readBack", field.readBack())
                .build();
    }

    private static <T> Json array(List<T> items, Function<T, Json> form) {
        return Json.of(items.stream().map(form).toList());
    }
}
