package org.parley.bench.served;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Listens to the events of a node, and knows when it first heard of what. */
public final class Ear implements AutoCloseable {
    private static final int A_MEGABYTE = 1 << 20;

    private final Socket socket;
    private final Map<String, CompletableFuture<Long>> heard = new ConcurrentHashMap<>();
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();

    private Ear(Socket socket) {
        this.socket = socket;
    }

    /** Begins to listen; it has begun when this returns. */
    public static Ear to(Desk desk) throws IOException {
        Socket socket = new Socket(desk.api().getHost(), desk.api().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
                        + desk.api().getPort() + "\r\nAuthorization: Bearer " + desk.token() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), A_MEGABYTE);
        String line = in.readLine();
        if (line == null || !line.contains(" 200 ")) {
            throw new IOException("no events: " + line);
        }
        while (!line.equals(":") && !line.startsWith(": ")) {
            line = in.readLine();
        }
        Ear ear = new Ear(socket);
        Thread.ofVirtual().start(() -> ear.listen(in));
        return ear;
    }

    private void listen(BufferedReader in) {
        try {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("id: ")) {
                    number = Long.parseLong(line.substring(line.lastIndexOf('-') + 1));
                } else if (line.startsWith("data: ")) {
                    hear(number, line);
                }
            }
        } catch (IOException e) {
            // The socket was closed: nobody listens any more.
        }
    }

    private void hear(long number, String data) {
        long now = System.nanoTime();
        name(data, "\"record\":\"").ifPresent(record -> {
            numbers.putIfAbsent(record, number);
            of(record).complete(now);
        });
        name(data, "{\"id\":\"").ifPresent(conflict -> of(conflict).complete(now));
    }

    private static Optional<String> name(String data, String before) {
        int at = data.indexOf(before);
        int from = at + before.length();
        return at < 0 ? Optional.empty() : Optional.of(data.substring(from, data.indexOf('"', from)));
    }

    /** When it first heard of a record or a conflict, by {@link System#nanoTime}; waits for it, a minute at most. */
    public long heard(String name) throws InterruptedException, IOException {
        try {
            return of(name).get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("nothing was heard of " + name + " within a minute", e);
        }
    }

    private CompletableFuture<Long> of(String name) {
        return heard.computeIfAbsent(name, each -> new CompletableFuture<>());
    }

    /** The number of the event by which it first heard of a record; waits for it. */
    public long number(String record) throws InterruptedException, IOException {
        heard(record);
        return Optional.ofNullable(numbers.get(record)).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
