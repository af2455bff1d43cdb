package org.parley.cli.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.parley.cli.BadInput;
import tools.jackson.databind.JsonNode;

/** The API of a node over HTTP, as whoever has a token. */
final class WebApi implements Api {
    private static final Duration DIALLING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final URI root;
    private final Optional<String> token;
    private final HttpClient client;

    private WebApi(URI root, Optional<String> token, HttpClient client) {
        this.root = root;
        this.token = token;
        this.client = client;
    }

    /**
     * @param text the address as it was given, {@code https://parley.example:8443}
     * @param certificate a file with what the node shows; empty where an authority has signed that
     */
    static WebApi of(String text, Optional<String> token, Optional<Path> certificate) throws IOException {
        try {
            URI root = URI.create(text.replaceFirst("/+$", ""));
            if (root.getHost() != null && root.getRawPath().isEmpty() && root.getRawQuery() == null) {
                HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(DIALLING);
                if (certificate.isPresent()) {
                    client.sslContext(Trusted.by(certificate.get()));
                }
                return new WebApi(root, token, client.build());
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(text + " is no address: " + e.getMessage(), "for example http://127.0.0.1:8080");
        }
        throw new BadInput(text + " is not the address of a server", "for example http://127.0.0.1:8080");
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        headers.forEach(request::header);
        return request;
    }

    @Override
    public Answer ask(String method, String path, Map<String, String> headers, Optional<JsonNode> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, headers).timeout(ANSWERING);
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        request.method(
                method,
                body.map(json -> BodyPublishers.ofString(Jsons.print(json))).orElse(BodyPublishers.noBody()));
        HttpResponse<String> answer = sent(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return Api.taken(answer.statusCode(), answer.body());
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return client.send(request, handler);
        } catch (SSLHandshakeException e) {
            throw new BadInput(
                    root + " does not show a certificate that is trusted here: " + e.getMessage(),
                    "--certificate FILE names that of a node which no authority has signed");
        } catch (ConnectException e) {
            throw new BadInput("nobody answers at " + root, "parley serve DIR --api HOST:PORT opens it there");
        }
    }

    /** Events end with an empty line each. */
    @Override
    public void listen(Listener listener) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                sent(request(ROOT + "events", Map.of()).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != 200) {
                Api.taken(answer.statusCode(), lines.readAllAsString());
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    listener.heard();
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
