package org.parley.cli.check.read;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The properties of a feature that are understood. */
enum Property {
    PARTY("party"),
    ACTIVITY("activity"),
    KIND("kind"),
    FROM("from"),
    UNTIL("until"),
    LOWER("lower"),
    LOWER_REF("lowerRef"),
    UPPER("upper"),
    UPPER_REF("upperRef"),
    EDGES("edges"),
    RADIUS("radius"),
    HALF_WIDTH("halfWidth"),
    SITE("site"),
    BUFFER("buffer");

    private static final Map<String, Property> BY_FIELD =
            Arrays.stream(values()).collect(Collectors.toMap(Property::field, property -> property));

    private final String field;

    Property(String field) {
        this.field = field;
    }

    /** The name in the file. */
    String field() {
        return field;
    }

    static Optional<Property> of(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }
}
