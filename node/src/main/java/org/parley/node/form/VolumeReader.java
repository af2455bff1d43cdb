package org.parley.node.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.record.volume.Bound;
import org.parley.record.volume.StatedBand;
import org.parley.record.volume.StatedVolume;
import org.parley.space.height.Band;
import org.parley.space.window.Window;
import tools.jackson.databind.JsonNode;

/** Reads a volume: a shape, two heights, two instants. */
final class VolumeReader {
    /** What a volume shows besides what its author states; it is computed anew and not read. */
    static final Set<String> COMPUTED = Set.of("hae", "levels");

    /** The fields of a volume. */
    static final Set<String> NAMES = names();

    private final Terms terms;
    private final LeafReader leaves;
    private final GeometryReader geometries;
    private final HeightReader heights;
    private final Findings findings;

    VolumeReader(Terms terms, LeafReader leaves, GeometryReader geometries, HeightReader heights, Findings findings) {
        this.terms = terms;
        this.leaves = leaves;
        this.geometries = geometries;
        this.heights = heights;
        this.findings = findings;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(GeometryReader.NAMES);
        names.addAll(Set.of("lower", "upper", "from", "until"));
        names.addAll(COMPUTED);
        return Set.copyOf(names);
    }

    /** The volume as a body holds it; empty where something is wrong, which is then among the findings. */
    Optional<Json> volume(JsonNode given, String at) {
        if (!given.isObject()) {
            findings.wrong(at, given, "no volume", "give an object with geometry, lower, upper, from and until");
            return Optional.empty();
        }
        Names.check(given, NAMES, at + ".", findings);
        Optional<GeometryReader.Drawn> drawn = geometries.drawn(given, at);
        Optional<Window> window = window(given, at);
        int before = findings.wrong();
        Optional<Bound> lower = bound(given, "lower", at);
        Optional<Bound> upper = bound(given, "upper", at);
        if (drawn.isEmpty() || findings.wrong() > before) {
            return Optional.empty();
        }
        Optional<StatedBand> band = findings.take(
                StatedBand.enter(lower, upper, drawn.get().footprint(), terms.heights()),
                field -> at + "." + field.replace("Ref", ""));
        if (band.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        echo(band.get(), at);
        compare(given, band.get(), at);
        return Optional.of(StatedVolume.of(drawn.get().shape(), drawn.get().footprint(), band.get(), window.get())
                .json());
    }

    private Optional<Bound> bound(JsonNode given, String name, String at) {
        return OutsideJson.at(given, name).flatMap(node -> heights.bound(node, at + "." + name));
    }

    private Optional<Window> window(JsonNode given, String at) {
        Optional<Long> from = end(given, "from", at);
        Optional<Long> until = end(given, "until", at);
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get() <= from.get()) {
            findings.wrong(
                    at + ".until",
                    Instants.print(until.get()),
                    "is not later than from",
                    "the end comes after the beginning: correct one");
            return Optional.empty();
        }
        return Optional.of(new Window(from.get(), until.get()));
    }

    private Optional<Long> end(JsonNode given, String name, String at) {
        Optional<JsonNode> value = OutsideJson.at(given, name);
        if (value.isEmpty()) {
            findings.absent(at + "." + name, LeafReader.MOMENT);
        }
        return value.flatMap(node -> leaves.moment(node, at + "." + name)).map(json -> Instants.parse(json.text()));
    }

    private void echo(StatedBand stated, String at) {
        Band.Metres hae = stated.band().hae();
        List<String> read = new ArrayList<>();
        read.add((hae.lower() == Band.BOTTOMLESS ? "no bound" : metres(hae.lower())) + " to "
                + (hae.upper() == Band.TOPLESS ? "no bound" : metres(hae.upper())) + " above WGS 84");
        findings.echo(at + ".hae", "lower and upper", read);
    }

    private static String metres(int centimetres) {
        return Quantity.LENGTH.shown(centimetres).toPlainString() + " m";
    }

    /** What was computed elsewhere may differ, under other terms say. */
    private void compare(JsonNode given, StatedBand stated, String at) {
        JsonNode shown = VolumePrinter.band(stated.json());
        for (String name : COMPUTED) {
            Optional<JsonNode> said = OutsideJson.at(given, name);
            if (said.isPresent() && !same(said.get(), shown.path(name))) {
                findings.warn(
                        at + "." + name,
                        OutsideJson.shown(said.get()),
                        "is computed from lower and upper, and is now " + shown.path(name),
                        "compare it, or leave it out");
            }
        }
    }

    private static boolean same(JsonNode said, JsonNode computed) {
        return List.of("lower", "upper").stream()
                .allMatch(name -> bound(said, name).equals(bound(computed, name)));
    }

    private static Optional<BigDecimal> bound(JsonNode bounds, String name) {
        return OutsideJson.number(bounds.path(name)).map(BigDecimal::stripTrailingZeros);
    }
}
