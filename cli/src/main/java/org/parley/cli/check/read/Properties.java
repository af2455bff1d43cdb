package org.parley.cli.check.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** Takes the properties of one feature by their type, and notes every one that is missing or of another type. */
record Properties(Map<Property, Value> values, List<Problem> problems) {
    boolean has(Property property) {
        return values.containsKey(property);
    }

    /** A text that must be there. */
    String name(Property property) {
        if (!has(property)) {
            problems.add(new Problem(property.field(), "absent", "must be there", "add it as a text"));
            return "";
        }
        String text = text(property).orElse("-");
        if (text.isBlank()) {
            problems.add(new Problem(property.field(), "\"" + text + "\"", "empty", "give it a name"));
        } else if (text.length() > ReadLimits.NAME) {
            problems.add(new Problem(
                    property.field(), text, "longer than " + ReadLimits.NAME + " characters", "shorten it"));
        }
        return text;
    }

    Optional<String> text(Property property) {
        Optional<Value> value = Optional.ofNullable(values.get(property));
        if (value.isPresent() && !(value.get() instanceof Value.Text)) {
            problems.add(new Problem(property.field(), value.get().shown(), "no text", "put it in quotation marks"));
        }
        return value.filter(Value.Text.class::isInstance).map(text -> ((Value.Text) text).text());
    }

    OptionalDouble number(Property property) {
        Optional<Value> value = Optional.ofNullable(values.get(property));
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (value.get() instanceof Value.Numeric numeric) {
            return OptionalDouble.of(numeric.number());
        }
        problems.add(new Problem(property.field(), value.get().shown(), "no number", "give a number, without quotes"));
        return OptionalDouble.empty();
    }

    /** A time that must be there. */
    Optional<Moment> moment(Property property) {
        if (!has(property)) {
            problems.add(
                    new Problem(property.field(), "absent", "must be there", "add a time like 2026-03-01T06:30:00Z"));
            return Optional.empty();
        }
        return text(property).flatMap(text -> switch (Moment.parse(property.field(), text)) {
            case Entered.Accepted<Moment> accepted -> Optional.of(accepted.value());
            case Entered.Refused<Moment> refused -> {
                problems.addAll(refused.problems());
                yield Optional.empty();
            }
        });
    }
}
