package org.parley.record.form;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;

/** What a field may hold. */
public interface FieldType {
    /** Keeps what is wrong with a value. */
    void check(Json value, String at, Problems problems);

    /** What is asked for, in words: {@code a text of at most 64 characters}. */
    String asked();

    /** People's words, at most so many code points and not empty. */
    record Text(int most) implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            if (!(value instanceof Json.Str str) || str.value().isBlank() || length(str.value()) > most) {
                problems.add(at, value, "no text of 1 to " + most + " characters", "give " + asked());
            }
        }

        private static int length(String text) {
            return text.codePointCount(0, text.length());
        }

        @Override
        public String asked() {
            return "a text of at most " + most + " characters";
        }
    }

    /** One of some words. */
    record Word(Set<String> words) implements FieldType {
        public Word {
            words = Set.copyOf(words);
        }

        public static Word of(String... words) {
            return new Word(Set.of(words));
        }

        @Override
        public void check(Json value, String at, Problems problems) {
            if (!(value instanceof Json.Str str) || !words.contains(str.value())) {
                problems.add(at, value, "none of the words that may stand here", "give " + asked());
            }
        }

        @Override
        public String asked() {
            return "one of " + String.join(", ", new TreeSet<>(words));
        }
    }

    /** A whole number in a range, of this unit. */
    record Whole(long least, long most, String unit) implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            if (!(value instanceof Json.Int number) || number.value() < least || number.value() > most) {
                problems.add(at, value, "no whole number from " + least + " to " + most, "give " + asked());
            }
        }

        @Override
        public String asked() {
            return "a whole number from " + least + " to " + most + (unit.isEmpty() ? "" : " " + unit);
        }
    }

    /** True or false. */
    record Flag() implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            if (!(value instanceof Json.Bool)) {
                problems.add(at, value, "neither true nor false", "give " + asked());
            }
        }

        @Override
        public String asked() {
            return "true or false";
        }
    }

    /** An instant, as {@link Instants} prints it. */
    record Moment() implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            Judged.by(value, at, "give " + asked(), problems, json -> Instants.parse(json.text()));
        }

        @Override
        public String asked() {
            return "an instant like 2026-11-24T12:00:00.123Z";
        }
    }

    /** A party by its name. */
    record Party() implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            Judged.by(value, at, "give " + asked(), problems, json -> new PartyName(json.text()));
        }

        @Override
        public String asked() {
            return "the name of a party, like BIRCH";
        }
    }

    /** A record by name and leaf hash. */
    record Ref() implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            Judged.by(value, at, "give " + asked(), problems, RecordRef::of);
        }

        @Override
        public String asked() {
            return "a record by its name and leaf, like {\"leaf\":…,\"record\":\"BIRCH-412\"}";
        }
    }

    /** A SHA-256 hash. */
    record Digest() implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            Judged.by(value, at, "give " + asked(), problems, json -> Hash.ofHex(json.text()));
        }

        @Override
        public String asked() {
            return "64 lower-case hex digits";
        }
    }

    /** Several of a type, at least one and at most so many. */
    record ListOf(FieldType type, int most) implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            if (!(value instanceof Json.Arr arr)
                    || arr.items().isEmpty()
                    || arr.items().size() > most) {
                problems.add(at, value, "no list of 1 to " + most, "give " + asked());
                return;
            }
            List<Json> items = arr.items();
            for (int i = 0; i < items.size(); i++) {
                type.check(items.get(i), at + "[" + i + "]", problems);
            }
        }

        @Override
        public String asked() {
            return "a list of at most " + most + ", each " + type.asked();
        }
    }

    /** An object with fields of its own. */
    record Group(Form form) implements FieldType {
        public static Group of(Field... fields) {
            return new Group(Form.of(fields));
        }

        @Override
        public void check(Json value, String at, Problems problems) {
            if (value instanceof Json.Obj obj) {
                form.check(obj, at + ".", problems);
            } else {
                problems.add(at, value, "no object", "give " + asked());
            }
        }

        @Override
        public String asked() {
            return "an object with "
                    + String.join(", ", form.fields().stream().map(Field::name).toList());
        }
    }

    /** Any object: what it means is said elsewhere. */
    record Anything() implements FieldType {
        @Override
        public void check(Json value, String at, Problems problems) {
            if (!(value instanceof Json.Obj)) {
                problems.add(at, value, "no object", "give " + asked());
            }
        }

        @Override
        public String asked() {
            return "an object";
        }
    }
}
