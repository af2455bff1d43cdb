package org.parley.node.publicface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A running public face and a client of it. */
final class Face implements AutoCloseable {
    final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();
    final PublicLogs logs;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Face(MemoryLogs disk, Shown shown, Optional<Witness> witness) {
        try {
            logs = PublicLogs.start(0, disk, shown, Party.SIGNATURES, witness, (what, why) -> troubles.add(why));
        } catch (BindException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Face of(MemoryLogs disk, ShownLine... lines) {
        return new Face(disk, () -> List.of(lines), Optional.empty());
    }

    static Face of(MemoryLogs disk, Shown shown) {
        return new Face(disk, shown, Optional.empty());
    }

    static Face of(Witness witness) {
        return new Face(new MemoryLogs(), List::of, Optional.of(witness));
    }

    static Face of(MemoryLogs disk, Witness witness, ShownLine... lines) {
        return new Face(disk, () -> List.of(lines), Optional.of(witness));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + logs.port() + path));
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).build());
    }

    String text(String path) {
        return text(get(path));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> submit(byte[] body) {
        return send(request("/add-checkpoint")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    @Override
    public void close() {
        client.close();
        logs.close();
    }
}
