package org.parley.space.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some volumes packed together, in the order in which their boxes lie in a tree. */
final class Run implements Part {
    /** So many at most are in one run: their strips, however long, can be counted. */
    static final int MOST = 1 << 22;

    private final Slot[] slots;
    private final int[] strips;
    private final int[] begins;
    private final Tree tree;

    private Run(Slot[] slots, int[] strips, int[] begins, Tree tree) {
        this.slots = slots;
        this.strips = strips;
        this.begins = begins;
        this.tree = tree;
    }

    /** What is to be packed; its rows are arranged meanwhile. */
    static final class Load {
        private final Slot[] slots;
        private final int[][] strips;
        private final int[] begins;
        private final int[] lengths;
        private final int[] rows;
        private int count;

        Load(int most) {
            slots = new Slot[most];
            strips = new int[most][];
            begins = new int[most];
            lengths = new int[most];
            rows = new int[most * Splitting.ROW];
        }

        int count() {
            return count;
        }

        void add(Slot slot, int[] strip) {
            Box.write(slot.volume(), rows, count * Splitting.ROW);
            add(slot, strip, 0);
        }

        void add(Part part, int position) {
            part.box(position, rows, count * Splitting.ROW);
            add(part.slot(position), part.strips(position), part.strip(position));
        }

        private void add(Slot slot, int[] of, int begin) {
            slots[count] = slot;
            strips[count] = of;
            begins[count] = begin;
            lengths[count] = Strip.length(of, begin);
            rows[count * Splitting.ROW + Box.SIZE] = count++;
        }

        /**
         * Packs what was added.
         *
         * @param reach how far a query reaches on each axis, in units of the boxes
         */
        List<Run> pack(double[] reach) {
            int[] arranged = Arrays.copyOf(rows, count * Splitting.ROW);
            Splitting.arrange(arranged, reach);
            List<Run> runs = new ArrayList<>();
            for (int from = 0; from < count; from += MOST) {
                int until = Math.min(count, from + MOST);
                runs.add(run(Arrays.copyOfRange(arranged, from * Splitting.ROW, until * Splitting.ROW)));
            }
            return runs;
        }

        private Run run(int[] arranged) {
            Slot[] packed = new Slot[arranged.length / Splitting.ROW];
            int[] packedBegins = new int[packed.length];
            int length = 0;
            for (int i = 0; i < packed.length; i++) {
                int number = arranged[i * Splitting.ROW + Box.SIZE];
                packed[i] = slots[number];
                packedBegins[i] = length;
                length += lengths[number];
            }
            int[] packedStrips = new int[length];
            for (int i = 0; i < packed.length; i++) {
                int number = arranged[i * Splitting.ROW + Box.SIZE];
                System.arraycopy(strips[number], begins[number], packedStrips, packedBegins[i], lengths[number]);
            }
            return new Run(packed, packedStrips, packedBegins, Tree.of(arranged));
        }
    }

    @Override
    public int size() {
        return slots.length;
    }

    @Override
    public void search(int[] query, int from, Hits hits) {
        tree.search(query, from, hits);
    }

    @Override
    public Slot slot(int position) {
        return slots[position];
    }

    @Override
    public int[] strips(int position) {
        return strips;
    }

    @Override
    public int strip(int position) {
        return begins[position];
    }

    @Override
    public void box(int position, int[] boxes, int at) {
        tree.write(position, boxes, at);
    }
}
