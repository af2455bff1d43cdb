package org.parley.cli.verify.read;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Checkpoint;
import org.parley.cli.verify.form.Frame;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Malformed;
import org.parley.cli.verify.form.Note;
import org.parley.cli.verify.form.TilePath;

/** One log of a public face, at the size that its checkpoint has. */
final class FaceLog implements Source.Log {
    private static final int CHECKPOINT_LIMIT = 1 << 18;
    private static final int RECEIPTS_LIMIT = 256 << 20;
    private static final int TILE_LIMIT = TilePath.WIDTH * Blob.HASH;
    private static final int ENTRY_LIMIT = 4_096;
    private static final int BUNDLE_LIMIT = TilePath.WIDTH * (Short.BYTES + 0xffff);
    private static final long LARGEST = 1L << 36;

    private final LogName name;
    private final Fetch fetch;
    private final Optional<Blob> lasting;
    private final Blob head;
    private final long size;
    private final List<Stored.Receipt> receipts;

    private FaceLog(
            LogName name, Fetch fetch, Optional<Blob> lasting, Blob head, long size, List<Stored.Receipt> receipts) {
        this.name = name;
        this.fetch = fetch;
        this.lasting = lasting;
        this.head = head;
        this.size = size;
        this.receipts = receipts;
    }

    /** Receipts and the lasting head come first: then none of them is of a size that the checkpoint does not cover. */
    static FaceLog open(LogName name, Fetch fetch, Findings findings) {
        List<Stored.Receipt> receipts = receipts(name, fetch, findings);
        Optional<Blob> lasting = fetch.find(name.origin() + "/lasting", CHECKPOINT_LIMIT);
        Blob head = fetch.get(name.origin() + "/checkpoint", CHECKPOINT_LIMIT);
        long size = Checkpoint.of(Note.parse(head).text()).size();
        if (size > LARGEST) {
            throw new Malformed("has a size of " + size);
        }
        return new FaceLog(name, fetch, lasting, head, size, receipts);
    }

    private static List<Stored.Receipt> receipts(LogName name, Fetch fetch, Findings findings) {
        List<Stored.Receipt> receipts = new ArrayList<>();
        String text;
        try {
            text = fetch.get(name.origin() + "/receipts", RECEIPTS_LIMIT).text();
        } catch (Malformed e) {
            findings.problem(name.origin(), Part.RECEIPTS, 0, "receipts", e.what());
            return receipts;
        }
        Map<String, Long> counts = new HashMap<>();
        long at = 0;
        for (String line : text.lines().toList()) {
            at++;
            try {
                receipts.add(receipt(name, line, counts));
            } catch (Malformed e) {
                findings.problem(name.origin(), Part.RECEIPTS, at, "receipts, line " + at, e.what());
            }
        }
        return receipts;
    }

    private static Stored.Receipt receipt(LogName name, String text, Map<String, Long> counts) {
        String[] parts = text.split(" ", 3);
        if (parts.length != 3) {
            throw new Malformed("has no size, root and signature");
        }
        long size = Checkpoint.number(parts[0]);
        Blob root = Blob.base64(parts[1]).hash();
        Note.Line line = Note.line(parts[2]);
        if (line.signature().length() != Long.BYTES + 64) {
            throw new Malformed("a signature of " + line.signature().length() + " bytes");
        }
        ByteBuffer signature = ByteBuffer.wrap(line.signature().bytes());
        long time = signature.getLong();
        byte[] rest = new byte[signature.remaining()];
        signature.get(rest);
        String before = "parley/" + name.line() + "/";
        boolean ofMember = line.name().startsWith(before) && line.name().endsWith("/cosigner");
        String member = ofMember
                ? line.name().substring(before.length(), line.name().length() - "/cosigner".length())
                : line.name();
        long number = counts.merge(member, 1L, Long::sum) - 1;
        return new Stored.Receipt(
                member,
                number,
                line.name(),
                Optional.of(line.id()),
                new Frame.Receipt(size, root, time, Blob.of(rest)));
    }

    @Override
    public LogName name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long[] sizes() {
        LongStream ofReceipts = receipts.stream().mapToLong(it -> it.receipt().size());
        LongStream ofHeads =
                LongStream.concat(LongStream.of(size), lasting.stream().mapToLong(FaceLog::lastingSize));
        return LongStream.concat(ofHeads, ofReceipts).distinct().toArray();
    }

