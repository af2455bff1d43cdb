package org.parley.record.phrase;

import java.util.List;

/** The phrases with which values are put into words; each book has them all, with these fields. */
enum Form {
    NORTH_EAST("northEast", "lat", "lon"),
    NORTH_WEST("northWest", "lat", "lon"),
    SOUTH_EAST("southEast", "lat", "lon"),
    SOUTH_WEST("southWest", "lat", "lon"),
    METRES("metres", "n"),
    KILOMETRES("kilometres", "n"),
    AMSL("amsl", "n"),
    AGL("agl", "n"),
    HAE("hae", "n"),
    LEVEL("level", "n"),
    SURFACE("surface"),
    UNBOUNDED("unbounded"),
    BAND("band", "lower", "upper"),
    WINDOW("window", "from", "until"),
    CIRCLE("circle", "radius", "centre"),
    CORRIDOR("corridor", "width", "line"),
    POLYGON("polygon", "line"),
    LIST("list", "first", "next"),
    COURSE("course", "n"),
    KNOTS("knots", "n"),
    KILOMETRES_PER_HOUR("kilometresPerHour", "n"),
    DAYS("days", "n"),
    HOURS("hours", "n"),
    MINUTES("minutes", "n"),
    SECONDS("seconds", "n"),
    TOGETHER("together", "first", "next"),
    AGE_DAYS("ageDays", "n"),
    AGE_HOURS("ageHours", "n"),
    AGE_MINUTES("ageMinutes", "n"),
    AGE_SECONDS("ageSeconds", "n"),
    SAID("said", "name", "value"),
    CHANGE("change", "name", "old", "value"),
    NEXT("next", "first", "next"),
    UNTRANSLATED("untranslated", "text", "language");

    private final String id;

    // Made by List.of, which gives a list that never changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> fields;

    Form(String name, String... fields) {
        id = "form." + name;
        this.fields = List.of(fields);
    }

    String id() {
        return id;
    }

    List<String> fields() {
        return fields;
    }
}
