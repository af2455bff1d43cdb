package org.parley.space.index;

/** Some volumes of an index, by their positions; which of them are seen depends on the snapshot. */
sealed interface Part permits Run, Fresh {
    int size();

    /** Finds the positions from one on of all boxes that meet a query, and of a few more. */
    void search(int[] query, int from, Hits hits);

    Slot slot(int position);

    /** The numbers among which the {@link Strip} of a position is. */
    int[] strips(int position);

    /** Where it begins among them. */
    int strip(int position);

    /** Writes the box of a position, or one that holds it. */
    void box(int position, int[] boxes, int at);
}
