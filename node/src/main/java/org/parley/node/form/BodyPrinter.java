package org.parley.node.form;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.words.Language;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.record.phrase.Filled;
import org.parley.record.phrase.Manner;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Rendered;
import org.parley.record.phrase.Template;
import org.parley.record.phrase.TemplateForm;
import org.parley.record.volume.Bound;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.ShapeType;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Entered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows a body as outsiders write it, by walking the form of its kind; what has not the form is shown as it is. */
final class BodyPrinter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PhraseBook book;
    private final Manner manner;
    private final Optional<Answered> about;

    BodyPrinter(PhraseBook book, Manner manner, Optional<Answered> about) {
        this.book = book;
        this.manner = manner;
        this.about = about;
    }

    /** In the order of the form; after it what the form does not know. */
    ObjectNode body(Kind kind, Json.Obj body) {
        ObjectNode shown = JSON.objectNode();
        for (Field field : kind.form().fields()) {
            body.get(field.name()).ifPresent(value -> shown.set(field.name(), field(kind, field, body, value)));
        }
        if (Said.byTemplate(kind)) {
            Optional<Json> said = body.get(Said.field(kind).orElseThrow().name());
            render(body, said.orElseGet(() -> Json.Obj.builder().build()), shown);
        }
        unknown(kind.form(), body, shown);
        return shown;
    }

    private static void unknown(Form form, Json.Obj body, ObjectNode shown) {
        for (Json.Member member : body.members()) {
            if (form.field(member.name()).isEmpty()) {
                shown.set(member.name(), RawJson.of(member.value()));
            }
        }
    }

    private JsonNode field(Kind kind, Field field, Json.Obj body, Json value) {
        if (!(field.type() instanceof FieldType.Anything) || !(value instanceof Json.Obj said)) {
            return value(field.type(), value);
        }
        if (Said.byTemplate(kind)) {
            return template(body)
                    .flatMap(template -> TemplateForm.of(book, template))
                    .<JsonNode>map(form -> fields(form, said))
                    .orElseGet(() -> RawJson.of(said));
        }
        if (Said.byKind(kind)) {
            return text(body, "kind")
                    .flatMap(Kinds::named)
                    .<JsonNode>map(heard -> body(heard, said))
                    .orElseGet(() -> RawJson.of(said));
        }
        return about.<JsonNode>map(other -> fields(other.form(book), said)).orElseGet(() -> RawJson.of(said));
    }

    private static Optional<String> text(Json.Obj body, String name) {
        return body.get(name)
                .flatMap(json -> json instanceof Json.Str(String text) ? Optional.of(text) : Optional.empty());
    }

    private Optional<Template> template(Json.Obj body) {
        return text(body, "template").flatMap(book::template);
    }

    private ObjectNode fields(Form form, Json.Obj body) {
        ObjectNode shown = JSON.objectNode();
        for (Field field : form.fields()) {
            body.get(field.name()).ifPresent(value -> shown.set(field.name(), value(field.type(), value)));
        }
        unknown(form, body, shown);
        return shown;
    }

    private JsonNode value(FieldType type, Json value) {
        Optional<JsonNode> shown = switch (type) {
            case FieldType.Whole whole
            when value instanceof Json.Int(long number) -> Optional.of(number(Quantity.of(whole), number));
            case FieldType.Ref ref
            when value instanceof Json.Obj of -> text(of, "record").map(JSON::stringNode);
            case FieldType.ListOf(FieldType item, int most)
            when value instanceof Json.Arr(List<Json> items) -> Optional.of(list(item, items));
            case FieldType.Group(Form form) when value instanceof Json.Obj of -> group(form, of);
            case PlaceType place -> VolumePrinter.place(value);
            case ShapeType shape -> VolumePrinter.shape(value).map(JsonNode.class::cast);
            default -> Optional.empty();
        };
        return shown.orElseGet(() -> RawJson.of(value));
    }

    private static JsonNode number(Quantity quantity, long number) {
        return quantity.decimals() == 0 ? JSON.numberNode(number) : JSON.numberNode(quantity.shown(number));
    }

    private JsonNode list(FieldType item, List<Json> items) {
        ArrayNode list = JSON.arrayNode();
        items.forEach(each -> list.add(value(item, each)));
        return list;
    }

    private Optional<JsonNode> group(Form form, Json.Obj of) {
        if (form.equals(StatedVolume.FORM)) {
            return VolumePrinter.volume(of);
        } else if (form.equals(Bound.FORM)) {
            return HeightReader.written(of).map(JSON::stringNode);
        }
        return Optional.of(fields(form, of));
    }

    /** What the record says, in each language; and in which of them no linguist has released all of it. */
    private void render(Json.Obj body, Json said, ObjectNode shown) {
        Optional<Filled> filled = template(body)
                .filter(template -> said instanceof Json.Obj)
                .flatMap(template -> accepted(TemplateForm.fill(book, template, said.object())));
        filled.ifPresent(sentence -> render(sentence, shown));
    }

    private void render(Filled filled, ObjectNode shown) {
        ObjectNode rendered = shown.putObject("rendered");
        ArrayNode unvetted = JSON.arrayNode();
        for (Language language : Language.values()) {
            Rendered said = filled.in(language, manner);
            rendered.put(Said.name(language), said.text());
            if (!said.vetted()) {
                unvetted.add(Said.name(language));
            }
        }
        shown.set("unvetted", unvetted);
    }

    private static <T> Optional<T> accepted(Entered<T> entered) {
        return entered instanceof Entered.Accepted<T> accepted ? Optional.of(accepted.value()) : Optional.empty();
    }
}
