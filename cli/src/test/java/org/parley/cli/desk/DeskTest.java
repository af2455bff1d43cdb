package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;
import org.parley.cli.Ran;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** What two duty officers do in a shift, by commands alone. */
class DeskTest {
    static final String[] A_02 = {
        "activity",
        "notify",
        "NODE",
        "--name",
        "A-02",
        "--activity",
        "uas",
        "--circle",
        "35.03N,40.62E",
        "--radius",
        "8000 m",
        "--lower",
        "2400 m HAE",
        "--upper",
        "4000 m HAE",
        "--from",
        "2037-11-20T06:30Z",
        "--until",
        "201200ZNOV37"
    };
    static final String[] B_02 = {
        "activity",
        "notify",
        "NODE",
        "--name",
        "B-02",
        "--activity",
        "air",
        "--corridor",
        "35.02N,40.35E",
        "35 01.2N 40 33.0E",
        "--half-width",
        "5 km",
        "--lower",
        "300 m HAE",
        "--upper",
        "3000 m HAE",
        "--from",
        "2037-11-20T07:00Z",
        "--until",
        "2037-11-20T08:00Z"
    };

    @TempDir
    Path temp;

    private TwoDesks desks() throws IOException {
        return new TwoDesks(temp, Release.NONE);
    }

