package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;
import org.parley.cli.Ran;
import org.parley.node.desk.Release;

/** A day's plans in a file. */
class ImportTest {
    private static final String HEAD =
            "name,activity,circle,radius,corridor,half-width,lower,upper,from,until,crossing\n";
    private static final String CIRCLE =
            "A-10,air,\"35.50N,41.10E\",5 km,,,1000 m HAE,2000 m HAE,2037-11-20T06:30Z,2037-11-20T12:00Z,\n";
    private static final String CORRIDOR =
            "A-11,ground,,,\"35.33N,40.31E; 35.40N,40.45E\",1 km,0 m HAE,500 m HAE,2037-11-20T08:00Z,2037-11-20T14:00Z,true\n";
    private static final String WRONG =
            "A-12,balloon,\"35.50N,41.10E\",5,,,1000 m HAE,2000 m HAE,2037-11-20T06:30,2037-11-20T12:00Z,\n";

    @TempDir
    Path temp;

    private TwoDesks desks() throws IOException {
        return new TwoDesks(temp, Release.NONE);
    }

    private static Ran load(TwoDesks desks, String name, String text, String... more) throws IOException {
        Path file = Files.writeString(desks.file(name), text);
        return desks.run("AZURE", DeskTest.and(new String[] {"activity", "import", "NODE", file.toString()}, more));
    }

    private static String said(TwoDesks desks) {
        return desks.run("AZURE", "records", "NODE").out();
    }

    @Test
    void one_wrong_row_stops_all_and_is_told_with_its_fields() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran ran = load(desks, "plans.csv", HEAD + CIRCLE + WRONG + CORRIDOR);
            assertThat(ran.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(ran.out()).isEqualTo("no activities notified, 1 refused\n");
            assertThat(ran.err())
                    .contains("plans.csv: row 3 (A-12): properties.activity balloon: ")
                    .contains("plans.csv: row 3 (A-12): properties.radius 5: has no unit; ")
                    .contains("plans.csv: row 3 (A-12): properties.from 2037-11-20T06:30: has no zone; ");
            assertThat(said(desks)).isEmpty();
        }
    }

    @Test
    void with_partial_the_rest_is_said_and_a_repeat_says_nothing_twice() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran ran = load(desks, "plans.csv", HEAD + CIRCLE + WRONG + CORRIDOR, "--partial");
            assertThat(ran.code()).as("something was refused").isEqualTo(Exit.BAD_INPUT);
            assertThat(ran.out())
                    .contains("row 2 (A-10): AZURE-", "row 4 (A-11): AZURE-", "2 activities notified, 1 refused");
            String once = said(desks);
            Ran mended = load(desks, "plans.csv", HEAD + CIRCLE + CORRIDOR);
            assertThat(mended.code()).isZero();
            assertThat(mended.out()).contains("2 activities notified, 0 refused");
            assertThat(said(desks)).isEqualTo(once);
            load(desks, "plans.csv", HEAD + CIRCLE, "--key", "again");
            assertThat(said(desks)).isNotEqualTo(once);
        }
    }

    @Test
    void features_of_one_name_are_one_activity_in_a_collection_and_line_by_line() throws IOException {
        try (TwoDesks desks = desks()) {
            String leg =
                    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,35.5]},\"properties\":{"
                            + "\"name\":\"M-01\",\"activity\":\"humanitarian\",\"radius\":100,\"lower\":\"0 m HAE\",\"upper\":\"500 m HAE\","
                            + "\"from\":\"2037-11-20T06:00Z\",\"until\":\"2037-11-20T09:30Z\"}}";
            String first = leg.formatted("40.1");
            String second = leg.formatted("40.2");
            Ran collection = load(
                    desks,
                    "plans.geojson",
                    "{\"type\":\"FeatureCollection\",\"features\":[" + first + "," + second + "]}");
            assertThat(collection.code()).as(collection.toString()).isZero();
            assertThat(collection.out())
                    .startsWith("features 1, 2 (M-01): AZURE-")
                    .contains("1 activity notified");
            String once = said(desks);
            Ran lines = load(desks, "plans.ndjson", first + "\n\n" + second + "\n");
            assertThat(lines.out()).startsWith("lines 1, 3 (M-01): AZURE-");
            assertThat(said(desks)).as("the same words, said before").isEqualTo(once);
        }
    }

    @Test
    void a_preview_counts_and_says_nothing_and_has_the_code_of_what_it_found() throws IOException {
        try (TwoDesks desks = desks()) {
            Ran quiet = load(desks, "plans.csv", HEAD + CIRCLE, "--preview");
            assertThat(quiet.code()).isZero();
            assertThat(quiet.out()).endsWith("1 activity could be notified, 0 refused\n");
            String other = desks.say("BIRCH", DeskTest.B_02);
            desks.awaitHas("AZURE", other);
            String near =
                    "A-13,uas,\"35.02N,40.45E\",800 m,,,1000 m HAE,2000 m HAE,2037-11-20T06:30Z,2037-11-20T12:00Z,\n";
            Ran found = load(desks, "plans.csv", HEAD + near, "--preview");
            assertThat(found.code()).isEqualTo(Exit.CONFLICTS);
            assertThat(found.out()).contains("CONFLICT with " + other + " of BIRCH");
            assertThat(said(desks)).doesNotContain("A-10", "A-13");
        }
    }

    @Test
    void a_file_that_holds_no_plans_is_refused_in_words() throws IOException {
        try (TwoDesks desks = desks()) {
            assertThat(load(desks, "a.csv", "name;activity\nA;air\n").err()).contains("separate by commas");
            assertThat(load(desks, "b.csv", HEAD + "A-1,air\n").err()).contains("row 2 has 2 cells, the first has 11");
            assertThat(load(desks, "c.csv", HEAD + "\"A-1,air\n").err()).contains("the quotes of row 2 are not closed");
            assertThat(load(desks, "d.csv", "").err()).contains("has no rows");
            assertThat(load(desks, "e.json", "{\"type\":\"FeatureCollection\",\"features\":[]}")
                            .err())
                    .contains("has no activities");
            assertThat(load(desks, "f.json", "{\"type\":").err())
                    .contains("f.json:1:")
                    .contains("no JSON");
            assertThat(said(desks)).isEmpty();
        }
    }
}
