package org.parley.bench;

import org.parley.space.Activity;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;

/** The live index of {@code space}, at one snapshot. */
record SpaceEngine(Snapshot snapshot) implements Engine {
    @Override
    public String name() {
        return "parley";
    }

    @Override
    public void conflicts(Activity probe, Found found) {
        snapshot.conflicts(probe, Parties.DIFFERENT, (a, i, b, j) -> found.add(b.id()));
    }

    @Override
    public int candidates(Activity probe) {
        int[] count = {0};
        snapshot.candidates(probe, 0, (a, i, b, j) -> count[0]++);
        return count[0];
    }
}
