package org.parley.sim;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;
import org.parley.picture.Conflict;
import org.parley.record.volume.Bound;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.record.volume.StatedBand;
import org.parley.record.volume.StatedVolume;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import org.parley.space.height.HeightTerms;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

/** What records say, by chance: all within one small area and the next two hours, so that much of it meets. */
final class Bodies {
    private static final int MINUTE = 60_000;
    private static final Place CORNER = Place.ofDegrees(35, 40.45);

    /** Between two places of the grid, in 1e-7 degree: some kilometres. */
    private static final int STEP = 500_000;

    private static final int GRID = 5;
    private static final String[] ACTIVITIES = {"air", "air", "uas", "ground", "humanitarian"};
    private static final String[] CHANGES = {"time", "space", "level", "cancel", "accepted-risk"};
    private static final String[] STATES = {"open", "degraded", "suspended", "voice-only", "closed"};

    private final SplittableRandom random;
    private final long now;

    Bodies(SplittableRandom random, long now) {
        this.random = random;
        this.now = now;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String name(String letter) {
        return letter + random.nextInt(1_000_000);
    }

    private String moment(long minutes) {
        return Instants.print(now + minutes * MINUTE);
    }

    private Place place() {
        return new Place(CORNER.lat() + STEP * random.nextInt(GRID), CORNER.lon() + STEP * random.nextInt(GRID));
    }

    private Shape shape() {
        long radius = 100_000L * (1 + random.nextInt(4));
        Place place = place();
        return random.nextInt(4) > 0
                ? new Shape.Circle(place, radius)
                : new Shape.Corridor(
                        List.of(place, new Place(place.lat() + STEP, place.lon())), radius / 2, Edges.GEODESIC);
    }

    private StatedVolume volume() {
        Shape shape = shape();
        Footprint ground = shape.footprint().orElseThrow();
        long lower = 50_000L * random.nextInt(4);
        StatedBand band = StatedBand.enter(metres(lower), metres(lower + 40_000), ground, HeightTerms.none())
                .orElseThrow();
        long from = now + MINUTE * (long) random.nextInt(60);
        return StatedVolume.of(shape, ground, band, new Window(from, from + MINUTE * (5L + random.nextInt(40))));
    }

    private static Optional<Bound> metres(long hundredths) {
        return Optional.of(new Bound(hundredths, "m", "HAE"));
    }

    private Json volumes() {
        return Json.of(IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> volume().json())
                .toList());
    }

    Json.Obj activity() {
        return Json.Obj.builder()
                .put("activity", one(ACTIVITIES))
                .put("name", name("P"))
                .put("volumes", volumes())
                .put("crossing", random.nextBoolean())
                .build();
    }

    /** The same, each volume longer or shorter by some minutes; or quite another plan. */
    Json.Obj amended(Json.Obj activity) {
        if (random.nextInt(3) == 0) {
            return activity();
        }
        long minutes = random.nextInt(-4, 10);
        List<Json> volumes = activity.require("volumes").array().stream()
                .map(json -> longer(StatedVolume.read(json), minutes * MINUTE))
                .toList();
        return Json.Obj.builder()
                .put("activity", activity.require("activity"))
                .put("name", activity.require("name"))
                .put("volumes", Json.of(volumes))
                .build();
    }

    private static Json longer(StatedVolume volume, long millis) {
        Window window = volume.volume().window();
        long until = Math.max(window.from() + MINUTE, window.until() + millis);
        return StatedVolume.of(
                        volume.shape(), volume.volume().footprint(), volume.band(), new Window(window.from(), until))
                .json();
    }

    Json.Obj area() {
        return Json.Obj.builder()
                .put("area", one("restriction", "hazard", "caution"))
                .put("name", name("R"))
                .put("volumes", volumes())
                .build();
    }

    Json.Obj site() {
        return Json.Obj.builder()
                .put("site", one("hospital", "school", "camp"))
                .put("name", name("S"))
                .put("place", Positions.of(place()))
                .put("buffer", 50_000)
                .put("validFrom", moment(0))
                .put("validUntil", moment(120))
                .build();
    }

