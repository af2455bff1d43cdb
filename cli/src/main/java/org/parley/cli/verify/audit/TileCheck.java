package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Body;
import org.parley.cli.verify.form.Envelope;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Peaks;
import org.parley.cli.verify.form.Sha256;
import org.parley.cli.verify.form.TilePath;
import tools.jackson.databind.JsonNode;

/** Checks the entries and bodies of one tile, and hashes them. */
final class TileCheck {
    /** An entry of the ledger's own kinds. */
    record Special(long index, String kind, JsonNode content) {}

    private static final byte[] UNKNOWN = {};

    private final LogName log;
    private final long number;
    private final int width;
    private final Findings findings;

    private final Map<Long, byte[]> behind = new HashMap<>();
    private final List<Special> specials = new ArrayList<>();
    private Optional<byte[]> hash = Optional.empty();
    private long firstAt = Long.MAX_VALUE;
    private long lastAt = Long.MIN_VALUE;
    private long bodies;
    private long absent;

    TileCheck(LogName log, long number, int width, Findings findings) {
        this.log = log;
        this.number = number;
        this.width = width;
        this.findings = findings;
    }

    /** Checks all; {@code wanted} are sizes that end inside this tile, in ascending order. */
    TileCheck run(Stored.Tile tile, long[] wanted) {
        for (Stored.Complaint complaint : tile.complaints()) {
            findings.problem(log.origin(), Part.HASHES, number, complaint.place(), complaint.what());
        }
        byte[][] leaves = new byte[width][];
        Arrays.fill(leaves, UNKNOWN);
        boolean[] there = new boolean[width];
        for (Stored.Entry entry : tile.entries()) {
            int at = (int) (entry.index() - number * TilePath.WIDTH);
            leaves[at] = Sha256.leaf(entry.entry().bytes());
            there[at] = true;
            entry(entry);
        }
        compare(tile.leaves(), leaves, there);
        if (tile.complaints().isEmpty()) {
            missing(there);
        }
        hash(leaves, wanted);
        return this;
    }

    private void compare(List<Blob> served, byte[][] leaves, boolean[] there) {
        String path = TilePath.of("0", number, width);
        for (int i = 0; i < Math.min(served.size(), width); i++) {
            if (!there[i]) {
                leaves[i] = served.get(i).bytes();
            } else if (!Arrays.equals(leaves[i], served.get(i).bytes())) {
                String place = path + ", hash " + i;
                String found = served.get(i).hex();
                findings.problem(
                        log.origin(),
                        Part.HASHES,
                        number,
                        place,
                        "differs from the entry " + log.record(first() + i),
                        Blob.of(leaves[i]).hex(),
                        found);
            }
        }
    }

    private long first() {
        return number * TilePath.WIDTH;
    }

    private void missing(boolean[] there) {
        for (int i = 0; i < width; i++) {
            int from = i;
            while (i < width && !there[i]) {
                i++;
            }
            if (i > from) {
                String place = log.record(first() + from) + (i > from + 1 ? " to " + log.record(first() + i - 1) : "");
                findings.problem(log.origin(), Part.ENTRIES, first() + from, place, "not there");
            }
        }
    }

    private void hash(byte[][] leaves, long[] wanted) {
        Peaks peaks = new Peaks();
        int next = 0;
        for (int i = 0; i < width && leaves[i].length > 0; i++) {
            peaks.push(leaves[i]);
            while (next < wanted.length && wanted[next] <= first() + i + 1) {
                behind.put(wanted[next++], peaks.fold());
            }
            if (i + 1 == TilePath.WIDTH) {
                hash = Optional.of(peaks.fold());
            }
        }
    }

    private void entry(Stored.Entry stored) {
        try {
            Envelope envelope = Envelope.parse(stored.entry().bytes(), log, stored.index());
            if (envelope.at() < lastAt) {
                findings.problem(
                        log.origin(),
                        Part.ENTRIES,
                        stored.index(),
                        log.record(stored.index()),
                        "its time is before that of the entry before");
            }
            firstAt = Math.min(firstAt, envelope.at());
            lastAt = Math.max(lastAt, envelope.at());
            envelope.content().ifPresent(it -> specials.add(new Special(stored.index(), envelope.kind(), it)));
            body(stored, envelope);
        } catch (Malformed e) {
            findings.problem(
                    log.origin(), Part.ENTRIES, stored.index(), log.record(stored.index()), "entry: " + e.what());
        }
    }

    private void body(Stored.Entry stored, Envelope envelope) {
        Optional<Blob> committed = envelope.body();
        String place = log.record(stored.index());
        if (stored.seed().isEmpty() && stored.body().isEmpty()) {
            absent += committed.isPresent() ? 1 : 0;
            return;
        }
        if (stored.seed().isEmpty() || stored.body().isEmpty()) {
            findings.problem(log.origin(), Part.ENTRIES, stored.index(), place, "a body without seed or a seed alone");
            return;
        }
        if (committed.isEmpty()) {
            findings.problem(log.origin(), Part.ENTRIES, stored.index(), place, "a body to which it does not commit");
            return;
        }
        bodies++;
        try {
            Blob found = Body.commitment(stored.seed().get(), stored.body().get());
            if (!found.equals(committed.get())) {
                findings.problem(
                        log.origin(),
                        Part.ENTRIES,
                        stored.index(),
                        place,
                        "body is not that of its commitment",
                        committed.get().hex(),
                        found.hex());
            }
        } catch (Malformed e) {
            findings.problem(log.origin(), Part.ENTRIES, stored.index(), place, "body: " + e.what());
        }
    }

    long number() {
        return number;
    }

    int width() {
        return width;
    }

    /** The hash over a full tile. */
    Optional<byte[]> hash() {
        return hash;
    }

    /** For each size wanted one hash over its leaves inside this tile. */
    Map<Long, byte[]> behind() {
        return behind;
    }

    List<Special> specials() {
        return specials;
    }

    long firstAt() {
        return firstAt;
    }

    long lastAt() {
        return lastAt;
    }

    long bodies() {
        return bodies;
    }

    long absent() {
        return absent;
    }
}
