package org.parley.bench.load;

import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;
import org.parley.space.window.Window;

/**
 * One activity of one volume as a party would enter it.
 *
 * @param id party and name
 * @param spots a centre, a line, or a ring whose last is its first; entered in degrees to 1e-7
 * @param size radius of a site, half-width of a corridor, in metres to 1 cm; 0 for a zone
 * @param lower metres above the ellipsoid, to 1 cm
 * @param upper metres above the ellipsoid, to 1 cm
 * @param from milliseconds since 1970
 * @param until milliseconds since 1970
 */
record Feature(
        ActivityId id, Kind kind, List<Spot> spots, double size, double lower, double upper, long from, long until) {
    private static final HeightTerms TERMS = HeightTerms.none();

    /** As the conflict search takes it; edges are geodesic. */
    Activity activity() {
        var footprint = footprint();
        var band = BandEntry.enter(new Height.Hae(lower), new Height.Hae(upper), footprint, TERMS)
                .orElseThrow();
        return new Activity(id, kind.label(), List.of(new Volume(footprint, band, new Window(from, until))));
    }

    private Footprint footprint() {
        double[] positions = positions();
        return (switch (kind) {
                    case SITE -> FootprintEntry.circle(positions[0], positions[1], size);
                    case ZONE -> FootprintEntry.area(List.of(List.of(positions)), Edges.GEODESIC);
                    case DRONE, AIRCRAFT, CONVOY -> FootprintEntry.corridor(positions, size, Edges.GEODESIC);
                })
                .orElseThrow();
    }

    /** As one line of newline-delimited GeoJSON, the newline included. */
    void write(StringBuilder line) {
        line.append("{\"type\":\"Feature\",\"geometry\":{\"type\":\"");
        switch (kind) {
            case SITE -> coordinates(line.append("Point\",\"coordinates\":"));
            case ZONE ->
                coordinates(line.append("Polygon\",\"coordinates\":[[")).append("]]");
            case DRONE, AIRCRAFT, CONVOY ->
                coordinates(line.append("LineString\",\"coordinates\":[")).append(']');
        }
        line.append("},\"properties\":{\"activity\":\"").append(id.activity());
        line.append("\",\"party\":\"").append(id.party());
        line.append("\",\"kind\":\"").append(kind.label()).append('"');
        switch (kind) {
            case SITE -> line.append(",\"radius\":").append(size);
            case ZONE -> line.append(",\"edges\":\"geodesic\"");
            case DRONE, AIRCRAFT, CONVOY ->
                line.append(",\"edges\":\"geodesic\",\"halfWidth\":").append(size);
        }
        line.append(",\"lower\":").append(lower).append(",\"upper\":").append(upper);
        line.append(",\"from\":\"").append(Instant.ofEpochMilli(from));
        line.append("\",\"until\":\"").append(Instant.ofEpochMilli(until)).append("\"}}\n");
    }

    private StringBuilder coordinates(StringBuilder line) {
        double[] positions = positions();
        for (int i = 0; i < positions.length; i += 2) {
            line.append(i == 0 ? "[" : ",[").append(positions[i]);
            line.append(',').append(positions[i + 1]).append(']');
        }
        return line;
    }

    /** {lon, lat, lon, lat, …} */
    private double[] positions() {
        return spots.stream()
                .flatMapToDouble(spot -> DoubleStream.of(spot.longitude(), spot.latitude()))
                .toArray();
    }
}
