package org.parley.cli.check.read;

import java.util.Optional;
import java.util.Set;
import org.parley.space.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the member {@code crs} of older GeoJSON, which a collection, a feature or a geometry may have. */
final class CoordinateReference {
    /** Names under which longitude and latitude on WGS 84 were stated before RFC 7946 did away with the choice. */
    private static final Set<String> WGS84 = Set.of(
            "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326");

    private CoordinateReference() {}

    /** Reads the value that the parser stands at; what is wrong when it names another reference than WGS 84. */
    static Optional<Problem> other(JsonParser parser) {
        int depth = 0;
        String name = "";
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                name = parser.getString();
            }
        } while (depth > 0 && parser.nextToken() != null);
        return name.isEmpty() || WGS84.contains(name)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "crs",
                        "\"" + name + "\"",
                        "positions are longitude and latitude on WGS 84",
                        "convert the file to WGS 84"));
    }
}
