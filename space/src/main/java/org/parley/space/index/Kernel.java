package org.parley.space.index;

/** Looks into nodes of a {@link Tree}, one after the other: which they are is known before, so that the next is fetched meanwhile. */
interface Kernel {
    /** Vectors where the virtual machine was started with them and the processor has them; words of four numbers elsewhere. */
    Kernel BEST = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && Vectors.fit()
            ? new Vectors()
            : new Words();

    /** Adds all boxes that meet a query, of the first so many nodes that were found before. */
    void look(int[] query, int[] frames, byte[] boxes, Hits hits, int nodes);
}
