package org.parley.cli.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.cli.check.read.MinimaFile;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.Parties;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/**
 * Under what a check is made.
 *
 * @param minima the least separations
 * @param heights what turns heights into bands
 * @param levelMinimum the minimum in flight levels, where stated
 * @param parties which activities are held against each other
 */
public record Terms(MinimaTable minima, HeightTerms heights, OptionalDouble levelMinimum, Parties parties) {
    static final double HORIZONTAL = 500;
    static final double VERTICAL = 100;
    static final double TIME = 300;

    /** What the command line states of the default minima; it goes before the file. */
    record Flags(Optional<Double> horizontal, Optional<Double> vertical, Optional<Double> time) {}

    /** A pair of kinds takes what it does not state from the default. */
    static MinimaTable table(Flags flags, MinimaFile.Table file, OptionalDouble levels) {
        double h = flags.horizontal().orElse(file.others().horizontal().orElse(HORIZONTAL));
        double v = flags.vertical().orElse(file.others().vertical().orElse(VERTICAL));
        double t = flags.time().orElse(file.others().time().orElse(TIME));
        Map<MinimaTable.Pair, Minima> pairs = new HashMap<>();
        file.pairs()
                .forEach((kinds, stated) -> pairs.put(
                        kinds,
                        minima(
                                stated.horizontal().orElse(h),
                                stated.vertical().orElse(v),
                                stated.time().orElse(t),
                                levels)));
        return new MinimaTable(minima(h, v, t, levels), pairs);
    }

    private static Minima minima(double h, double v, double t, OptionalDouble levels) {
        Minima minima = Minima.of(h, v, t);
        return levels.isPresent() ? minima.withLevels(levels.getAsDouble()) : minima;
    }
}
