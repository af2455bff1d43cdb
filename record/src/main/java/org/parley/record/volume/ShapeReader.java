package org.parley.record.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.footprint.Edges;
import org.parley.space.geodesy.Place;

/** Reads a {@link Shape}. */
final class ShapeReader {
    private static final String FORM = "give {\"circle\":…}, {\"corridor\":…} or {\"area\":…}";

    private final List<Problem> problems = new ArrayList<>();

    private ShapeReader() {}

    static Entered<Shape> shape(Json json) {
        ShapeReader reader = new ShapeReader();
        Optional<Shape> shape = reader.read(json);
        return shape.isPresent() && reader.problems.isEmpty()
                ? Entered.accepted(shape.get())
                : new Entered.Refused<>(reader.problems);
    }

    private Optional<Shape> read(Json json) {
        if (json instanceof Json.Obj(List<Json.Member> members)
                && members.size() == 1
                && members.getFirst().value() instanceof Json.Obj of) {
            String name = members.getFirst().name();
            switch (name) {
                case "circle" -> {
                    Optional<Place> centre =
                            of.get("centre").flatMap(place -> Positions.place(place, "circle.centre", problems));
                    missing(of, "circle", "centre");
                    return Optional.of(
                            new Shape.Circle(centre.orElse(new Place(0, 0)), length(of, "circle", "radius")));
                }
                case "corridor" -> {
                    List<Place> line = of.get("line")
                            .map(places -> Positions.places(places, "corridor.line", problems))
                            .orElse(List.of());
                    missing(of, "corridor", "line");
                    return Optional.of(new Shape.Corridor(line, length(of, "corridor", "halfWidth"), edges(of, name)));
                }
                case "area" -> {
                    missing(of, "area", "polygons");
                    return Optional.of(new Shape.Area(
                            of.get("polygons").map(this::polygons).orElse(List.of()), edges(of, name)));
                }
                default -> {}
            }
        }
        problems.add(new Problem("shape", "as given", "no shape", FORM));
        return Optional.empty();
    }

    private void missing(Json.Obj of, String shape, String name) {
        if (!of.has(name)) {
            problems.add(new Problem(shape + "." + name, "absent", "must be there", FORM));
        }
    }

    private long length(Json.Obj of, String shape, String name) {
        if (of.get(name).orElse(Json.of(0)) instanceof Json.Int(long centimetres) && centimetres > 0) {
            return centimetres;
        }
        problems.add(new Problem(shape + "." + name, "as given", "no length above 0", "give centimetres"));
        return 1;
    }

    private Edges edges(Json.Obj of, String shape) {
        Json edges = of.get("edges").orElse(Json.of("geodesic"));
        if (edges.equals(Json.of("planar"))) {
            return Edges.PLANAR;
        }
        if (!edges.equals(Json.of("geodesic"))) {
            problems.add(new Problem(shape + ".edges", "as given", "neither planar nor geodesic", "give one of them"));
        }
        return Edges.GEODESIC;
    }

    private List<List<List<Place>>> polygons(Json json) {
        List<List<List<Place>>> polygons = new ArrayList<>();
        List<Json> given = items(json, "area.polygons");
        for (int p = 0; p < given.size(); p++) {
            String at = "area.polygons[" + p + "]";
            List<List<Place>> rings = new ArrayList<>();
            List<Json> parts = items(given.get(p), at);
            for (int r = 0; r < parts.size(); r++) {
                rings.add(Positions.places(parts.get(r), at + "[" + r + "]", problems));
            }
            polygons.add(List.copyOf(rings));
        }
        return polygons;
    }

    private List<Json> items(Json json, String at) {
        if (json instanceof Json.Arr(List<Json> items)) {
            return items;
        }
        problems.add(new Problem(at, "as given", "no list", "give a list of polygons, each a list of rings"));
        return List.of();
    }
}
