package org.parley.cli.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.cli.Main;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.node.control.ControlClient;
import org.parley.node.control.Sink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The node of a party, served by a process of its own. It is read over HTTP, as any program reads it; what its people say goes
 * over the socket in its folder, as from the owner of the machine.
 */
final class Player implements AutoCloseable {
    private static final JsonMapper JSON = Scenario.JSON;
    private static final Pattern READY =
            Pattern.compile("listens on (\\S+:\\d+).*answers at (http://127\\.0\\.0\\.1:\\d+)");
    private static final String API = "/api/v1";
    private static final String ACCOUNT = "visitor";

    /** A slow machine, and a node that asks a disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the launcher gives the process of a node, which is over before more compiling pays. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms16m",
            "-Xmx256m",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED");

    private final String party;
    private final Path folder;
    private final Seat seat;
    private final String password = UUID.randomUUID().toString();
    private Process process;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<JsonNode> told = new ArrayList<>();
    private String link = "";
    private String api = "";
    private String token = "";

    /**
     * How a node is shown.
     *
     * @param framedBy the page that has its console inside it
     * @param officer who signs in there
     * @param language in which it is shown
     */
    record Seat(Optional<String> framedBy, String officer, String language) {
        /** Nobody looks at it. */
        static final Seat NONE = new Seat(Optional.empty(), "VISITOR", "en");

        /** The settings of its node: nobody who looks is signed out because the clock was moved on. */
        String settings() {
            return "[sign-in]\nidle = \"1 d\"\nabsolute = \"7 d\"\n\n[languages]\nfirst = \"" + language + "\"\n";
        }
    }

    private Player(String party, Path folder, Seat seat, Process process) {
        this.party = party;
        this.folder = folder;
        this.seat = seat;
        this.process = process;
    }

    /** Starts the process; {@link #awaitReady} waits for it. Its journal lies beside the folder. */
    static Player start(String party, Path folder, Instant clock, Seat seat) throws IOException {
        return new Player(party, folder, seat, process(folder, clock, seat, "127.0.0.1:0", "127.0.0.1:0"));
    }

