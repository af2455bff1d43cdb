package org.parley.node.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The console's page, from the class path: the module {@code console} puts it there, where it was built. Its files hold nothing
 * that anyone may not see; whoever has the page still signs in.
 */
final class Page {
    /** Where the module {@code console} puts the page. */
    private static final String FOLDER = "/org/parley/console/page/";

    private static final String INDEX = "index.html";

    /** Each begins with a letter or digit, so none leads out of its folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    /** Fonts are compressed already. */
    private static final String DENSE = "woff2";

    /** A name of these files has a hash of what is in it, so that it never means anything else. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** A file, and the same compressed where that is worth it. */
    @SuppressWarnings("ArrayRecordComponent") // written out, never compared
    private record Asset(byte[] plain, Optional<byte[]> gzip, String tag, String type) {}

    /** The file of the page that is asked for; empty where the path is none of the page's. */
    Optional<Reply> answer(Call call) {
        return name(call)
                .map(name -> found(name).map(asset -> reply(call, name, asset)).orElseThrow(() -> notHere(name)));
    }

    private static Optional<String> name(Call call) {
        List<String> path = call.path();
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return Optional.empty();
        }
        if (path.equals(List.of("")) || path.equals(List.of(INDEX))) {
            return Optional.of(INDEX);
        }
        return path.size() == 2
                        && path.getFirst().equals("assets")
                        && NAME.matcher(path.getLast()).matches()
                ? Optional.of("assets/" + path.getLast())
                : Optional.empty();
    }

    private Optional<Asset> found(String name) {
        Asset asset = read.get(name);
        return asset != null ? Optional.of(asset) : load(name);
    }

    private Optional<Asset> load(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + name)) {
            if (in == null || type == null) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            Optional<byte[]> gzip = name.endsWith(DENSE) ? Optional.empty() : Optional.of(gzip(plain));
            Asset asset = new Asset(plain, gzip, tag(plain), type);
            read.put(name, asset);
            return Optional.of(asset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static Reply reply(Call call, String name, Asset asset) {
        boolean gzip = asset.gzip().isPresent()
                && call.header("accept-encoding").orElse("").matches("(?i).*\\bgzip\\b(?!;q=0(\\.0*)?([,\\s]|$)).*");
        String tag = '"' + asset.tag() + (gzip ? "-gz" : "") + '"';
        Map<String, String> headers = new TreeMap<>();
        headers.put("cache-control", name.equals(INDEX) ? "no-cache" : FOR_EVER);
        headers.put("etag", tag);
        headers.put("vary", "accept-encoding");
        if (call.has(tag)) {
            return Reply.unchanged(headers);
        }
        headers.put("content-type", asset.type());
        if (gzip) {
            headers.put("content-encoding", "gzip");
        }
        return new Reply(200, headers, new Reply.Whole(gzip ? asset.gzip().orElseThrow() : asset.plain()));
    }

    private static Unanswerable notHere(String name) {
        return Unanswerable.of(
                Trouble.NOT_HERE,
                "path",
                name,
                name.equals(INDEX) ? "this Parley was built without its page" : "the page has no such file",
                name.equals(INDEX)
                        ? "build it where Node.js 20.19 or later is, or ask the API"
                        : "load the page again");
    }
}
