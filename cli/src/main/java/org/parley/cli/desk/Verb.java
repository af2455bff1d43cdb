package org.parley.cli.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A command that says something: which kind of record, what of it the command line says, and what follows by itself. */
final class Verb {
    /** What the record is about. */
    enum About {
        /** It begins by itself. */
        NOTHING,
        /** The record that is named first. */
        RECORD,
        /** The same; what the record says is taken over where nothing else is said. */
        VERSION,
        /** A record, if one is named with {@code --about}. */
        OPTION,
        /** The agreement in force, if there is one. */
        IN_FORCE
    }

    /** What words behind the command mean. */
    enum Tail {
        NONE,
        /** A file. */
        FILE,
        /** Fields of the body. */
        FIELDS,
        /** A file, or fields. */
        EITHER,
        /** The code of a template, and its fields. */
        TEMPLATE
    }

    private final String name;
    private final String text;
    private final String example;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Function<OurLine, JsonNode>> usual = new LinkedHashMap<>();
    private Optional<String> kind = Optional.empty();
    private About about = About.NOTHING;
    private Tail tail = Tail.NONE;
    private String within = "";
    private boolean volumes;
    private boolean preview;
    private Optional<String> beforehand = Optional.empty();

    private Verb(String name, String text, String example) {
        this.name = name;
        this.text = text;
        this.example = example;
    }

    static Verb of(String name, String text, String example) {
        return new Verb(name, text, example);
    }

    /** The kind of the record; without it the command line says it. */
    Verb kind(String record) {
        kind = Optional.of(record);
        return this;
    }

    Verb about(About what) {
        about = what;
        return this;
    }

    /** @param prefix what stands before the names of the fields, where they are within another */
    Verb tail(Tail meaning, String prefix) {
        tail = meaning;
        within = prefix;
        return this;
    }

    /** It has volumes, which options say. */
    Verb volumes() {
        volumes = true;
        return this;
    }

    /** Nothing is said yet. */
    Verb preview() {
        preview = true;
        return this;
    }

    /** What its author must know before it goes. */
    Verb beforehand(String warning) {
        beforehand = Optional.of(warning);
        return this;
    }

    Verb parts(Part... more) {
        parts.addAll(List.of(more));
        return this;
    }

    /** What a field is where the command line does not say it. */
    Verb usually(String field, Function<OurLine, JsonNode> value) {
        usual.put(field, value);
        return this;
    }

    Verb usually(String field, String value) {
        return usually(field, line -> Jsons.text(value));
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    String example() {
        return example;
    }

    Optional<String> kind() {
        return kind;
    }

    About about() {
        return about;
    }

    Tail tail() {
        return tail;
    }

    String within() {
        return within;
    }

    boolean hasVolumes() {
        return volumes;
    }

    boolean isPreview() {
        return preview;
    }

    Optional<String> beforehand() {
        return beforehand;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    Map<String, Function<OurLine, JsonNode>> usual() {
        return usual;
    }
}
