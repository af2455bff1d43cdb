package org.parley.cli.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the desk says in words: absence is never shown as safety, and a figure never without its unit. */
final class Words {
    /** Nobody says by it that anything may be done. */
    static final String NOTED = "Noted. This neither permits nor confirms that the activity is safe.";

    /** What counts as a person's having understood. */
    private static final Set<String> UNDERSTOOD = Set.of("read", "read-back", "relayed");

    private Words() {}

    /** A time to the second: {@code 2017-11-20T06:20:02Z}. */
    static String time(String instant) {
        return instant.replaceFirst("\\.[0-9]+Z$", "Z");
    }

    /** A time of a JSON object; empty where it has none. */
    static Optional<String> time(JsonNode of, String name) {
        return of.path(name).stringValueOpt().map(Words::time);
    }

    /** The time of day where it is on the day of another instant, the whole time otherwise. */
    static String clock(String instant, String now) {
        String time = time(instant);
        return time.regionMatches(0, now, 0, "2017-11-20".length()) ? time.substring("2017-11-20T".length()) : time;
    }

    /** How long ago something was, in the unit that one would say. */
    static String age(String since, String now) {
        return duration(Duration.between(Instant.parse(since), Instant.parse(now)));
    }

    static String duration(Duration given) {
        Duration age = given.isNegative() ? Duration.ZERO : given.truncatedTo(ChronoUnit.SECONDS);
        if (age.toSeconds() < 60) {
            return age.toSeconds() + " s";
        } else if (age.toMinutes() < 120) {
            return age.toMinutes() + " min";
        }
        return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
    }

    /** A conflict with its figures; before something is said there is only the other. */
    static String conflict(JsonNode conflict) {
        if (conflict.has("with")) {
            return "CONFLICT with " + conflict.path("version").asString() + " of "
                    + conflict.path("owner").asString("?") + ": " + figures(conflict);
        }
        JsonNode finding = conflict.path("finding");
        String unseen = conflict.path("new").asBoolean(false) ? "NEW " : "";
        return unseen + "CONFLICT " + conflict.path("id").asString().substring(0, 12) + ": "
                + finding.path("a").asString() + " and " + finding.path("b").asString() + ": " + figures(finding);
    }

    /** No conflict, by little. */
    static String narrow(JsonNode against) {
        return "NARROW, no conflict: " + against.path("version").asString() + " of "
                + against.path("owner").asString("?") + ": " + figures(against);
    }

    /** A conflict that nobody else is told of (W18). */
    static String onlyHere(JsonNode conflict) {
        return "ONLY YOU SEE THIS: " + side(conflict.path("a")) + " and " + side(conflict.path("b")) + ": "
                + figures(conflict)
                + (conflict.path("across").asBoolean(false)
                        ? ". Neither is told. You may send a hold request without a reason, or ask the owner's leave."
                        : "");
    }

    private static String side(JsonNode side) {
        return side.path("version").asString() + " (line "
                + side.path("line").asString().substring(0, 12) + ")";
    }

    /** Where a read-back differs from what was said. */
    static String difference(JsonNode difference) {
        return "READ BACK OTHERWISE: " + difference.path("field").asString() + " "
                + value(difference.path("said")) + " as " + value(difference.path("read"))
                + (difference.has("apart") ? ", " + metres(difference.path("apart")) + " apart" : "");
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.isString() ? value.stringValue() : value.toString();
    }

    private static String figures(JsonNode finding) {
        JsonNode shared = finding.path("overlap");
        boolean heights = shared.has("vertical") || shared.has("verticalFeet");
        return metres(finding.path("horizontal")) + " apart, "
                + (heights ? vertical(shared) + " of height shared" : vertical(finding) + " in height") + ", "
                + (shared.has("time")
                        ? seconds(shared.path("time")) + " shared"
                        : seconds(finding.path("time")) + " in time")
                + "; from "
                + time(finding, "from").orElse("?") + " until "
                + time(finding, "until").orElse("?");
    }

    static String vertical(JsonNode finding) {
        return finding.has("verticalFeet")
                ? finding.path("verticalFeet").asString() + " ft"
                : metres(finding.path("vertical"));
    }

    static String metres(JsonNode figure) {
        return plain(figure) + " m";
    }

