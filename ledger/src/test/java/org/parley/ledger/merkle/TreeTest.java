package org.parley.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** Growing and proving, against {@link Naive} for every size up to 1,025. */
class TreeTest {
    private static final int MOST = 1025;
    private static final int ALL_PLACES = 70;

    private static final Naive NAIVE = new Naive();
    private static final Stored STORED = Stored.log(MOST);
    private final SplittableRandom random = new SplittableRandom(6962);

    /** Every place below a size; of a large size both ends and some between. */
    private List<Long> places(long size) {
        if (size <= ALL_PLACES) {
            return LongStream.range(0, size).boxed().toList();
        }
        var places = new ArrayList<>(List.of(0L, 1L, size / 2, size - 2, size - 1, Long.highestOneBit(size - 1)));
        random.longs(16, 0, size).forEach(places::add);
        return places;
    }

    @Test
    void growing_one_by_one_gives_the_root_of_every_size() {
        Frontier frontier = Frontier.empty();
        for (long size = 0; size <= MOST; size++) {
            assertThat(frontier.root()).as("size %d", size).isEqualTo(NAIVE.root(0, size));
            assertThat(frontier).isEqualTo(Frontier.at(STORED, size));
            assertThat(Frontier.read(frontier.bytes())).isEqualTo(frontier);
            frontier = frontier.append(Naive.leaves(size, size + 1));
        }
    }

    @Test
    void growing_in_batches_of_any_length_gives_the_same_frontier() {
        for (int round = 0; round < 30; round++) {
            Frontier frontier = Frontier.empty();
            while (frontier.size() < MOST) {
                long next = Math.min(MOST, frontier.size() + random.nextLong(300));
                frontier = frontier.append(Naive.leaves(frontier.size(), next));
            }
            assertThat(frontier).isEqualTo(Frontier.at(STORED, MOST));
        }
    }

    @Test
    void every_full_subtree_is_told_once() {
        var told = new ArrayList<String>();
        Frontier.empty().append(Naive.leaves(0, 8), (level, index, hash) -> {
            assertThat(hash).isEqualTo(NAIVE.root(index << level, (index + 1) << level));
            told.add(level + "/" + index);
        });
        assertThat(told)
                .containsExactly(
                        "0/0", "0/1", "1/0", "0/2", "0/3", "1/1", "2/0", "0/4", "0/5", "1/2", "0/6", "0/7", "1/3",
                        "2/1", "3/0");
    }

    @Test
    void inclusion_proofs_are_those_of_the_rfc_and_verify() {
        for (long size = 1; size <= MOST; size++) {
            Hash root = NAIVE.root(0, size);
            for (long index : places(size)) {
                List<Hash> proof = Inclusion.prove(STORED, index, size);
                Hash leaf = STORED.hash(0, index);
                assertThat(proof).isEqualTo(NAIVE.path(index, 0, size));
                assertThat(Inclusion.verifies(index, size, leaf, proof, root)).isTrue();
            }
        }
    }

    @Test
    void consistency_proofs_are_those_of_the_rfc_and_verify() {
        for (long size = 1; size <= MOST; size++) {
            Hash root = NAIVE.root(0, size);
            for (long from : places(size)) {
                List<Hash> proof = Consistency.prove(STORED, from, size);
                assertThat(proof).isEqualTo(from == 0 ? List.of() : NAIVE.subproof(from, 0, size, true));
                assertThat(Consistency.verifies(from, NAIVE.root(0, from), size, root, proof))
                        .isTrue();
            }
        }
    }

    @Test
    void proofs_from_tiles_are_those_from_hashes() {
        for (long size : new long[] {1, 2, 255, 256, 257, 511, 512, 513, 1000, MOST}) {
            for (long place : places(size)) {
                var tiles = new TileHashes(size, STORED);
                assertThat(Inclusion.prove(tiles, place, size)).isEqualTo(NAIVE.path(place, 0, size));
                assertThat(Consistency.prove(tiles, place, size)).isEqualTo(Consistency.prove(STORED, place, size));
                assertThat(Frontier.at(tiles, place).root()).isEqualTo(NAIVE.root(0, place));
            }
        }
    }

    @Test
    void a_proof_with_any_bit_wrong_is_refused() {
        for (int round = 0; round < 1000; round++) {
            long size = 2 + random.nextLong(MOST - 1);
            long place = 1 + random.nextLong(size - 1);
            Hash root = NAIVE.root(0, size);
            List<Hash> inclusion = flipped(Inclusion.prove(STORED, place, size));
            assertThat(Inclusion.verifies(place, size, STORED.hash(0, place), inclusion, root))
                    .isFalse();
            List<Hash> consistency = flipped(Consistency.prove(STORED, place, size));
            assertThat(Consistency.verifies(place, NAIVE.root(0, place), size, root, consistency))
                    .isFalse();
        }
    }

    private List<Hash> flipped(List<Hash> proof) {
        var wrong = new ArrayList<>(proof);
        int which = random.nextInt(proof.size());
        wrong.set(which, flipped(proof.get(which)));
        return wrong;
    }

