package org.parley.cli.check;

import java.util.Map;
import java.util.OptionalDouble;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.Parties;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/**
 * Under what a check is made.
 *
 * @param others the least separations of every pair of kinds that is not named
 * @param pairs those of the pairs that are
 * @param heights what turns heights into bands
 * @param levelMinimum the minimum in flight levels, where stated
 * @param parties which activities are held against each other
 */
public record Terms(
        Minima others,
        Map<MinimaTable.Pair, Minima> pairs,
        HeightTerms heights,
        OptionalDouble levelMinimum,
        Parties parties) {
    public Terms {
        pairs = Map.copyOf(pairs);
    }

    /** The minima by pair of kinds. */
    public MinimaTable minima() {
        return new MinimaTable(others, pairs);
    }

    /** The horizontal minimum of pairs that are not named, in metres: the buffer of a site that states none. */
    public double buffer() {
        return others.horizontal() / 100.0;
    }
}
