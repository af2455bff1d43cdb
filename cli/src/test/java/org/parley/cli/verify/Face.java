package org.parley.cli.verify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small server of what a public face serves, on this machine only. */
final class Face implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Face(Map<String, byte[]> files) {
        this(files, "");
    }

    /** One path never stops answering, without an end. */
    Face(Map<String, byte[]> files, String endless) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Optional<byte[]> file = Optional.ofNullable(files.get(path));
            try (OutputStream out = exchange.getResponseBody()) {
                if (path.equals(endless)) {
                    exchange.sendResponseHeaders(200, 0);
                    drip(out);
                } else if (file.isEmpty()) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    exchange.sendResponseHeaders(200, file.get().length == 0 ? -1 : file.get().length);
                    out.write(file.get());
                }
            }
        });
        server.start();
    }

    /** A byte now and then, until the reader goes away. */
    private static void drip(OutputStream out) throws IOException {
        try {
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
