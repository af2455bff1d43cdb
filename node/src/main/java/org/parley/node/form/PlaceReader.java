package org.parley.node.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.canonical.Json;
import org.parley.record.entry.Coordinates;
import org.parley.record.entry.Datum;
import org.parley.record.entry.PlaceText;
import org.parley.record.entry.Reading;
import org.parley.record.volume.Positions;
import org.parley.space.geodesy.Place;
import tools.jackson.databind.JsonNode;

/** Reads places: positions of GeoJSON, and what people write. */
final class PlaceReader {
    static final String ASKED =
            "a GeoJSON Point, or coordinates as text like \"35 01.2N 40 37.2E\", or {\"text\":…,\"datum\":\"SK-42\"}";

    private static final String POSITION = "give [longitude, latitude] in degrees on WGS 84";

    /** Units of a body in a degree, as a power of ten. */
    private static final int DECIMALS = 7;

    private final Terms terms;
    private final Findings findings;

    PlaceReader(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    /** A place as a body holds it. */
    Optional<Json> place(JsonNode given, String at) {
        return point(given, at).map(Positions::of);
    }

    /** A GeoJSON Point, or a text. */
    Optional<Place> point(JsonNode given, String at) {
        if (isWritten(given)) {
            return written(given, at);
        }
        boolean isPoint = OutsideJson.at(given, "type").filter(this::isPoint).isPresent();
        Optional<JsonNode> coordinates = OutsideJson.at(given, "coordinates");
        if (!isPoint || coordinates.isEmpty()) {
            findings.wrong(at, given, "no place", "give " + ASKED);
            return Optional.empty();
        }
        Names.check(given, Set.of("type", "coordinates", "bbox"), at + ".", findings);
        String where = at + ".coordinates";
        Optional<Place> place = position(coordinates.get(), where);
        place.ifPresent(found -> {
            findings.echo(at, "longitude, latitude", forms(PlaceText.of(found)));
            expected(List.of(found), where);
        });
        return place;
    }

    private boolean isPoint(JsonNode type) {
        return type.isString() && type.stringValue().equals("Point");
    }

    /** Whether it is what a person wrote, and no GeoJSON. */
    static boolean isWritten(JsonNode given) {
        return given.isString() || given.has("text");
    }

    private Optional<Place> written(JsonNode given, String at) {
        JsonNode text = OutsideJson.at(given, "text").orElse(given);
        Datum datum = Datum.WGS_84;
        if (given.isObject()) {
            Names.check(given, Set.of("text", "datum"), at + ".", findings);
            Optional<JsonNode> named = OutsideJson.at(given, "datum");
            if (named.isPresent() && !named.get().isString()) {
                findings.wrong(at + ".datum", named.get(), "no text", "give WGS 84 or SK-42");
                return Optional.empty();
            }
            Optional<Datum> read = named.flatMap(name -> findings.take(Datum.named(name.stringValue()), at + ".datum"));
            if (named.isPresent() && read.isEmpty()) {
                return Optional.empty();
            }
            datum = read.orElse(datum);
        }
        if (!text.isString()) {
            findings.wrong(at, text, "no text", "give " + ASKED);
            return Optional.empty();
        }
        Coordinates.Context context = new Coordinates.Context(datum, terms.area());
        return findings.take(Coordinates.read(text.stringValue(), context), at)
                .map(reading -> told(reading, text.stringValue(), at));
    }

    private Place told(Reading reading, String text, String at) {
        List<String> read = new ArrayList<>();
        read.add(reading.told());
        read.addAll(forms(reading.echo()));
        findings.echo(at, text, read);
        if (reading.square() > 1) {
            findings.warn(
                    at,
                    text,
                    "is the south-west corner of its square alone",
                    "write more digits, or add to the radius");
        }
        return reading.place();
    }

    private static List<String> forms(PlaceText text) {
        return List.of(text.dd(), text.ddm(), text.dms(), text.mgrs(), text.grid());
    }

    /** A position of GeoJSON, or a text in its place. */
    Optional<Place> position(JsonNode given, String at) {
        if (isWritten(given)) {
            return written(given, at);
        }
        if (!given.isArray() || given.size() < 2) {
            findings.wrong(at, given, "no position", POSITION);
            return Optional.empty();
        }
        Optional<Integer> longitude = units(given.get(0), 180, at, "longitude");
        Optional<Integer> latitude = units(given.get(1), 90, at, "latitude");
        return longitude.isPresent() && latitude.isPresent()
                ? Optional.of(new Place(latitude.get(), longitude.get()))
                : Optional.empty();
    }

    private Optional<Integer> units(JsonNode given, int most, String at, String axis) {
        Optional<BigDecimal> degrees = OutsideJson.number(given);
        if (degrees.isEmpty()) {
            findings.wrong(at + "." + axis, given, "no number", POSITION);
            return Optional.empty();
        }
        if (degrees.get().abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            boolean swapped = degrees.get().abs().compareTo(BigDecimal.valueOf(180)) <= 0;
            findings.wrong(
                    at + "." + axis,
                    given,
                    "outside −" + most + " to " + most,
                    swapped ? "GeoJSON has longitude before latitude: exchange them" : POSITION);
            return Optional.empty();
        }
        BigDecimal rounded = degrees.get().setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return Optional.of(rounded.unscaledValue().intValueExact());
    }

    /** Warns once of places outside the expected area, with the slip by which they would lie inside. */
    void expected(List<Place> places, String at) {
        if (terms.area().isEmpty()) {
            return;
        }
        Coordinates.Context context = new Coordinates.Context(Datum.WGS_84, terms.area());
        for (Place place : places) {
            int before = findings.warnings().size();
            var _ = findings.take(Coordinates.read(PlaceText.of(place).dd(), context), at);
            if (findings.warnings().size() > before) {
                return;
            }
        }
    }
}
