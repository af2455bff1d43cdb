package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.access.Role;
import org.parley.node.desk.Release;

/**
 * The whole API by its own description: Schemathesis, a program of others, makes requests of every form that it allows, and many
 * that it does not, as a person who may do everything. None is answered by a fault, or otherwise than it is described.
 */
@Tag("api")
class DescribedApiTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String EXAMPLES = System.getProperty("parley.examples", "100");

    private static final String A_02 = "{'kind':'activity','body':{'activity':'uas','name':'A-02','volumes':["
            + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
            + "'upper':'4000 m HAE','from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}}";

    @TempDir
    Path folder;

    private static Optional<Path> schemathesis() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(Path::of)
                .map(directory -> directory.resolve("schemathesis"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void no_request_finds_a_fault_or_an_answer_that_is_not_described() throws Exception {
        Optional<Path> program = schemathesis();
        if (program.isEmpty()) {
            System.out.println("Did not run here: no schemathesis on the PATH (pip install schemathesis)");
        }
        assumeTrue(program.isPresent());
        try (Desks desks = new Desks(folder.resolve("town"), Release.NONE, "AZURE", "BIRCH")) {
            String ours = desks.say("AZURE", A_02).is(201).text("record");
            desks.has("BIRCH", ours);
            String theirs = desks.say("BIRCH", A_02).is(201).text("record");
            desks.has("AZURE", theirs);
            String conflict = desks.get("AZURE", "~/conflicts")
                    .body()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            Service service = desks.service("AZURE");
            URI root = URI.create(service.open(new Entrance(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    "127.0.0.1",
                    Set.of("127.0.0.1"),
                    Optional.empty())));
            Path settings = Files.writeString(
                    folder.resolve("schemathesis.toml"), """
                    [parameters]
                    "path.line" = "%s"
                    "path.record" = "%s"
                    "path.id" = "%s"
                    """.formatted(desks.town.line.hex(), theirs, conflict));
            assertThat(run(command(program.get(), settings, root, service))).isZero();
        }
    }

    private static List<String> command(Path program, Path settings, URI root, Service service)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--config-file",
                settings.toString(),
                "run",
                root.resolve("/api/v1/openapi.json").toString(),
                "--url",
                root.toString(),
                "--exclude-path",
                "/api/v1/events",
                "--exclude-path",
                "/api/v1/session",
                "--checks",
                "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                "--phases",
                "examples,coverage,fuzzing",
                "--max-examples",
                EXAMPLES,
                "--seed",
                "17",
                "--no-color"));
        everyRole(root, service).forEach((name, value) -> {
            command.add("--header");
            command.add(name + ": " + value);
        });
        return command;
    }

    /** What a browser shows of the session of somebody with every role. */
    private static Map<String, String> everyRole(URI root, Service service) throws IOException, InterruptedException {
        String code = service.firstCode().orElseThrow().text();
        String roles = Stream.of(Role.values())
                .map(role -> "\"" + role.word() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        String password = "\"password\":\"" + PASSWORD + "\"";
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI sessions = root.resolve("/api/v1/session");
            String kim = "{\"account\":\"kim\"," + password;
            post(
                    client,
                    root.resolve("/api/v1/first-account"),
                    kim + ",\"officer\":\"K1\",\"code\":\"" + code + "\"}",
                    Map.of());
            Map<String, String> administrator = shown(post(client, sessions, kim + "}", Map.of()));
            String sam = "{\"account\":\"sam\"," + password;
            post(
                    client,
                    root.resolve("/api/v1/accounts"),
                    sam + ",\"officer\":\"S1\",\"languages\":[\"en\"],\"roles\":" + roles + "}",
                    administrator);
            return shown(post(client, sessions, sam + "}", Map.of()));
        }
    }

    private static Map<String, String> shown(HttpResponse<String> session) {
        return Map.of(
                "Cookie",
                session.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", ""),
                "X-Parley-CSRF",
                Desks.JSON.readTree(session.body()).path("csrf").asString());
    }

    private static HttpResponse<String> post(HttpClient client, URI where, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(where)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
