package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.merkle.Merkle;
import org.parley.record.volume.Bound;
import org.parley.record.volume.Shape;
import org.parley.record.volume.StatedBand;
import org.parley.record.volume.StatedVolume;
import org.parley.space.geodesy.Place;
import org.parley.space.height.HeightTerms;
import org.parley.space.window.Window;

/** A party that says things: its records as another node would hold them. */
final class Teller {
    static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");

    /** 2017-11-20T00:00:00Z. */
    static final long DAY = 1_511_136_000_000L;

    static final long MINUTE = 60_000;

    final PartyName name;
    final List<Held> main = new ArrayList<>();
    final List<Held> safety = new ArrayList<>();

    Teller(String name) {
        this.name = new PartyName(name);
    }

    Origin log(Lane lane) {
        return new Origin(LINE, name, lane, Epoch.of("1-00000001"));
    }

    Held says(Lane lane, String kind, Optional<Held> about, Json.Obj body) {
        List<Held> log = lane == Lane.SAFETY ? safety : main;
        var envelope = Envelope.builder(log(lane), log.size() + 1L, DAY + log.size(), kind);
        about.ifPresent(record -> envelope.about(record.ref()));
        byte[] entry = envelope.body(Body.of(body, new byte[Body.SEED_LENGTH]).commitment())
                .bytes();
        Hash leaf = Merkle.leafHash(entry);
        Held held = new Held(Envelope.parse(entry), leaf, Optional.of(body));
        log.add(held);
        return held;
    }

    Held notifies(String name, Optional<Held> instead, StatedVolume... volumes) {
        Json.Obj body = Json.Obj.builder()
                .put("activity", "air")
                .put("name", name)
                .put(
                        "volumes",
                        Json.of(java.util.stream.Stream.of(volumes)
                                .map(StatedVolume::json)
                                .toList()))
                .build();
        return says(Lane.MAIN, "activity", instead, body);
    }

    Held status(Held about, String status) {
        return says(
                about.origin().lane(),
                "status",
                Optional.of(about),
                Json.Obj.builder()
                        .put("status", status)
                        .put("at", "2017-11-20T07:00:00.000Z")
                        .build());
    }

    Held answers(Held about, String says) {
        return says(
                about.origin().lane(),
                "answer",
                Optional.of(about),
                Json.Obj.builder().put("says", says).build());
    }

    /** A circle, metres HAE, minutes after {@link #DAY}. */
    static StatedVolume circle(
            double latitude, double longitude, long metres, long lower, long upper, long from, long until) {
        Shape shape = new Shape.Circle(Place.ofDegrees(latitude, longitude), metres * 100);
        var footprint = shape.footprint().orElseThrow();
        StatedBand band = StatedBand.enter(
                        Optional.of(new Bound(lower * 100, "m", "HAE")),
                        Optional.of(new Bound(upper * 100, "m", "HAE")),
                        footprint,
                        HeightTerms.none())
                .orElseThrow();
        return StatedVolume.of(shape, footprint, band, new Window(DAY + from * MINUTE, DAY + until * MINUTE));
    }
}
