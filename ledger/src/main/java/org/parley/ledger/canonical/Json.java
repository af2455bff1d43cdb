package org.parley.ledger.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Refused;

/** A value as records hold it: no null and no fraction. {@link Canonical} knows its form in bytes. */
public sealed interface Json {
    /** A string of this text; whether its characters are allowed is asked when it is printed. */
    static Str of(String text) {
        return new Str(text);
    }

    /** An integer; beyond 2⁵³ − 1 it is an {@link IllegalArgumentException}. */
    static Int of(long value) {
        return new Int(value);
    }

    static Bool of(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    static Arr of(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** The text of a string; anything else is {@link Refused}. */
    default String text() {
        if (this instanceof Str str) {
            return str.value;
        }
        throw Refused.malformed("a string is expected");
    }

    /** The value of an integer; anything else is {@link Refused}. */
    default long integer() {
        if (this instanceof Int number) {
            return number.value;
        }
        throw Refused.malformed("an integer is expected");
    }

    /** The value of a boolean; anything else is {@link Refused}. */
    default boolean flag() {
        if (this instanceof Bool bool) {
            return bool.value;
        }
        throw Refused.malformed("true or false is expected");
    }

    /** The items of an array; anything else is {@link Refused}. */
    default List<Json> array() {
        if (this instanceof Arr arr) {
            return arr.items;
        }
        throw Refused.malformed("an array is expected");
    }

    /** This as an object; anything else is {@link Refused}. */
    default Obj object() {
        if (this instanceof Obj obj) {
            return obj;
        }
        throw Refused.malformed("an object is expected");
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** An integer that every reader of JSON holds exactly. */
    record Int(long value) implements Json {
        /** 2⁵³ − 1: up to here a double tells all integers apart, so that no program reads another number. */
        public static final long MAX = (1L << 53) - 1;

        /** Beyond {@link #MAX} either way it is an {@link IllegalArgumentException}. */
        public Int {
            if (value > MAX || value < -MAX) {
                throw new IllegalArgumentException("an integer is at most 2^53 - 1 in magnitude, not " + value);
            }
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {
        static final Bool TRUE = new Bool(true);
        static final Bool FALSE = new Bool(false);
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A name in an object and what it stands for. */
    record Member(String name, Json value) {}

    /** The index of the member of this name, or, where there is none, -1 less the index at which it would stand. */
    private static int place(List<Member> sorted, String name) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted.get(middle).name.compareTo(name);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** An object: its members in the order of their names by UTF-16 code units, each name once. */
    record Obj(List<Member> members) implements Json {
        /** Members out of order or with one name twice are an {@link IllegalArgumentException}; {@link #builder} sorts. */
        public Obj {
            members = List.copyOf(members);
            for (int i = 1; i < members.size(); i++) {
                if (members.get(i - 1).name.compareTo(members.get(i).name) >= 0) {
                    throw new IllegalArgumentException("members stand in the order of their names, each once");
                }
            }
        }

        /** An object to be filled in any order. */
        public static Builder builder() {
            return new Builder();
        }

        /** What stands at this name, if anything. */
        public Optional<Json> get(String name) {
            int at = place(members, name);
            return at < 0 ? Optional.empty() : Optional.of(members.get(at).value);
        }

        public boolean has(String name) {
            return get(name).isPresent();
        }

        /** What stands at this name; nothing there is {@link Refused}. */
        public Json require(String name) {
            return get(name).orElseThrow(() -> Refused.malformed("\"" + name + "\" is missing"));
        }
    }

    /** Collects the members of an object. */
    final class Builder {
        private final List<Member> members = new ArrayList<>();

        private Builder() {}

        /** Adds a member; a name given twice is an {@link IllegalArgumentException}. */
        public Builder put(String name, Json value) {
            int at = place(members, name);
            if (at >= 0) {
                throw new IllegalArgumentException("\"" + name + "\" is given twice");
            }
            members.add(-at - 1, new Member(name, value));
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, of(value));
        }

        public Builder put(String name, long value) {
            return put(name, of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, of(value));
        }

        /** Adds a member if there is a value. */
        public Builder put(String name, Optional<? extends Json> value) {
            value.ifPresent(json -> put(name, json));
            return this;
        }

        public Obj build() {
            return new Obj(members);
        }
    }
}
