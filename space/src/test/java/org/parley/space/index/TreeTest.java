package org.parley.space.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree finds every box that meets a query, and few others, whatever the boxes are. */
class TreeTest {
    private final SplittableRandom random = new SplittableRandom(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 255, 256, 257, 300, 4_097, 20_000})
    void finds_all_that_meets(int count) {
        int[] rows = rows(count);
        Splitting.arrange(rows, new double[] {1_000, 1_000, 1_000, 100, 10});
        Tree tree = Tree.of(rows);
        for (int n = 0; n < 300; n++) {
            int[] query = new int[Box.SIZE];
            box(query, 0);
            int from = n % 3 == 0 ? random.nextInt(count + 1) : 0;
            List<Integer> meet = IntStream.range(from, count)
                    .filter(i -> Box.meet(rows, i * Splitting.ROW, query, 0))
                    .boxed()
                    .toList();
            List<Integer> all = found(tree, query, from, new Words());
            assertThat(found(tree, query, from, new Vectors())).isEqualTo(all);
            assertThat(all).isSorted().doesNotHaveDuplicates().containsAll(meet);
            assertThat(all).allMatch(position -> position >= from && position < count);
        }
    }

    private static List<Integer> found(Tree tree, int[] query, int from, Kernel kernel) {
        Hits hits = new Hits();
        tree.search(query, from, hits, kernel);
        return IntStream.range(0, hits.count()).mapToObj(hits::position).toList();
    }

    @Test
    void vectors_are_used_where_they_are_there() {
        assertThat(Kernel.BEST).isInstanceOf(Vectors.fit() ? Vectors.class : Words.class);
    }

    /** In a crowd of like boxes what is shortened to fifteen bits adds next to nothing. */
    @Test
    void finds_little_else_in_a_crowd() {
        int[] rows = new int[20_000 * Splitting.ROW];
        for (int i = 0; i < 20_000; i++) {
            crowded(rows, i * Splitting.ROW);
        }
        Splitting.arrange(rows, new double[] {2_000, 2_000, 2_000, 2_000, 2_000});
        Tree tree = Tree.of(rows);
        Hits hits = new Hits();
        long meet = 0;
        long found = 0;
        int[] query = new int[Box.SIZE];
        for (int n = 0; n < 300; n++) {
            crowded(query, 0);
            meet += IntStream.range(0, 20_000)
                    .filter(i -> Box.meet(rows, i * Splitting.ROW, query, 0))
                    .count();
            tree.search(query, 0, hits);
            found += hits.count();
        }
        assertThat(meet).isGreaterThan(1_000);
        assertThat(found).isBetween(meet, meet + meet / 100);
    }

    private void crowded(int[] boxes, int at) {
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            boxes[at + axis] = random.nextInt(100_000);
            boxes[at + Box.DIMENSIONS + axis] = boxes[at + axis] + random.nextInt(20_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 33, 4_097})
    void arranging_loses_nothing(int count) {
        int[] rows = rows(count);
        int[] arranged = rows.clone();
        Splitting.arrange(arranged, new double[] {1, 1, 1, 1, 1});
        assertThat(sorted(arranged)).isEqualTo(sorted(rows));
    }

    /** What is packed again and again is kept with a little more each time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000})
    void a_box_that_is_read_back_holds_the_box(int count) {
        int[] rows = rows(count);
        Splitting.arrange(rows, new double[] {1_000, 1_000, 1_000, 100, 10});
        int[] before = rows.clone();
        for (int round = 0; round < 5; round++) {
            Tree tree = Tree.of(rows);
            for (int i = 0; i < count; i++) {
                tree.write(i, rows, i * Splitting.ROW);
            }
        }
        for (int i = 0; i < count; i++) {
            for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
                int at = i * Splitting.ROW + axis;
                assertThat(rows[at]).isBetween(-Box.MOST, before[at]);
                assertThat(rows[at + Box.DIMENSIONS]).isBetween(before[at + Box.DIMENSIONS], Box.MOST);
            }
        }
    }

    private static List<String> sorted(int[] rows) {
        return IntStream.range(0, rows.length / Splitting.ROW)
                .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(rows, i * Splitting.ROW, (i + 1) * Splitting.ROW)))
                .sorted()
                .toList();
    }

    private int[] rows(int count) {
        int[] rows = new int[count * Splitting.ROW];
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(10) == 0) {
                System.arraycopy(rows, (i - 1) * Splitting.ROW, rows, i * Splitting.ROW, Box.SIZE);
            } else {
                box(rows, i * Splitting.ROW);
            }
            rows[i * Splitting.ROW + Box.SIZE] = i;
        }
        return rows;
    }

    /** Some in a crowd, some as far apart as they can be, some without an extent, some without an end. */
    private void box(int[] boxes, int at) {
        int spread = random.nextInt(4) == 0 ? Box.MOST : 100_000;
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            int one = random.nextInt(-spread, spread + 1);
            int extent = random.nextInt(5) == 0 ? 0 : random.nextInt(1 + spread / 8);
            boolean endless = random.nextInt(20) == 0;
            boxes[at + axis] = endless ? -Box.MOST : Math.max(-Box.MOST, one - extent);
            boxes[at + Box.DIMENSIONS + axis] = random.nextInt(20) == 0 ? Box.MOST : Math.min(Box.MOST, one + extent);
        }
    }
}
