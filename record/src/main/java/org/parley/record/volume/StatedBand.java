package org.parley.record.volume;

import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.space.Entered;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Geoid;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;

/**
 * A height band as a body holds it: both bounds as entered, and the band that its author's node made of them, once.
 *
 * <pre>
 *   {"geoid":{"error":117,"model":"EGM96"},"hae":{"lower":cm,"upper":cm},"levels":{"lower":ft,"upper":ft},
 *    "lower":{"ref":"AMSL","unit":"m","value":hundredths},"upper":…}
 * </pre>
 *
 * <p>A bound that is absent has no limit that way; {@code levels} stands where both bounds are flight levels.
 *
 * @param lower as entered; empty for unbounded
 * @param upper as entered; empty for unbounded
 */
public record StatedBand(Optional<Bound> lower, Optional<Bound> upper, Band band) {
    private static final FieldType CENTIMETRES =
            new FieldType.Whole(-100_000_000_000L, 100_000_000_000L, "centimetres above WGS 84");
    private static final FieldType FEET = new FieldType.Whole(0, 1_000_000, "feet of pressure altitude");
    private static final FieldType BOUND = new FieldType.Group(Bound.FORM);

    /** The form of it in a body. */
    static final Form FORM = Form.of(
                    Field.required(
                            "hae",
                            FieldType.Group.of(
                                    Field.optional("lower", CENTIMETRES), Field.optional("upper", CENTIMETRES))),
                    Field.optional(
                            "levels", FieldType.Group.of(Field.optional("lower", FEET), Field.optional("upper", FEET))),
                    Field.optional("lower", BOUND),
                    Field.optional("upper", BOUND),
                    Field.optional(
                            "geoid",
                            FieldType.Group.of(
                                    Field.required("model", new FieldType.Text(16)),
                                    Field.required("error", new FieldType.Whole(0, 100_000, "centimetres")))))
            .readBy(StatedBand::read);

    /** What an author enters, converted outwards over a footprint under agreed terms. */
    public static Entered<StatedBand> enter(
            Optional<Bound> lower, Optional<Bound> upper, Footprint over, HeightTerms terms) {
        Height low = lower.map(Bound::height).orElseGet(Height.Unbounded::new);
        Height high = upper.map(Bound::height).orElseGet(Height.Unbounded::new);
        return switch (BandEntry.enter(low, high, over, terms)) {
            case Entered.Accepted<Band>(Band band, var warnings) ->
                new Entered.Accepted<>(new StatedBand(lower, upper, band), warnings);
            case Entered.Refused<Band>(var problems) -> new Entered.Refused<>(problems);
        };
    }

    /** As it stands in a body. */
    public Json.Obj json() {
        Json.Builder json = Json.Obj.builder()
                .put("hae", bounds(band.hae().lower(), band.hae().upper()));
        if (band instanceof Band.Levels levels) {
            json.put("levels", bounds(levels.lower(), levels.upper()));
        }
        if (needsGeoid(lower) || needsGeoid(upper)) {
            json.put(
                    "geoid",
                    Json.Obj.builder()
                            .put("model", "EGM96")
                            .put("error", Math.round(Geoid.ERROR * 100))
                            .build());
        }
        return json.put("lower", lower.map(Bound::json))
                .put("upper", upper.map(Bound::json))
                .build();
    }

    private static boolean needsGeoid(Optional<Bound> bound) {
        return bound.filter(
                        it -> it.reference().equals("AMSL") || it.reference().equals("FL"))
                .isPresent();
    }

    private static Json.Obj bounds(int lower, int upper) {
        Json.Builder json = Json.Obj.builder();
        if (lower != Band.BOTTOMLESS) {
            json.put("lower", lower);
        }
        if (upper != Band.TOPLESS) {
            json.put("upper", upper);
        }
        return json.build();
    }

    /** Reads what has the form; bounds in the wrong order are an {@link IllegalArgumentException}. */
    static StatedBand read(Json.Obj json) {
        Json.Obj hae = json.require("hae").object();
        Band.Metres metres = new Band.Metres(bound(hae, "lower", Band.BOTTOMLESS), bound(hae, "upper", Band.TOPLESS));
        Band band = json.get("levels")
                .map(Json::object)
                .<Band>map(levels -> new Band.Levels(
                        bound(levels, "lower", Band.BOTTOMLESS), bound(levels, "upper", Band.TOPLESS), metres))
                .orElse(metres);
        return new StatedBand(
                json.get("lower").map(Bound::read), json.get("upper").map(Bound::read), band);
    }

    private static int bound(Json.Obj of, String name, int unbounded) {
        long value = of.get(name).map(Json::integer).orElse((long) unbounded);
        return Math.clamp(value, Band.BOTTOMLESS, Band.TOPLESS);
    }
}
