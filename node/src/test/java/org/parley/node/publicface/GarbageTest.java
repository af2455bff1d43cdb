package org.parley.node.publicface;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.publicface.Party.ASPEN;
import static org.parley.node.publicface.Party.BIRCH;
import static org.parley.node.publicface.Party.MAIN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.crypto.Algorithm;

@Isolated("the log of the HTTP server is that of all servers in this process")
class GarbageTest {
    private static final int EACH = Boolean.getBoolean("parley.nightly") ? 100_000 : 10_000;
    private static final long SEED = 20_261_124;
    private static final String LOG = "/" + MAIN;
    private static final String ALPHABET = "/%.?#;:x0123456789 abctilep-\\\t@&=+~\u00e9\u0000\r";
    private static final OtherLog OTHER = new OtherLog("log.example/one", 40, "a");

    /** All that a log of three entries has, and the witness. */
    private static final Set<String> THERE = new TreeSet<>(Set.of("/", "/index.json", "/add-checkpoint"));

    static {
        for (String path : List.of("checkpoint", "receipts")) {
            THERE.add(LOG + "/" + path);
        }
        for (String tile : List.of("0", "entries")) {
            for (int width = 1; width <= 3; width++) {
                THERE.add(LOG + "/tile/" + tile + "/000.p/" + width);
            }
        }
    }

    private final MemoryLogs disk = new MemoryLogs();
    private final Map<String, WitnessState.Seen> seen = new HashMap<>();

    private Face face() {
        for (int i = 0; i < 3; i++) {
            disk.grow(MAIN, BIRCH.log(MAIN));
        }
        WitnessState state = new WitnessState() {
            @Override
            public Optional<Seen> load(String origin) {
                return Optional.ofNullable(seen.get(origin));
            }

            @Override
            public void save(String origin, Seen head) {
                seen.put(origin, head);
            }
        };
        var witness = new Witness(
                Map.of(OTHER.origin(), List.of(OTHER.signer().key())),
                List.of(ASPEN.witness(Algorithm.ED25519)),
                Party.VERIFIER,
                state,
                () -> true,
                () -> Instant.ofEpochSecond(1_800_000_000));
        return Face.of(disk, witness, Party.line(MAIN));
    }

    private static void assert4xx(int status, String what) {
        assertThat(status).as(what).isBetween(400, 499);
    }

    @Test
    void no_garbage_path_finds_anything_or_breaks_anything() throws IOException {
        var random = new Random(SEED);
        List<String> paths = List.copyOf(THERE);
        Map<Integer, Integer> statuses = new HashMap<>();
        try (Face face = face();
                var client = new RawClient(face.logs.port())) {
            for (int i = 0; i < EACH; i++) {
                String path = garbled(paths.get(random.nextInt(paths.size())), random);
                // An empty fragment is dropped before it can be seen.
                boolean there = THERE.contains(path.endsWith("#") ? path.substring(0, path.length() - 1) : path);
                if (!there) {
                    int status = client.get(path, "Host: localhost");
                    assert4xx(status, "seed " + SEED + ", path " + i + ": " + path);
                    statuses.merge(status, 1, Integer::sum);
                }
            }
            assertThat(face.troubles).isEmpty();
            assertThat(statuses).containsKeys(400, 404);
            assertThat(client.get("/index.json", "Host: localhost")).isEqualTo(200);
        }
    }

    private static String garbled(String path, Random random) {
        var garbled = new StringBuilder(path);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(garbled.length() + 1);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> garbled.insert(at, c);
                case 1 -> garbled.replace(Math.min(at, garbled.length() - 1), garbled.length(), String.valueOf(c));
                case 2 -> garbled.insert(at, garbled.substring(at));
                default -> garbled.setCharAt(Math.min(at, garbled.length() - 1), c);
            }
        }
        return garbled.toString();
    }

    @Test
    void no_garbage_body_is_cosigned_or_breaks_anything() throws IOException {
        var random = new Random(SEED);
        try (Face face = face();
                var client = new RawClient(face.logs.port())) {
            byte[] first = OTHER.request(0, 5);
            byte[] second = OTHER.request(5, 9);
            face.submit(first);
            for (int i = 0; i < EACH; i++) {
                byte[] body = garbled(random.nextBoolean() ? first : second, random);
                if (!Arrays.equals(body, second)) {
                    int status = client.send(post(body), false);
                    assert4xx(status, "seed " + SEED + ", body " + i + ": " + new String(body, ISO_8859_1));
                }
            }
            assertThat(face.troubles).isEmpty();
            assertThat(seen.values()).extracting(WitnessState.Seen::size).containsExactly(5L);
            assertThat(client.send(post(second), false)).isEqualTo(200);
        }
    }

    private static byte[] garbled(byte[] body, Random random) {
        byte[] garbled = body.clone();
        if (random.nextInt(4) == 0) {
            garbled = Arrays.copyOf(garbled, random.nextInt(2 * garbled.length));
        }
        for (int changes = 1 + random.nextInt(3); changes > 0 && garbled.length > 0; changes--) {
            garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 64);
        }
        return garbled;
    }

    private static byte[] post(byte[] body) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST", "localhost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"})
    void loopback_names_are_served(String host) throws IOException {
        try (Face face = face();
                var client = new RawClient(face.logs.port())) {
            assertThat(client.get(LOG + "/checkpoint", "Host: " + host)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.2",
                "10.0.0.1",
                "localhost:",
                "localhost:123456",
                "localhost evil",
                "user@localhost",
                ""
            })
    void other_hosts_get_nothing(String host) throws IOException {
        try (Face face = face();
                var client = new RawClient(face.logs.port())) {
            assert4xx(client.get(LOG + "/checkpoint", "Host: " + host), host);
            assert4xx(client.get("http://localhost" + LOG + "/checkpoint", "Host: " + host), host);
        }
    }

    @Test
    void no_host_or_two_get_nothing() throws IOException {
        try (Face face = face();
                var client = new RawClient(face.logs.port())) {
            assert4xx(client.get("/", "Accept: */*"), "no host");
            assert4xx(client.get("/", "Host: localhost", "Host: evil.example"), "two");
            assert4xx(client.get("/", "Host: localhost", "Host: localhost"), "the same twice");
        }
    }

    @Test
    void what_is_too_long_is_refused_and_the_server_goes_on() throws IOException {
        try (Face face = face();
                var client = new RawClient(face.logs.port())) {
            assert4xx(client.get("/" + "x".repeat(2_000), "Host: localhost"), "path");
            assert4xx(client.get("/", "Host: localhost", "X: " + "x".repeat(10_000)), "header");
            // The answer may be lost with the connection that is closed on what is still being sent.
            assertThat(client.get("/" + "x".repeat(1_000_000), "Host: localhost"))
                    .isNotEqualTo(200);
            assertThat(client.get("/", "Host: localhost", "X: " + "x".repeat(1_000_000)))
                    .isNotEqualTo(200);
            assertThat(client.get("/", "Host: localhost")).isEqualTo(200);
        }
    }
}
