package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.parley.ledger.canonical.Json;
import org.parley.record.Kinds;
import org.parley.record.volume.Positions;
import org.parley.space.geodesy.Place;

/** Agreements to try: AZURE keeps west of the river at 40.6 E; boxes to 100 km2 and 4 hours, two hours' notice of a crossing. */
final class Terms {
    private Terms() {}

    /**
     * Between some members.
     *
     * @param horizontal least separation between aircraft, centimetres
     * @param lead minutes of notice for aircraft
     */
    static Json.Obj of(List<Teller> members, String title, long horizontal, long lead) {
        Json.Obj body = Json.Obj.builder()
                .put("title", title)
                .put("rules", "1")
                .put("parties", parties(members))
                .put("purpose", "safety of flight")
                .put("exclusions", Json.of(List.of(Json.of("no targets"), Json.of("no intelligence"))))
                .put("separation", list(separation(horizontal)))
                .put("effectiveFrom", "2017-11-20T00:00:00.000Z")
                .put("decideBy", "2017-11-20T06:00:00.000Z")
                .put("leadTimes", list(Json.Obj.builder().put("kind", "air").put("time", lead * 60)))
                .put("largestBox", 100_000_000)
                .put("longestWindow", 4 * 3_600)
                .put("measures", list(river()))
                .build();
        assertThat(Kinds.named("agreement").orElseThrow().form().problems(body)).isEmpty();
        return body;
    }

    /** An agreement of minima alone: centimetres, and seconds. */
    static Json.Obj keeping(List<Teller> members, long horizontal, long vertical, long time) {
        return Json.Obj.builder()
                .put("title", "HARBOUR ROAD")
                .put("rules", "1")
                .put("parties", parties(members))
                .put("purpose", "safety of convoys")
                .put("exclusions", Json.of(List.of(Json.of("no targets"))))
                .put(
                        "separation",
                        list(Json.Obj.builder()
                                .put("horizontal", horizontal)
                                .put("vertical", vertical)
                                .put("time", time)))
                .put("effectiveFrom", "2017-11-20T00:00:00.000Z")
                .put("decideBy", "2017-11-20T06:00:00.000Z")
                .build();
    }

    private static Json parties(List<Teller> members) {
        return Json.of(members.stream()
                .map(member -> Json.Obj.builder()
                        .put("party", member.name.name())
                        .put("as", "member")
                        .build())
                .toList());
    }

    private static Json.Builder separation(long horizontal) {
        return Json.Obj.builder()
                .put("kinds", Json.of(List.of(Json.of("air"), Json.of("air"))))
                .put("horizontal", horizontal)
                .put("vertical", 30_500)
                .put("time", 300);
    }

    private static Json.Builder river() {
        return line("RIVER", 40.6);
    }

    /** A control line along a meridian: AZURE keeps west of it, and gives two hours' notice of a crossing. */
    static Json.Builder line(String name, double longitude) {
        Json course = Json.of(Stream.of(Place.ofDegrees(34, longitude), Place.ofDegrees(37, longitude))
                .map(Positions::of)
                .toList());
        return Json.Obj.builder()
                .put("name", name)
                .put("measure", "line")
                .put("line", course)
                .put("sides", list(Json.Obj.builder().put("party", "AZURE").put("side", "left")))
                .put("crossingNotice", 7_200);
    }

    private static Json list(Json.Builder only) {
        return Json.of(List.of(only.build()));
    }
}
