package org.parley.cli.check.report;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.ending.Ending;
import org.parley.space.separation.Separation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Conflicts and matches as JSON. */
final class ConflictJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Suggestions suggestions;

    ConflictJson(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** One line of JSON. */
    static String line(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(json);
        }
        return text.toString();
    }

    String conflict(Conflict conflict) {
        return line(json -> {
            json.writeStartObject();
            members(json, conflict);
            json.writeName("place");
            PlaceJson.meeting(json, conflict);
            ends(json, conflict);
            json.writeEndObject();
        });
    }

    /** Everything but the place and what would end it. */
    static void members(JsonGenerator json, Conflict conflict) {
        Separation found = conflict.separation();
        id(json, "a", conflict.first().id());
        id(json, "b", conflict.second().id());
        json.writeArrayPropertyStart("volumes");
        json.writeNumber(conflict.i());
        json.writeNumber(conflict.j());
        json.writeEndArray();
        json.writeNumberProperty("horizontal", Figures.metres(found.horizontal()));
        json.writeNumberProperty(
                "vertical", Figures.metres(Math.round(found.vertical().metres() * 100)));
        json.writeNumberProperty("time", Figures.seconds(found.timeGap()));
        overlap(json, found);
        json.writeStringProperty("from", Figures.instant(found.from()));
        json.writeStringProperty("until", Figures.instant(found.until()));
    }

    /** What bands and windows share; left out where they are apart, a height without bound too. */
    private static void overlap(JsonGenerator json, Separation found) {
        json.writeObjectPropertyStart("overlap");
        found.verticalOverlap()
                .ifPresent(metres -> json.writeNumberProperty("vertical", Figures.metres(Math.round(metres * 100))));
        if (found.timeOverlap() > 0) {
            json.writeNumberProperty("time", Figures.seconds(found.timeOverlap()));
        }
        json.writeEndObject();
    }

    static void id(JsonGenerator json, String name, ActivityId id) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("party", id.party());
        json.writeStringProperty("activity", id.activity());
        json.writeEndObject();
    }

    void ends(JsonGenerator json, Conflict conflict) {
        if (suggestions.wanted()) {
            json.writeArrayPropertyStart("ends");
            for (Activity activity : List.of(conflict.first(), conflict.second())) {
                suggestions.of(activity).forEach(ending -> end(json, activity.id(), ending));
            }
            json.writeEndArray();
        }
    }

    private static void end(JsonGenerator json, ActivityId id, Ending ending) {
        json.writeStartObject();
        id(json, "activity", id);
        switch (ending) {
            case Ending.Later later -> {
                json.writeStringProperty("change", "later");
                json.writeNumberProperty("seconds", Figures.seconds(later.milliseconds()));
            }
            case Ending.OtherBand band -> {
                json.writeStringProperty("change", "band");
                json.writeNumberProperty(
                        band.inLevels() ? "levels" : "metres",
                        band.inLevels() ? Figures.levels(band.by()) : Figures.metres(band.by()));
            }
            case Ending.Sideways sideways -> {
                json.writeStringProperty("change", "sideways");
                json.writeNumberProperty("metres", Math.round(sideways.metres()));
                json.writeNumberProperty("bearing", sideways.bearing());
            }
        }
        json.writeEndObject();
    }

    static String match(Match match) {
        return line(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("match");
            matchMembers(json, match);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    static void matchMembers(JsonGenerator json, Match match) {
        json.writeObjectPropertyStart("site");
        json.writeStringProperty("party", match.site().party());
        json.writeStringProperty("site", match.site().site());
        json.writeEndObject();
        id(json, "activity", match.activity());
        json.writeNumberProperty("distance", Figures.metres(match.centimetres()));
    }
}
