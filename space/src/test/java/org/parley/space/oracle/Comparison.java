package org.parley.space.oracle;

import java.util.ArrayList;
import java.util.List;

/** Runs the code under test against the oracle on hard pairs, and keeps what replays a disagreement. */
public final class Comparison {
    private static final int KEPT = 10;

    /**
     * A wrong answer. {@code HardPairs.of(seed, index)} gives the pair again.
     *
     * @param distance true distance in metres
     * @param saidConflict what the code under test said: no is a false negative, yes a false positive
     */
    public record Disagreement(
            long seed, long index, long hCm, double distance, boolean saidConflict, HardPairs.Pair pair) {}

    /**
     * Counts, and the first disagreements.
     *
     * @param undecided pairs in the band of 2 cm, where either answer is right
     */
    public record Report(
            int compared,
            int refused,
            int conflicts,
            int undecided,
            int falseNegatives,
            int falsePositives,
            List<Disagreement> first) {
        public boolean disagrees() {
            return falseNegatives + falsePositives > 0;
        }
    }

    private final long seed;
    private final Entry entry;
    private final Subject subject;
    private final List<Disagreement> kept = new ArrayList<>();
    private int compared;
    private int refused;
    private int conflicts;
    private int undecided;
    private int falseNegatives;
    private int falsePositives;

    private Comparison(long seed, Entry entry, Subject subject) {
        this.seed = seed;
        this.entry = entry;
        this.subject = subject;
    }

    /** Compares the pairs numbered from {@code first}. */
    public static Report run(long seed, long first, int pairs, Entry entry, Subject subject) {
        Comparison run = new Comparison(seed, entry, subject);
        for (long i = first; i < first + pairs; i++) {
            try {
                run.compare(i);
            } catch (Entry.Refused e) {
                run.refused++;
            } catch (RuntimeException e) {
                throw new IllegalStateException("seed " + seed + " index " + i + ": " + HardPairs.of(seed, i), e);
            }
        }
        return new Report(
                run.compared,
                run.refused,
                run.conflicts,
                run.undecided,
                run.falseNegatives,
                run.falsePositives,
                List.copyOf(run.kept));
    }

    /** Whether an answer is wrong for a true distance in metres: no false negative, no false positive beyond 2 cm. */
    public static boolean disagrees(double distance, long hCm, boolean saidConflict) {
        return Oracle.horizontal(distance, hCm).forbids(saidConflict);
    }

    private void compare(long index) {
        HardPairs.Pair pair = HardPairs.of(seed, index);
        double distance = Oracle.distance(entry.stored(pair.a()), entry.stored(pair.b()));
        long hCm = Hard.boundary(distance, HardPairs.random(~seed, index));
        boolean said = subject.conflict(pair.a(), pair.b(), hCm);
        compared++;
        switch (Oracle.horizontal(distance, hCm)) {
            case CONFLICT -> conflicts++;
            case EITHER -> undecided++;
            case NONE -> {}
        }
        if (disagrees(distance, hCm, said)) {
            falseNegatives += said ? 0 : 1;
            falsePositives += said ? 1 : 0;
            if (kept.size() < KEPT) {
                kept.add(new Disagreement(seed, index, hCm, distance, said, pair));
            }
        }
    }
}
