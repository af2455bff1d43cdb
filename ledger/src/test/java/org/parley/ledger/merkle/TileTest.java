package org.parley.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;

class TileTest {
    /** The example of C2SP tlog-tiles, "Partial Tiles". */
    @Test
    void a_tree_of_70_000_has_the_tiles_of_the_specification() {
        List<Tile> tiles = Tile.added(0, 70_000);
        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && !tile.isPartial()))
                .hasSize(273);
        assertThat(tiles.stream().filter(tile -> tile.level() > 0 || tile.isPartial()))
                .containsExactly(
                        new Tile(0, 273, 112), new Tile(1, 0, Tile.FULL), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.added(0, 256)).containsExactly(new Tile(0, 0, Tile.FULL), new Tile(1, 0, 1));
        assertThat(Tile.added(0, 0)).isEmpty();
    }

    @Test
    void tiles_added_step_by_step_are_those_that_a_size_has() {
        for (long from = 0; from < 70_000; from += 1 + from / 3) {
            for (long to = from; to < 70_000; to += 1 + to / 5) {
                long size = to;
                var after = new HashSet<>(Tile.added(0, size));
                assertThat(after).allMatch(tile -> tile.isIn(size));
                var steps = new HashSet<>(Tile.added(0, from));
                steps.removeIf(tile -> !tile.isIn(size));
                steps.addAll(Tile.added(from, to));
                assertThat(steps).isEqualTo(after);
            }
        }
    }

    /** The example of C2SP tlog-tiles, "Merkle Tree". */
    @Test
    void a_path_has_three_digits_in_each_part() {
        assertThat(new Tile(0, 1_234_067, Tile.FULL).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(Tile.ENTRIES, 1_234_067, 112).path()).isEqualTo("tile/entries/x001/x234/067.p/112");
        assertThat(new Tile(63, 0, 1).path()).isEqualTo("tile/63/000.p/1");
        Stream.of(0L, 1L, 999L, 1000L, 999_999L, 1_000_000L, 123_456_789_012_345_678L)
                .flatMap(n -> Stream.of(1, 255, 256)
                        .flatMap(w -> Stream.of(Tile.ENTRIES, 0, 7, 63).map(l -> new Tile(l, n, w))))
                .forEach(tile -> assertThat(Tile.parse(tile.path())).isEqualTo(tile));
    }

    @Test
    void a_subtree_that_the_tree_has_not_is_not_read() {
        var hashes = new TileHashes(300, Stored.log(300));
        assertThatThrownBy(() -> hashes.hash(0, 300)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hashes.hash(8, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hashes.hash(64, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TileHashes(300, tile -> new byte[31]).hash(0, 0))
                .isInstanceOf(Refused.class);
    }

    @Test
    void each_tile_is_read_once_for_a_proof() {
        var stored = Stored.log(70_000);
        var read = new ArrayList<Tile>();
        var hashes = new TileHashes(70_000, tile -> {
            read.add(tile);
            return stored.read(tile);
        });
        var proof = Inclusion.prove(hashes, 12_345, 70_000);
        assertThat(Inclusion.verifies(
                        12_345,
                        70_000,
                        stored.hash(0, 12_345),
                        proof,
                        Frontier.at(stored, 70_000).root()))
                .isTrue();
        assertThat(read)
                .containsExactlyInAnyOrder(
                        new Tile(0, 48, 256), new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17));
    }

    @Test
    void a_bundle_gives_back_its_entries() {
        List<byte[]> entries = List.of(new byte[0], Naive.entry(1), new byte[0xffff], new byte[256]);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(bundle).startsWith(0, 0, 0, 7, 'e').hasSize(4 * 2 + 7 + 0xffff + 256);
        assertThat(EntryBundle.decode(bundle).toArray(byte[][]::new)).isDeepEqualTo(entries.toArray(byte[][]::new));
        assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, bundle.length - 1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> EntryBundle.decode(new byte[257 * 2])).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> EntryBundle.decode(new byte[1])).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> EntryBundle.decode(new byte[0])).isInstanceOf(Refused.class);
    }
}
