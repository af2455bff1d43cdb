package org.parley.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.drawing.Meeting;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

class HtmlReportTest {
    private static final Minima MINIMA = Minima.of(500, 100, 300);
    private static final String HOSTILE = "</title><script>alert(1)</script>\" onload='x' \u202eevil\u2066\u0007<!--";

    /** Law: no page holds a script or asks for anything elsewhere, whatever the names in it. */
    @Test
    void hostile_names_stay_text() throws IOException {
        Activity a = activity(HOSTILE, HOSTILE, circle(8, 46, 1000));
        Activity b = activity("B" + HOSTILE, HOSTILE, circle(8.001, 46, 1000));
        String page = page(new Report(
                HOSTILE,
                HOSTILE,
                List.of(a, b),
                List.of(conflict(a, b, List.of(HOSTILE))),
                1,
                List.of(new Report.Between(Optional.of(HOSTILE), MINIMA)),
                List.of(new Report.Input(HOSTILE, HOSTILE)),
                List.of(new Report.Near(HOSTILE, a.id(), 3)),
                List.of(HOSTILE),
                List.of(HOSTILE)));
        assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("<script", "onload='", "<!--", "\" onload");
        assertThat(page).doesNotContain("\u202e", "\u2066", "\u0007").contains("⟨U+202E⟩", "&lt;script&gt;");
        assertSelfContained(page);
        assertTagsClose(page);
    }

    @Test
    void none_found_is_said_of_what_was_given_and_is_no_clearance() throws IOException {
        Activity a = activity("A", "A-1", circle(8, 46, 1000));
        String page = page(report(List.of(a), List.of()));
        assertThat(page).contains("No conflict found among the 1 volume given").contains("This is not a clearance.");
        assertThat(Pattern.compile("(?i)\\b(safe|clear|cleared|ok)\\b")
                        .matcher(text(page))
                        .find())
                .isFalse();
        assertSelfContained(page);
    }

    @Test
    void nothing_at_all_is_a_page_too() throws IOException {
        String page = page(report(List.of(), List.of()));
        assertThat(page).contains("No conflict found among the 0 volumes given");
        assertTagsClose(page);
    }

    /** Everything that the map shows is in the table, in words and figures. */
    @Test
    void the_table_says_it_all() throws IOException {
        Activity a = activity("AZURE", "A-07", circle(8, 46, 1000));
        Activity b = activity("BIRCH", "B-02", circle(8.05, 46, 1000));
        String page = page(report(List.of(a, b), List.of(conflict(a, b, List.of("B-02 starts 5 min later")))));
        assertThat(text(page))
                .contains("1 conflict found among the 2 volumes given")
                .contains("AZURE A-07", "BIRCH B-02")
                .contains("1,873\u00a0m apart")
                .contains("share 100\u00a0m of height")
                .contains("share 1\u00a0min 0\u00a0s")
                .contains("2020-09-13 12:26:40Z – 12:27:40Z")
                .contains("46.0000° N 8.0250° E")
                .contains("500\u00a0m horizontally, 100\u00a0m vertically, 5\u00a0min 0\u00a0s in time")
                .contains("What would end it: B-02 starts 5 min later");
        assertThat(page).contains("role=\"img\"", "<title id=", "scope=\"col\"", "lang=\"en\"", "class=\"gap\"");
        assertTagsClose(page);
    }

    /** A map of any part of the earth has a sea, finite figures and closed tags. */
    @ParameterizedTest
    @CsvSource({
        "8, 46",
        "180, 0",
        "-179.99, -17",
        "0, 90",
        "100, -90",
        "105, 35",
        "-64, -34",
        "-120, 37",
        "0, 0",
        "179.9, 71"
    })
    void any_place_has_a_map(double lon, double lat) throws IOException {
        for (double size : new double[] {100, 1_500_000}) {
            Activity a = activity("A", "a", circle(lon, lat, size));
            Activity b = activity("B", "b", circle(lon, Math.max(-90, lat - 0.001), size));
            String page = page(report(List.of(a, b), List.of(conflict(a, b, List.of()))));
            assertThat(page).doesNotContain("NaN", "Infinity").contains("class=\"sea\"");
            assertTagsClose(page);
        }
    }

