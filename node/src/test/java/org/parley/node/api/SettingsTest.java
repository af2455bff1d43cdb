package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.SteppedClock;
import org.parley.node.alarm.Alarm;
import org.parley.node.alarm.Watch;
import org.parley.node.config.Config;
import org.parley.node.desk.Release;
import org.parley.picture.Duty;
import tools.jackson.databind.JsonNode;

/** What settings of {@code parley.toml} change at a node that is served. */
class SettingsTest {
    private static final String NOTICE =
            "{'kind':'activity','precedence':'PRIORITY','body':{'activity':'uas','name':'A-02','volumes':["
                    + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
                    + "'upper':'4000 m HAE','from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}}";
    private static final long BEGINS = 2_142_311_400_000L;
    private static final long MINUTE = 60_000;

    @TempDir
    Path folder;

    private Config config(String text) throws IOException {
        Files.writeString(folder.resolve("parley.toml"), text);
        return Config.read(folder).orElseThrow();
    }

    private Desks desks(Config config) throws IOException {
        return new Desks(folder, Release.NONE, config, "AZURE", "BIRCH");
    }

    /** What would sound at a party's desk at an instant. */
    private static List<Alarm> sounding(Desks desks, String party, Config config, long at) {
        try (Watch watch = Watch.begin(desks.service(party).pictures(), new SteppedClock(at), config, told -> {})) {
            return watch.sounding().alarms();
        }
    }

    @Test
    void the_ladder_says_whom_a_late_duty_calls() throws IOException {
        Config config = config("[watch]\nladder = [\"planner 10 %\", \"everyone 100 %\"]");
        Config nobody = config("[watch]\nladder = []");
        try (Desks desks = desks(config)) {
            String notice = desks.say("BIRCH", NOTICE).is(201).text("record");
            desks.owes("AZURE");
            Duty duty = desks.service("AZURE").pictures().of(desks.town.line).picture().duties(notice).stream()
                    .filter(each ->
                            each.owedBy().name().equals("AZURE") && each.due().isPresent())
                    .findFirst()
                    .orElseThrow();
            long since = duty.since().orElseThrow();
            long tenth = (duty.due().orElseThrow() - since) / 10;
            assertThat(duties(sounding(desks, "AZURE", config, since + tenth / 2)))
                    .isEmpty();
            assertThat(duties(sounding(desks, "AZURE", config, since + 2 * tenth)))
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.called()).containsExactly("planner"))
                    .satisfies(alarm -> assertThat(alarm.of()).isEqualTo("planner 10 %"));
            assertThat(duties(sounding(desks, "AZURE", config, since + 11 * tenth)))
                    .anySatisfy(alarm -> assertThat(alarm.called()).containsExactly("planner", "everyone"));
            assertThat(duties(sounding(desks, "AZURE", nobody, since + 11 * tenth)))
                    .as("it sounds at the desk all the same")
                    .anySatisfy(alarm -> assertThat(alarm.of()).isEqualTo("officer"))
                    .allSatisfy(alarm -> assertThat(alarm.called()).isEmpty());
        }
    }

    private static List<Alarm> duties(List<Alarm> alarms) {
        return alarms.stream().filter(alarm -> alarm.what() == Alarm.What.DUTY).toList();
    }

    @Test
    void a_conflict_sounds_from_as_long_before_as_was_set() throws IOException {
        Config early = config("[alarms]\nconflict-before = \"2 h\"");
        try (Desks desks = desks(Config.USUAL)) {
            desks.has("BIRCH", desks.say("AZURE", NOTICE).is(201).text("record"));
            desks.say("BIRCH", NOTICE.replace("A-02", "B-02")).is(201);
            assertThat(conflicts(sounding(desks, "BIRCH", Config.USUAL, BEGINS - 90 * MINUTE)))
                    .isZero();
            assertThat(conflicts(sounding(desks, "BIRCH", Config.USUAL, BEGINS - 29 * MINUTE)))
                    .isEqualTo(1);
            assertThat(conflicts(sounding(desks, "BIRCH", early, BEGINS - 90 * MINUTE)))
                    .isEqualTo(1);
        }
    }

    private static long conflicts(List<Alarm> alarms) {
        return alarms.stream()
                .filter(alarm -> alarm.what() == Alarm.What.CONFLICT)
                .count();
    }

    @Test
    void consoles_are_told_their_settings() throws IOException {
        Config config = config("""
                [languages]
                first = "ru"
                offered = ["ru", "ar"]
                [alarms]
                silenced-for = "30 s"
                most-per-hour = 12
                """);
        try (Desks desks = desks(config)) {
            JsonNode languages = desks.get("AZURE", "node").is(200).body().path("languages");
            assertThat(languages.toString()).isEqualTo("{\"first\":\"ru\",\"offered\":[\"ru\",\"ar\"]}");
            JsonNode alarms = desks.get("AZURE", "alarms").is(200).body();
            assertThat(alarms.path("silencedFor").asInt()).isEqualTo(30);
            assertThat(alarms.path("mostPerHour").asInt()).isEqualTo(12);
            assertThat(alarms.path("withinHour").asInt(-1)).isNotNegative();
        }
    }

    @Test
    void what_officers_write_is_in_the_first_language_unless_they_say_another() throws IOException {
        try (Desks desks = desks(config("[languages]\nfirst = \"ru\""))) {
            assertThat(language(desks, "{'kind':'message','body':{'text':'доброе утро'}}"))
                    .isEqualTo("ru");
            assertThat(language(desks, "{'kind':'message','lang':'en','body':{'text':'good morning'}}"))
                    .isEqualTo("en");
        }
    }

    private static String language(Desks desks, String message) {
        String record = desks.ask("AZURE", "POST", "~/records", message, Map.of())
                .is(201)
                .text("record");
        JsonNode said = desks.get("AZURE", "~/records/" + record).is(200).body();
        return said.path("lang").asString();
    }

    @Test
    void a_map_of_ones_own_is_told_of_and_what_is_no_map_is_refused_by_the_settings() throws IOException {
        Path squares = Path.of("src/test/resources/org/parley/node/chart/squares.pmtiles")
                .toAbsolutePath();
        try (Desks desks = desks(config("[console]\nmap = \"" + squares + "\""))) {
            JsonNode map = desks.get("AZURE", "node").body().path("map");
            assertThat(map.path("type").asString()).isEqualTo("image/png");
            assertThat(map.path("nearest").intValue()).isEqualTo(2);
            assertThat(desks.get("AZURE", "map/2/3/3").status()).isEqualTo(204);
            desks.get("AZURE", "map/2/4/0").is(404);
            desks.get("AZURE", "map/2/x/0").is(404);
        }
        Files.writeString(folder.resolve("parley.toml"), "[console]\nmap = \"parley.toml\"");
        assertThat(Config.read(folder).toString()).contains("[console] map", "is no whole archive");
    }
}
