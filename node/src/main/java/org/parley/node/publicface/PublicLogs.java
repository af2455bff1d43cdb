package org.parley.node.publicface;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.line.Disk;
import org.parley.ledger.note.AddCheckpoint;

/**
 * Serves the logs of a node, and its witness if it has one, by HTTP on the loopback address. It speaks to programs on this
 * machine; to be seen by others it needs a proxy in front that sends a loopback name as Host.
 */
public final class PublicLogs implements AutoCloseable {
    /** Helidon tells of each start and stop; the node does that itself. Kept here, or the level would be forgotten with it. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** Each may be reading a tile's worth of entries with their bodies, a megabyte at a time. */
    private static final int MOST_REQUESTS = 32;

    private static final int MOST_CONNECTIONS = 256;

    /** The longest path is that of an origin and a tile, below 160 bytes. */
    private static final int LONGEST_FIRST_LINE = 1024;

    private static final int MOST_HEADER_BYTES = 8 * 1024;

    /** Nothing that is taken here takes longer to send over loopback. */
    private static final Duration READING = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Router router;
    private final Troubles troubles;
    private final WebServer server;

    private PublicLogs(int port, Router router, Troubles troubles) {
        HELIDON.setLevel(Level.WARNING);
        this.router = router;
        this.troubles = troubles;
        this.server = server(port);
    }

    /**
     * Begins to serve.
     *
     * @param port on the loopback address; 0 for any that is free
     */
    public static PublicLogs start(
            int port, Disk disk, Shown shown, Signatures signatures, Optional<Witness> witness, Troubles troubles) {
        var logs = new PublicLogs(port, new Router(disk, shown, signatures, witness), troubles);
        logs.server.start();
        return logs;
    }

    /** The port that it listens to. */
    public int port() {
        return server.port();
    }

    /** Ends; what is being answered gets a moment to end too. */
    @Override
    public void close() {
        server.stop();
    }

    private WebServer server(int port) {
        return WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(port)
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .maxPayloadSize(AddCheckpoint.MOST_BYTES)
                .maxTcpConnections(MOST_CONNECTIONS)
                .maxConcurrentRequests(MOST_REQUESTS)
                .idleConnectionTimeout(IDLE)
                .connectionOptions(socket -> socket.readTimeout(READING))
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(LONGEST_FIRST_LINE)
                        .maxHeadersSize(MOST_HEADER_BYTES)
                        .build())
                .directHandlers(PublicLogs::silent)
                .routing(routing -> routing.any(this::handle))
                .build();
    }

    /** What is no HTTP is answered with its code alone. */
    private static void silent(DirectHandlers.Builder handlers) {
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(
                    event,
                    (request, type, status, headers, message) -> DirectHandler.TransportResponse.builder()
                            .status(status)
                            .headers(headers)
                            .keepAlive(false)
                            .entity((status.code() + "\n").getBytes(StandardCharsets.UTF_8))
                            .build());
        }
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        Answer answer = answer(request);
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.header("x-content-type-options", "nosniff");
        boolean isHead = request.prologue().method().text().equals("HEAD");
        switch (answer.body()) {
            case Answer.Whole whole
            when isHead -> {
                response.contentLength(whole.bytes().length());
                response.send();
            }
            case Answer.Whole whole -> response.send(whole.bytes().array());
            case Answer.Pieces pieces when isHead -> response.send();
            case Answer.Pieces pieces -> send(pieces, response);
        }
    }

    private Answer answer(ServerRequest request) {
        try {
            return router.answer(asked(request));
        } catch (RuntimeException e) {
            troubles.happened("a request was not answered", e);
            return Answer.not(500, "this node failed to answer");
        }
    }

    private void send(Answer.Pieces pieces, ServerResponse response) throws IOException {
        try (OutputStream out = response.outputStream()) {
            while (pieces.pieces().hasNext()) {
                out.write(next(pieces));
            }
        }
    }

    private byte[] next(Answer.Pieces pieces) {
        try {
            return pieces.pieces().next();
        } catch (RuntimeException e) {
            troubles.happened("an answer was broken off", e);
            throw e;
        }
    }

    private static Asked asked(ServerRequest request) {
        var prologue = request.prologue();
        List<String> hosts = request.headers().contains(HeaderNames.HOST)
                ? request.headers().get(HeaderNames.HOST).allValues()
                : List.of();
        Optional<String> encoding = request.headers().contains(HeaderNames.ACCEPT_ENCODING)
                ? Optional.of(String.join(
                        ",", request.headers().get(HeaderNames.ACCEPT_ENCODING).allValues()))
                : Optional.empty();
        return new Asked(
                prologue.method().text(),
                prologue.uriPath().rawPath(),
                prologue.hasQuery() || prologue.fragment().hasValue(),
                hosts,
                encoding,
                () -> body(request));
    }

    private static Optional<byte[]> body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(AddCheckpoint.MOST_BYTES + 1);
            return Optional.of(body).filter(all -> all.length <= AddCheckpoint.MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
