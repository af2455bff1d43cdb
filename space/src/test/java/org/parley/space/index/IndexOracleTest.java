package org.parley.space.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Limits;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.oracle.Comparison;
import org.parley.space.oracle.Entry;
import org.parley.space.oracle.Hard;
import org.parley.space.oracle.HardPairs;
import org.parley.space.oracle.Oracle;
import org.parley.space.separation.EnteredShapes;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.window.Window;

/** What the whole way through boxes, strips and planes answers about hard pairs is what the oracle allows. */
class IndexOracleTest {
    private static final long SEED = 77;
    private static final int PAIRS = 4_096;
    private static final int AT_ONCE = 64;

    private record Hardship(long index, Activity one, Activity other, double metres, long minimum) {}

    @ParameterizedTest
    @EnumSource(Indexed.class)
    void never_a_false_negative_nor_a_false_positive_beyond_two_centimetres(Indexed kept) {
        int asked = 0;
        int conflicts = 0;
        for (int first = 0; first < PAIRS; first += AT_ONCE) {
            List<Hardship> all = hardships(first);
            LiveIndex index = kept.of(all.stream().map(Hardship::other).toList(), minima(all));
            for (Hardship each : all) {
                boolean said = Indexed.conflicts(each.one(), index)
                        .contains(each.other().id());
                assertThat(Comparison.disagrees(each.metres(), each.minimum(), said))
                        .as("%s, %s", said, each)
                        .isFalse();
                asked++;
                conflicts += said ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThan(PAIRS * 2 / 3);
        assertThat(conflicts).isBetween(asked / 4, asked * 9 / 10);
    }

    private static List<Hardship> hardships(long first) {
        return LongStream.range(first, first + AT_ONCE)
                .mapToObj(IndexOracleTest::hardship)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing, where nobody may enter such a shape, or agree on such a minimum. */
    private static Optional<Hardship> hardship(long i) {
        HardPairs.Pair pair = HardPairs.of(SEED, i);
        try {
            double metres = Oracle.distance(EnteredShapes.stored(pair.a()), EnteredShapes.stored(pair.b()));
            Activity one = activity("AZURE", i, EnteredShapes.enter(pair.a()));
            Activity other = activity("BIRCH", i, EnteredShapes.enter(pair.b()));
            return Optional.of(new Hardship(i, one, other, metres, Hard.boundary(metres, HardPairs.random(~SEED, i))))
                    .filter(hard -> hard.minimum() <= Limits.HORIZONTAL_MINIMUM * 100);
        } catch (Entry.Refused refused) {
            return Optional.empty();
        }
    }

    private static Activity activity(String party, long number, Footprint footprint) {
        Volume volume = new Volume(footprint, Band.UNBOUNDED, new Window(0, 3_600_000));
        return new Activity(new ActivityId(party, "H-" + number), kind(party, number), List.of(volume));
    }

    private static String kind(String party, long number) {
        return party + " " + number % AT_ONCE;
    }

    /** Each pair has the minimum that is hard for it. */
    private static MinimaTable minima(List<Hardship> all) {
        Map<MinimaTable.Pair, Minima> pairs = new HashMap<>();
        all.forEach(each -> pairs.put(
                new MinimaTable.Pair(kind("AZURE", each.index()), kind("BIRCH", each.index())),
                Minima.of(each.minimum() / 100.0, 0, 0)));
        return new MinimaTable(Minima.of(0, 0, 0), pairs);
    }
}
