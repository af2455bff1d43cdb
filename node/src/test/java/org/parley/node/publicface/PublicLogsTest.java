package org.parley.node.publicface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.publicface.Party.BIRCH;
import static org.parley.node.publicface.Party.MAIN;
import static org.parley.node.publicface.Party.SAFETY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignedNote;

class PublicLogsTest {
    private static final NoteSigner SIGNER = BIRCH.log(MAIN);
    private static final String LOG = "/" + MAIN;

    private final MemoryLogs disk = new MemoryLogs();

    private void grow(int entries) {
        for (int i = 0; i < entries; i++) {
            disk.grow(MAIN, SIGNER);
        }
    }

    @Test
    void every_size_up_to_600_is_read_and_verified() {
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            var client = new TileClient(face, MAIN, SIGNER.key());
            for (int size = 1; size <= 600; size++) {
                grow(1);
                Checkpoint head = client.checkpoint();
                assertThat(head).isEqualTo(disk.checkpoint(MAIN));
                assertThat(head.size()).isEqualTo(size);
                client.verify(head);
            }
            assertThat(face.troubles).isEmpty();
        }
    }

    @Test
    void a_log_is_read_while_it_grows_and_earlier_heads_stay_readable()
            throws InterruptedException, ExecutionException {
        grow(250);
        try (Face face = Face.of(disk, Party.line(MAIN));
                var threads = Executors.newCachedThreadPool()) {
            var begun = new CountDownLatch(3);
            Callable<Long> reading = () -> {
                var client = new TileClient(face, MAIN, SIGNER.key());
                Checkpoint first = client.checkpoint();
                begun.countDown();
                Checkpoint head = first;
                while (head.size() < 540) {
                    head = client.checkpoint();
                    client.verify(head);
                }
                client.verify(first);
                return head.size();
            };
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reading));
            }
            begun.await();
            grow(290);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isEqualTo(540);
            }
            assertThat(face.troubles).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile/0/001.p/45",
                "/tile/entries/001.p/45",
                "/tile/0/001",
                "/tile/0/002.p/1",
                "/tile/1/000",
                "/tile/1/000.p/2",
                "/tile/2/000.p/1",
                "/tile/8/000.p/1",
                "/tile/63/000.p/1",
                "/tile/0/x001/000.p/1",
                "/tile/0/x999/x999/x999/x999/x999/999",
                "/tile/64/000",
                "/tile/-1/000",
                "/tile/00/000",
                "/tile/0/000.p/0",
                "/tile/0/000.p/256",
                "/tile/0/000.p/01",
                "/tile/0/0",
                "/tile/0/000/",
                "/tile/0//000",
                "/tile/0/../0/000",
                "/tile/0/%30%30%30",
                "/tile/0/000;x=1",
                "/tile",
                "/tile/",
                "/checkpoint/",
                "/Checkpoint",
                "/",
                ""
            })
    void what_the_newest_head_does_not_cover_or_is_no_path_is_not_there(String path) {
        grow(300);
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            HttpResponse<byte[]> response = face.get(LOG + path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        }
    }

    @Test
    void a_log_that_is_not_shown_or_has_no_head_is_not_there() {
        grow(3);
        disk.grow(SAFETY, BIRCH.log(SAFETY));
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            assertThat(face.get("/" + SAFETY + "/checkpoint").statusCode()).isEqualTo(404);
            assertThat(face.get("/" + SAFETY + "/tile/entries/000.p/1").statusCode())
                    .isEqualTo(404);
        }
        try (Face face = Face.of(new MemoryLogs(), Party.line(MAIN))) {
            assertThat(face.get(LOG + "/checkpoint").statusCode()).isEqualTo(404);
            assertThat(face.get(LOG + "/receipts").statusCode()).isEqualTo(404);
            assertThat(face.text("/")).doesNotContain(MAIN.toString());
        }
    }

    @Test
    void answers_say_what_they_are_and_how_long_they_hold() {
        grow(300);
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            for (String path : List.of("/tile/0/000", "/tile/1/000.p/1", "/tile/entries/001.p/44", "/tile/0/000.p/7")) {
                var headers = face.get(LOG + path).headers();
                assertThat(headers.firstValue("content-type")).hasValue("application/octet-stream");
                assertThat(headers.firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
            }
            for (String path : List.of("/checkpoint", "/receipts")) {
                var headers = face.get(LOG + path).headers();
                assertThat(headers.firstValue("content-type")).hasValue("text/plain; charset=utf-8");
                assertThat(headers.firstValue("cache-control")).hasValue("no-cache");
            }
        }
    }

    @Test
    void bodies_and_seeds_are_never_served() {
        grow(300);
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            for (String path : List.of("/tile/entries/000", "/tile/entries/001.p/44", "/checkpoint", "/receipts")) {
                assertThat(face.text(LOG + path)).doesNotContain(MemoryLogs.SECRET);
            }
        }
    }

    @Test
    void bundles_are_compressed_for_those_who_take_it() throws IOException {
        grow(256);
        String path = LOG + "/tile/entries/000";
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            HttpResponse<byte[]> plain = face.get(path);
            assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
            assertThat(plain.headers().firstValue("vary")).hasValue("accept-encoding");
            HttpResponse<byte[]> packed = face.send(face.request(path)
                    .header("Accept-Encoding", "br, GZIP;q=0.5")
                    .build());
            assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
            assertThat(packed.body().length).isLessThan(plain.body().length / 2);
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
            }
            HttpResponse<byte[]> refused = face.send(
                    face.request(path).header("Accept-Encoding", "gzip;q=0, br").build());
            assertThat(refused.body()).isEqualTo(plain.body());
        }
    }

    @Test
    void HEAD_gives_the_headers_of_GET_and_no_body() {
        grow(300);
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            for (String path : List.of(
                    "/", "/index.json", LOG + "/checkpoint", LOG + "/receipts", LOG + "/tile/0/000", LOG + "/none")) {
                HttpResponse<byte[]> get = face.get(path);
                HttpResponse<byte[]> head = face.send(face.request(path)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build());
                assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
                assertThat(head.body()).as(path).isEmpty();
                for (String header : List.of("content-type", "cache-control")) {
                    assertThat(head.headers().firstValue(header))
                            .as(path)
                            .isEqualTo(get.headers().firstValue(header));
                }
                if (!path.endsWith("/receipts")) {
                    assertThat(head.headers().firstValueAsLong("content-length"))
                            .as(path)
                            .hasValue(get.body().length);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "FETCH"})
    void other_methods_are_not_allowed(String method) {
        grow(1);
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            for (String path : List.of("/", LOG + "/checkpoint", LOG + "/tile/0/000.p/1", "/add-checkpoint", "/none")) {
                HttpResponse<byte[]> response = face.send(face.request(path)
                        .method(method, HttpRequest.BodyPublishers.ofString("x"))
                        .build());
                assertThat(response.statusCode()).as(path).isEqualTo(405);
                assertThat(response.headers().firstValue("allow")).hasValue("GET, HEAD");
            }
        }
    }

    @Test
    void queries_are_refused() {
        grow(1);
        try (Face face = Face.of(disk, Party.line(MAIN))) {
            assertThat(face.get(LOG + "/checkpoint?x=1").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_head_that_is_not_stored_yet_is_served_from_the_node() {
        grow(5);
        disk.add(MAIN, MemoryLogs.entry(5));
        var unwritten = SignedNote.sign(disk.checkpoint(MAIN).text(), List.of(SIGNER));
        Shown shown = new Shown() {
            @Override
            public List<ShownLine> lines() {
                return List.of(Party.line(MAIN));
            }

            @Override
            public Optional<Bytes> unwrittenHead(Origin origin) {
                return Optional.of(Bytes.of(unwritten.bytes()));
            }
        };
        try (Face face = Face.of(disk, shown)) {
            var client = new TileClient(face, MAIN, SIGNER.key());
            assertThat(client.checkpoint().size()).isEqualTo(6);
            client.verify(client.checkpoint());
            disk.sign(MAIN, SIGNER);
            grow(1);
            assertThat(client.checkpoint().size()).isEqualTo(7);
        }
    }

    @Test
    void a_failing_disk_is_told_to_the_node_and_nothing_of_it_to_the_asker() {
        grow(5);
        Shown shown = () -> {
            throw new IllegalStateException("secret path");
        };
        try (Face face = Face.of(disk, shown)) {
            HttpResponse<byte[]> response = face.get(LOG + "/checkpoint");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
            assertThat(face.troubles).hasSize(1);
        }
    }
}
