package org.parley.record.volume;

import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.space.height.Height;

/**
 * A height as its author wrote it, so that it can be shown so again.
 *
 * @param hundredths the number in hundredths of its unit; 0 where there is none
 * @param unit {@code m} or {@code ft}; {@code FL} for flight levels; empty for the surface
 * @param reference {@code HAE}, {@code AMSL}, {@code AGL}, {@code FL} or {@code SFC}
 */
public record Bound(long hundredths, String unit, String reference) {
    private static final double FOOT = 0.3048;

    /** More than any height that is believed. */
    static final long MOST = 1_000_000_000L;

    /** The form of it in a body: {@code {"ref":"AMSL","unit":"m","value":240000}}. */
    public static final Form FORM = Form.of(
            Field.required("ref", FieldType.Word.of("HAE", "AMSL", "AGL", "FL", "SFC")),
            Field.optional("unit", FieldType.Word.of("m", "ft", "FL")),
            Field.optional("value", new FieldType.Whole(-MOST, MOST, "hundredths of the unit")));

    /** Reads what has the form. */
    public static Bound read(Json json) {
        Json.Obj of = json.object();
        return new Bound(
                of.get("value").map(Json::integer).orElse(0L),
                of.get("unit").map(Json::text).orElse(""),
                of.require("ref").text());
    }

    /** What it means. */
    public Height height() {
        double number = hundredths / 100.0;
        double metres = unit.equals("ft") ? number * FOOT : number;
        return switch (reference) {
            case "HAE" -> new Height.Hae(metres);
            case "AMSL" -> new Height.Amsl(metres);
            case "AGL" -> new Height.Agl(metres);
            case "FL" -> new Height.FlightLevel(number);
            case "SFC" -> new Height.Surface();
            default -> throw new IllegalArgumentException("no reference of heights: " + reference);
        };
    }

    /** As it stands in a body. */
    public Json.Obj json() {
        return Json.Obj.builder()
                .put("ref", reference)
                .put("unit", unit.isEmpty() ? Optional.empty() : Optional.of(Json.of(unit)))
                .put("value", reference.equals("SFC") ? Optional.empty() : Optional.of(Json.of(hundredths)))
                .build();
    }
}
