package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.link.Address;
import org.parley.node.config.Config;
import org.parley.node.config.Pems;
import org.parley.node.desk.Release;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;

/** A node that answers over TLS, asked as by a browser that trusts its certificate, and by others. */
class TlsTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final String PASSWORD = "correct horse battery staple";

    /** The node keeps the connection; each of its answers here is one JSON object. */
    private static final Pattern WHOLE = Pattern.compile("(?s)HTTP.*\r\n\r\n\\{.*}");

    @TempDir
    Path folder;

    private final Pems pems = Pems.now();
    private Desks desks;
    private URI root;
    private SSLContext trusting;

    @BeforeEach
    void open() throws Exception {
        desks = new Desks(folder.resolve("town"), Release.NONE, "AZURE", "BIRCH");
        root = URI.create(desks.service("AZURE").open(entrance("127.0.0.1").orElseThrow()));
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("node", pems.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
    }

    @AfterEach
    void close() {
        desks.close();
    }

    private static Config.Api settings(Optional<Config.Tls> tls, String... names) {
        return new Config.Api(new Address("127.0.0.1", 8443), tls, List.of(names));
    }

    private Entered<Entrance> entrance(String host, String... names) {
        return Entrance.of(
                settings(Optional.of(pems.put(folder)), names),
                host,
                new InetSocketAddress(InetAddress.ofLiteral(host), 0),
                Instant.now());
    }

    private HttpClient client() {
        return HttpClient.newBuilder().sslContext(trusting).build();
    }

    private HttpResponse<String> get(HttpClient client, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient client, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A whole answer to a request that is written by hand. */
    private String raw(String request) throws IOException {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(HERE, root.getPort())) {
            return exchange(socket, request);
        }
    }

    private static String exchange(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!WHOLE.matcher(answer.toString(StandardCharsets.UTF_8)).matches()) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            answer.write(next);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private String asked(String host, String... more) throws IOException {
        return raw("GET /health HTTP/1.1\nHost: " + host + "\n" + String.join("", more) + "\n");
    }

    @Test
    void it_speaks_TLS_1_3_to_who_trusts_its_certificate() throws Exception {
        assertThat(root.toString()).startsWith("https://127.0.0.1:");
        try (HttpClient client = client()) {
            HttpResponse<String> answer = get(client, "/health");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer.headers().firstValue("strict-transport-security")).contains("max-age=31536000");
            assertThat(get(client, "/api/v1/lines").statusCode()).isEqualTo(401);
        }
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> get(stranger, "/health")).isInstanceOf(SSLException.class);
        }
        SSLParameters older = new SSLParameters();
        older.setProtocols(new String[] {"TLSv1.2"});
        try (HttpClient old = HttpClient.newBuilder()
                .sslContext(trusting)
                .sslParameters(older)
                .build()) {
            assertThatThrownBy(() -> get(old, "/health")).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void plain_HTTP_and_noise_on_its_port_get_nothing_and_do_no_harm() throws Exception {
        for (String words : List.of("GET /health HTTP/1.1\nHost: 127.0.0.1\n\n", "\0\1\2\3\4\5\6\7")) {
            try (Socket socket = new Socket(HERE, root.getPort())) {
                assertThat(exchange(socket, words)).doesNotContain("HTTP/", "up");
            }
        }
        try (Socket begun = new Socket(HERE, root.getPort())) {
            begun.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
        }
        try (HttpClient client = client()) {
            assertThat(get(client, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_session_is_a_cookie_for_this_host_over_TLS_alone() throws Exception {
        String code = desks.service("AZURE").firstCode().orElseThrow().text();
        String own = "https://127.0.0.1:" + root.getPort();
        try (HttpClient client = client()) {
            String first = "{'code':'" + code + "','account':'anna','officer':'A1','password':'" + PASSWORD + "'}";
            assertThat(post(client, "/api/v1/first-account", first).statusCode())
                    .isEqualTo(201);
            HttpResponse<String> signedIn =
                    post(client, "/api/v1/session", "{'account':'anna','password':'" + PASSWORD + "'}", "Origin", own);
            assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(201);
            String set = signedIn.headers().firstValue("set-cookie").orElseThrow();
            assertThat(set)
                    .startsWith("__Host-parley-session=")
                    .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure");
            String cookie = set.substring(0, set.indexOf(';'));
            assertThat(get(client, "/api/v1/session", "Cookie", cookie).statusCode())
                    .isEqualTo(200);
            assertThat(get(client, "/api/v1/session", "Cookie", cookie.replace("__Host-", ""))
                            .statusCode())
                    .as("a name that a page in the clear could have set")
                    .isEqualTo(401);
            JsonNode session = Desks.JSON.readTree(signedIn.body());
            HttpRequest out = HttpRequest.newBuilder(root.resolve("/api/v1/session"))
                    .DELETE()
                    .headers(
                            "Cookie",
                            cookie,
                            "X-Parley-CSRF",
                            session.path("csrf").asString())
                    .build();
            HttpResponse<String> signedOut = client.send(out, BodyHandlers.ofString());
            assertThat(signedOut.headers().firstValue("set-cookie").orElseThrow())
                    .startsWith("__Host-parley-session=;")
                    .endsWith("; Secure; Max-Age=0");
            assertThat(get(client, "/api/v1/session", "Cookie", cookie).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void it_answers_to_its_own_names_alone() throws Exception {
        String port = ":" + root.getPort();
        assertThat(asked("127.0.0.1" + port)).startsWith("HTTP/1.1 200");
        assertThat(asked("LOCALHOST" + port)).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("strict-transport");
        for (String strange : List.of("parley.example", "evil.example" + port, "", "127.0.0.1.evil.example")) {
            assertThat(asked(strange)).as(strange).startsWith("HTTP/1.1 4").doesNotContain("\"up\"");
        }
    }

    @Test
    void a_page_comes_from_the_same_host_and_port_over_TLS() throws Exception {
        String own = "127.0.0.1:" + root.getPort();
        assertThat(asked(own, "Origin: https://" + own + "\n")).startsWith("HTTP/1.1 200");
        for (String strange : List.of(
                "http://" + own, "https://127.0.0.1", "https://127.0.0.1:1", "https://evil.example", "null", own)) {
            assertThat(asked(own, "Origin: " + strange + "\n")).as(strange).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void beyond_this_machine_there_is_TLS_or_nothing() {
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);
        assertThat(reasons(Entrance.of(
                        settings(Optional.empty(), "parley.example"), "0.0.0.0", everywhere, Instant.now())))
                .containsExactly("is reached from other machines, and passwords would go there in the clear");
        assertThat(reasons(entrance("0.0.0.0")))
                .containsExactly("means every address of this machine, and none by which browsers may call it");
        Entrance named = entrance("0.0.0.0", "parley.example").orElseThrow();
        assertThat(named.url(8443)).isEqualTo("https://parley.example:8443");
        assertThat(named.hosts()).contains("parley.example");
        assertThatThrownBy(() -> new Entrance(everywhere, "parley.example", named.hosts(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> reasons(Entered<Entrance> entered) {
        return switch (entered) {
            case Entered.Refused<Entrance>(List<Problem> problems) ->
                problems.stream().map(Problem::reason).toList();
            case Entered.Accepted<Entrance> accepted -> List.of();
        };
    }

    @Test
    void on_loopback_it_needs_none_and_is_called_as_it_was_written() {
        InetSocketAddress here = new InetSocketAddress(InetAddress.ofLiteral("::1"), 0);
        Entrance entrance = Entrance.of(settings(Optional.empty()), "::1", here, Instant.now())
                .orElseThrow();
        assertThat(entrance.url(8080)).isEqualTo("http://[::1]:8080");
        assertThat(entrance.hosts()).containsExactlyInAnyOrder("localhost", "127.0.0.1", "[::1]");
    }
}
