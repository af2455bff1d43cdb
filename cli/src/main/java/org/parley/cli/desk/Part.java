package org.parley.cli.desk;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a body that a command line can say.
 *
 * @param option its name, {@code --name}; empty where it has a place on the command line
 * @param field in the body; dots lead into objects
 * @param words to choose from, where it is one of a few
 */
record Part(String option, String label, String field, Type type, String text, boolean required, List<String> words) {
    /** How it is written. */
    enum Type {
        /** As it is. */
        TEXT(String.class),
        NUMBER(BigDecimal.class),
        /** Said or not. */
        FLAG(Boolean.class),
        /** {@code BIRCH} or {@code BIRCH/duty-officer}. */
        PARTY(String.class),
        /** Several, with commas between. */
        LIST(String.class),
        /** A file that draws it. */
        SHAPE(Path.class),
        /** A file that has it on its first line: nobody sees it among the arguments of a process. */
        SECRET(Path.class);

        private final Class<?> read;

        Type(Class<?> read) {
            this.read = read;
        }
    }

    static Part option(String option, String label, String field, String text) {
        return new Part(option, label, field, Type.TEXT, text, false, List.of());
    }

    /** One that stands at a place of its own on the command line. */
    static Part placed(String label, String field, String text) {
        return new Part("", label, field, Type.TEXT, text, true, List.of());
    }

    static Part flag(String option, String field, String text) {
        return new Part(option, "", field, Type.FLAG, text, false, List.of());
    }

    Part of(Type other) {
        return new Part(option, label, field, other, text, required, words);
    }

    /** One that must be said. */
    Part needed() {
        return new Part(option, label, field, type, text, true, words);
    }

    /** One of a few words; they are completed, and the node knows whether there are more. */
    Part oneOf(String... some) {
        return new Part(option, label, field, type, text, required, List.of(some));
    }

    /** As picocli knows it, standing at a place where it is no option. */
    ArgSpec spec(int index) {
        String choice = words.isEmpty() ? "" : " One of " + String.join(", ", words) + ".";
        String described = (text + choice).replace("%", "%%");
        String arity = type == Type.FLAG ? "0" : "1";
        return option.isEmpty()
                ? PositionalParamSpec.builder()
                        .index(Integer.toString(index))
                        .required(required)
                        .type(type.read)
                        .arity(arity)
                        .paramLabel(label)
                        .completionCandidates(words)
                        .description(described)
                        .build()
                : OptionSpec.builder(option)
                        .required(required)
                        .type(type.read)
                        .arity(arity)
                        .paramLabel(label)
                        .completionCandidates(words)
                        .description(described)
                        .build();
    }

    /** What was given, as the body has it. */
    Optional<JsonNode> given(ArgSpec spec) throws IOException {
        Optional<Object> value = Optional.ofNullable(spec.getValue());
        return value.isEmpty() ? Optional.empty() : Optional.of(json(value.get()));
    }

    private JsonNode json(Object value) throws IOException {
        return switch (value) {
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case BigDecimal number -> JsonNodeFactory.instance.numberNode(number);
            case Path file -> type == Type.SECRET ? secret(file) : Body.shape(Jsons.file(file), file);
            default -> text(value.toString());
        };
    }

    private JsonNode text(String given) {
        return switch (type) {
            case PARTY -> party(given);
            case LIST -> list(given);
            default -> Jsons.text(given);
        };
    }

    private static JsonNode secret(Path file) throws IOException {
        return Jsons.text(Files.readString(file).lines().findFirst().orElse(""));
    }

    private static JsonNode list(String given) {
        ArrayNode list = Jsons.array();
        Stream.of(given.split(",", -1)).map(String::strip).forEach(list::add);
        return list;
    }

    private static JsonNode party(String text) {
        int slash = text.indexOf('/');
        ObjectNode to = Jsons.object().put("party", slash < 0 ? text : text.substring(0, slash));
        return slash < 0 ? to : to.put("role", text.substring(slash + 1));
    }
}
