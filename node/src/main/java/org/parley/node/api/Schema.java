package org.parley.node.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 in few words: what {@link Answers} are made of. */
final class Schema {
    private Schema() {}

    /** A field of an object. */
    record Member(String name, boolean required, ObjectNode schema) {}

    static Member must(String name, ObjectNode schema) {
        return new Member(name, true, schema);
    }

    static Member may(String name, ObjectNode schema) {
        return new Member(name, false, schema);
    }

    /** Some fields and more. */
    static Member[] join(Member[] some, Member... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Member[]::new);
    }

    /** An object of these fields and no other. */
    static ObjectNode object(Member... members) {
        ObjectNode object = typed("object");
        ArrayNode required = object.putArray("required");
        ObjectNode properties = object.putObject("properties");
        for (Member member : members) {
            properties.set(member.name(), member.schema());
            if (member.required()) {
                required.add(member.name());
            }
        }
        return object.put("additionalProperties", false);
    }

    /** Things in a list of the usual name, and what stands beside it. */
    static ObjectNode items(ObjectNode item, Member... beside) {
        List<Member> all = new ArrayList<>(List.of(must("items", listOf(item))));
        all.addAll(List.of(beside));
        return object(all.toArray(Member[]::new));
    }

    static ObjectNode listOf(ObjectNode item) {
        ObjectNode list = typed("array");
        list.set("items", item);
        return list;
    }

    /** An object whose names are parties, duties, … */
    static ObjectNode mapOf(ObjectNode value) {
        ObjectNode map = typed("object");
        map.set("additionalProperties", value);
        return map;
    }

    /** A schema that stands elsewhere. */
    static ObjectNode ref(String name) {
        return View.object().put("$ref", "#/components/schemas/" + name);
    }

    static ObjectNode either(ObjectNode one, ObjectNode other) {
        ObjectNode either = View.object();
        either.putArray("anyOf").add(one).add(other);
        return either;
    }

    static ObjectNode any() {
        return View.object();
    }

    static ObjectNode text() {
        return typed("string");
    }

    static ObjectNode texts() {
        return listOf(text());
    }

    /** RFC 3339, in UTC. */
    static ObjectNode time() {
        return text().put("format", "date-time");
    }

    static ObjectNode whole() {
        return typed("integer");
    }

    static ObjectNode number() {
        return typed("number");
    }

    static ObjectNode flag() {
        return typed("boolean");
    }

    static ObjectNode word(String... words) {
        ObjectNode word = text();
        ArrayNode all = word.putArray("enum");
        List.of(words).forEach(all::add);
        return word;
    }

    static ObjectNode word(Enum<?>... words) {
        return word(Stream.of(words).map(View::word).toArray(String[]::new));
    }

    private static ObjectNode typed(String type) {
        return View.object().put("type", type);
    }
}
