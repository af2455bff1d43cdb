package org.parley.cli.verify.read;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.parley.cli.BadInput;
import org.parley.cli.verify.audit.Deadline;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Vkey;

/** A public face: logs over HTTP, as tlog-tiles has them. */
public final class FaceSource implements Source {
    private static final int INDEX_LIMIT = 4 << 20;
    private static final String ORIGIN = "parley/[0-9a-f]{32}/[A-Z][A-Z0-9]*/(?:main|safety)/[1-9][0-9]*-[0-9a-f]{8}";
    private static final Pattern ORIGINS = Pattern.compile("(?<![A-Za-z0-9])" + ORIGIN + "(?![A-Za-z0-9+])");
    private static final Pattern VKEYS = Pattern.compile("[^\\s+\"'<>]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+={0,2}");
    private static final Pattern ONE_LOG = Pattern.compile(".*/(" + ORIGIN + ")/?");

    private final Fetch fetch;
    private final List<Source.Log> logs = new ArrayList<>();
    private final List<Vkey> listed = new ArrayList<>();

    private FaceSource(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * Reads what lies at {@code /}, and the head of each log. A URL that ends in an origin means this log alone; the keys of
     * members, with which its receipts are checked, stand at {@code /} too, where there is such a page.
     */
    public static FaceSource open(String url, Duration each, Deadline deadline, Findings findings) {
        URI base = base(url);
        var one = ONE_LOG.matcher(base.getPath());
        if (one.matches()) {
            String path = base.toString();
            Fetch fetch = new Fetch(URI.create(path.substring(0, path.lastIndexOf(one.group(1)))), each, deadline);
            FaceSource source = new FaceSource(fetch);
            source.keysBeside(findings);
            source.add(one.group(1), findings);
            return source;
        }
        FaceSource source = new FaceSource(new Fetch(base, each, deadline));
        try {
            source.index(findings);
            return source;
        } catch (BadInput e) {
            source.close();
            throw e;
        }
    }

    private static URI base(String url) {
        try {
            URI base = URI.create(url.endsWith("/") ? url : url + "/");
            if (base.getHost() == null || base.getPath() == null) {
                throw new BadInput(url + ": no URL of a public face", "write it like http://host:port/");
            }
            return base;
        } catch (IllegalArgumentException e) {
            throw new BadInput(url + ": no URL: " + e.getMessage(), "write it like http://host:port/");
        }
    }

    private void index(Findings findings) {
        String index;
        try {
            index = fetch.get("", INDEX_LIMIT).text();
        } catch (Malformed e) {
            throw new BadInput("the list of logs " + e.what(), "name the URL of a public face; it lists its logs at /");
        }
        keys(index, findings);
        TreeSet<String> origins = new TreeSet<>();
        ORIGINS.matcher(index).results().forEach(found -> origins.add(found.group()));
        if (origins.isEmpty()) {
            throw new BadInput(
                    "the list of logs names no log", "name the URL of a public face; it lists its logs at /");
        }
        origins.forEach(origin -> add(origin, findings));
    }

    private void keysBeside(Findings findings) {
        try {
            fetch.find("", INDEX_LIMIT).ifPresent(index -> keys(index.text(), findings));
        } catch (Malformed e) {
            findings.note("the list of keys beside the log " + e.what());
        }
    }

    private void keys(String index, Findings findings) {
        VKEYS.matcher(index).results().forEach(found -> {
            try {
                listed.add(Vkey.parse(found.group()));
            } catch (Malformed e) {
                findings.problem("face", Part.KEYS, found.start(), "verifier key listed", e.what());
            }
        });
    }

    private void add(String origin, Findings findings) {
        try {
            logs.add(FaceLog.open(LogName.parse(origin), fetch, findings));
        } catch (Malformed e) {
            findings.problem(origin, Part.HEADS, 0, "checkpoint", e.what());
        }
    }

    @Override
    public Map<Member, Blob> rootKeys() {
        return Map.of();
    }

    @Override
    public List<Vkey> listed() {
        return listed;
    }

    @Override
    public List<Stored.SignedText> notes() {
        return List.of();
    }

    @Override
    public List<Source.Log> logs() {
        return logs;
    }

    @Override
    public List<Stored.Evidence> evidence() {
        return List.of();
    }

    @Override
    public List<Runnable> beside() {
        return List.of();
    }

    @Override
    public boolean own(LogName log) {
        return false;
    }

    @Override
    public void done() {
        // What was fetched was held against a head that was fetched before.
    }

    @Override
    public void close() {
        fetch.close();
    }
}
