package org.parley.node.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.ledger.canonical.Json;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a body of what outsiders write, by walking the form of its kind. */
final class BodyReader {
    /** What was heard may be that somebody heard something; not without end. */
    private static final int HEARSAY = 4;

    private final PhraseBook book;
    private final Terms terms;
    private final Findings findings;
    private final LeafReader leaves;
    private final PlaceReader places;
    private final GeometryReader geometries;
    private final HeightReader heights;
    private final VolumeReader volumes;
    private int heard;

    BodyReader(PhraseBook book, Terms terms, Findings findings) {
        this.book = book;
        this.terms = terms;
        this.findings = findings;
        this.leaves = new LeafReader(terms, findings);
        this.places = new PlaceReader(terms, findings);
        this.geometries = new GeometryReader(places, findings);
        this.heights = new HeightReader(findings);
        this.volumes = new VolumeReader(terms, leaves, geometries, heights, findings);
    }

    /**
     * The body of a record; empty where something is wrong, which is then among the findings.
     *
     * @param within what stands before the names of the fields
     */
    Optional<Json.Obj> body(Kind kind, JsonNode outside, String within) {
        int before = findings.wrong();
        Json.Obj body = fields(kind.form(), outside, within, true, Optional.of(kind));
        return findings.wrong() == before ? Optional.of(body) : Optional.empty();
    }

    /** The fields of an object, as far as they are right. */
    private Json.Obj fields(Form form, JsonNode outside, String within, boolean complete, Optional<Kind> kind) {
        Json.Builder body = Json.Obj.builder();
        if (!outside.isObject()) {
            String at = within.isEmpty() ? "body" : within.substring(0, within.length() - 1);
            findings.wrong(at, outside, "no object", "give " + Asked.group(form));
            return body.build();
        }
        Names.check(outside, names(form, kind), within, findings);
        for (Field field : form.fields()) {
            String at = within + field.name();
            Optional<JsonNode> value = OutsideJson.at(outside, field.name());
            if (kind.isPresent() && field.type() instanceof FieldType.Anything) {
                said(kind.get(), field, outside, at).ifPresent(json -> body.put(field.name(), json));
            } else if (value.isPresent()) {
                value(field.type(), value.get(), at).ifPresent(json -> body.put(field.name(), json));
            } else if (complete && field.required()) {
                findings.absent(at, Asked.of(field.type()));
            }
        }
        return body.build();
    }

    /** The names that an object may have: those of its form, and those that are shown besides. */
    private static Set<String> names(Form form, Optional<Kind> kind) {
        Set<String> names = new TreeSet<>();
        form.fields().forEach(field -> names.add(field.name()));
        if (kind.filter(Said::byTemplate).isPresent()) {
            names.addAll(Said.RENDERED);
        }
        return names;
    }

    private Optional<Json> value(FieldType type, JsonNode given, String at) {
        return switch (type) {
            case FieldType.Whole whole -> Quantity.of(whole).read(whole, given, at, findings);
            case FieldType.Moment moment -> leaves.moment(given, at);
            case FieldType.Ref ref -> leaves.record(given, at);
            case FieldType.ListOf list -> list(list, given, at);
            case FieldType.Group(Form form) -> group(form, given, at);
            case PlaceType place -> places.place(given, at);
            case ShapeType shape -> geometries.shape(given, at);
            default -> leaves.raw(given, at).filter(json -> findings.fits(type, json, at));
        };
    }

