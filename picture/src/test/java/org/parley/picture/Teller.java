package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.ConflictRef;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.EnvelopeBuilder;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.merkle.Merkle;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.volume.Bound;
import org.parley.record.volume.Positions;
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

    /** When it says what comes next, but for a few milliseconds. */
    long clock = DAY;

    /** What it says from now on is written under this agreement. */
    Optional<Held> inForce = Optional.empty();

    /** How soon what it says from now on is to be looked at. */
    Optional<String> precedence = Optional.empty();

    Teller(String name) {
        this.name = new PartyName(name);
    }

    Origin log(Lane lane) {
        return new Origin(LINE, name, lane, Epoch.of("1-00000001"));
    }

    Held says(Lane lane, String kind, Optional<Held> about, Json.Obj body) {
        return says(lane, kind, body, envelope -> about.ifPresent(record -> envelope.about(record.ref())));
    }

    private Held says(Lane lane, String kind, Json.Obj body, Consumer<EnvelopeBuilder> more) {
        return says(lane, kind, body, clock + (lane == Lane.SAFETY ? safety : main).size(), more);
    }

    private Held says(Lane lane, String kind, Json.Obj body, long at, Consumer<EnvelopeBuilder> more) {
        List<Held> log = lane == Lane.SAFETY ? safety : main;
        var envelope = Envelope.builder(log(lane), log.size() + 1L, at, kind);
        more.accept(envelope);
        inForce.ifPresent(agreement -> envelope.under(agreement.ref()));
        precedence.ifPresent(envelope::precedence);
        byte[] entry = envelope.body(Body.of(body, new byte[Body.SEED_LENGTH]).commitment())
                .bytes();
        Hash leaf = Merkle.leafHash(entry);
        Held held = Held.of(Envelope.parse(entry), leaf, Optional.of(body));
        log.add(held);
        return held;
    }

    Held notifies(String name, Optional<Held> instead, StatedVolume... volumes) {
        return notifies(name, instead, Json.of(false), volumes);
    }

    Held notifies(String name, Optional<Held> instead, Json crossing, StatedVolume... volumes) {
        Json.Obj body = Json.Obj.builder()
                .put("activity", "air")
                .put("name", name)
                .put("crossing", crossing)
                .put(
                        "volumes",
                        Json.of(Stream.of(volumes).map(StatedVolume::json).toList()))
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

    /** Says that what was agreed is over, now. */
    Held ends(Held about) {
        return says(
                about.origin().lane(),
                "status",
                Optional.of(about),
                Json.Obj.builder()
                        .put("status", "ended")
                        .put("at", Instants.print(clock))
                        .build());
    }

    Held answers(Held about, String says) {
        return says(
                about.origin().lane(),
                "answer",
                Optional.of(about),
                Json.Obj.builder().put("says", says).build());
    }

    /** A hospital, on the first two days. */
    Held notifiesSite(String name, double latitude, double longitude, long buffer) {
        return says(
                Lane.MAIN,
                "site",
                Optional.empty(),
                Json.Obj.builder()
                        .put("site", "hospital")
                        .put("name", name)
                        .put("place", Positions.of(Place.ofDegrees(latitude, longitude)))
                        .put("buffer", buffer * 100)
                        .put("validFrom", "2017-11-20T00:00:00.000Z")
                        .put("validUntil", "2017-11-22T00:00:00.000Z")
                        .build());
    }

    Held declaresArea(String name, StatedVolume volume) {
        return says(
                Lane.MAIN,
                "area",
                Optional.empty(),
                Json.Obj.builder()
                        .put("area", "hazard")
                        .put("name", name)
                        .put("volumes", Json.of(List.of(volume.json())))
                        .build());
    }

    /** Declares that all is notified in a circle, minutes after {@link #DAY}, through so many records of its main log. */
    Held declaresComplete(Optional<Held> instead, StatedVolume volume, long through) {
        return says(Lane.MAIN, "completeness", instead, complete(volume, through));
    }

    /** The body of such a declaration. */
    static Json.Obj complete(StatedVolume volume, long through) {
        return Json.Obj.builder()
                .put("shape", volume.shape().json())
                .put("from", Instants.print(volume.volume().window().from()))
                .put("until", Instants.print(volume.volume().window().until()))
                .put("through", through)
                .put("nil", through == 0)
                .build();
    }

    /** Proposes what shall become of the conflict of two subjects, whose figures are at least these. */
    Held proposes(String a, String b, String change, long horizontal, long vertical) {
        Hash id = a.compareTo(b) < 0 ? Conflict.id(LINE, a, b) : Conflict.id(LINE, b, a);
        return says(
                Lane.MAIN,
                "resolution",
                Json.Obj.builder()
                        .put("finding", id.toString())
                        .put(
                                "figures",
                                Json.Obj.builder()
                                        .put("horizontal", horizontal)
                                        .put("inLevels", false)
                                        .put("vertical", vertical)
                                        .put("time", 0)
                                        .build())
                        .put("change", change)
                        .put("owes", name.name())
                        .put("text", "as agreed on the telephone")
                        .put("decideBy", "2017-11-20T06:00:00.000Z")
                        .build(),
                envelope -> envelope.about(new ConflictRef(id)));
    }

    Held concludes(Held proposal, Held... acceptances) {
        return says(
                Lane.MAIN,
                "concluded",
                Optional.of(proposal),
                Json.Obj.builder()
                        .put(
                                "acceptances",
                                Json.of(Stream.of(acceptances)
                                        .map(acceptance -> acceptance.ref().json())
                                        .toList()))
                        .build());
    }

    /** Enters what it heard another say by telephone. */
    Held hears(Teller other, String kind, Optional<Held> about, Json.Obj says) {
        var body = Json.Obj.builder()
                .put("from", other.name.name())
                .put("bearer", "telephone")
                .put("at", "2017-11-20T00:00:00.000Z")
                .put("readBack", true)
                .put("kind", kind)
                .put("says", says);
        about.ifPresent(record -> body.put("about", record.ref().json()));
        Lane lane = Kinds.named(kind).flatMap(Kind::lane).orElse(Lane.MAIN);
        return says(lane, "heard", Optional.empty(), body.build());
    }

    /** The body of a notice of flight. */
    static Json.Obj flight(String name, StatedVolume... volumes) {
        return Json.Obj.builder()
                .put("activity", "air")
                .put("name", name)
                .put(
                        "volumes",
                        Json.of(Stream.of(volumes).map(StatedVolume::json).toList()))
                .build();
    }

    Held answersAt(Held about, String says, long at) {
        return says(
                about.origin().lane(),
                "answer",
                Json.Obj.builder().put("says", says).build(),
                at,
                envelope -> envelope.about(about.ref()));
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
