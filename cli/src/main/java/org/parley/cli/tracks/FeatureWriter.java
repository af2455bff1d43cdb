package org.parley.cli.tracks;

import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.parley.space.geodesy.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes slices as GeoJSON features, one a line, in the form that {@code parley check} reads. */
final class FeatureWriter implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final BigDecimal FOOT = BigDecimal.valueOf(Limits.FOOT);

    private final Writer target;
    private final BigDecimal halfWidth;
    private final BigDecimal halfHeight;
    private final Tally tally;

    /**
     * @param halfWidth metres beside the line
     * @param halfHeight metres above and below the heights reported
     */
    FeatureWriter(Writer target, double halfWidth, double halfHeight, Tally tally) {
        this.target = target;
        this.halfWidth = BigDecimal.valueOf(halfWidth);
        this.halfHeight = BigDecimal.valueOf(halfHeight);
        this.tally = tally;
    }

    void write(String party, Flight flight, Slice slice) throws java.io.IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), target)) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("activity", flight.activity());
            json.writeStringProperty("party", party);
            json.writeStringProperty("kind", "air");
            json.writeStringProperty("from", Instant.ofEpochMilli(slice.from()).toString());
            json.writeStringProperty(
                    "until", Instant.ofEpochMilli(slice.until()).toString());
            heights(json, slice);
            json.writeStringProperty("edges", "geodesic");
            String width = slice.line().size() == 1 ? "radius" : "halfWidth";
            json.writeNumberProperty(width, plain(halfWidth));
            json.writeStringProperty("aircraft", flight.aircraft());
            if (!flight.flightId().isEmpty()) {
                json.writeStringProperty("flight", flight.flightId());
            }
            json.writeEndObject();
            geometry(json, slice.line());
            json.writeEndObject();
        }
        target.write('\n');
    }

    private void heights(JsonGenerator json, Slice slice) {
        switch (slice.source()) {
            case GEOMETRIC -> metres(json, BigDecimal.valueOf(slice.lowest()), BigDecimal.valueOf(slice.highest()));
            case PRESSURE -> levels(json, BigDecimal.valueOf(slice.lowest()), BigDecimal.valueOf(slice.highest()));
            case NONE -> tally.withoutBand++;
        }
    }

    /** In decimal arithmetic, so that 1,100 ft and 50 m are 385.28 m and not a hair more. */
    private void metres(JsonGenerator json, BigDecimal lowest, BigDecimal highest) {
        bound(json, "lower", lowest.multiply(FOOT).subtract(halfHeight), RoundingMode.FLOOR, "HAE");
        bound(json, "upper", highest.multiply(FOOT).add(halfHeight), RoundingMode.CEILING, "HAE");
    }

    private void levels(JsonGenerator json, BigDecimal lowest, BigDecimal highest) {
        BigDecimal feet = halfHeight.divide(FOOT, 3, RoundingMode.CEILING);
        BigDecimal lower = lowest.subtract(feet);
        if (lower.signum() < 0) {
            tally.withoutFloor++;
        } else {
            bound(json, "lower", lower.movePointLeft(2), RoundingMode.FLOOR, "FL");
        }
        BigDecimal upper = highest.add(feet).max(BigDecimal.ZERO);
        bound(json, "upper", upper.movePointLeft(2), RoundingMode.CEILING, "FL");
    }

    /** Hundredths, outwards: centimetres, or the foot in which levels are compared. */
    private static void bound(
            JsonGenerator json, String side, BigDecimal value, RoundingMode outwards, String reference) {
        json.writeNumberProperty(side, plain(value.setScale(2, outwards)));
        json.writeStringProperty(side + "Ref", reference);
    }

    private static void geometry(JsonGenerator json, List<Place> line) {
        json.writeObjectPropertyStart("geometry");
        boolean single = line.size() == 1;
        json.writeStringProperty("type", single ? "Point" : "LineString");
        json.writeArrayPropertyStart("coordinates");
        for (Place place : line) {
            if (!single) {
                json.writeStartArray();
            }
            json.writeNumber(degrees(place.lon()));
            json.writeNumber(degrees(place.lat()));
            if (!single) {
                json.writeEndArray();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static BigDecimal degrees(int units) {
        return plain(BigDecimal.valueOf(units, 7));
    }

    /** Without trailing zeros, and without an exponent in their place. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public void close() throws java.io.IOException {
        target.flush();
    }
}
