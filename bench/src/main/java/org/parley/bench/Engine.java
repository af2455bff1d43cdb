package org.parley.bench;

import org.parley.space.Activity;

/** A conflict search: the one of {@code space}, or a peer with the same exact test behind it. */
interface Engine {
    String name();

    /** Adds the id of every activity of another party that conflicts with the probe, each once. */
    void conflicts(Activity probe, Found found);

    /** How many volumes would be put to the exact test. */
    int candidates(Activity probe);
}