    private static Process process(Path folder, Instant clock, Seat seat, String link, String api) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(cache());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("serve", folder.toString(), "--listen", link, "--api", api));
        command.addAll(List.of("--one-person", "--stepped-clock", Instants.print(clock.toEpochMilli())));
        seat.framedBy().ifPresent(origin -> command.addAll(List.of("--framed-by", origin)));
        Path journal = folder.resolveSibling(folder.getFileName() + ".journal");
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(journal.toFile()))
                .start();
    }

    /** The cache of classes with which this process was started, if it was. */
    private static List<String> cache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:AOTCache=")
                        || argument.startsWith("-Xlog:aot")
                        || argument.startsWith("-Xlog:cds"))
                .toList();
    }

    /** Waits until it says where it answers, and gets a token to read with. */
    void awaitReady(Instant clock) throws IOException {
        hear();
        token = token(clock);
        Thread.ofVirtual().name("events of " + party).start(this::listen);
    }

    private void hear() throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.find()) {
            throw new IOException("the node of " + party + " did not begin: " + journal());
        }
        link = ready.group(1);
        api = ready.group(2);
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again after {@link #kill}, where it was. */
    void again(Instant clock) throws IOException {
        process = process(folder, clock, seat, link, api.replace("http://", ""));
        hear();
        Thread.ofVirtual().name("events of " + party).start(this::listen);
    }

    /** Somebody who is signed in at its console. */
    record Session(String cookie, String csrf) {}

    /** Signs in as a browser does, by the account that was made for this run. */
    Session signIn() throws IOException, InterruptedException {
        ObjectNode who = JSON.createObjectNode().put("account", ACCOUNT).put("password", password);
        HttpResponse<String> answer =
                http.send(post("/session", who).header("origin", api).build(), HttpResponse.BodyHandlers.ofString());
        String cookie = answer.headers().firstValue("set-cookie").orElse("");
        if (answer.statusCode() != 201 || cookie.isEmpty()) {
            throw new IOException("the node of " + party + " answers " + answer.body());
        }
        return new Session(cookie, JSON.readTree(answer.body()).path("csrf").asString());
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return HttpRequest.newBuilder(URI.create(api + API + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** Asks something as a person at its console. */
    Said as(Session session, String path, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                post(path, body)
                        .header("cookie", session.cookie().replaceFirst(";.*", ""))
                        .header("x-parley-csrf", session.csrf())
                        .header("origin", api)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Said(
                answer.statusCode(), answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
    }

    /** An account with a token that may read; its password is made here, and kept nowhere. */
    private String token(Instant clock) throws IOException {
        ObjectNode account = JSON.createObjectNode()
                .put("account", ACCOUNT)
                .put("officer", seat.officer())
                .put("password", password);
        account.putArray("roles").add("supervisor").add("administrator");
        account.putArray("languages").add("en");
        made(ask("POST", "/accounts", account.toString()));
        ObjectNode token = JSON.createObjectNode()
                .put("account", ACCOUNT)
                .put("name", "demo")
                .put("until", clock.plus(30, ChronoUnit.DAYS).toString());
        token.putArray("scopes").add("read");
        return made(ask("POST", "/tokens", token.toString())).path("token").asString();
    }

    private JsonNode made(Said said) throws IOException {
        if (said.status() != 201) {
            throw new IOException("the node of " + party + " answers " + said.answer());
        }
        return said.answer();
    }

    private String journal() throws IOException {
        Path journal = folder.resolveSibling(folder.getFileName() + ".journal");
        return Files.exists(journal) ? Files.readString(journal) : "";
    }

    String party() {
        return party;
    }

    /** Where its API answers. */
    String api() {
        return api;
    }

    /** With which its API is read. */
    String token() {
        return token;
    }

    /** Its folder. */
    Path folder() {
        return folder;
    }

    /** Where other nodes dial it. */
    String link() {
        return link;
    }

    /** What a node answers to something that is to be said. */
    record Said(int status, JsonNode answer) {}

    /** Says something as the owner of the folder. */
    Said say(String line, JsonNode what) throws IOException {
        return ask("POST", "/lines/" + line + "/records", what.toString());
    }

    private Said ask(String method, String path, String body) throws IOException {
        List<Said> answers = new ArrayList<>();
        Json.Builder headers = Json.Obj.builder().put("content-type", "application/json");
        command(
                Json.Obj.builder()
                        .put("do", "api")
                        .put("method", method)
                        .put("path", API + path)
                        .put("headers", headers.build())
                        .put("body", body),
                item -> answers.add(new Said(
                        (int) item.require("status").integer(),
                        JSON.readTree(item.require("body").text()))));
        return answers.getFirst();
    }

    /** From now on it dials another node there. */
    void dial(String line, Player other) throws IOException {
        command(
                Json.Obj.builder()
                        .put("do", "peer")
                        .put("line", line)
                        .put("party", other.party)
                        .put("address", other.link),
                item -> {});
    }

    /** Moves its clock on. */
    void clock(Instant to) throws IOException {
        command(Json.Obj.builder().put("do", "clock").put("to", Instants.print(to.toEpochMilli())), item -> {});
    }

    /** Asks its process over the socket. */
    void command(Json.Builder request, Sink sink) throws IOException {
        Optional<ControlClient> served = ControlClient.of(folder);
        if (served.isEmpty()) {
            throw new IOException("the node of " + party + " has ended: " + journal());
        }
        try (ControlClient client = served.get()) {
            client.ask(request, sink);
        }
    }

    /** What its API answers. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new Nodes.Refusal(path + " is answered by " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + API + path)).header("authorization", "Bearer " + token);
    }

    /** Keeps the events, until the process ends. */
    private void listen() {
        try {
            HttpResponse<java.util.stream.Stream<String>> events =
                    http.send(request("/events").build(), HttpResponse.BodyHandlers.ofLines());
            String[] type = {""};
            events.body().forEach(line -> {
                if (line.startsWith("event: ")) {
                    type[0] = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    keep(type[0], JSON.readTree(line.substring("data: ".length())));
                }
            });
        } catch (IOException | java.io.UncheckedIOException ended) {
            keep("ended", JSON.createObjectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(String type, JsonNode data) {
        synchronized (told) {
            told.add(JSON.createObjectNode().put("type", type).set("data", data));
        }
    }

    /** The events of a type so far. */
    List<JsonNode> told(String type) {
        synchronized (told) {
            return told.stream()
                    .filter(event -> event.path("type").asString().equals(type))
                    .map(event -> event.path("data"))
                    .toList();
        }
    }

    /** Ends it as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