    private Optional<Json> list(FieldType.ListOf list, JsonNode given, String at) {
        if (!given.isArray() || given.isEmpty() || given.size() > list.most()) {
            findings.wrong(at, given, "no list of 1 to " + list.most(), "give " + Asked.of(list));
            return Optional.empty();
        }
        List<Json> items = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            value(list.type(), given.get(i), at + "[" + i + "]").ifPresent(items::add);
        }
        return Optional.of(Json.of(items));
    }

    private Optional<Json> group(Form form, JsonNode given, String at) {
        if (form.equals(StatedVolume.FORM)) {
            return volumes.volume(given, at);
        } else if (form.equals(Bound.FORM)) {
            return heights.height(given, at);
        } else if (form.equals(TemplateForm.WRITTEN) && given.isString()) {
            return leaves.raw(given, at).map(this::written);
        }
        return Optional.of(fields(form, given, at + ".", true, Optional.empty()));
    }

    private Json written(Json text) {
        return Json.Obj.builder()
                .put("language", Said.name(terms.language()))
                .put("text", text)
                .build();
    }

    /** What a field holds whose meaning is said elsewhere: by a template, by a kind, by what the record is about. */
    private Optional<Json> said(Kind kind, Field field, JsonNode outside, String at) {
        Optional<JsonNode> value = OutsideJson.at(outside, field.name());
        if (Said.byTemplate(kind)) {
            return OutsideJson.at(outside, "template").isPresent()
                    ? byTemplate(kind, outside, value, at)
                    : value.flatMap(node -> withoutTemplate(node, at));
        }
        if (value.isEmpty()) {
            if (field.required()) {
                findings.absent(at, Asked.of(field.type()));
            }
            return Optional.empty();
        }
        if (Said.byKind(kind)) {
            return heard(outside, value.get(), at);
        }
        return terms.about()
                .<Optional<Json>>map(about -> object(value.get(), at)
                        .map(node -> fields(about.form(book), node, at + ".", false, Optional.empty())))
                .orElseGet(() -> object(value.get(), at).flatMap(node -> leaves.raw(node, at)));
    }

    private Optional<JsonNode> object(JsonNode given, String at) {
        if (!given.isObject()) {
            findings.wrong(at, given, "no object", "give an object");
            return Optional.empty();
        }
        return Optional.of(given);
    }

    private Optional<Json> withoutTemplate(JsonNode given, String at) {
        findings.wrong(at, given, "are the fields of no template", "name one in template, or write text");
        return Optional.empty();
    }

    private Optional<Json> byTemplate(Kind kind, JsonNode outside, Optional<JsonNode> value, String at) {
        Optional<Template> template = template(kind, outside, at);
        Optional<Form> form = template.flatMap(found -> TemplateForm.of(book, found));
        if (template.isEmpty() || form.isEmpty()) {
            return Optional.empty();
        }
        int before = findings.wrong();
        JsonNode given = value.orElseGet(JsonNodeFactory.instance::objectNode);
        Json.Obj said = fields(form.get(), given, at + ".", true, Optional.empty());
        if (findings.wrong() == before) {
            var _ = findings.take(TemplateForm.fill(book, template.get(), said), wrong -> at + "." + wrong);
        }
        return value.isEmpty() && said.members().isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private Optional<Template> template(Kind kind, JsonNode outside, String fields) {
        String at = fields.substring(0, fields.lastIndexOf('.') + 1) + "template";
        JsonNode code = outside.path("template");
        if (!code.isString()) {
            findings.wrong(at, code, "no text", "give the code of a template");
            return Optional.empty();
        }
        Optional<Template> template = book.template(code.stringValue());
        if (template.isEmpty()) {
            List<String> codes =
                    Said.templates(book, kind).stream().map(Template::code).toList();
            findings.wrong(
                    at, code, "is in no phrase book here", "take one of " + String.join(", ", new TreeSet<>(codes)));
        } else if (!template.get().kind().equals(kind.name())) {
            findings.wrong(
                    at,
                    code,
                    "makes a record of the kind " + template.get().kind() + ", and no " + kind.name(),
                    "send that");
            return Optional.empty();
        }
        return template;
    }

    private Optional<Json> heard(JsonNode outside, JsonNode value, String at) {
        Optional<Kind> kind = OutsideJson.at(outside, "kind")
                .filter(JsonNode::isString)
                .flatMap(name -> Kinds.named(name.stringValue()));
        if (kind.isEmpty()) {
            return object(value, at).flatMap(node -> leaves.raw(node, at));
        }
        if (heard == HEARSAY) {
            findings.wrong(at, value, "was heard by too many in a row", "say what the first one heard");
            return Optional.empty();
        }
        heard++;
        Json.Obj says = fields(kind.get().form(), value, at + ".", true, kind);
        heard--;
        return Optional.of(says);
    }
}