    Json.Obj distress() {
        return Json.Obj.builder()
                .put("template", one("SF-9", "MS-1", "MS-2"))
                .put("name", name("D"))
                .put("volumes", volumes())
                .build();
    }

    Json.Obj stop() {
        return Json.Obj.builder()
                .put("what", one("our-people", "partner-force", "protected-place"))
                .put("place", Positions.of(place()))
                .build();
    }

    Json.Obj message() {
        return Json.Obj.builder()
                .put("text", "x".repeat(1 + random.nextInt(200)))
                .put("place", random.nextBoolean() ? Optional.of(Positions.of(place())) : Optional.empty())
                .build();
    }

    Json.Obj lineState() {
        return Json.Obj.builder()
                .put("state", one(STATES))
                .put("from", moment(random.nextInt(3)))
                .build();
    }

    Json.Obj check() {
        return Json.Obj.builder()
                .put("text", name("Q"))
                .put("bearer", "telephone")
                .put("findings", "0".repeat(64))
                .put(
                        "logs",
                        Json.of(List.of(Json.Obj.builder()
                                .put("log", "all")
                                .put("size", random.nextInt(100))
                                .build())))
                .build();
    }

    Json.Obj status(String status) {
        return Json.Obj.builder().put("status", status).put("at", moment(0)).build();
    }

    static Json.Obj says(String says) {
        return Json.Obj.builder().put("says", says).build();
    }

    static Json.Obj correction() {
        return Json.Obj.builder().put("field", "name").put("right", "another").build();
    }

    static Json.Obj translation() {
        return Json.Obj.builder().put("language", "ru").put("text", "другое").build();
    }

    static Json.Obj concluded(List<RecordRef> acceptances) {
        return Json.Obj.builder()
                .put(
                        "acceptances",
                        Json.of(acceptances.stream().map(RecordRef::json).toList()))
                .build();
    }

    /** What a party out of reach said by telephone. */
    Json.Obj heard(PartyName from, String kind, Optional<RecordRef> about, Json.Obj says) {
        return Json.Obj.builder()
                .put("from", from.name())
                .put("bearer", "telephone")
                .put("at", moment(0))
                .put("readBack", random.nextBoolean())
                .put("kind", kind)
                .put("about", about.map(RecordRef::json))
                .put("says", says)
                .build();
    }

    Json.Obj resolution(Conflict conflict, PartyName owes) {
        Separation now = conflict.finding().separation();
        return Json.Obj.builder()
                .put("finding", conflict.finding().hash().toString())
                .put(
                        "figures",
                        Json.Obj.builder()
                                .put("horizontal", now.horizontal())
                                .put("inLevels", now.vertical().inLevels())
                                .put("vertical", now.vertical().gap())
                                .put("time", now.timeGap())
                                .build())
                .put("change", one(CHANGES))
                .put("owes", owes.name())
                .put("text", "as agreed on the telephone")
                .put("decideBy", moment(10))
                .build();
    }

    Json.Obj agreement(SortedSet<PartyName> parties) {
        return Json.Obj.builder()
                .put("title", name("terms "))
                .put("rules", "1")
                .put("parties", Json.of(parties.stream().map(Bodies::member).toList()))
                .put("purpose", "safety of flight")
                .put("exclusions", Json.of(List.of(Json.of("no targets"))))
                .put("separation", Json.of(List.of(separation())))
                .put("effectiveFrom", moment(0))
                .put("decideBy", moment(10))
                .put("leadTimes", Json.of(List.of(leadTime())))
                .put("largestBox", 100_000L * (1 + random.nextInt(300)))
                .put("longestWindow", 60L * (10 + random.nextInt(30)))
                .put("lineCheck", 10 + random.nextInt(50))
                .build();
    }

    private static Json member(PartyName party) {
        return Json.Obj.builder().put("party", party.name()).put("as", "member").build();
    }

    private Json separation() {
        return Json.Obj.builder()
                .put("horizontal", 50_000L * random.nextInt(6))
                .put("vertical", 10_000L * random.nextInt(4))
                .put("time", 60L * random.nextInt(6))
                .build();
    }

    private Json leadTime() {
        return Json.Obj.builder()
                .put("kind", "air")
                .put("time", 60L * random.nextInt(40))
                .build();
    }
}