    @Test
    void the_whole_world_fits() throws IOException {
        List<Activity> activities = new ArrayList<>();
        List<Report.Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Activity a = activity("A", "a" + i, circle(-180 + 30 * i, 60 - 10 * i, 20_000));
            Activity b = activity("B", "b" + i, circle(-180 + 30 * i, 60 - 10 * i, 5_000));
            activities.addAll(List.of(a, b));
            conflicts.add(conflict(a, b, List.of()));
        }
        String page = page(report(activities, conflicts));
        assertThat(page).doesNotContain("NaN");
        assertThat(page.length()).isLessThan(3_000_000);
    }

    @Test
    void very_many_are_counted_and_not_drawn() throws IOException {
        List<Activity> activities = new ArrayList<>();
        List<Report.Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            activities.add(activity(
                    "P" + i % 9, "x" + i, circle(8 + i % 50 * 0.01, 46 + Math.floorDiv(i, 50) * 0.01, 400)));
        }
        for (int i = 1; i < 1_200; i++) {
            conflicts.add(conflict(activities.get(i - 1), activities.get(i), List.of()));
        }
        String page = page(report(activities, conflicts));
        assertThat(text(page)).contains("500 more activities").contains("199 more conflicts are not in this table");
        assertThat(page.length()).isLessThan(6_000_000);
        assertTagsClose(page);
    }

    private static Report report(List<Activity> activities, List<Report.Conflict> conflicts) {
        return new Report(
                "A check",
                "",
                activities,
                conflicts,
                conflicts.size(),
                List.of(new Report.Between(Optional.empty(), MINIMA)),
                List.of(new Report.Input("plans.json", "some volumes")),
                List.of(),
                List.of(),
                List.of());
    }

    private static Volume circle(double lon, double lat, double radius) {
        return new Volume(
                FootprintEntry.circle(lon, lat, radius).orElseThrow(),
                new Band.Metres(0, 10_000),
                new Window(1_600_000_000_000L, 1_600_000_060_000L));
    }

    private static Activity activity(String party, String name, Volume volume) {
        Volume line = new Volume(
                FootprintEntry.corridor(new double[] {8, 46, 8.01, 46.01}, 100, Edges.GEODESIC)
                        .orElseThrow(),
                volume.band(),
                volume.window());
        return new Activity(
                new ActivityId(party, name), "air", name.startsWith("many") ? List.of(volume, line) : List.of(volume));
    }

    private static Report.Conflict conflict(Activity a, Activity b, List<String> ends) {
        Volume volumeA = a.volumes().getFirst();
        Volume volumeB = b.volumes().getFirst();
        Separation separation = ExactTest.separation(volumeA, volumeB, MINIMA).orElseThrow();
        return new Report.Conflict(
                a.id(), b.id(), volumeA, volumeB, separation, Meeting.of(volumeA, volumeB, separation), ends);
    }

    private static String page(Report report) throws IOException {
        StringBuilder page = new StringBuilder();
        HtmlReport.write(page, report);
        return page.toString();
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", " ")
                .replaceAll("</?(b|bdi|span|strong)\\b[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll(" +", " ");
    }

    private static void assertSelfContained(String page) {
        String markup = page.replaceAll("(?s)>[^<]*<", "><");
        assertThat(markup).doesNotContain("http://", "https://", "src=", "href=", "@import", "<link", "<script");
        assertThat(page).contains("default-src 'none'");
    }

    /** Each element is closed by its own end tag, so that one name cannot have swallowed another element. */
    private static void assertTagsClose(String page) {
        List<String> open = new ArrayList<>();
        var tags = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*?(/?)>")
                .matcher(page.replaceAll("(?s)<style>.*?</style>", ""));
        while (tags.find()) {
            String name = tags.group(2);
            boolean empty =
                    !tags.group(3).isEmpty() || List.of("meta", "input", "br").contains(name);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.removeLast()).isEqualTo(name);
            } else if (!empty) {
                open.add(name);
            }
        }
        assertThat(open).isEmpty();
    }
}