    private Hash flipped(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    @Test
    void a_proof_with_a_hash_more_or_less_is_refused() {
        for (int round = 0; round < 1000; round++) {
            long size = 2 + random.nextLong(MOST - 1);
            long place = 1 + random.nextLong(size - 1);
            Hash root = NAIVE.root(0, size);
            Hash leaf = STORED.hash(0, place);
            Hash earlier = NAIVE.root(0, place);
            List<Hash> inclusion = Inclusion.prove(STORED, place, size);
            List<Hash> consistency = Consistency.prove(STORED, place, size);
            for (Hash more : List.of(root, leaf, earlier)) {
                assertThat(Inclusion.verifies(place, size, leaf, longer(inclusion, more), root))
                        .isFalse();
                assertThat(Consistency.verifies(place, earlier, size, root, longer(consistency, more)))
                        .isFalse();
            }
            assertThat(Inclusion.verifies(place, size, leaf, shorter(inclusion), root))
                    .isFalse();
            assertThat(Consistency.verifies(place, earlier, size, root, shorter(consistency)))
                    .isFalse();
        }
    }

    private List<Hash> longer(List<Hash> proof, Hash more) {
        var longer = new ArrayList<>(proof);
        longer.add(random.nextInt(proof.size() + 1), more);
        return longer;
    }

    private List<Hash> shorter(List<Hash> proof) {
        var shorter = new ArrayList<>(proof);
        shorter.remove(random.nextInt(proof.size()));
        return shorter;
    }

    @Test
    void a_proof_of_another_place_size_or_root_is_refused() {
        for (int round = 0; round < 1000; round++) {
            long size = 3 + random.nextLong(MOST - 2);
            long place = 1 + random.nextLong(size - 1);
            long other = 1 + (place + random.nextLong(size - 2)) % (size - 1);
            Hash root = NAIVE.root(0, size);
            Hash leaf = STORED.hash(0, place);
            List<Hash> inclusion = Inclusion.prove(STORED, place, size);
            assertThat(Inclusion.verifies(other, size, leaf, inclusion, root)).isFalse();
            assertThat(Inclusion.verifies(place, size, STORED.hash(0, other), inclusion, root))
                    .isFalse();
            assertThat(Inclusion.verifies(place, size, flipped(leaf), inclusion, root))
                    .isFalse();
            assertThat(Inclusion.verifies(place, size, leaf, inclusion, flipped(root)))
                    .isFalse();
            List<Hash> consistency = Consistency.prove(STORED, place, size);
            Hash earlier = NAIVE.root(0, place);
            assertThat(Consistency.verifies(place, NAIVE.root(0, other), size, root, consistency))
                    .isFalse();
            assertThat(Consistency.verifies(place, earlier, size, flipped(root), consistency))
                    .isFalse();
            assertThat(Consistency.verifies(place, flipped(earlier), size, root, consistency))
                    .isFalse();
            assertThat(Consistency.verifies(size, root, place, earlier, consistency))
                    .isFalse();
        }
    }

    @Test
    void consistency_at_the_edges() {
        Hash empty = Merkle.emptyRoot();
        Hash five = NAIVE.root(0, 5);
        assertThat(Consistency.verifies(0, empty, 0, empty, List.of())).isTrue();
        assertThat(Consistency.verifies(0, five, 0, five, List.of())).isFalse();
        assertThat(Consistency.verifies(0, empty, 5, five, List.of())).isTrue();
        assertThat(Consistency.verifies(0, five, 5, five, List.of())).isFalse();
        assertThat(Consistency.verifies(0, empty, 5, five, List.of(five))).isFalse();
        assertThat(Consistency.verifies(5, five, 5, five, List.of())).isTrue();
        assertThat(Consistency.verifies(5, five, 5, five, List.of(five))).isFalse();
        assertThat(Consistency.verifies(5, five, 5, empty, List.of())).isFalse();
        assertThat(Consistency.verifies(-1, five, 5, five, List.of())).isFalse();
        assertThat(Consistency.verifies(4, NAIVE.root(0, 4), 5, five, List.of()))
                .isFalse();
        assertThat(Inclusion.verifies(5, 5, five, List.of(), five)).isFalse();
        assertThat(Inclusion.verifies(-1, 5, five, List.of(), five)).isFalse();
        assertThat(Inclusion.verifies(0, 0, empty, List.of(), empty)).isFalse();
    }

    @Test
    void the_largest_sizes_neither_overflow_nor_run_long() {
        Hash leaf = Merkle.leafHash(new byte[0]);
        HashSource flat = (level, index) -> leaf;
        long most = Long.MAX_VALUE;
        List<Hash> proof = Inclusion.prove(flat, most - 1, most);
        assertThat(proof).hasSize(62);
        assertThat(Inclusion.verifies(
                        most - 1, most, leaf, proof, Frontier.at(flat, most).root()))
                .isTrue();
        assertThat(Inclusion.prove(flat, 0, most)).hasSize(63);
        assertThat(Consistency.prove(flat, most - 1, most)).hasSize(63);
        assertThat(Frontier.at(flat, most).bytes()).hasSize(8 + 63 * 32);
        assertThatThrownBy(() -> Frontier.at(flat, most).append(List.of(leaf))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_frontier_in_any_other_form_is_refused() {
        byte[] bytes = Frontier.at(STORED, 5).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Frontier.read(cut)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> Frontier.read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(Refused.class);
        bytes[0] = (byte) 0x80;
        assertThatThrownBy(() -> Frontier.read(bytes)).isInstanceOf(Refused.class);
    }
}
