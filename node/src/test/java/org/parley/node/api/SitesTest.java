package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.access.Right;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** Where hospitals are: nobody sees it by chance, and every look is kept. */
class SitesTest {
    static final String HOSPITAL =
            "{'kind':'site','body':{'site':'hospital','name':'Al Noor','place':'35.0212N 40.4513E','buffer':500,"
                    + "'validFrom':'2037-11-20T00:00:00Z','validUntil':'2037-12-20T00:00:00Z'}}";
    private static final List<String> PLACE = List.of("35.0212", "40.4513");

    @TempDir
    Path folder;

    private static String text(JsonNode answer) {
        return answer.toString();
    }

    @Test
    void who_may_not_see_sites_sees_that_there_is_one_and_not_where() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String site = desks.say("AZURE", HOSPITAL).is(201).text("record");
            desks.has("BIRCH", site);
            desks.say(
                            "BIRCH",
                            "{'kind':'answer','about':'" + site
                                    + "','body':{'says':'read-back','fields':{'place':'35.0212N 40.4513E'}}}")
                    .is(201);
            for (String path : List.of(
                    "~/subjects", "~/subjects?kind=site", "~/subjects/" + site, "~/records", "~/records/" + site)) {
                JsonNode whole = desks.get("BIRCH", path).is(200).body();
                JsonNode withheld =
                        desks.getAs("BIRCH", Right.READ, path).is(200).body();
                assertThat(text(whole)).as(path).contains(PLACE);
                assertThat(text(withheld)).as(path).contains(site).contains("withheld");
                PLACE.forEach(part -> assertThat(text(withheld)).as(path).doesNotContain(part));
                assertThat(text(withheld)).as(path).doesNotContain("Al Noor");
            }
        }
    }

    @Test
    void events_say_no_more() throws Exception {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String before = desks.listened("BIRCH");
            String site = desks.say("AZURE", HOSPITAL).is(201).text("record");
            desks.has("BIRCH", site);
            Events events = desks.service("BIRCH").events();
            desks.stop("BIRCH");
            assertThat(heard(events, before, true)).contains(PLACE);
            assertThat(heard(events, before, false)).contains(site).doesNotContain(PLACE);
            desks.start("BIRCH");
        }
    }

    private static String heard(Events events, String since, boolean whole) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        events.listen(Optional.of(since), whole, () -> true, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_look_stands_on_the_private_line_once_for_the_same_question() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            desks.say("AZURE", HOSPITAL).is(201);
            desks.getAs("AZURE", Right.READ, "~/subjects").is(200);
            assertThat(looks(desks)).isEmpty();
            desks.getAs("AZURE", Right.READ_SITES, "~/subjects").is(403);
            desks.get("AZURE", "~/subjects").is(200);
            desks.get("AZURE", "~/subjects").is(200);
            assertThat(looks(desks)).singleElement().satisfies(look -> {
                assertThat(look.path("officer").asString()).isEqualTo("owner");
                assertThat(look.path("body").path("what").asString())
                        .contains("sites: 1")
                        .contains("/subjects");
            });
            assertThat(desks.get("AZURE", "~/records").body().path("items"))
                    .as("nobody else hears of it")
                    .extracting(record -> record.path("kind").asString())
                    .doesNotContain("look-up");
        }
    }

    static List<JsonNode> looks(Desks desks) {
        JsonNode lines = desks.get("AZURE", "lines").body().path("items");
        String own = StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("private").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("line")
                .asString();
        return StreamSupport.stream(
                        desks.get("AZURE", "lines/" + own + "/records")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(record -> record.path("kind").asString().equals("look-up"))
                .toList();
    }
}
