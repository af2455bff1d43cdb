package org.parley.node.publicface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.merkle.EntryBundle;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.merkle.Tile;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;

/** Reads a log over HTTP and believes nothing: it recomputes the root from the entries, by the definition in RFC 6962. */
final class TileClient {
    private final Face face;
    private final Origin origin;
    private final VerifierKey key;
    private final Map<String, byte[]> full = new ConcurrentHashMap<>();

    TileClient(Face face, Origin origin, VerifierKey key) {
        this.face = face;
        this.origin = origin;
        this.key = key;
    }

    /** The head that is served now. */
    Checkpoint checkpoint() {
        HttpResponse<byte[]> response = face.get("/" + origin + "/checkpoint");
        assertThat(response.statusCode()).isEqualTo(200);
        SignedNote note = SignedNote.parse(response.body());
        note.verified(List.of(key), Party.VERIFIER);
        Checkpoint head = Checkpoint.parse(note.text());
        assertThat(head.origin()).isEqualTo(origin.toString());
        return head;
    }

    /** Reads all of the log as of that head and compares every hash. */
    void verify(Checkpoint head) {
        List<Hash> leaves = new ArrayList<>();
        for (Tile tile : Tile.added(0, head.size())) {
            if (tile.level() == 0) {
                var entries = EntryBundle.decode(read(new Tile(Tile.ENTRIES, tile.index(), tile.width())));
                leaves.addAll(Merkle.leafHashes(entries));
            }
        }
        assertThat(leaves).hasSize((int) head.size());
        assertThat(root(leaves)).isEqualTo(head.root());
        for (Tile tile : Tile.added(0, head.size())) {
            assertThat(hashes(read(tile))).as(tile.path()).isEqualTo(expected(tile, leaves));
        }
    }

    private byte[] read(Tile tile) {
        return tile.isPartial() ? fetch(tile.path()) : full.computeIfAbsent(tile.path(), this::fetch);
    }

    private byte[] fetch(String path) {
        HttpResponse<byte[]> response = face.get("/" + origin + "/" + path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static List<Hash> hashes(byte[] tile) {
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < tile.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(tile, at, at + Hash.LENGTH)));
        }
        return hashes;
    }

    private static List<Hash> expected(Tile tile, List<Hash> leaves) {
        int each = 1 << (Tile.HEIGHT * tile.level());
        List<Hash> expected = new ArrayList<>();
        for (int i = 0; i < tile.width(); i++) {
            int first = (int) (tile.index() * Tile.FULL + i) * each;
            expected.add(root(leaves.subList(first, first + each)));
        }
        return expected;
    }

    /** MTH of RFC 6962, section 2.1. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.nodeHash(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }
}
