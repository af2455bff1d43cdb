package org.parley.node.publicface;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.note.VerifierKey;

/** What there is, and the keys that an outside reader verifies it with; how it came by them is another matter. */
final class IndexPage {
    private final List<Entry> logs;
    private final List<VerifierKey> witness;

    /**
     * A log.
     *
     * @param keys that sign its heads
     * @param voidAfter the size beyond which a revocation leaves nothing
     */
    private record Entry(
            Origin origin,
            long size,
            List<VerifierKey> keys,
            VerifierKey root,
            List<VerifierKey> cosigners,
            OptionalLong voidAfter) {}

    private IndexPage(List<Entry> logs, List<VerifierKey> witness) {
        this.logs = logs;
        this.witness = witness;
    }

    static IndexPage of(Holdings disk, Shown shown, List<VerifierKey> witness) {
        var logs = new TreeMap<String, Entry>();
        for (ShownLine line : shown.lines()) {
            for (Origin origin : line.logs()) {
                ServedLog.find(disk, shown, origin).ifPresent(log -> logs.put(origin.toString(), entry(log)));
            }
        }
        return new IndexPage(List.copyOf(logs.values()), witness);
    }

    private static Entry entry(ServedLog log) {
        Origin origin = log.origin();
        long size = log.checkpoint().size();
        KeyHistory writer = log.line().writer(origin);
        return new Entry(
                origin,
                size,
                keys(writer, origin, size),
                VerifierKeys.root(origin.party(), writer.root()),
                cosigners(log.line()),
                writer.voidAfter(origin.lane(), origin.epoch()));
    }

    /** The keys of every key set that was in force at some size of the log, the oldest first. */
    private static List<VerifierKey> keys(KeyHistory writer, Origin origin, long size) {
        LongStream changes = writer.keySets().stream()
                .map(keys -> keys.opening(origin.lane()))
                .filter(opening -> opening.epoch().equals(origin.epoch()))
                .mapToLong(Opening::from)
                .filter(from -> from <= size);
        List<KeySet> inForce = LongStream.concat(LongStream.of(1, size), changes)
                .sorted()
                .boxed()
                .flatMap(at -> writer.keyFor(origin.lane(), origin.epoch(), at).stream())
                .distinct()
                .toList();
        List<VerifierKey> keys = new ArrayList<>();
        for (KeySet set : inForce) {
            keys.add(VerifierKeys.log(origin, set.log()));
            keys.add(VerifierKeys.logMlDsa(origin, set.logMlDsa()));
        }
        return keys.stream().distinct().toList();
    }

    private static List<VerifierKey> cosigners(ShownLine line) {
        List<VerifierKey> cosigners = new ArrayList<>();
        for (var party : new TreeSet<>(line.members().keySet())) {
            KeyHistory history = line.members().get(party);
            if (history != null) {
                history.cosigners().forEach(key -> cosigners.add(VerifierKeys.cosigner(line.line(), party, key)));
            }
        }
        return cosigners;
    }

    Answer json() {
        List<Json> all = new ArrayList<>();
        for (Entry log : logs) {
            var entry = Json.Obj.builder()
                    .put("origin", log.origin.toString())
                    .put("size", log.size)
                    .put("keys", texts(log.keys))
                    .put("root", log.root.toString())
                    .put("cosigners", texts(log.cosigners));
            log.voidAfter.ifPresent(size -> entry.put("void-after", size));
            all.add(entry.build());
        }
        Json page = Json.Obj.builder()
                .put("logs", Json.of(all))
                .put("witness", texts(witness))
                .build();
        return Answer.now("application/json", Canonical.bytes(page));
    }

    private static Json texts(List<VerifierKey> keys) {
        return Json.of(keys.stream().map(key -> Json.of(key.toString())).toList());
    }

    Answer html() {
        var page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Logs of a Parley node</title></head><body>
                <h1>Logs of a Parley node</h1>
                <p>Each is served as C2SP tlog-tiles below its origin: <code>checkpoint</code>, <code>tile/…</code>, and
                <code>receipts</code>. Trust no key because it stands here: compare it with what you were told by other ways.
                The same as data: <a href="/index.json">index.json</a>.</p>
                """);
        logs.forEach(log -> section(page, log));
        keys(page, "Witness keys", witness);
        page.append("<h2>Answers that say no</h2>\n<dl>\n");
        for (Problem problem : Problem.values()) {
            page.append("<dt id=\"")
                    .append(problem.anchor())
                    .append("\">")
                    .append(problem.status())
                    .append(' ');
            page.append(problem.title())
                    .append("</dt>\n<dd>")
                    .append(problem.wayOut())
                    .append("</dd>\n");
        }
        page.append("</dl>\n");
        byte[] html = page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
        return Answer.now("text/html; charset=utf-8", html).with("content-security-policy", "default-src 'none'");
    }

    /** Origins and verifier keys have no character that means anything in HTML. */
    private static void section(StringBuilder page, Entry log) {
        page.append("<h2>").append(log.origin).append("</h2>\n<p>Size ").append(log.size);
        log.voidAfter.ifPresent(size -> page.append("; void after ").append(size));
        page.append(". <a href=\"/").append(log.origin).append("/checkpoint\">checkpoint</a></p>\n");
        keys(page, "Log keys", log.keys);
        keys(page, "Root key", List.of(log.root));
        keys(page, "Cosigner keys", log.cosigners);
    }

    private static void keys(StringBuilder page, String title, List<VerifierKey> keys) {
        page.append("<h3>").append(title).append("</h3>\n<ul>\n");
        keys.forEach(key -> page.append("<li><code>").append(key).append("</code></li>\n"));
        page.append("</ul>\n");
    }
}
