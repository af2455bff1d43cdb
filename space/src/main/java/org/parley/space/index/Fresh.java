package org.parley.space.index;

/** The volumes that came last, in the order in which they came: each search looks at all of them. Those who look see a part of it. */
final class Fresh implements Part {
    /** So many are looked at before they are packed. */
    static final int MOST = 2_048;

    private final Slot[] slots;
    private final int[][] strips;
    private final int[] boxes;
    private final int size;

    private Fresh(Slot[] slots, int[][] strips, int[] boxes, int size) {
        this.slots = slots;
        this.strips = strips;
        this.boxes = boxes;
        this.size = size;
    }

    static Fresh none() {
        return new Fresh(new Slot[MOST], new int[MOST][], new int[MOST * Box.SIZE], 0);
    }

    boolean isFull() {
        return size == MOST;
    }

    /** The same and one more. Of each there is one next: what is written lies beyond what this one sees. */
    Fresh with(Slot slot, int[] strip) {
        slots[size] = slot;
        strips[size] = strip;
        Box.write(slot.volume(), boxes, size * Box.SIZE);
        return new Fresh(slots, strips, boxes, size + 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void search(int[] query, int from, Hits hits) {
        hits.clear();
        for (int i = from; i < size; i++) {
            if (Box.meet(boxes, i * Box.SIZE, query, 0)) {
                hits.add(i);
            }
        }
    }

    @Override
    public Slot slot(int position) {
        return slots[position];
    }

    @Override
    public int[] strips(int position) {
        return strips[position];
    }

    @Override
    public int strip(int position) {
        return 0;
    }

    @Override
    public void box(int position, int[] to, int at) {
        System.arraycopy(boxes, position * Box.SIZE, to, at, Box.SIZE);
    }
}
