package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Content;
import org.parley.cli.verify.form.KeySet;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.TilePath;

/** The first pass over a log: its entries, and what its tree's hashes are. */
final class Entries {
    private final Source.Log log;
    private final LogName name;
    private final Findings findings;
    private final Roots roots;
    private final List<TileCheck.Special> specials = new ArrayList<>();
    private long lastAt = Long.MIN_VALUE;
    private long bodies;
    private long absent;
    private long next;

    Entries(Source.Log log, Findings findings) {
        this.log = log;
        this.name = log.name();
        this.findings = findings;
        this.roots = new Roots(log);
    }

    Entries run(Crew crew) {
        long[] sizes = log.sizes();
        Arrays.sort(sizes);
        Crew.Row<TileCheck> row = crew.row(this::add);
        log.tiles(read -> row.add(check(next++, read, sizes)));
        row.finish();
        firstIsKeys();
        return this;
    }

    private Callable<TileCheck> check(long number, Callable<Stored.Tile> read, long[] sizes) {
        long first = number * TilePath.WIDTH;
        int width = (int) Math.min(TilePath.WIDTH, log.size() - first);
        int from = position(sizes, first + 1);
        long[] wanted = Arrays.copyOfRange(sizes, from, Math.max(from, position(sizes, first + width + 1)));
        return () -> new TileCheck(name, number, width, findings).run(read.call(), wanted);
    }

    /** Where the first of these sizes stands that is at least so large. */
    private static int position(long[] sizes, long least) {
        int low = 0;
        int high = sizes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sizes[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(TileCheck tile) {
        roots.add(tile);
        specials.addAll(tile.specials());
        bodies += tile.bodies();
        absent += tile.absent();
        if (tile.firstAt() < lastAt) {
            long first = tile.number() * TilePath.WIDTH;
            findings.problem(
                    name.origin(),
                    Part.ENTRIES,
                    first,
                    name.record(first),
                    "its time is before that of the entry before");
        }
        lastAt = Math.max(lastAt, tile.lastAt());
    }

    private void firstIsKeys() {
        boolean keys = !specials.isEmpty()
                && specials.getFirst().index() == 0
                && specials.getFirst().kind().equals("keys");
        if (log.size() > 0 && !keys) {
            findings.problem(name.origin(), Part.ENTRIES, 0, name.record(0), "the first entry is not of kind keys");
        }
    }

    /** The notes in entries of kinds {@code keys} and {@code revocation}. */
    List<Stored.SignedText> notes() {
        List<Stored.SignedText> notes = new ArrayList<>();
        for (TileCheck.Special special : specials) {
            if (special.kind().equals("keys") || special.kind().equals("revocation")) {
                noteOf(special)
                        .ifPresent(note -> notes.add(new Stored.SignedText(
                                name.record(special.index()),
                                name.line(),
                                Optional.of(name.party()),
                                special.kind().equals("revocation"),
                                note)));
            }
        }
        return notes;
    }

    private Optional<Blob> noteOf(TileCheck.Special special) {
        try {
            return Optional.of(Content.note(special.content(), special.kind()));
        } catch (Malformed e) {
            problem(special, e.what());
            return Optional.empty();
        }
    }

    private void problem(TileCheck.Special special, String what) {
        findings.problem(name.origin(), Part.ENTRIES, special.index(), name.record(special.index()), what);
    }

    /** A key set that is new in its log signs from the head on that covers it. */
    void rotations() {
        long before = 0;
        for (TileCheck.Special special : specials) {
            Optional<KeySet> set = special.kind().equals("keys") ? keySet(special) : Optional.empty();
            if (set.isPresent()) {
                KeySet.From from = set.get().from(name);
                boolean rotation = special.index() > 0 && set.get().serial() > before;
                long expected = special.index() + 1;
                if (rotation && from.epoch().equals(name.epoch()) && from.size() != expected) {
                    findings.problem(
                            name.origin(),
                            Part.ENTRIES,
                            special.index(),
                            name.record(special.index()),
                            "the key set signs from another size on",
                            "" + expected,
                            "" + from.size());
                }
                before = Math.max(before, set.get().serial());
            }
        }
    }

    /** Nothing where it cannot be read, which was told when the keys were taken. */
    private static Optional<KeySet> keySet(TileCheck.Special special) {
        try {
            Note note = Note.parse(Content.note(special.content(), "keys"));
            return Optional.of(KeySet.parse(note.text()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    Source.Log log() {
        return log;
    }

    Roots roots() {
        return roots;
    }

    List<TileCheck.Special> specials() {
        return specials;
    }

    long bodies() {
        return bodies;
    }

    long absent() {
        return absent;
    }
}
