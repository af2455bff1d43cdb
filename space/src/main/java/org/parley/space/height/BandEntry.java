package org.parley.space.height;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.footprint.Extent;
import org.parley.space.footprint.Footprint;

/**
 * Turns two stated heights into a band, once: lower bounds are rounded down and upper bounds up, and what is not known
 * exactly (geoid, terrain, atmosphere) widens the band.
 */
public final class BandEntry {
    private static final double FOOT = 0.3048;
    private static final int FEET_IN_LEVEL = 100;

    private final HeightTerms terms;
    private final Extent extent;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private Optional<Geoid.Range> range = Optional.empty();

    private BandEntry(HeightTerms terms, Extent extent) {
        this.terms = terms;
        this.extent = extent;
    }

    /** The band between two heights over a footprint, under agreed terms. */
    public static Entered<Band> enter(Height lower, Height upper, Footprint over, HeightTerms terms) {
        return new BandEntry(terms, Extent.of(over)).enter(lower, upper);
    }

    private Entered<Band> enter(Height lower, Height upper) {
        check("lower", lower);
        check("upper", upper);
        if (terms.levelMargin().isEmpty()) {
            needMargin("lower", lower, upper);
            needMargin("upper", upper, lower);
        }
        if (problems.isEmpty() && sameReference(lower, upper) && value(upper) < value(lower)) {
            problems.add(below(lower, upper));
        }
        if (!problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        int low = centimetres(Math.floor(lowest(lower) * 100 + 1e-6));
        int high = centimetres(Math.ceil(highest(upper) * 100 - 1e-6));
        if (high < low) {
            return new Entered.Refused<>(List.of(below(lower, upper)));
        }
        Band.Metres hae = new Band.Metres(low, high);
        return new Entered.Accepted<>(inLevels(lower, upper) ? levels(lower, upper, hae) : hae, warnings);
    }

    private void check(String field, Height height) {
        switch (height) {
            case Height.Hae hae -> within(field, hae.metres(), Limits.LOWEST, Limits.HIGHEST, "m");
            case Height.Amsl amsl -> within(field, amsl.metres(), Limits.LOWEST, Limits.HIGHEST, "m");
            case Height.Agl agl -> {
                within(field, agl.metres(), Limits.LOWEST, Limits.HIGHEST, "m");
                needTerrain(field, "AGL");
            }
            case Height.Surface surface -> needTerrain(field, "SFC");
            case Height.FlightLevel level -> within(field, level.level(), 0, Limits.HIGHEST_LEVEL, "levels");
            case Height.Unbounded unbounded ->
                warnings.add(new Problem(field, "absent", "counts as unbounded", "state it to exclude other heights"));
        }
    }

    private void within(String field, double value, double least, double most, String unit) {
        if (!(value >= least && value <= most)) {
            String range = (long) least + " to " + (long) most + " " + unit;
            problems.add(new Problem(field, String.valueOf(value), "outside " + range, "state the height in " + unit));
        }
    }

    private void needTerrain(String field, String reference) {
        if (terms.terrain().isEmpty()) {
            problems.add(new Problem(
                    field + "Ref",
                    reference,
                    "needs the lowest and highest terrain of the area",
                    "state the terrain range in metres above the ellipsoid, or the height as HAE or AMSL"));
        }
    }

    private void needMargin(String field, Height height, Height other) {
        boolean otherInMetres = !(other instanceof Height.FlightLevel || other instanceof Height.Unbounded);
        if (height instanceof Height.FlightLevel && otherInMetres) {
            problems.add(new Problem(
                    field + "Ref",
                    "FL",
                    "meets metres, which needs the agreed margin of levels",
                    "state the margin in metres, or both heights as levels or both in metres"));
        }
    }

    private static boolean sameReference(Height a, Height b) {
        return a.getClass() == b.getClass();
    }

    private static double value(Height height) {
        return switch (height) {
            case Height.Hae hae -> hae.metres();
            case Height.Amsl amsl -> amsl.metres();
            case Height.Agl agl -> agl.metres();
            case Height.FlightLevel level -> level.level();
            case Height.Surface surface -> 0;
            case Height.Unbounded unbounded -> 0;
        };
    }

    private static Problem below(Height lower, Height upper) {
        return new Problem("upper", upper.toString(), "below lower " + lower, "exchange them or correct one");
    }

    private double lowest(Height height) {
        return switch (height) {
            case Height.Hae hae -> hae.metres();
            case Height.Amsl amsl -> amsl.metres() + geoid().least();
            case Height.Agl agl -> agl.metres() + lowGround();
            case Height.Surface surface -> lowGround();
            case Height.FlightLevel level -> level.level() * FEET_IN_LEVEL * FOOT - margin() + geoid().least();
            case Height.Unbounded unbounded -> Double.NEGATIVE_INFINITY;
        };
    }

    private double highest(Height height) {
        return switch (height) {
            case Height.Hae hae -> hae.metres();
            case Height.Amsl amsl -> amsl.metres() + geoid().greatest();
            case Height.Agl agl -> agl.metres() + highGround();
            case Height.Surface surface -> highGround();
            case Height.FlightLevel level -> level.level() * FEET_IN_LEVEL * FOOT + margin() + geoid().greatest();
            case Height.Unbounded unbounded -> Double.POSITIVE_INFINITY;
        };
    }

    private Geoid.Range geoid() {
        if (range.isEmpty()) {
            range = Optional.of(terms.geoid().range(extent));
        }
        return range.get();
    }

    private double lowGround() {
        return terms.terrain().orElseThrow().low();
    }

    private double highGround() {
        return terms.terrain().orElseThrow().high();
    }

    /** Without an agreed margin a level says nothing about metres. */
    private double margin() {
        OptionalDouble margin = terms.levelMargin();
        return margin.orElse(Double.POSITIVE_INFINITY);
    }

    private static boolean inLevels(Height lower, Height upper) {
        boolean lowerFits = lower instanceof Height.FlightLevel || lower instanceof Height.Unbounded;
        boolean upperFits = upper instanceof Height.FlightLevel || upper instanceof Height.Unbounded;
        boolean neither = lower instanceof Height.Unbounded && upper instanceof Height.Unbounded;
        return lowerFits && upperFits && !neither;
    }

    private static Band levels(Height lower, Height upper, Band.Metres hae) {
        int low = lower instanceof Height.FlightLevel level
                ? (int) Math.floor(level.level() * FEET_IN_LEVEL + 1e-6)
                : Band.BOTTOMLESS;
        int high = upper instanceof Height.FlightLevel level
                ? (int) Math.ceil(level.level() * FEET_IN_LEVEL - 1e-6)
                : Band.TOPLESS;
        return new Band.Levels(low, high, hae);
    }

    private static int centimetres(double value) {
        return (int) Math.max(Band.BOTTOMLESS, Math.min(Band.TOPLESS, value));
    }
}
