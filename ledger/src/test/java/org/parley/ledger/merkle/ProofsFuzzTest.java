package org.parley.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Hash;
import org.parley.ledger.fuzzing.KeptInputs;

/**
 * Whatever comes as a proof: it is believed exactly if it is the one that RFC 6962 makes of what is true. The first four
 * bytes choose trees of less than 256 leaves, each later one a hash of the proof. The later tree is taken for granted: of a root that is none a
 * proof may lead to anything.
 */
class ProofsFuzzTest {
    private static final Naive TREE = new Naive();
    private static final int CHOICES = 4;

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {5, 13, 5, 5, 0, 1, 2, 3, 4},
                new byte[] {8, 64, 8, 8, 0, 1, 2, 3, 4, 5},
                new byte[] {7, 7, 7, 7},
                new byte[] {0, 9, 0, 0, 0, 1, 2, 3});
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(ProofsFuzzTest.class, seeds(), this::a_proof_is_believed_exactly_if_it_is_true);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void a_proof_is_believed_exactly_if_it_is_true(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            return;
        }
        consistency(bytes);
        inclusion(bytes);
        farAway(bytes);
    }

    private static void consistency(byte[] bytes) {
        int from = bytes[0] & 0xff;
        int to = bytes[1] & 0xff;
        Hash fromRoot = root(bytes[2]);
        List<Hash> honest = from > 0 && from < to ? TREE.subproof(from, 0, to, true) : List.of();
        List<Hash> proof = proof(bytes, honest);
        boolean isTrue = from <= to && proof.equals(honest) && fromRoot.equals(root(bytes[0]));
        assertThat(Consistency.verifies(from, fromRoot, to, root(bytes[1]), proof))
                .isEqualTo(isTrue);
    }

    private static void inclusion(byte[] bytes) {
        int index = bytes[0] & 0xff;
        int size = bytes[1] & 0xff;
        Hash leaf = Merkle.leafHash(Naive.entry(bytes[3] & 0xff));
        List<Hash> honest = index < size ? TREE.path(index, 0, size) : List.of();
        List<Hash> proof = proof(bytes, honest);
        boolean isTrue = index < size && proof.equals(honest) && bytes[3] == bytes[0];
        assertThat(Inclusion.verifies(index, size, leaf, proof, root(bytes[1]))).isEqualTo(isTrue);
    }

    /** Of trees of any size: never an exception, and no belief in a root that no tree has. */
    private static void farAway(byte[] bytes) {
        long from = ByteBuffer.wrap(bytes).getLong();
        long to = bytes.length >= 2 * Long.BYTES ? ByteBuffer.wrap(bytes).getLong(Long.BYTES) : Long.MAX_VALUE;
        List<Hash> proof = proof(bytes, List.of());
        Hash nobodys = Merkle.leafHash(bytes);
        assertThat(Consistency.verifies(from, nobodys, to, root(bytes[2]), proof))
                .isFalse();
        assertThat(Inclusion.verifies(from, to, root(bytes[2]), proof, nobodys)).isFalse();
    }

    private static Hash root(byte size) {
        return TREE.root(0, size & 0xff);
    }

    /** The true hashes in the order of the later bytes, and for a byte beyond them another. */
    private static List<Hash> proof(byte[] bytes, List<Hash> honest) {
        List<Hash> proof = new ArrayList<>();
        for (int i = CHOICES; i < bytes.length && proof.size() < 64; i++) {
            int choice = bytes[i] & 0xff;
            proof.add(choice < honest.size() ? honest.get(choice) : root(bytes[i]));
        }
        return proof;
    }
}
