package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server does, the command ends in time, says that it verified nothing, and says why. */
@Timeout(120)
class HostileServerTest {
    /** What a server does to one who connects, until it throws or returns. */
    private interface Manner {
        void serve(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** A server with bad manners on this machine. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket listening;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Server(Manner manner) throws IOException {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var _ = threads.submit(() -> {
                while (true) {
                    Socket socket = listening.accept();
                    var _ = threads.submit(() -> serve(manner, socket));
                }
            });
        }

        private static Void serve(Manner manner, Socket socket) throws InterruptedException {
            try (socket;
                    OutputStream out = socket.getOutputStream()) {
                assertThat(socket.getInputStream().read()).isEqualTo('G');
                manner.serve(socket, out);
            } catch (IOException _) {
                // The reader went away, as it should.
            }
            return null;
        }

        String url() {
            return "http://127.0.0.1:" + listening.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            listening.close();
            threads.shutdownNow();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void forEver(OutputStream out, byte[] piece, int pause) throws IOException, InterruptedException {
        while (true) {
            out.write(piece);
            out.flush();
            if (pause > 0) {
                Thread.sleep(pause);
            }
        }
    }

    private static Map<String, Manner> manners() {
        Map<String, Manner> manners = new LinkedHashMap<>();
        manners.put("never answers", (_, _) -> Thread.sleep(Duration.ofMinutes(5)));
        manners.put("closes at once", (_, _) -> {});
        manners.put("answers a byte at a time", (_, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
            forEver(out, ascii("x"), 20);
        });
        manners.put("heads a byte at a time", (_, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nX: "));
            forEver(out, ascii("y"), 20);
        });
        manners.put("endless headers", (_, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            forEver(out, ascii("X-Y: " + "z".repeat(1_000) + "\r\n"), 0);
        });
        manners.put("an endless body", (_, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            forEver(out, new byte[65_536], 0);
        });
        manners.put("endless chunks", (_, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            forEver(out, ascii("4\r\nabcd\r\n"), 0);
        });
        manners.put("an immense length", (_, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n"));
            forEver(out, new byte[65_536], 0);
        });
        manners.put("not yet, for ever", (_, out) -> forEver(out, ascii("HTTP/1.1 103 Early Hints\r\n\r\n"), 0));
        manners.put("no HTTP", (_, out) -> {
            byte[] garbage = new byte[100_000];
            new Random(1).nextBytes(garbage);
            out.write(garbage);
        });
        manners.put("not here", (_, out) -> out.write(ascii("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")));
        manners.put(
                "an answer without a log",
                (_, out) -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")));
        return manners;
    }

    @Test
    void the_command_ends_in_time_and_says_why() throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Run>> runs = new LinkedHashMap<>();
            manners().forEach((name, manner) -> runs.put(name, all.submit(() -> run(manner))));
            for (Map.Entry<String, Future<Run>> each : runs.entrySet()) {
                Run run = each.getValue().get(60, TimeUnit.SECONDS);
                assertThat(run.code()).as(each.getKey()).isEqualTo(2);
                assertThat(run.out()).as(each.getKey()).contains("the list of logs ");
            }
        }
    }

    private static Run run(Manner manner) throws IOException {
        try (Server server = new Server(manner)) {
            return Run.of(server.url(), "--timeout", "2s");
        }
    }

    @Test
    void a_redirection_is_not_followed() throws IOException {
        MadeLine line = MadeLine.of(3, 1);
        try (Face sound = new Face(line.face());
                Server server = new Server((_, out) -> out.write(
                        ascii("HTTP/1.1 302 Found\r\nLocation: " + sound.url() + "\r\nContent-Length: 0\r\n\r\n")))) {
            Run run = Run.of(server.url());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).contains("HTTP 302");
        }
    }

    /** A hundred logs, none of which answers: it is given up long before a hundred times the time for one. */
    @Test
    void a_server_that_falls_silent_is_left() throws IOException {
        StringBuilder index = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            index.append(String.format("parley/%032x/BIRCH/main/1-0a1b2c3d%n", i));
        }
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + index.length() + "\r\n\r\n";
        try (Server server = new Server((socket, out) -> {
            byte[] asked = new byte[5];
            assertThat(socket.getInputStream().readNBytes(asked, 0, 5)).isEqualTo(5);
            if (asked[4] == ' ') {
                out.write(ascii(head + index));
            } else {
                Thread.sleep(Duration.ofMinutes(5));
            }
        })) {
            Run deadline = Run.of(server.url(), "--deadline", "3s");
            assertThat(deadline.code()).isEqualTo(2);
            assertThat(deadline.out()).contains("not done within 3 seconds");
            Run silent = Run.of(server.url(), "--timeout", "1s");
            assertThat(silent.code()).isEqualTo(2);
            assertThat(silent.out()).contains("does not answer any more");
        }
    }
}
