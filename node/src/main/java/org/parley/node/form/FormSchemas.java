package org.parley.node.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Template;
import org.parley.record.phrase.TemplateForm;
import org.parley.record.volume.Bound;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.ShapeType;
import org.parley.record.volume.StatedVolume;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of records as outsiders write and see them, described by JSON Schema 2020-12 as OpenAPI 3.1 holds it. All of it
 * comes from the forms by which {@link Forms} reads: what is described is what is read.
 */
public final class FormSchemas {
    /** Where OpenAPI keeps what is referred to. */
    static final String REFERENCE = "#/components/schemas/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PhraseBook book;

    /** @param book whose templates messages are said by */
    public FormSchemas(PhraseBook book) {
        this.book = book;
    }

    /**
     * The schemas of an OpenAPI document by name: each kind by its own ({@code line-state}), the fields of each template
     * ({@code template.SF-3}), and the parts to which these refer ({@code Place}, {@code Volume}, …).
     */
    public ObjectNode components() {
        ObjectNode all = CommonSchemas.all();
        all.set("Volume", CommonSchemas.volume());
        all.set("Written", written());
        for (Template template : book.templates()) {
            TemplateForm.of(book, template).ifPresent(form -> all.set("template." + template.code(), object(form)));
        }
        Kinds.all().forEach(kind -> all.set(kind.name(), of(kind)));
        return all;
    }

    /** The schema of the bodies of a kind; it refers to {@link #components}. */
    public ObjectNode of(Kind kind) {
        ObjectNode schema = object(kind.form());
        if (Said.byTemplate(kind)) {
            byTemplate(kind, (ObjectNode) schema.path("properties"));
        }
        Optional<Field> volumes =
                kind.form().fields().stream().filter(Features::holdsVolumes).findFirst();
        return volumes.map(field -> FeatureSchemas.either(schema, field.name())).orElse(schema);
    }

    private void byTemplate(Kind kind, ObjectNode properties) {
        List<String> codes =
                Said.templates(book, kind).stream().map(Template::code).sorted().toList();
        properties.set("template", words(codes).put("description", "the code of a template, which says its fields"));
        ArrayNode fields = JSON.arrayNode();
        codes.forEach(code -> fields.add(reference("template." + code)));
        properties.set(
                Said.field(kind).orElseThrow().name(),
                described("the fields of the template, by its own schema").set("anyOf", fields));
        properties.set("rendered", shown("object", "what it says, by language"));
        properties.set("unvetted", shown("array", "languages in which no linguist has released all of it"));
    }

    private ObjectNode object(Form form) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        List<String> required = new ArrayList<>();
        for (Field field : form.fields()) {
            ObjectNode type = type(field.type());
            if (field.readBack()) {
                type.put("x-read-back", true);
            }
            properties.set(field.name(), type);
            if (field.required()) {
                required.add(field.name());
            }
        }
        return closed(object, required);
    }

    static ObjectNode closed(ObjectNode object, List<String> required) {
        ArrayNode names = object.putArray("required");
        required.forEach(names::add);
        return object.put("additionalProperties", false);
    }

    private ObjectNode type(FieldType type) {
        ObjectNode schema = bare(type);
        return schema.has("description") ? schema : schema.put("description", Asked.of(type));
    }

    private ObjectNode bare(FieldType type) {
        return switch (type) {
            case FieldType.Text(int most) -> typed("string").put("minLength", 1).put("maxLength", most);
            case FieldType.Word(Set<String> words) -> words(new TreeSet<>(words));
            case FieldType.Whole whole -> number(whole);
            case FieldType.Flag flag -> typed("boolean");
            case FieldType.Moment moment -> reference("Moment");
            case FieldType.Party party -> typed("string").put("pattern", "^[A-Z][A-Z0-9]{0,15}$");
            case FieldType.Ref ref -> reference("RecordName");
            case FieldType.Digest digest -> typed("string").put("pattern", "^[0-9a-f]{64}$");
            case FieldType.ListOf(FieldType item, int most) ->
                typed("array").put("minItems", 1).put("maxItems", most).set("items", type(item));
            case FieldType.Group(Form form) -> group(form);
            case FieldType.Anything anything -> typed("object");
            case PlaceType place -> reference("Place");
            case ShapeType shape -> reference("Shape");
            default -> JSON.objectNode();
        };
    }

    private ObjectNode group(Form form) {
        if (form.equals(StatedVolume.FORM)) {
            return reference("Volume");
        } else if (form.equals(Bound.FORM)) {
            return reference("Height");
        } else if (form.equals(TemplateForm.WRITTEN)) {
            return reference("Written");
        }
        return object(form);
    }

    /** Limits are those of the number; a text is held to them when it is read. */
    static ObjectNode number(FieldType.Whole whole) {
        Quantity quantity = Quantity.of(whole);
        String type = quantity.decimals() == 0 ? "integer" : "number";
        ObjectNode schema = JSON.objectNode();
        if (quantity.takesText()) {
            schema.putArray("type").add(type).add("string");
        } else {
            schema.put("type", type);
        }
        return schema.put("minimum", quantity.shown(whole.least())).put("maximum", quantity.shown(whole.most()));
    }

    private ObjectNode written() {
        ArrayNode either = JSON.arrayNode();
        either.add(typed("string").put("minLength", 1));
        either.add(object(TemplateForm.WRITTEN));
        return described("what a person wrote, in the language of the entry or in its own")
                .set("anyOf", either);
    }

    /** What is shown and not read. */
    static ObjectNode shown(String type, String description) {
        return typed(type, description).put("readOnly", true);
    }

    static ObjectNode typed(String type, String description) {
        return typed(type).put("description", description);
    }

    static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    static ObjectNode described(String description) {
        return JSON.objectNode().put("description", description);
    }

    static ObjectNode words(Collection<String> words) {
        ObjectNode schema = typed("string");
        ArrayNode all = schema.putArray("enum");
        words.forEach(all::add);
        return schema;
    }

    static ObjectNode reference(String name) {
        return JSON.objectNode().put("$ref", REFERENCE + name);
    }

    static JsonNode either(ObjectNode... schemas) {
        return JSON.arrayNode().addAll(List.of(schemas));
    }
}
