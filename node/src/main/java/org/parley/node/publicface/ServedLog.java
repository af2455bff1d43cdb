package org.parley.node.publicface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.merkle.EntryBundle;
import org.parley.ledger.merkle.Tile;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignedNote;

/**
 * A log as of one signed head: while the log grows, all that one request is given belongs to this head.
 *
 * @param head the newest, with the signature of its writer
 */
record ServedLog(Holdings disk, Origin origin, ShownLine line, SignedNote head) {
    /** Bodies are read with their entries and dropped: so many bytes at a time. */
    private static final long READ_AT_A_TIME = 1L << 20;

    /** The log, if it is shown and has a signed head. */
    static Optional<ServedLog> find(Holdings disk, Shown shown, Origin origin) {
        return shown.lineOf(origin)
                .flatMap(line -> newest(disk, shown, origin)
                        .map(head -> new ServedLog(disk, origin, line, SignedNote.parse(head.array()))));
    }

    /** The log as of its newest head that ML-DSA-44 signs too, if it has one. */
    Optional<ServedLog> lasting() {
        return disk.lastingSize(origin, 0, checkpoint().size())
                .flatMap(size -> disk.head(origin, size))
                .map(note -> new ServedLog(disk, origin, line, SignedNote.parse(note.array())));
    }

    private static Optional<Bytes> newest(Holdings disk, Shown shown, Origin origin) {
        Optional<Bytes> unwritten = shown.unwrittenHead(origin);
        Optional<Bytes> written = disk.headSize(origin, 0, Long.MAX_VALUE).flatMap(size -> disk.head(origin, size));
        // Between the two questions the first head may have been written, and another after it.
        return unwritten
                .filter(one -> written.stream().allMatch(other -> size(other) < size(one)))
                .or(() -> written);
    }

    private static long size(Bytes head) {
        return Checkpoint.parse(SignedNote.parse(head.array()).text()).size();
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(head.text());
    }

    /** The head with what members have cosigned of it. */
    SignedNote cosigned(Receipts receipts) {
        SignedNote note = head;
        int room = SignedNote.MOST_SIGNATURES - head.signatures().size();
        for (SignatureLine receipt : receipts.over(checkpoint(), room)) {
            note = note.with(receipt);
        }
        return note;
    }

    /** Whether the head covers all of a tile. Then it covers it in any width: those of sizes that had a head are among them. */
    boolean covers(Tile tile) {
        long hashes = Tile.hashes(tile.level(), checkpoint().size());
        return tile.index() < hashes / Tile.FULL
                || (tile.index() == hashes / Tile.FULL && tile.width() <= hashes % Tile.FULL);
    }

    /** The bytes of a tile of hashes or a bundle of entries; empty if the head does not cover it. */
    Optional<byte[]> tile(Tile tile) {
        if (!covers(tile)) {
            return Optional.empty();
        }
        return Optional.of(tile.level() == Tile.ENTRIES ? EntryBundle.encode(entries(tile)) : hashes(tile));
    }

    private byte[] hashes(Tile tile) {
        byte[] bytes = new byte[tile.width() * Hash.LENGTH];
        for (int i = 0; i < tile.width(); i++) {
            Hash hash = disk.subtree(origin, tile.level() * Tile.HEIGHT, tile.index() * Tile.FULL + i);
            System.arraycopy(hash.bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }

    private List<byte[]> entries(Tile tile) {
        List<byte[]> entries = new ArrayList<>();
        long first = tile.index() * Tile.FULL;
        while (entries.size() < tile.width()) {
            List<Disk.StoredEntry> more =
                    disk.entries(origin, first + entries.size(), tile.width() - entries.size(), READ_AT_A_TIME);
            if (more.isEmpty()) {
                throw new IllegalStateException("the disk has a head of " + origin + " and not entry "
                        + (first + entries.size()) + " below it");
            }
            more.forEach(stored -> entries.add(stored.entry().array()));
        }
        return entries;
    }
}
