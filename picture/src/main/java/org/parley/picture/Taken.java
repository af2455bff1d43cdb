package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.window.Window;

/**
 * Space and time that a version of a subject takes.
 *
 * @param about that version; empty where it is not written yet
 * @param core its footprint without what is kept free around it
 */
record Taken(Optional<RecordRef> about, Volume volume, Footprint core) {
    private static Taken of(RecordRef about, Volume volume) {
        return new Taken(Optional.of(about), volume, volume.footprint());
    }

    /** What a notice would take that is not written yet. */
    static List<Taken> of(List<Volume> volumes) {
        return volumes.stream()
                .map(volume -> new Taken(Optional.empty(), volume, volume.footprint()))
                .toList();
    }

    /** What of a subject counts for anybody. */
    static List<Taken> of(Subject subject, List<Counted> counted) {
        List<Taken> taken = new ArrayList<>();
        for (Counted each : counted) {
            taken.add(of(subject.versions().get(each.version()).record().ref(), each.volume()));
        }
        return taken;
    }

    /** What the current version of a subject takes, where that is no plan that may still change. */
    static List<Taken> of(Subject subject) {
        Version current = subject.current();
        RecordRef about = current.record().ref();
        if (!current.volumes().isEmpty()) {
            return current.volumes().stream().map(volume -> of(about, volume)).toList();
        }
        Optional<Json.Obj> body = current.record().says();
        return switch (subject.kind().name()) {
            case "site" -> body.map(site -> site(about, site)).stream().toList();
            case "partner-force" -> body.map(force -> force(about, force)).orElse(List.of());
            default ->
                body
                        .flatMap(said -> said.get("place"))
                        .map(place ->
                                of(about, at(place, current.record().envelope().at())))
                        .stream()
                        .toList();
        };
    }

    private static Taken site(RecordRef about, Json.Obj site) {
        Footprint core = site.get("outline")
                .map(shape -> Shape.read(shape).orElseThrow().footprint().orElseThrow())
                .orElseGet(() -> Footprint.at(Positions.place(site.require("place"))));
        Footprint kept = core.withBuffer(core.buffer() + site.require("buffer").integer());
        Window window = new Window(
                Instants.parse(site.require("validFrom").text()),
                Instants.parse(site.require("validUntil").text()));
        return new Taken(Optional.of(about), new Volume(kept, Band.UNBOUNDED, window), core);
    }

    private static List<Taken> force(RecordRef about, Json.Obj force) {
        Window window =
                new Window(moment(force, "since", Long.MIN_VALUE / 2), moment(force, "until", Long.MAX_VALUE / 2));
        return force.require("areas").array().stream()
                .map(area -> Shape.read(area).orElseThrow().footprint().orElseThrow())
                .map(area -> of(about, new Volume(area, Band.UNBOUNDED, window)))
                .toList();
    }

    private static long moment(Json.Obj body, String field, long otherwise) {
        return body.get(field).map(Json::text).map(Instants::parse).orElse(otherwise);
    }

    private static Volume at(Json place, long instant) {
        return new Volume(Footprint.at(Positions.place(place)), Band.UNBOUNDED, new Window(instant, instant + 1));
    }
}
