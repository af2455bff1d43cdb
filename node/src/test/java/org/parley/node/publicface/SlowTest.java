package org.parley.node.publicface;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.publicface.Party.BIRCH;
import static org.parley.node.publicface.Party.MAIN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Clients that take their time to ask, or to take the answer, hold a place for so long and no longer. */
class SlowTest {
    private static final Bounds SHORT = new Bounds(2, 8, Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final int DEADLINE_MS = 30_000;

    private final MemoryLogs disk = new MemoryLogs();
    private final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();

    private PublicLogs logs() throws IOException {
        for (int i = 0; i < 256; i++) {
            disk.grow(MAIN, BIRCH.log(MAIN));
        }
        Shown shown = () -> List.of(Party.line(MAIN));
        var router = new Router(disk, shown, Party.SIGNATURES, Optional.empty());
        return PublicLogs.start(0, router, SHORT, (what, why) -> troubles.add(why));
    }

    private static Socket connect(PublicLogs logs) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), logs.port()));
        socket.setSoTimeout(DEADLINE_MS);
        return socket;
    }

    private static boolean ends(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void who_begins_a_request_and_does_not_end_it_is_cut_off() throws IOException {
        try (PublicLogs logs = logs();
                Socket headers = connect(logs);
                Socket body = connect(logs)) {
            write(headers, "GET / HTTP/1.1\r\nHost: local");
            write(body, "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nold");
            assertThat(ends(headers)).isTrue();
            assertThat(ends(body)).isTrue();
            assertThat(status(logs)).isEqualTo(200);
            assertThat(troubles).isEmpty();
        }
    }

    /** It asks for more than all buffers on the way hold, and reads nothing: its asking ends with the connection. */
    @Test
    void who_does_not_take_its_answers_is_cut_off() throws IOException {
        try (PublicLogs logs = logs();
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), logs.port()));
            String request = "GET /" + MAIN + "/tile/0/000 HTTP/1.1\r\nHost: localhost\r\n\r\n";
            var cutOff = new CompletableFuture<IOException>();
            Thread.startVirtualThread(() -> {
                try {
                    write(deaf, request.repeat(200_000));
                } catch (IOException e) {
                    cutOff.complete(e);
                }
            });
            assertThat(cutOff).succeedsWithin(Duration.ofMillis(DEADLINE_MS)).isInstanceOf(SocketException.class);
            assertThat(status(logs)).isEqualTo(200);
            assertThat(troubles).isEmpty();
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(ISO_8859_1));
        out.flush();
    }

    private static int status(PublicLogs logs) throws IOException {
        try (var client = new RawClient(logs.port())) {
            return client.get("/" + MAIN + "/checkpoint", "Host: localhost");
        }
    }
}
