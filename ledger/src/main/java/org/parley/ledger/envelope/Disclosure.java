package org.parley.ledger.envelope;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/**
 * Some fields of a body, with what it takes to see that the entry's commitment covers them; of the others no more than that
 * they are there. Exported, a shown field is a text: exactly what was hashed behind the salt.
 *
 * @param parts one for each field of the body, in the order of the names
 */
public record Disclosure(List<Part> parts) {
    /** One field of the body. */
    public sealed interface Part {
        /** The digest that stands for it in the commitment. */
        Hash digest();
    }

    /** A field that is shown, with its salt of 32 bytes. */
    public record Shown(String name, Json value, Hash salt) implements Part {
        @Override
        public Hash digest() {
            return Commitments.digest(salt, Commitments.alone(name, value));
        }
    }

    /** A field of which only the place is known. */
    public record Hidden(Hash digest) implements Part {}

    /** Shown fields out of order are an {@link IllegalArgumentException}. */
    public Disclosure {
        parts = List.copyOf(parts);
        Optional<String> before = Optional.empty();
        for (Part part : parts) {
            if (part instanceof Shown(String name, Json _, Hash _)) {
                if (before.filter(last -> last.compareTo(name) >= 0).isPresent()) {
                    throw new IllegalArgumentException("the fields shown stand in the order of their names, each once");
                }
                before = Optional.of(name);
            }
        }
    }

    /** What the entry must hold for this to be true of its body. */
    public Hash commitment() {
        return Commitments.commitment(parts.stream().map(Part::digest).toList());
    }

    /** Whether the entry with this commitment covers what is shown. */
    public boolean verifies(Hash commitment) {
        return commitment().equals(commitment);
    }

    /** Reads what {@link #bytes} gave; any other form is {@link Refused}. Whether it is true, {@link #verifies} says. */
    public static Disclosure parse(byte[] utf8) {
        Json.Obj object = Canonical.parse(utf8).object();
        if (object.members().size() != 1) {
            throw Refused.malformed("a disclosure has one member, fields");
        }
        try {
            return new Disclosure(object.require("fields").array().stream()
                    .map(json -> part(json.object()))
                    .toList());
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed("a disclosure: " + wrong.getMessage());
        }
    }

    /** Canonical JSON: {@code {"fields":[{"digest":…},{"field":"{\"name\":value}","salt":…},…]}}. */
    public byte[] bytes() {
        List<Json.Obj> fields = parts.stream().map(Disclosure::json).toList();
        return Canonical.bytes(Json.Obj.builder().put("fields", Json.of(fields)).build());
    }

    private static Json.Obj json(Part part) {
        return switch (part) {
            case Hidden(Hash digest) ->
                Json.Obj.builder().put("digest", digest.toString()).build();
            case Shown(String name, Json value, Hash salt) ->
                Json.Obj.builder()
                        .put("field", new String(Commitments.alone(name, value), StandardCharsets.UTF_8))
                        .put("salt", salt.toString())
                        .build();
        };
    }

    private static Part part(Json.Obj object) {
        if (object.members().size() == 1) {
            return new Hidden(Hash.ofHex(object.require("digest").text()));
        }
        if (object.members().size() != 2) {
            throw Refused.malformed("a field is either a digest, or a field and its salt");
        }
        byte[] alone = object.require("field").text().getBytes(StandardCharsets.UTF_8);
        List<Json.Member> members = Canonical.parse(alone).object().members();
        if (members.size() != 1) {
            throw Refused.malformed("a field that is shown is an object of one member");
        }
        Hash salt = Hash.ofHex(object.require("salt").text());
        return new Shown(members.getFirst().name(), members.getFirst().value(), salt);
    }
}
