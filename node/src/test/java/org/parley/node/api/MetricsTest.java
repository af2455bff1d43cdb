package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.PartyName;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** The figures of real nodes, as Prometheus reads them. */
class MetricsTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final String NOTICE = "{'kind':'activity','body':{'activity':'uas','name':'A-02','volumes':["
            + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
            + "'upper':'4000 m HAE','from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}}";

    @TempDir
    Path folder;

    private Desks desks() throws IOException {
        return new Desks(folder, Release.NONE, "AZURE", "BIRCH");
    }

    private static String metrics(Desks desks, String party) {
        Local.Answer answer = desks.service(party).local().ask("GET", "/metrics", Map.of(), "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** The value of the one series whose name and labels fit. */
    private static double value(String text, String series) {
        Matcher matcher = Pattern.compile("(?m)^" + series + " (\\S+)$").matcher(text);
        assertThat(matcher.find()).as(series + " in\n" + text).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void what_happens_on_a_line_is_seen_in_the_figures() throws IOException {
        try (Desks desks = desks()) {
            String line = desks.town.line.hex();
            String a = desks.say("AZURE", NOTICE).is(201).text("record");
            desks.has("BIRCH", a);
            String b =
                    desks.say("BIRCH", NOTICE.replace("A-02", "B-02")).is(201).text("record");
            desks.has("AZURE", b);
            desks.owes("AZURE");
            desks.get("AZURE", "nothing").is(404);
            String text = metrics(desks, "AZURE");
            String peer = "\\{line=\"" + line + "\",party=\"BIRCH\"}";
            assertThat(value(text, "parley_conflicts\\{line=\"" + line + "\",stand=\"open\"}"))
                    .isEqualTo(1);
            assertThat(value(text, "parley_duties\\{line=\"" + line + "\",party=\"AZURE\",stage=\"running\"}"))
                    .isPositive();
            assertThat(value(text, "parley_fence_open\\{line=\"" + line + "\"}"))
                    .isEqualTo(1);
            assertThat(value(text, "parley_linked" + peer)).isEqualTo(1);
            assertThat(value(text, "parley_log_entries" + peer)).isPositive();
            assertThat(value(text, "parley_receipt_lag_entries" + peer)).isNotNegative();
            assertThat(value(text, "parley_receipt_age_seconds" + peer)).isLessThan(120);
            String notices = peer.replace("\"}", "\",what=\"notices\"}");
            assertThat(value(text, "parley_counts_day" + notices)).isEqualTo(1);
            assertThat(value(text, "parley_commit_seconds_count")).isPositive();
            assertThat(value(text, "parley_commit_seconds_sum")).isPositive();
            assertThat(value(text, "parley_batch_records_bucket\\{le=\"\\+Inf\"}"))
                    .isPositive();
            assertThat(value(text, "parley_api_refused_total\\{type=\"not-here\"}"))
                    .isEqualTo(1);
            assertThat(value(text, "parley_queue\\{class=\"safety\"}")).isZero();
        }
    }

    /** An activity of a party, around a place east of the others, from and until these. */
    private static String around(String name, double east, Instant from, Instant until) {
        return NOTICE.replace("A-02", name)
                .replace("40.62", String.valueOf(east))
                .replace("2037-11-20T06:30:00Z", from.toString())
                .replace("2037-11-20T12:00:00Z", until.toString());
    }

    @Test
    void what_became_of_conflicts_is_counted_since_the_start() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (Desks desks = desks()) {
            String a = desks.say("AZURE", NOTICE).is(201).text("record");
            desks.has("BIRCH", a);
            String b =
                    desks.say("BIRCH", NOTICE.replace("A-02", "B-02")).is(201).text("record");
            desks.when("AZURE", line -> !line.picture().conflicts().isEmpty());
            String gone = desks.say(
                            "BIRCH",
                            "{'kind':'status','about':'" + b + "','body':{'status':'withdrawn','at':'" + now + "'}}")
                    .is(201)
                    .text("record");
            desks.when(
                    "AZURE",
                    line -> !line.picture().subject(b).orElseThrow().statuses().isEmpty());
            desks.say("AZURE", "{'kind':'answer','about':'" + gone + "','body':{'says':'read'}}")
                    .is(201);
            desks.when("AZURE", line -> line.picture().conflicts().isEmpty());
            String there = around("A-03", 44, now.minusSeconds(3_600), now.plusSeconds(3_600));
            desks.has("BIRCH", desks.say("AZURE", there).is(201).text("record"));
            desks.say("BIRCH", there.replace("A-03", "B-03")).is(201);
            desks.when("AZURE", line -> !line.picture().conflicts().isEmpty());
            JsonNode since = desks.get("AZURE", "~/metrics").is(200).body().path("sinceStart");
            JsonNode conflicts = since.path("conflicts");
            assertThat(conflicts.path("found").asInt()).isEqualTo(2);
            assertThat(conflicts.path("ended").asInt()).isEqualTo(1);
            assertThat(conflicts.path("begun").asInt()).isEqualTo(1);
            assertThat(conflicts.path("lead").asLong())
                    .isCloseTo(
                            Instant.parse("2037-11-20T06:30:00Z").getEpochSecond() - now.getEpochSecond(),
                            within(600L));
            assertThat(since.path("silences").path("BIRCH").path("missed").asInt(-1))
                    .isZero();
            desks.stop("AZURE");
            desks.start("AZURE");
            JsonNode anew = desks.get("AZURE", "~/metrics").is(200).body().path("sinceStart");
            assertThat(anew.path("conflicts").path("found").asInt()).isZero();
            assertThat(anew.path("conflicts").path("begun").asInt())
                    .as("begun before")
                    .isZero();
        }
    }

    @Test
    void every_figure_is_told_in_the_text_format_and_described() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/metrics.md"));
        try (Desks desks = desks()) {
            desks.has("BIRCH", desks.say("AZURE", NOTICE).is(201).text("record"));
            desks.when(
                    "BIRCH",
                    line -> line.picture()
                            .line(line.me(), new PartyName("AZURE"), Long.MAX_VALUE)
                            .answered()
                            .isPresent());
            String text = metrics(desks, "BIRCH");
            assertThat(text.lines().filter(line -> !line.startsWith("#")))
                    .allMatch(line -> line.matches("[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+})? (-?[0-9.E-]+|\\+Inf)"));
            for (Figure figure : Figure.values()) {
                assertThat(guide).contains("| `" + figure.metric() + "`");
            }
            Stream.of(Figure.values())
                    .filter(figure -> !Set.of(
                                    Figure.ACKNOWLEDGEMENT_SECONDS_DAY,
                                    Figure.CLOCK_OFFSET_SECONDS,
                                    Figure.CONFLICT_LEAD_SECONDS,
                                    Figure.DUTY_SECONDS_DAY)
                            .contains(
                                    figure)) // which are there once somebody was asked or answered, or a conflict went
                    .filter(figure -> !figure.name().startsWith("DUTIES_"))
                    .forEach(figure -> assertThat(text).contains("# HELP " + figure.metric() + " " + figure.says()));
        }
    }

    @Test
    void a_program_needs_a_token_for_it_and_sees_nothing_else() throws Exception {
        try (Desks desks = desks();
                HttpClient client = HttpClient.newHttpClient()) {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            URI root = URI.create(desks.service("AZURE")
                    .open(new Entrance(here, "127.0.0.1", Set.of("127.0.0.1"), Optional.empty())));
            desks.ask(
                            "AZURE",
                            "POST",
                            "accounts",
                            "{'account':'kim','officer':'A1','roles':['duty-officer','administrator'],'languages':['en'],"
                                    + "'password':'nine horses cross'}",
                            Map.of())
                    .is(201);
            String token = desks.ask(
                            "AZURE",
                            "POST",
                            "tokens",
                            "{'name':'prometheus','account':'kim','scopes':['metrics'],'until':'"
                                    + Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS) + "'}",
                            Map.of())
                    .is(201)
                    .text("token");
            assertThat(get(client, root, "/metrics", "nothing").statusCode()).isEqualTo(401);
            HttpResponse<String> told = get(client, root, "/metrics", token);
            assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
            assertThat(told.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain; version=0.0.4");
            assertThat(get(client, root, "/api/v1/lines", token).statusCode()).isEqualTo(403);
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI root, String path, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
