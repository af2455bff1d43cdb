package org.parley.node.api;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.ledger.Bytes;
import org.parley.node.config.Certified;

/** Carries the API and the page over HTTP/1.1: a virtual thread for each request, limits on everything that a stranger sends. */
final class Server implements AutoCloseable {
    private static final int LONGEST_FIRST_LINE = 8 * 1024;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int CONNECTIONS = 4_096;
    private static final int AT_ONCE = 256;
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Router router;
    private final Gate gate;
    private final Page page = new Page();
    private final WebServer server;

    private Server(Entrance entrance, Router router, Gate gate) {
        this.router = router;
        this.gate = gate;
        this.server = server(entrance);
    }

    /**
     * Begins to serve.
     *
     * @throws BindException the port cannot be had
     */
    static Server start(Entrance entrance, Router router, Gate gate) throws BindException {
        Server server = new Server(entrance, router, gate);
        server.server.start();
        if (!server.server.isRunning()) {
            throw whyNot(entrance.at());
        }
        return server;
    }

    /** Helidon does not start and keeps the reason to itself, so the port is tried once more. */
    private static BindException whyNot(InetSocketAddress at) {
        try (ServerSocket again = new ServerSocket(at.getPort(), 1, at.getAddress())) {
            return new BindException("port " + again.getLocalPort() + " was in use a moment ago");
        } catch (BindException e) {
            return e;
        } catch (IOException e) {
            return new BindException(e.getMessage());
        }
    }

    /** The port that it listens to. */
    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private WebServer server(Entrance entrance) {
        WebServerConfig.Builder builder = WebServer.builder()
                .address(entrance.at().getAddress())
                .port(entrance.at().getPort())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .maxPayloadSize(gate.mostBytes())
                .maxTcpConnections(CONNECTIONS)
                .concurrencyLimit(FixedLimit.builder()
                        .permits(CONNECTIONS)
                        .queueLength(AT_ONCE)
                        .queueTimeout(PATIENCE)
                        .build())
                .idleConnectionTimeout(IDLE)
                .idleConnectionPeriod(IDLE.dividedBy(4))
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(LONGEST_FIRST_LINE)
                        .maxHeadersSize(MOST_HEADER_BYTES)
                        .build())
                .directHandlers(Server::details)
                .routing(routing -> routing.any(this::handle));
        entrance.tls().ifPresent(certified -> builder.tls(tls(certified)));
        return builder.build();
    }

    /** TLS 1.3 alone: every browser of the last six years speaks it. */
    private static Tls tls(Certified certified) {
        return Tls.builder()
                .privateKey(certified.key())
                .privateKeyCertChain(certified.chain())
                .enabledProtocols(List.of("TLSv1.3"))
                .build();
    }

    /** What is no HTTP, or too much of it, gets problem details too, and its connection ends. */
    private static void details(DirectHandlers.Builder handlers) {
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(
                    event,
                    (request, type, status, headers, message) -> DirectHandler.TransportResponse.builder()
                            .status(status)
                            .headers(headers.set(HeaderValues.create("Content-Type", "application/problem+json")))
                            .keepAlive(false)
                            .entity(((Reply.Whole)
                                            Reply.not(trouble(status.code())).body())
                                    .bytes())
                            .build());
        }
    }

    private static Unanswerable trouble(int status) {
        Trouble trouble = switch (status) {
            case 413 -> Trouble.TOO_LONG;
            case 503 -> Trouble.BUSY;
            case 500 -> Trouble.FAILED;
            case 404 -> Trouble.NOT_HERE;
            default -> Trouble.NO_JSON;
        };
        return new Unanswerable(trouble, List.of());
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        Reply reply = answer(request);
        response.status(Status.create(reply.status()));
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        gate.headers(request.headers().value(HeaderNames.HOST).orElse(""))
                .forEach((name, value) -> response.header(HeaderNames.create(name), value));
        switch (reply.body()) {
            case Reply.Whole whole -> response.send(whole.bytes());
            case Reply.Shown _ -> throw new IllegalStateException("the router writes what is shown");
            case Reply.Stream stream -> {
                try (OutputStream out = response.outputStream()) {
                    stream.telling().to(out);
                }
            }
        }
    }

    private Reply answer(ServerRequest request) {
        try {
            Call admitted = gate.admit(call(request));
            return page.answer(admitted).orElseGet(() -> router.answer(admitted));
        } catch (Unanswerable why) {
            return router.not(why);
        }
    }

    private Call call(ServerRequest request) {
        var prologue = request.prologue();
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .forEach(header -> headers.merge(
                        header.headerName().lowerCase(), header.values(), (one, other) -> one + "," + other));
        Map<String, String> query = request.query().isEmpty()
                ? Map.of()
                : request.query().names().stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> request.query().all(name).getLast()));
        List<String> path = List.of(prologue.uriPath().path().substring(1).split("/", -1));
        headers.put(Gate.CLIENT, client(request));
        return new Call(
                prologue.method().text(),
                path,
                query,
                headers,
                Bytes.of(body(request).orElse(new byte[0])),
                Carriage.CLEAR,
                Visitor.STRANGER);
    }

    /** As a literal: the name of a peer would be looked up, and would be whatever its network says. */
    private static String client(ServerRequest request) {
        return ((InetSocketAddress) request.remotePeer().address()).getAddress().getHostAddress();
    }

    private Optional<byte[]> body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return Optional.empty();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(gate.mostBytes() + 1);
            if (body.length > gate.mostBytes()) {
                throw Unanswerable.of(
                        Trouble.TOO_LONG,
                        "body",
                        "",
                        "longer than " + gate.mostBytes() + " bytes",
                        "send less at a time");
            }
            return Optional.of(body);
        } catch (IOException e) {
            throw Unanswerable.of(Trouble.NO_JSON, "body", "", "it ends before it is complete", "send it again");
        }
    }
}
