package org.parley.space.index;

/** Some volumes packed together, in the order in which their boxes lie in a tree; which of them are seen depends on the snapshot. */
final class Run {
    final Slot[] slots;
    final Tree tree;

    private Run(Slot[] slots, Tree tree) {
        this.slots = slots;
        this.tree = tree;
    }

    int size() {
        return slots.length;
    }

    /**
     * Packs slots.
     *
     * @param rows the box of each and its number ({@link Splitting}); arranged meanwhile
     * @param reach how far a query reaches on each axis, in units of the boxes
     */
    static Run pack(Slot[] slots, int[] rows, double[] reach) {
        Splitting.arrange(rows, reach);
        Slot[] packed = new Slot[rows.length / Splitting.ROW];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = slots[rows[i * Splitting.ROW + Box.SIZE]];
        }
        return new Run(packed, Tree.of(rows));
    }
}