    static String seconds(JsonNode figure) {
        return plain(figure) + " s";
    }

    private static String plain(JsonNode figure) {
        return figure.isNumber() ? figure.decimalValue().stripTrailingZeros().toPlainString() : "?";
    }

    /** A breach of the agreement: it is marked alike on both sides. */
    static String breach(JsonNode breach) {
        String of = breach.path("of").asString("");
        return "BREACH " + breach.path("what").asString() + (of.isEmpty() ? "" : " of " + of)
                + breach.path("towards")
                        .stringValueOpt()
                        .map(party -> " towards " + party)
                        .orElse("")
                + breach.path("about")
                        .stringValueOpt()
                        .map(record -> " by " + record)
                        .orElse("")
                + ": " + plain(breach.path("figure")) + " "
                + breach.path("unit").asString("")
                + ", agreed " + plain(breach.path("limit")) + " "
                + breach.path("unit").asString("");
    }

    /** Something near a notified site or area. */
    static String match(JsonNode match) {
        return "NEAR " + match.path("of").asString() + ": "
                + match.path("place").asString()
                + match.path("about")
                        .stringValueOpt()
                        .map(record -> " of " + record)
                        .orElse("") + ", "
                + metres(match.path("distance")) + " away";
    }

    /** How far a version has come to a counterpart: three different things. */
    static String delivery(String party, JsonNode delivery, String now) {
        Optional<String> answered = delivery.path("answered").stringValueOpt();
        if (answered.isPresent()) {
            String at = clock(delivery.path("at").asString(), now);
            return UNDERSTOOD.contains(answered.get())
                    ? party + " duty: received and understood " + at + ". Not agreement, not approval."
                    : party + " duty: " + answered.get() + " " + at + "."
                            + (answered.get().equals("noted") ? " " + NOTED : "");
        }
        Optional<String> shown = delivery.path("shown").stringValueOpt();
        if (shown.isPresent()) {
            return party + ": shown " + clock(shown.get(), now) + ". Nobody has answered.";
        }
        return delivery.path("stored")
                .stringValueOpt()
                .map(at -> "Stored by " + party + "'s machine " + clock(at, now) + ". No person has seen it.")
                .orElse("NOT DELIVERED to " + party + ": its machine has given no receipt.");
    }

    /** Of an amendment that a counterpart has not acknowledged, and that does not lie inside what it knows (W13). */
    static String oldPlan(String party) {
        return party + " still holds the old plan. Both plans count until it acknowledges.";
    }

    /** How far a STOP of ours has come to a counterpart. */
    static String stop(String party, Optional<String> answered, boolean stored, String since, String now) {
        if (answered.isPresent()) {
            return switch (answered.get()) {
                case "ceased" -> party + " SAYS it has ceased. Is it still happening?";
                case "taken", "relayed", "checking" -> party + ": " + answered.get() + ". Taking is not stopping.";
                default -> party + ": " + answered.get() + ".";
            };
        }
        return stored
                ? "On " + party + "'s machine. NOBODY HAS TAKEN IT " + timer(since, now) + "."
                : "NOT DELIVERED to " + party + " " + timer(since, now) + ". CALL NOW and read the sheet.";
    }

    /** Minutes and seconds: {@code 0:41}. */
    private static String timer(String since, String now) {
        long seconds = Math.max(
                0, Duration.between(Instant.parse(since), Instant.parse(now)).toSeconds());
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /** A STOP of somebody else. */
    static String stopped(String party, JsonNode body) {
        String place = Summary.place(body.path("place"));
        String near = body.path("near").asString("");
        String where = (place.isEmpty() ? "" : " at " + place) + (near.isEmpty() ? "" : " near " + near);
        return party + " says its people or a protected place are being hit"
                + (where.isEmpty() ? " at a place not yet known" : where)
                + time(body, "since").map(since -> " since " + since).orElse("")
                + ". Taking means: I am answering now. It admits nothing.";
    }

    /** The same in a word, for a table. */
    static String delivered(JsonNode delivery) {
        return delivery.path("answered")
                .stringValueOpt()
                .orElse(delivery.has("shown") ? "shown" : delivery.has("stored") ? "stored" : "not delivered");
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }
}
