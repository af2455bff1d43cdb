package org.parley.cli.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The one page of the story, on this machine alone: the strip of steps, and inside it the consoles of the two nodes. Cookies know
 * no ports, so this page can hand the browser the sessions of both desks, and the visitor signs in nowhere.
 */
final class StoryPage implements AutoCloseable {
    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8",
            "/story.css", "text/css; charset=utf-8",
            "/story.js", "text/javascript; charset=utf-8");

    private final HttpServer server;
    private final Strip strip;

    private StoryPage(HttpServer server, Strip strip) {
        this.server = server;
        this.strip = strip;
    }

    /** Takes a free port; it answers once it is open. */
    static StoryPage of(Strip strip) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return new StoryPage(server, strip);
    }

    /** What its pages come from. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Begins to answer, and gives on what the visitor wants. */
    void open(Consumer<Narrator.Wish> wishes) {
        server.createContext("/", exchange -> answer(exchange, wishes));
        server.start();
    }

    private void answer(HttpExchange exchange, Consumer<Narrator.Wish> wishes) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!isOurs(exchange)) {
                send(exchange, 403, "text/plain", "another site's page");
            } else if (path.equals("/state")) {
                strip.cookies().forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
                send(exchange, 200, "application/json", strip.shown().toString());
            } else if (exchange.getRequestMethod().equals("POST")) {
                Optional<Narrator.Wish> wish = wish(path);
                wish.ifPresent(wishes);
                send(exchange, wish.isPresent() ? 202 : 404, "text/plain", "");
            } else {
                file(exchange, path);
            }
        }
    }

    /** Only this page asks; another site's page has another Host, or another Origin. */
    private boolean isOurs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("host");
        String origin = exchange.getRequestHeaders().getFirst("origin");
        boolean reads = exchange.getRequestMethod().equals("GET");
        return ("http://" + host).equals(origin()) && (origin == null ? reads : origin.equals(origin()));
    }

    private static Optional<Narrator.Wish> wish(String path) {
        if (path.equals("/do")) {
            return Optional.of(new Narrator.Wish.DoIt());
        } else if (path.equals("/next")) {
            return Optional.of(new Narrator.Wish.Next());
        } else if (path.matches("/go/[0-9]{1,3}")) {
            return Optional.of(new Narrator.Wish.Go(Integer.parseInt(path.substring("/go/".length()))));
        }
        return Optional.empty();
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        String name = path.equals("/") ? "/story.html" : path;
        try (InputStream in = StoryPage.class.getResourceAsStream("story" + name)) {
            String type = FILES.get(path);
            if (in == null || type == null) {
                send(exchange, 404, "text/plain", "no such page");
            } else {
                send(exchange, 200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.getResponseHeaders().set("cache-control", "no-store");
        exchange.getResponseHeaders().set("x-content-type-options", "nosniff");
        exchange.getResponseHeaders()
                .set(
                        "content-security-policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src"
                                + " http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
