package org.parley.cli.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.cli.BadInput;
import org.parley.cli.check.read.MinimaFile;
import org.parley.space.Limits;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.Parties;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/** Turns what the command line and the file of minima state into terms. */
final class TermsEntry {
    private static final double HORIZONTAL = 500;
    private static final double VERTICAL = 100;
    private static final double TIME = 300;

    /** More than the atmosphere ever differs from the standard. */
    private static final double GREATEST_LEVEL_MARGIN = 10_000;

    private TermsEntry() {}

    /** What the command line states. */
    record Flags(
            Optional<Double> horizontal,
            Optional<Double> vertical,
            Optional<Double> time,
            Optional<String> terrain,
            Optional<Double> levelMargin,
            Optional<Double> levelMinimum,
            boolean sameParty) {}

    /** The command line goes before the file's default; a pair of kinds takes from both what it does not state. */
    static Terms terms(Flags flags, MinimaFile.Table file) {
        double h = stated("--horizontal", flags.horizontal(), Limits.HORIZONTAL_MINIMUM, "metres")
                .orElse(file.others().horizontal().orElse(HORIZONTAL));
        double v = stated("--vertical", flags.vertical(), Limits.VERTICAL_MINIMUM, "metres")
                .orElse(file.others().vertical().orElse(VERTICAL));
        double t = stated("--time", flags.time(), Limits.TIME_MINIMUM, "seconds")
                .orElse(file.others().time().orElse(TIME));
        OptionalDouble levels = stated("--fl-minimum", flags.levelMinimum(), Limits.HIGHEST_LEVEL, "levels");
        Map<MinimaTable.Pair, Minima> pairs = new HashMap<>();
        file.pairs()
                .forEach((kinds, own) -> pairs.put(
                        kinds,
                        minima(
                                own.horizontal().orElse(h),
                                own.vertical().orElse(v),
                                own.time().orElse(t),
                                levels)));
        HeightTerms heights = new HeightTerms(
                Geoid.egm96(),
                flags.terrain().map(TermsEntry::terrain),
                stated("--fl-margin", flags.levelMargin(), GREATEST_LEVEL_MARGIN, "metres"));
        Parties parties = flags.sameParty() ? Parties.ALL : Parties.DIFFERENT;
        return new Terms(minima(h, v, t, levels), pairs, heights, levels, parties);
    }

    private static Minima minima(double h, double v, double t, OptionalDouble levels) {
        Minima minima = Minima.of(h, v, t);
        return levels.isPresent() ? minima.withLevels(levels.getAsDouble()) : minima;
    }

    private static OptionalDouble stated(String option, Optional<Double> value, double most, String unit) {
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!(value.get() >= 0 && value.get() <= most)) {
            throw new BadInput(
                    option + " " + value.get() + ": not from 0 to " + (long) most,
                    "give " + unit + ", at most " + (long) most);
        }
        return OptionalDouble.of(value.get());
    }

    private static HeightTerms.Terrain terrain(String text) {
        String[] parts = text.split(",", -1);
        try {
            double low = Double.parseDouble(parts[0]);
            double high = Double.parseDouble(parts[parts.length - 1]);
            if (parts.length == 2 && low >= Limits.LOWEST && low <= high && high <= Limits.HIGHEST) {
                return new HeightTerms.Terrain(low, high);
            }
        } catch (NumberFormatException e) {
            throw badTerrain(text);
        }
        throw badTerrain(text);
    }

    private static BadInput badTerrain(String text) {
        return new BadInput(
                "--terrain " + text + ": not the lowest and the highest ground",
                "give both in metres above the WGS 84 ellipsoid, like --terrain=-20,350");
    }
}
