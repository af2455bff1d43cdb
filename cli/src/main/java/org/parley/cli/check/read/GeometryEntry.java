package org.parley.cli.check.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;

/** Turns the geometry of a feature into a footprint. */
final class GeometryEntry {
    private final RawFeature feature;
    private final Properties properties;
    private final List<Problem> problems;
    private final List<Problem> warnings;
    private final boolean forSite;

    private GeometryEntry(RawFeature feature, Properties properties, List<Problem> warnings, boolean forSite) {
        this.feature = feature;
        this.properties = properties;
        this.problems = properties.problems();
        this.warnings = warnings;
        this.forSite = forSite;
    }

    /** The footprint of a volume; empty when something is wrong with it, which is then among the problems. */
    static Optional<Footprint> volume(RawFeature feature, Properties properties, List<Problem> warnings) {
        return new GeometryEntry(feature, properties, warnings, false).enter();
    }

    /** The footprint of a site, of which a Point need have no radius. */
    static Optional<Footprint> site(RawFeature feature, Properties properties, List<Problem> warnings) {
        return new GeometryEntry(feature, properties, warnings, true).enter();
    }

    private Optional<Footprint> enter() {
        int before = problems.size();
        Edges edges = edges();
        if (feature.coordinates().haveHeights()) {
            warnings.add(new Problem(
                    "coordinates", "with heights", "heights in positions are not read", "state lower and upper"));
        }
        unused(Property.RADIUS, "Point");
        unused(Property.HALF_WIDTH, "LineString");
        Optional<Entered<Footprint>> entered = forSite && !onlyPointOrArea() ? Optional.empty() : byType(edges);
        return entered.flatMap(this::taken).filter(footprint -> problems.size() == before);
    }

    private boolean onlyPointOrArea() {
        boolean fits = feature.geometry().equals("Point") || feature.geometry().endsWith("Polygon");
        if (!fits) {
            problems.add(geometryProblem("a site is a Point or a Polygon", "draw it as one of them"));
        }
        return fits;
    }

    private Optional<Entered<Footprint>> byType(Edges edges) {
        return switch (feature.geometry()) {
            case "Point" -> positioned(1).map(at -> circle(at.line()));
            case "LineString" ->
                positioned(2)
                        .map(line -> FootprintEntry.corridor(
                                line.line(), length(Property.HALF_WIDTH, "a LineString"), edges));
            case "Polygon" -> positioned(3).map(area -> FootprintEntry.area(area.polygons(), edges));
            case "MultiPolygon" -> positioned(4).map(area -> FootprintEntry.area(area.polygons(), edges));
            case "" -> {
                problems.add(new Problem(
                        "geometry", "absent", "a volume has a geometry", "add a Polygon, Point or LineString"));
                yield Optional.empty();
            }
            default -> {
                problems.add(geometryProblem(
                        "not Polygon, MultiPolygon, Point or LineString", "give one Feature for each part"));
                yield Optional.empty();
            }
        };
    }

    private Problem geometryProblem(String reason, String wayOut) {
        String value = feature.geometry().isEmpty() ? "absent" : "\"" + feature.geometry() + "\"";
        return new Problem("geometry.type", value, reason, wayOut);
    }

    private Optional<Coordinates> positioned(int lists) {
        int before = problems.size();
        feature.coordinates().check(lists, problems);
        return problems.size() == before ? Optional.of(feature.coordinates()) : Optional.empty();
    }

    private Entered<Footprint> circle(double[] at) {
        if (forSite && !properties.has(Property.RADIUS)) {
            Entered<Footprint> entered = FootprintEntry.circle(at[0], at[1], 1);
            return entered instanceof Entered.Accepted<Footprint> accepted
                    ? Entered.accepted(accepted.value().withBuffer(0))
                    : entered;
        }
        return FootprintEntry.circle(at[0], at[1], length(Property.RADIUS, "a Point"));
    }

    /** A length that must be there; 1 where it is not, so that the rest can be looked at too. */
    private double length(Property property, String geometry) {
        if (!properties.has(property)) {
            problems.add(
                    new Problem(property.field(), "absent", geometry + " needs one", "add it as a number of metres"));
        }
        OptionalDouble number = properties.number(property);
        return number.orElse(1);
    }

    private Edges edges() {
        String name = properties.text(Property.EDGES).orElse("planar");
        if (!name.equals("planar") && !name.equals("geodesic")) {
            problems.add(new Problem("edges", "\"" + name + "\"", "unknown", "write planar or geodesic"));
        }
        return name.equals("geodesic") ? Edges.GEODESIC : Edges.PLANAR;
    }

    private void unused(Property property, String geometry) {
        if (properties.has(property) && !feature.geometry().equals(geometry)) {
            String value = properties
                    .values()
                    .getOrDefault(property, new Value.Other(""))
                    .shown();
            warnings.add(new Problem(
                    property.field(), value, "counts only with a " + geometry, "remove it or change the geometry"));
        }
    }

    private Optional<Footprint> taken(Entered<Footprint> entered) {
        return switch (entered) {
            case Entered.Accepted<Footprint> accepted -> {
                warnings.addAll(accepted.warnings());
                yield Optional.of(accepted.value());
            }
            case Entered.Refused<Footprint> refused -> {
                problems.addAll(refused.problems());
                yield Optional.empty();
            }
        };
    }
}
