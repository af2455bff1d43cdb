package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and verifies a log over HTTP, written from signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles and RFC 6962
 * alone: it uses the JDK and nothing of Parley.
 */
final class SpecClient implements AutoCloseable {
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ED25519 = 1;
    private static final int COSIGNATURE = 4;

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, byte[]> fullTiles = new ConcurrentHashMap<>();

    /** What a log says of itself. */
    record Head(String origin, long size, String root, String text, List<Line> lines) {}

    /** A signature line of a note; the last part is key id and signature in base64. */
    record Line(String name, String signature) {
        private byte[] bytes() {
            return Base64.getDecoder().decode(signature);
        }

        boolean isBy(String by, byte[] keyId) {
            return name.equals(by) && Arrays.equals(Arrays.copyOf(bytes(), 4), keyId);
        }

        byte[] blob() {
            byte[] bytes = bytes();
            return Arrays.copyOfRange(bytes, 4, bytes.length);
        }
    }

    /** @param base for example http://127.0.0.1:8080 */
    SpecClient(String base) {
        this.base = base;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] found(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    String text(String path) throws IOException, InterruptedException {
        return new String(found(path), StandardCharsets.UTF_8);
    }

    /** The checkpoint that is served now; a signature of the log must be on it. */
    Head head(String origin, String vkey) throws Exception {
        String note = text("/" + origin + "/checkpoint");
        int end = note.lastIndexOf("\n\n") + 1;
        String text = note.substring(0, end);
        List<Line> lines = lines(note.substring(end + 1));
        String[] body = text.split("\n", -1);
        assertThat(body).hasSize(4).startsWith(origin);
        Head head = new Head(origin, Long.parseLong(body[1]), body[2], text, lines);
        assertThat(signed(head, vkey)).as("signed by %s", vkey).isTrue();
        return head;
    }

    /** Signature lines: an em dash, a name, key id and signature in base64. */
    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] parts = line.split(" ", -1);
                assertThat(parts).as(line).hasSize(3).startsWith("\u2014");
                lines.add(new Line(parts[1], parts[2]));
            }
        }
        return lines;
    }

    /** Whether one line is by this key and its signature is right: as a plain signature or as a cosignature, as its type is. */
    boolean signed(Head head, String vkey) throws Exception {
        String[] parts = vkey.split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        byte[] id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        assertThat(HexFormat.of().formatHex(id)).isEqualTo(parts[1]);
        byte[] text = head.text.getBytes(StandardCharsets.UTF_8);
        for (Line line : head.lines) {
            if (line.isBy(parts[0], id)) {
                byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
                return switch (typed[0]) {
                    case ED25519 -> verifies(key, text, line.blob());
                    case COSIGNATURE -> cosigned(key, text, line.blob());
                    default -> throw new IllegalArgumentException("type " + typed[0]);
                };
            }
        }
        return false;
    }

    private static boolean cosigned(byte[] key, byte[] text, byte[] blob) throws Exception {
        long time = ByteBuffer.wrap(blob).getLong();
        byte[] header = ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.UTF_8);
        return time > 0 && verifies(key, join(header, text), Arrays.copyOfRange(blob, 8, blob.length));
    }

    private static boolean verifies(byte[] key, byte[] message, byte[] signature) throws GeneralSecurityException {
        var ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(ED25519_SPKI, key))));
        ed25519.update(message);
        return ed25519.verify(signature);
    }

    /** Reads all of a log as of a head and recomputes each tile, full and partial, and the root from the entries. */
    List<String> verified(Head head) throws Exception {
        List<byte[]> entries = new ArrayList<>();
        for (long tile = 0; tile * 256 < head.size; tile++) {
            int width = (int) Math.min(256, head.size - tile * 256);
            ByteBuffer bundle = ByteBuffer.wrap(tile(head.origin, "entries", tile, width));
            for (int i = 0; i < width; i++) {
                byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(entry);
                entries.add(entry);
            }
            assertThat(bundle.hasRemaining()).isFalse();
        }
        List<byte[]> hashes = new ArrayList<>();
        for (byte[] entry : entries) {
            hashes.add(sha256(new byte[] {0}, entry));
        }
        assertThat(Base64.getEncoder().encodeToString(treeHash(hashes))).isEqualTo(head.root);
        for (int level = 0; !hashes.isEmpty(); level++) {
            for (int first = 0; first < hashes.size(); first += 256) {
                List<byte[]> row = hashes.subList(first, Math.min(hashes.size(), first + 256));
                assertThat(tile(head.origin, String.valueOf(level), first / 256, row.size()))
                        .as("tile %s of level %s", first / 256, level)
                        .isEqualTo(join(row.toArray(byte[][]::new)));
            }
            List<byte[]> above = new ArrayList<>();
            for (int first = 0; first + 256 <= hashes.size(); first += 256) {
                above.add(treeHash(hashes.subList(first, first + 256)));
            }
            hashes = above;
        }
        return entries.stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    private byte[] tile(String origin, String level, long index, int width) throws Exception {
        String number = "%03d".formatted(index % 1000);
        for (long left = index / 1000; left > 0; left /= 1000) {
            number = "x%03d/".formatted(left % 1000) + number;
        }
        String path = "/" + origin + "/tile/" + level + "/" + number;
        if (width < 256) {
            return found(path + ".p/" + width);
        }
        byte[] known = fullTiles.get(path);
        byte[] tile = known == null ? found(path) : known;
        fullTiles.put(path, tile);
        return tile;
    }

    /** MTH of RFC 6962, section 2.1. */
    static byte[] treeHash(List<byte[]> leaves) throws GeneralSecurityException {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, treeHash(leaves.subList(0, left)), treeHash(leaves.subList(left, leaves.size())));
    }

    static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(join(parts));
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
