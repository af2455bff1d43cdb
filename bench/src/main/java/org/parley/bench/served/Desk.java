package org.parley.bench.served;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.bench.pair.Child;
import org.parley.bench.pair.Pair;
import org.parley.node.access.Access;
import org.parley.node.access.AccountDraft;
import org.parley.node.access.Caller;
import org.parley.node.access.Client;
import org.parley.node.access.How;
import org.parley.node.access.SignInLimits;
import org.parley.node.access.SignedIn;
import org.parley.node.access.TokenDraft;

/**
 * A node that is served, and its API as a program has it, or a person.
 *
 * @param link the port where others link
 * @param token of a program that may read and send
 * @param as the headers that say who asks
 */
public record Desk(Child process, int link, URI api, String token, Map<String, String> as) implements AutoCloseable {
    private static final String PASSWORD = "the heron stands in the reeds";

    /** What was answered. */
    public record Answer(int status, String body) {
        /** The first text that stands at a name. */
        public String text(String name) {
            int at = body.indexOf("\"" + name + "\":\"");
            int from = at + name.length() + 4;
            return at < 0 ? "" : body.substring(from, body.indexOf('"', from));
        }
    }

    /**
     * Starts it.
     *
     * @param more options of {@code serve}
     */
    public static Desk start(Path folder, String token, String... more) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("serve", folder.toString(), "--listen", "127.0.0.1:0", "--api", "127.0.0.1:0", "--one-person"));
        options.addAll(List.of(more));
        Child process = Child.start(
                folder.resolveSibling(folder.getFileName() + ".journal"),
                "org.parley.cli.Main",
                options.toArray(String[]::new));
        String ready = process.line();
        int link = Integer.parseInt(ready.replaceAll(".*listens on 127\\.0\\.0\\.1:([0-9]+).*", "$1"));
        URI api = URI.create(ready.replaceAll(".*answers at (\\S+?),?( .*)?$", "$1"));
        return new Desk(process, link, api, token, Map.of("Authorization", "Bearer " + token));
    }

    /** The same desk as its duty officer has it, who may answer. */
    public Desk person() throws IOException {
        Desk nobody = new Desk(process, link, api, token, Map.of());
        HttpURLConnection request = nobody.request("session");
        nobody.send(request, "{\"account\":\"kim\",\"password\":\"" + PASSWORD + "\"}");
        String csrf = answer(request).text("csrf");
        String cookie = request.getHeaderField("Set-Cookie").replaceFirst(";.*", "");
        return new Desk(process, link, api, token, Map.of("Cookie", cookie, "X-Parley-CSRF", csrf));
    }

    /** Gives a command of {@code parley} that says something; the name of the record that it became. */
    public static String command(String... words) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("parley-bench-", ".txt");
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        try (Child command = Child.start(errors, "org.parley.cli.Main", all.toArray(String[]::new))) {
            String record = new Answer(0, command.line()).text("record");
            command.finish();
            return record;
        } finally {
            Files.delete(errors);
        }
    }

    /** Makes the account of a duty officer and a token of it, before the node is served. */
    public static String token(Path folder) {
        Access access = Access.open(folder, SignInLimits.USUAL, Clock.systemUTC(), new SecureRandom());
        String code = access.firstCode().orElseThrow().text();
        access.firstAccount(code, "owl", "OWL", List.of("en"), PASSWORD).orElseThrow();
        access.accounts()
                .admit(
                        caller(access, "owl"),
                        new AccountDraft("kim", "K1", List.of("supervisor", "duty-officer"), List.of("en")),
                        PASSWORD)
                .orElseThrow();
        Instant month = Instant.now().plus(Duration.ofDays(30));
        return access.tokens()
                .make(caller(access, "kim"), new TokenDraft("bench", List.of("read", "draft", "send", "call"), month))
                .orElseThrow()
                .text();
    }

    private static Caller caller(Access access, String name) {
        Client here = new Client(InetAddress.getLoopbackAddress(), How.CONSOLE);
        return access.signIn(name, PASSWORD, here) instanceof SignedIn.Opened opened
                ? opened.session().caller()
                : fail(name);
    }

    private static Caller fail(String name) {
        throw new IllegalStateException(name + " cannot sign in");
    }

    private HttpURLConnection request(String path) throws IOException {
        HttpURLConnection request =
                (HttpURLConnection) api.resolve("/api/v1/" + path).toURL().openConnection();
        as.forEach(request::setRequestProperty);
        return request;
    }

    /** Posts something of a line; what is refused is an {@link IOException}. */
    public Answer post(Pair pair, String path, String body) throws IOException {
        HttpURLConnection request = request("lines/" + pair.line().hex() + "/" + path);
        send(request, body);
        return answer(request);
    }

    private void send(HttpURLConnection request, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.setRequestMethod("POST");
        request.setRequestProperty("Content-Type", "application/json");
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = request.getOutputStream()) {
            out.write(bytes);
        }
    }

    private static Answer answer(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        boolean good = status / 100 == 2;
        try (InputStream in = good ? request.getInputStream() : request.getErrorStream()) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!good) {
                throw new IOException(status + ": " + body);
            }
            return new Answer(status, body);
        }
    }

    private String line(Pair pair) throws IOException {
        return answer(request("lines/" + pair.line().hex())).body();
    }

    /** Whether a proposed agreement is in force. */
    public boolean isInForce(Pair pair, String proposal) throws IOException {
        return line(pair).contains("\"agreement\":\"" + proposal + "\"");
    }

    /** How many entries of all logs of a line are in its picture. */
    public long folded(Pair pair) throws IOException {
        long all = 0;
        var sizes = Pattern.compile("\"lane\":\"[a-z]+\",\"size\":([0-9]+)").matcher(line(pair));
        while (sizes.find()) {
            all += Long.parseLong(sizes.group(1));
        }
        return all;
    }

    @Override
    public void close() {
        process.close();
    }
}
