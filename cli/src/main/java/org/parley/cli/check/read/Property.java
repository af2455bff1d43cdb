package org.parley.cli.check.read;

import java.util.Optional;

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

    private final String field;

    Property(String field) {
        this.field = field;
    }

    /** The name in the file. */
    String field() {
        return field;
    }

    static Optional<Property> of(String field) {
        for (Property property : values()) {
            if (property.field.equals(field)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }
}
