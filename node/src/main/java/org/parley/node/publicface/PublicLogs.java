package org.parley.node.publicface;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.note.AddCheckpoint;

/**
 * Serves the logs of a node, and its witness if it has one, by HTTP on the loopback address. It speaks to programs on this
 * machine; to be seen by others it needs a proxy in front that sends a loopback name as Host.
 */
public final class PublicLogs implements AutoCloseable {
    /** Helidon tells of starts, stops and strangers' mistakes; what is its own fault goes to the node. Kept here, or the level would be forgotten with it. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** Requests that are computed at once, in threads of the machine: SQLite would hold the carriers of the virtual ones. */
    public static final int READERS = 2;

    /** Where it listens: nobody reaches it from another machine but through a program that is put in front of it. */
    public static final String ADDRESS = "127.0.0.1";

    /** The longest path is that of an origin and a tile, below 160 bytes. */
    private static final int LONGEST_FIRST_LINE = 1024;

    private static final int MOST_HEADER_BYTES = 8 * 1024;

    private final Router router;
    private final Troubles troubles;
    private final Bounds bounds;
    private final Patience patience;
    private final ExecutorService readers;
    /** A body somewhat too long is read to its end: who still sends when the connection ends may never see the answer. */
    private static final int MOST_READ = 4 * AddCheckpoint.MOST_BYTES;

    private final Handler faults;
    private final WebServer server;

    private PublicLogs(int port, Router router, Bounds bounds, Troubles troubles) {
        HELIDON.setLevel(Level.OFF);
        HELIDON.setUseParentHandlers(false);
        this.faults = new Faults(troubles);
        this.router = router;
        this.bounds = bounds;
        this.troubles = troubles;
        this.patience = new Patience(bounds.patience());
        this.readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().daemon().name("public-logs-", 1).factory());
        this.server = server(port);
    }

    /**
     * Begins to serve.
     *
     * @param port on the loopback address; 0 for any that is free
     * @param troubles is told from many threads
     * @throws BindException the port cannot be had
     */
    public static PublicLogs start(
            int port, Holdings disk, Shown shown, Signatures signatures, Optional<Witness> witness, Troubles troubles)
            throws BindException {
        return start(port, new Router(disk, shown, signatures, witness), Bounds.USUAL, troubles);
    }

    static PublicLogs start(int port, Router router, Bounds bounds, Troubles troubles) throws BindException {
        var logs = new PublicLogs(port, router, bounds, troubles);
        try {
            logs.server.start();
            if (!logs.server.isRunning()) {
                throw whyNot(port);
            }
            HELIDON.setLevel(Level.SEVERE);
            HELIDON.addHandler(logs.faults);
            return logs;
        } catch (BindException | RuntimeException e) {
            logs.end();
            throw e;
        }
    }

    /** Helidon does not start and keeps the reason to itself, so the port is tried once more. */
    private static BindException whyNot(int port) {
        try (var again = new ServerSocket(port, 1, InetAddress.ofLiteral(ADDRESS))) {
            return new BindException("port " + again.getLocalPort() + " was in use a moment ago");
        } catch (BindException e) {
            return e;
        } catch (IOException e) {
            return new BindException(e.getMessage());
        }
    }

    /** The port that it listens to. */
    public int port() {
        return server.port();
    }

    /** Ends; what is being answered gets a moment to end too. */
    @Override
    public void close() {
        server.stop();
        end();
    }

    private void end() {
        HELIDON.removeHandler(faults);
        patience.close();
        readers.shutdownNow();
    }

    private WebServer server(int port) {
        return WebServer.builder()
                .address(InetAddress.ofLiteral(ADDRESS))
                .port(port)
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .maxPayloadSize(MOST_READ)
                .maxTcpConnections(bounds.connections())
                .concurrencyLimit(FixedLimit.builder()
                        .permits(bounds.requests())
                        .queueLength(bounds.connections())
                        .queueTimeout(bounds.patience().multipliedBy(2))
                        .build())
                .idleConnectionTimeout(bounds.idle())
                .idleConnectionPeriod(bounds.idle().dividedBy(4))
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(LONGEST_FIRST_LINE)
                        .maxHeadersSize(MOST_HEADER_BYTES)
                        .addReceiveListener(patience)
                        .build())
                .directHandlers(PublicLogs::details)
                .routing(routing -> routing.any(this::handle))
                .build();
    }

    /** What is no HTTP, or too much of it, gets the same problem details as everything else, and its connection ends. */
    private static void details(DirectHandlers.Builder handlers) {
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(
                    event,
                    (request, type, status, headers, message) -> DirectHandler.TransportResponse.builder()
                            .status(status)
                            .headers(headers.set(HeaderValues.create("Content-Type", Answer.PROBLEM)))
                            .keepAlive(false)
                            .entity(details(status.code()))
                            .build());
        }
    }

    private static byte[] details(int status) {
        Problem problem = switch (status) {
            case 413 -> Problem.TOO_LONG;
            case 503 -> Problem.BUSY;
            case 500 -> Problem.FAILED;
            default -> Problem.NO_REQUEST;
        };
        return Answer.details(problem, status, problem.wayOut());
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        try {
            answer(request, response);
        } finally {
            patience.done();
        }
    }

    private void answer(ServerRequest request, ServerResponse response) throws IOException {
        Answer answer = answer(asked(request));
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

    private Answer answer(Asked asked) {
        try {
            return read(() -> router.answer(asked));
        } catch (RuntimeException e) {
            troubles.happened("a request was not answered", e);
            return Answer.not(Problem.FAILED);
        }
    }

    private void send(Answer.Pieces pieces, ServerResponse response) throws IOException {
        try (OutputStream out = response.outputStream()) {
            while (pieces.pieces().hasNext()) {
                out.write(next(pieces));
                patience.goesOn();
            }
        }
    }

    private byte[] next(Answer.Pieces pieces) {
        try {
            return read(pieces.pieces()::next);
        } catch (RuntimeException e) {
            troubles.happened("an answer was broken off", e);
            throw e;
        }
    }

    /** Whoever is interrupted while waiting waits no more: the connection is at its end. */
    private <T> T read(Callable<T> question) {
        Future<T> answer = readers.submit(question);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("it took too long", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Faults of the server itself. */
    private static final class Faults extends Handler {
        private final Troubles troubles;

        Faults(Troubles troubles) {
            this.troubles = troubles;
        }

        @Override
        public void publish(LogRecord fault) {
            troubles.happened(
                    "the HTTP server failed",
                    new IllegalStateException(String.valueOf(fault.getMessage()), fault.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
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
                prologue.method().text().equals("POST") ? body(request) : Optional.of(new byte[0]));
    }

    private static Optional<byte[]> body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(MOST_READ);
            return Optional.of(body).filter(all -> all.length <= AddCheckpoint.MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
