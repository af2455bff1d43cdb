package org.parley.cli.verify.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.parley.cli.BadInput;
import org.parley.cli.verify.audit.Deadline;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Malformed;

/** Gets small things over HTTP, each within a time and a size: neither a slow nor an endless server holds it up. */
final class Fetch implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int TRIES = 2;

    /** A face of which so much is missing is no face. */
    private static final int MOST_FAILURES = 1_000;

    /** A server that let so many requests in a row run out of time is gone: with eight threads that takes twice one's time. */
    private static final int MOST_SILENT = 16;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final URI base;
    private final Duration each;
    private final Deadline deadline;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();

    /** Everything lies below {@code base}, which ends in a slash. */
    Fetch(URI base, Duration each, Deadline deadline) {
        this.base = base;
        this.each = each;
        this.deadline = deadline;
    }

    /** What lies there; what cannot be got is malformed, and after very many of those it is the whole that cannot be read. */
    Blob get(String path, int limit) {
        return find(path, limit).orElseThrow(() -> failed("HTTP 404"));
    }

    /** The same, but empty where there is nothing. */
    Optional<Blob> find(String path, int limit) {
        String why = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                HttpResponse<byte[]> response = once(path, limit);
                return response.statusCode() == 404 ? Optional.empty() : Optional.of(answer(response, limit));
            } catch (IOException e) {
                why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
        }
        throw failed(why);
    }

    private Malformed failed(String why) {
        if (failures.incrementAndGet() > MOST_FAILURES) {
            throw new BadInput(
                    base + " does not give " + MOST_FAILURES + " of what it should: " + why, "try it again later");
        }
        return new Malformed("cannot be fetched: " + why);
    }

    private HttpResponse<byte[]> once(String path, int limit) throws IOException {
        Duration left = deadline.left();
        Duration time = left.compareTo(each) < 0 ? left : each;
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(time).GET().build();
        CompletableFuture<HttpResponse<byte[]>> running =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            HttpResponse<byte[]> response = running.get(time.toNanos(), TimeUnit.NANOSECONDS);
            silent.set(0);
            return response;
        } catch (TimeoutException e) {
            running.cancel(true);
            throw late(time, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw late(time, e);
            }
            silent.set(0);
            throw new IOException(said(e.getCause()), e);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted", "run it again");
        }
    }

    private IOException late(Duration time, Exception why) {
        deadline.left();
        if (silent.incrementAndGet() > MOST_SILENT) {
            throw new BadInput(
                    base + " does not answer any more: " + MOST_SILENT
                            + " requests in a row had no whole answer within " + time.toSeconds() + " s",
                    "try it again later, or with a longer --timeout");
        }
        return new IOException("no whole answer within " + time.toSeconds() + " s", why);
    }

    private static String said(@Nullable Throwable why) {
        return switch (why) {
            case null -> "no answer";
            case ConnectException _ -> "nobody answers there";
            default -> why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        };
    }

    private static Blob answer(HttpResponse<byte[]> response, int limit) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        if (!response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return Blob.of(response.body());
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("longer than " + limit + " bytes");
            }
            return Blob.of(bytes);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
