package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;
import org.parley.cli.Ran;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** What else can be told by commands, of which line, and how much is answered. */
class TellTest {
    @TempDir
    Path temp;

    private TwoDesks desks() throws IOException {
        return new TwoDesks(temp, Release.NONE);
    }

    @Test
    void the_line_may_be_named_and_is_listed_where_it_is_not_known() throws IOException {
        try (TwoDesks desks = desks()) {
            String line = desks.line().hex();
            assertThat(desks.run("AZURE", "duties", "NODE", "--line", line.substring(0, 6))
                            .code())
                    .isZero();
            Ran unknown = desks.run("AZURE", "duties", "NODE", "--line", "zz");
            assertThat(unknown.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(unknown.err()).contains("choose with --line: " + line.substring(0, 12) + " with BIRCH");
        }
        assertThat(Ran.of("duties", temp.resolve("azure").toString()).err()).contains("no process serves");
        assertThat(Ran.of("duties", temp.toString()).err()).contains("is no node's folder");
    }

    @Test
    void anything_of_the_catalogue_can_be_told() throws IOException {
        try (TwoDesks desks = desks()) {
            String claim = desks.say(
                    "AZURE",
                    "tell",
                    "NODE",
                    "force-claim",
                    "place=35.02N,40.58E",
                    "at=2026-11-20T07:22Z",
                    "height=2900 m HAE");
            desks.awaitHas("BIRCH", claim);
            desks.say("BIRCH", "answer", "NODE", claim, "not-ours");
            String notice = desks.say("AZURE", DeskTest.A_02);
            desks.awaitHas("BIRCH", notice);
            desks.say(
                    "BIRCH",
                    "tell",
                    "NODE",
                    "query",
                    "--about",
                    notice,
                    "field=volumes",
                    "question=how many aircraft?");
            assertThat(desks.run("BIRCH", "records", "NODE").out())
                    .contains("query of " + notice + "  how many aircraft?");
        }
    }

    @Test
    void an_answer_may_be_longer_than_any_request() throws Exception {
        try (TwoDesks desks = desks();
                Api api = FolderApi.of(desks.folder("AZURE"))) {
            OurLine line = OurLine.of(api, Optional.empty());
            JsonNode statement =
                    Jsons.answer("{\"kind\":\"message\",\"body\":{\"text\":\"" + "\\\"".repeat(8_000) + "\"}}");
            for (int i = 0; i < 40; i++) {
                var _ = api.ask("POST", line.path("records"), Map.of(), Optional.of(statement));
            }
            assertThat(desks.run("AZURE", "records", "NODE").lines()).hasSize(40);
            assertThat(OurLine.items(api.get(line.path("subjects")))).hasSize(40);
        }
    }
}