    static String[] and(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.lines()).as(ran.toString()).hasSize(1);
        return Jsons.answer(ran.out());
    }

    @Test
    void both_desks_see_the_same_conflict_with_the_same_figures() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran first = desks.run("AZURE", A_02);
            assertThat(first.code()).isZero();
            assertThat(first.out())
                    .as("what was written is echoed as it was read")
                    .contains("volumes[0].geometry 35.03N,40.62E: read as DD", "37S FU 47780 77569")
                    .contains("volumes[0].until 201200ZNOV37: 2037-11-20T12:00:00.000Z")
                    .contains(
                            "UNKNOWN. BIRCH has notified nothing here for 2037-11-20T06:30:00Z to 2037-11-20T12:00:00Z"
                                    + " and has not said that this is complete.");
            assertThat(desks.run("AZURE", "conflicts", "NODE").out())
                    .contains("No conflict found among what has been notified. BIRCH through BIRCH-1, ")
                    .contains(" This is not a clearance.")
                    .contains("UNKNOWN what BIRCH has not notified");
            desks.awaitHas("BIRCH", first.record());
            Ran second = desks.run("BIRCH", B_02);
            assertThat(second.code()).as("it is said all the same").isZero();
            assertThat(second.out())
                    .contains("CONFLICT ")
                    .contains(first.record() + " and " + second.record()
                            + ": 0 m apart, 600 m of height shared, 3600 s shared");
            desks.awaitHas("AZURE", second.record());
            Ran here = desks.run("AZURE", "conflicts", "NODE");
            Ran there = desks.run("BIRCH", "conflicts", "NODE");
            assertThat(here.code()).isEqualTo(Exit.CONFLICTS);
            assertThat(there).isEqualTo(here);
            assertThat(desks.run("AZURE", "picture", "NODE").out())
                    .contains("B-02")
                    .contains("CONFLICT");
        }
    }

    @Test
    void a_preview_finds_the_conflict_and_says_nothing() throws IOException {
        try (TwoDesks desks = desks()) {
            String notice = desks.say("AZURE", A_02);
            desks.awaitHas("BIRCH", notice);
            String[] preview = B_02.clone();
            preview[1] = "preview";
            Ran ran = desks.run("BIRCH", preview);
            assertThat(ran.code()).isEqualTo(Exit.CONFLICTS);
            assertThat(ran.out())
                    .contains("will be seen by AZURE")
                    .contains("CONFLICT with " + notice + " of AZURE: 0 m apart");
            assertThat(desks.run("BIRCH", "records", "NODE").out()).doesNotContain("B-02");
            Ran unseen = desks.run("BIRCH", and(B_02, "--seen", "none"));
            assertThat(unseen.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(unseen.err()).contains("basis").contains(notice);
            desks.say("BIRCH", and(B_02, "--seen", notice));
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_is_said() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran ran = desks.run(
                    "AZURE",
                    "activity",
                    "notify",
                    "NODE",
                    "--name",
                    "A-02",
                    "--activity",
                    "balloon",
                    "--circle",
                    "35.03,40.62E",
                    "--radius",
                    "8000",
                    "--lower",
                    "2400",
                    "--from",
                    "2037-11-20T06:30",
                    "--until",
                    "2037-11-20T12:00Z");
            assertThat(ran.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines())
                    .first()
                    .isEqualTo("parley: What was given has not the form that it must have.");
            assertThat(ran.err())
                    .contains("error: activity balloon: ", "; give one of air, ")
                    .contains("error: volumes[0].radius 8000: has no unit; write a number with m, km, NM or ft")
                    .contains("error: volumes[0].lower 2400: ")
                    .contains("error: volumes[0].from 2037-11-20T06:30: has no zone; ");
            Ran asJson = desks.run("AZURE", "answer", "NODE", "BIRCH-77", "read", "--json");
            assertThat(asJson.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(json(asJson).path("errors").path(0).path("field").asString())
                    .isEqualTo("about");
            assertThat(desks.run("AZURE", "records", "NODE").out()).isEmpty();
        }
    }

    @Test
    void an_answer_meets_the_duty_and_says_what_it_does_not_mean() throws IOException {
        try (TwoDesks desks = desks()) {
            String notice = desks.say("BIRCH", B_02);
            desks.awaitHas("AZURE", notice);
            assertThat(desks.run("AZURE", "duties", "NODE").out())
                    .contains("acknowledge  " + notice)
                    .contains("AZURE owes 1 answer");
            assertThat(desks.run("AZURE", "answer", "NODE", notice, "read-back", "name=B-02")
                            .code())
                    .isZero();
            assertThat(desks.run("AZURE", "duties", "NODE").out()).isEqualTo("AZURE owes no answers\n");
            assertThat(desks.run("AZURE", "answer", "NODE", notice, "noted").out())
                    .contains("Noted. This neither permits nor confirms that the activity is safe.");
            desks.awaitPicture(
                    "BIRCH",
                    line -> line.picture()
                                    .subject(notice)
                                    .orElseThrow()
                                    .answers()
                                    .size()
                            == 2);
            assertThat(desks.run("BIRCH", "picture", "NODE", notice).out())
                    .contains("AZURE says read-back of " + notice)
                    .contains("AZURE duty: noted ");
        }
    }

    @Test
    void who_was_shown_a_record_elsewhere_is_said_to_its_author() throws IOException {
        try (TwoDesks desks = desks()) {
            String notice = desks.say("BIRCH", B_02);
            desks.awaitHas("AZURE", notice);
            assertThat(desks.run("AZURE", "presented", "NODE", notice).out()).isEqualTo("said\n");
            desks.awaitPicture(
                    "BIRCH",
                    line -> !line.picture()
                            .subject(notice)
                            .orElseThrow()
                            .shown()
                            .isEmpty());
            assertThat(desks.run("BIRCH", "picture", "NODE", notice).out())
                    .containsPattern("AZURE: shown .* Nobody has answered.");
            assertThat(desks.run("AZURE", "presented", "NODE", "BIRCH-99").code())
                    .isEqualTo(Exit.BAD_INPUT);
        }
    }

    @Test
    void a_stop_needs_no_word_more_than_its_name_and_is_taken_relayed_and_not_ended_by_the_other() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran stop = desks.run("AZURE", "stop", "NODE");
            assertThat(stop.code()).isZero();
            String record = stop.record();
            assertThat(record).startsWith("AZURE-S");
            assertThat(stop.out()).containsPattern("NOT DELIVERED to BIRCH 0:0|NOBODY HAS TAKEN IT 0:0");
            desks.awaitHas("BIRCH", record);
            assertThat(desks.run("BIRCH", "picture", "NODE", record).out())
                    .contains("AZURE says its people or a protected place are being hit at a place not yet known")
                    .contains("It admits nothing.");
            assertThat(desks.run("BIRCH", "duties", "NODE").out())
                    .contains("take   " + record, "relay  " + record, "cease  " + record);
            desks.say("BIRCH", "answer", "NODE", record, "taken");
            desks.awaitPicture(
                    "AZURE",
                    line -> !line.picture()
                            .subject(record)
                            .orElseThrow()
                            .answers()
                            .isEmpty());
            assertThat(desks.run("AZURE", "picture", "NODE", record).out())
                    .contains("BIRCH: taken. Taking is not stopping.");
            desks.say("BIRCH", "answer", "NODE", record, "ceased");
            assertThat(desks.run("BIRCH", "report", "NODE", record, "lifted").code())
                    .as("who sent it alone lifts it")
                    .isEqualTo(Exit.BAD_INPUT);
            desks.say("AZURE", "report", "NODE", record, "not-ceased");
        }
    }

    @Test
    void a_stop_passes_on_a_suspended_line_and_a_message_does_not() throws IOException {
        try (TwoDesks desks = desks()) {
            String state = desks.say(
                    "BIRCH", "line", "suspend", "NODE", "--cause", "decision", "--reason", "political decision");
            desks.awaitHas("AZURE", state);
            assertThat(desks.run("AZURE", "status", "NODE").out())
                    .contains("SUSPENDED by BIRCH: routine. Safety traffic still passes.");
            Ran refused = desks.run("AZURE", "message", "NODE", "--text", "good morning");
            assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(refused.err()).contains("BIRCH has suspended routine traffic; safety calls");
            desks.say("AZURE", "stop", "NODE", "--what", "protected-place", "--at", "35.02N,40.58E");
            desks.awaitHas("AZURE", desks.say("BIRCH", "line", "resume", "NODE"));
            desks.say("AZURE", "message", "NODE", "--text", "good morning");
            assertThat(desks.run("AZURE", "status", "NODE").out()).doesNotContain("SUSPENDED");
        }
    }

    @Test
    void an_amendment_keeps_what_it_does_not_say() throws IOException {
        try (TwoDesks desks = desks()) {
            String first = desks.say("AZURE", A_02);
            JsonNode before = body(desks, first);
            String second = desks.say(
                    "AZURE", "activity", "amend", "NODE", first, "--upper", "3000 m HAE", "--callsign", "DAGGER");
            JsonNode after = body(desks, second);
            assertThat(after.path("callsign").asString()).isEqualTo("DAGGER");
            JsonNode was = before.path("volumes").path(0);
            JsonNode is = after.path("volumes").path(0);
            assertThat(is.path("upper").asString()).isEqualTo("3000 m HAE");
            for (String kept : List.of("geometry", "radius", "lower", "from", "until")) {
                assertThat(is.path(kept)).as(kept).isEqualTo(was.path(kept));
            }
            assertThat(after.path("name")).isEqualTo(before.path("name"));
            Ran stale = desks.run("AZURE", "activity", "amend", "NODE", first, "--callsign", "OTHER");
            assertThat(stale.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(stale.err()).contains("there is a newer version, " + second);
            Path file = Files.writeString(
                    desks.file("new.geojson"), "{'type':'Point','coordinates':[40.7,35.0]}".replace('\'', '"'));
            String third = desks.say(
                    "AZURE",
                    "activity",
                    "amend",
                    "NODE",
                    second,
                    file.toString(),
                    "--radius",
                    "2 km",
                    "--lower",
                    "0 m HAE",
                    "--from",
                    "2037-11-20T06:30Z",
                    "--until",
                    "2037-11-20T12:00Z");
            assertThat(body(desks, third).path("callsign").asString()).isEqualTo("DAGGER");
            assertThat(body(desks, third).path("volumes").path(0).path("radius").asInt())
                    .isEqualTo(2000);
        }
    }

    private static JsonNode body(TwoDesks desks, String record) {
        return json(desks.run("AZURE", "picture", "NODE", record, "--json"))
                .path("properties")
                .path("body");
    }

    @Test
    void an_activity_is_started_stopped_and_withdrawn_by_its_owner_alone() throws IOException {
        try (TwoDesks desks = desks()) {
            String record = desks.say("AZURE", A_02);
            desks.awaitHas("BIRCH", record);
            desks.say("AZURE", "activity", "start", "NODE", record);
            desks.say(
                    "AZURE", "activity", "stop", "NODE", record, "--at", "2026-11-20T11:48Z", "--reason", "done early");
            assertThat(desks.run("AZURE", "picture", "NODE", record).out())
                    .contains("started ", "stopped 2026-11-20T11:48:00Z by ");
            Ran others = desks.run("BIRCH", "activity", "withdraw", "NODE", record);
            assertThat(others.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(others.err()).contains("it is AZURE's");
        }
    }

    @Test
    void what_was_heard_by_telephone_counts_and_is_never_a_signature() throws IOException {
        try (TwoDesks desks = desks()) {
            desks.say("AZURE", A_02);
            Ran heard = desks.run(
                    "AZURE",
                    "heard",
                    "NODE",
                    "BIRCH",
                    "telephone",
                    "2026-11-20T10:04Z",
                    "activity",
                    "--read-back",
                    "name=B-20",
                    "activity=air",
                    "--circle",
                    "35.02N,40.58E",
                    "--radius",
                    "5 km",
                    "--lower",
                    "1000 m HAE",
                    "--upper",
                    "3000 m HAE",
                    "--from",
                    "2037-11-20T10:30Z",
                    "--until",
                    "2037-11-20T11:00Z");
            assertThat(heard.code()).as(heard.toString()).isZero();
            assertThat(heard.out()).contains("CONFLICT ");
            assertThat(desks.run("AZURE", "picture", "NODE").out()).contains("HEARD CONFLICT");
            assertThat(desks.run("AZURE", "records", "NODE").out())
                    .contains(
                            "HEARD by telephone 2026-11-20T10:04:00Z from BIRCH, noted by AZURE, read back. Not signed by BIRCH. B-20");
        }
    }

    @Test
    void a_template_is_shown_in_words() throws IOException {
        try (TwoDesks desks = desks()) {
            desks.say(
                    "AZURE",
                    "message",
                    "NODE",
                    "LC-4",
                    "--to",
                    "BIRCH/duty-officer",
                    "bearer=radio",
                    "address=121.5 MHz",
                    "fromTime=2017-11-20T06:20Z");
            assertThat(desks.run("AZURE", "records", "NODE").out())
                    .contains("Change to another means of communication: radio. Address or frequency: 121.5 MHz.");
            Ran missing = desks.run("AZURE", "message", "NODE", "LC-4", "bearer=radio");
            assertThat(missing.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(missing.err()).contains("error: fields.address").contains("error: fields.fromTime");
        }
    }

    @Test
    void an_agreement_is_proposed_compared_accepted_and_in_force() throws IOException {
        try (TwoDesks desks = desks()) {
            Path terms = Files.writeString(desks.file("agreement.json"), """
                    {"title":"RIVER","rules":"1","parties":[{"party":"AZURE","as":"member"},{"party":"BIRCH","as":"member"}],
                     "purpose":"Safety of both forces","exclusions":["no targets, no intelligence"],
                     "separation":[{"horizontal":"1000 m","vertical":"305 m","time":"5 min"}],
                     "effectiveFrom":"2026-11-20T00:00Z"}""");
            String[] propose = {"agreement", "propose", "NODE", terms.toString(), "--decide-by", "2037-01-01T00:00Z"};
            String proposal = desks.say("AZURE", propose);
            desks.awaitHas("BIRCH", proposal);
            assertThat(desks.run("BIRCH", "agreement", "show", "NODE").out()).contains("Nothing was concluded");
            desks.say("BIRCH", "agreement", "accept", "NODE", proposal);
            desks.awaitPicture("BIRCH", line -> line.picture().inForce().isPresent());
            assertThat(desks.run("BIRCH", "agreement", "show", "NODE").out())
                    .contains(proposal)
                    .contains("title: RIVER");
            Files.writeString(terms, Files.readString(terms).replace("1000 m", "2 km"));
            String other = desks.say("BIRCH", propose);
            assertThat(desks.run("BIRCH", "agreement", "diff", "NODE", other).out())
                    .containsPattern("separation\\[0]\\.horizontal +1000 +2000")
                    .endsWith("1 field differs\n");
        }
    }

    @Test
    void a_site_is_notified_with_a_warning_and_found_near() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran notified = desks.run(
                    "AZURE",
                    "site",
                    "notify",
                    "NODE",
                    "--site",
                    "hospital",
                    "--name",
                    "Nur",
                    "--place",
                    "14.80050N 42.95100E",
                    "--buffer",
                    "500 m",
                    "--valid-from",
                    "2026-11-20T00:00Z",
                    "--valid-until",
                    "2037-02-18T00:00Z");
            assertThat(notified.code()).as(notified.toString()).isZero();
            assertThat(notified.err())
                    .startsWith("These receivers will hold the point for good: BIRCH.")
                    .contains("Notification gives no protection by itself.");
            String record = notified.record();
            desks.awaitHas("BIRCH", record);
            assertThat(desks.run("BIRCH", "site", "list", "NODE").out())
                    .contains(record + "  AZURE  hospital  Nur   14.8005N 42.951E  500 m");
            Ran near = desks.run("BIRCH", "near", "NODE", "14.80180N 42.95180E");
            assertThat(near.code()).isEqualTo(Exit.CONFLICTS);
            assertThat(near.out()).contains(record + "  site of AZURE  Nur");
            Ran far = desks.run("BIRCH", "near", "NODE", "14.90180N 42.95180E", "--within", "100");
            assertThat(far.code()).isZero();
            assertThat(far.out())
                    .contains("No notified site within 100 m (list ")
                    .contains("never notified are protected all the same");
        }
    }

    @Test
    void completeness_is_declared_through_the_newest_record_and_told_where_nothing_was_found() throws IOException {
        try (TwoDesks desks = desks()) {
            Path area = Files.writeString(desks.file("area.geojson"), """
                    {"type":"Polygon","coordinates":[[[40,34.9],[41,34.9],[41,35.5],[40,35.5],[40,34.9]]]}""");
            String record = desks.say(
                    "BIRCH", "complete", "NODE", area.toString(), "2037-11-20T06:00Z", "2037-11-20T12:00Z", "--nil");
            desks.awaitHas("AZURE", record);
            assertThat(desks.run("AZURE", A_02).out())
                    .contains("No conflict found among what has been notified. BIRCH through " + record + ", ")
                    .contains("BIRCH declared this area complete until 2037-11-20T12:00:00Z (" + record
                            + "). This is not a clearance.")
                    .doesNotContain("UNKNOWN");
            JsonNode body = json(desks.run("BIRCH", "picture", "NODE", record, "--json"))
                    .path("properties")
                    .path("body");
            assertThat(body.path("nil").asBoolean()).isTrue();
            assertThat(body.path("through").asInt()).isPositive();
        }
    }

    @Test
    void a_replay_has_both_clocks_and_the_order_of_the_times() throws Exception {
        try (TwoDesks desks = desks()) {
            desks.awaitHas("BIRCH", desks.say("AZURE", "message", "NODE", "--text", "first"));
            desks.awaitHas("AZURE", desks.say("BIRCH", "message", "NODE", "--text", "second"));
            desks.say("AZURE", "message", "NODE", "--text", "third");
            List<String> replay = desks.run("AZURE", "replay", "NODE").lines();
            assertThat(replay).hasSize(3);
            assertThat(replay.get(0)).contains("stored by BIRCH 20").endsWith("first");
            assertThat(replay.get(1)).contains("stored by AZURE 20").endsWith("second");
            assertThat(replay.get(2)).endsWith("third");
            assertThat(desks.run("AZURE", "records", "NODE", "--all").out()).contains("keys", "heads");
        }
    }

    @Test
    void the_same_words_with_the_same_key_are_said_once() throws IOException {
        try (TwoDesks desks = desks()) {
            String first = desks.say("AZURE", and(A_02, "--key", "plan-7"));
            assertThat(desks.say("AZURE", and(A_02, "--key", "plan-7"))).isEqualTo(first);
            assertThat(desks.say("AZURE", A_02)).isNotEqualTo(first);
        }
    }
}