    /** What it says to be; how it reads is told where it is checked. */
    private static long lastingSize(Blob note) {
        try {
            return Checkpoint.of(Note.parse(note).text()).size();
        } catch (Malformed e) {
            return 0;
        }
    }

    @Override
    public void tiles(Consumer<Callable<Stored.Tile>> sink) {
        for (long number = 0; number * TilePath.WIDTH < size; number++) {
            long tile = number;
            sink.accept(() -> tile(tile));
        }
    }

    @Override
    public Stored.Tile tile(long number) {
        int width = (int) Math.min(TilePath.WIDTH, size - number * TilePath.WIDTH);
        List<Stored.Complaint> complaints = new ArrayList<>();
        List<Stored.Entry> entries = new ArrayList<>();
        String path = TilePath.of("entries", number, width);
        try {
            entries(tile("entries", number, width, BUNDLE_LIMIT), number * TilePath.WIDTH, width, entries);
        } catch (Malformed e) {
            complaints.add(new Stored.Complaint(path, e.what()));
        }
        List<Blob> leaves = new ArrayList<>();
        try {
            leaves.addAll(hashes(tile("0", number, width, TILE_LIMIT), width));
        } catch (Malformed e) {
            complaints.add(new Stored.Complaint(TilePath.of("0", number, width), e.what()));
        }
        return new Stored.Tile(entries, leaves, complaints);
    }

    /** A partial tile may be gone once there is a full one. */
    private Blob tile(String level, long number, int width, int limit) {
        try {
            return fetch.get(name.origin() + "/" + TilePath.of(level, number, width), limit);
        } catch (Malformed e) {
            if (width == TilePath.WIDTH) {
                throw e;
            }
            try {
                return fetch.get(name.origin() + "/" + TilePath.of(level, number, TilePath.WIDTH), limit);
            } catch (Malformed again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    private static List<Blob> hashes(Blob tile, int width) {
        boolean whole = tile.length() == TilePath.WIDTH * Blob.HASH;
        if (!whole && tile.length() != width * Blob.HASH) {
            throw new Malformed("is " + tile.length() + " bytes long instead of " + width * Blob.HASH);
        }
        List<Blob> hashes = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(tile.bytes());
        for (int i = 0; i < width; i++) {
            byte[] hash = new byte[Blob.HASH];
            in.get(hash);
            hashes.add(Blob.of(hash));
        }
        return hashes;
    }

    private static void entries(Blob bundle, long first, int width, List<Stored.Entry> entries) {
        ByteBuffer in = ByteBuffer.wrap(bundle.bytes());
        for (int i = 0; i < width; i++) {
            if (in.remaining() < Short.BYTES) {
                throw new Malformed("ends after " + i + " of " + width + " entries");
            }
            int length = in.getShort() & 0xffff;
            if (length > in.remaining() || length > ENTRY_LIMIT) {
                throw new Malformed("entry " + i + " has a length of " + length + " bytes");
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(new Stored.Entry(first + i, Blob.of(entry), Optional.empty(), Optional.empty()));
        }
    }

    @Override
    public void subtrees(int level, Source.Subtrees sink) {
        long count = size >> (8 * level);
        for (long number = 0; number * TilePath.WIDTH < count; number++) {
            long first = number * TilePath.WIDTH;
            int width = (int) Math.min(TilePath.WIDTH, count - first);
            String path = TilePath.of("" + level, number, width);
            try {
                List<Blob> hashes = hashes(tile("" + level, number, width, TILE_LIMIT), width);
                for (int i = 0; i < width; i++) {
                    sink.there(first + i, hashes.get(i), path + ", hash " + i);
                }
            } catch (Malformed e) {
                sink.missing(path, e.what());
            }
        }
    }

    @Override
    public void heads(Consumer<Stored.Head> sink) {
        lasting.ifPresent(note -> sink.accept(new Stored.Head("lasting head", lastingSize(note), note)));
        sink.accept(new Stored.Head("checkpoint", size, head));
    }

    @Override
    public void receipts(Consumer<Stored.Receipt> sink) {
        receipts.forEach(sink);
    }

    @Override
    public Optional<Stored.Claim> claim() {
        return Optional.empty();
    }
}
