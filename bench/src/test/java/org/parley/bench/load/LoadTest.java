package org.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.space.Activity;
import org.parley.space.footprint.Chain;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

class LoadTest {
    private static final int SOME = 10_000;
    private static final Load LOAD = new Load(Layout.standard(SOME), 1, "A-");
    private static final List<Activity> ACTIVITIES = LOAD.activities(0, SOME);

    @Test
    void the_same_seed_draws_the_same_and_another_seed_draws_others(@TempDir Path folder) throws IOException {
        String first = written(LOAD, folder, 500);
        assertThat(written(new Load(Layout.standard(SOME), 1, "A-"), folder, 500))
                .isEqualTo(first);
        assertThat(written(LOAD, folder, 1_000)).startsWith(first);
        assertThat(written(new Load(Layout.standard(SOME), 2, "A-"), folder, 500))
                .isNotEqualTo(first);
    }

    private static String written(Load load, Path folder, int volumes) throws IOException {
        Path file = folder.resolve("load.ndjson");
        load.write(file, volumes);
        return Files.readString(file);
    }

    @Test
    void every_feature_is_one_line_of_geojson_with_what_check_reads(@TempDir Path folder) throws IOException {
        assertThat(written(LOAD, folder, 300).lines())
                .hasSize(300)
                .allMatch(line ->
                        line.startsWith("{\"type\":\"Feature\",\"geometry\":{\"type\":\"") && line.endsWith("}}"))
                .allMatch(line -> line.matches(".*\"(radius|halfWidth)\":[0-9.]+,.*|.*\"Polygon\".*"))
                .allMatch(line -> line.contains("\"party\":\"party-") && line.contains("\"activity\":\"A-"))
                .allMatch(line ->
                        line.matches(".*\"lower\":[0-9.]+,\"upper\":[0-9.]+,\"from\":\"2.*Z\",\"until\":\"2.*Z\"}}"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void kinds_have_their_shares(Kind kind) {
        Map<String, Long> counts =
                ACTIVITIES.stream().collect(Collectors.groupingBy(Activity::kind, Collectors.counting()));
        double percent = 100.0 * counts.getOrDefault(kind.label(), 0L) / SOME;
        assertThat(percent).isCloseTo(kind.share(), within(1.5));
    }

    @Test
    void some_lie_at_the_antimeridian_and_at_both_poles() {
        assertThat(at(179, 181)).isBetween(20, 200);
        assertThat(ACTIVITIES.stream().filter(activity -> latitude(activity) > 89))
                .hasSizeBetween(1, 30);
        assertThat(ACTIVITIES.stream().filter(activity -> latitude(activity) < -89))
                .hasSizeBetween(1, 30);
    }

    private static int at(double least, double most) {
        return (int) ACTIVITIES.stream()
                .map(activity -> chain(activity).place(0).longitude())
                .map(longitude -> longitude < 0 ? longitude + 360 : longitude)
                .filter(longitude -> longitude > least && longitude < most)
                .count();
    }

    private static double latitude(Activity activity) {
        return chain(activity).place(0).latitude();
    }

    private static Chain chain(Activity activity) {
        return activity.volumes().getFirst().footprint().chain();
    }

    @ParameterizedTest
    @CsvSource({"10000, false, 10.9", "30000, false, 10.9", "25000, true, 109"})
    void the_density_is_the_same_at_every_size(int volumes, boolean dense, double expected) {
        Layout layout = dense ? Layout.dense(volumes) : Layout.standard(volumes);
        LiveIndex index = new LiveIndex(MinimaTable.of(Minima.of(500, 100, 300)));
        index.load(new Load(layout, 1, "A-").activities(0, volumes));
        int[] conflicts = {0};
        int probes = 3_000;
        for (Activity probe : new Load(layout, 2, "Q-").activities(0, probes)) {
            index.snapshot().conflicts(probe, Parties.DIFFERENT, (a, i, b, j) -> conflicts[0]++);
        }
        assertThat(conflicts[0] / (double) probes).isCloseTo(expected, within(0.15 * expected));
    }
}
