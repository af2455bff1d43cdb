package org.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.parley.bench.load.Layout;
import org.parley.bench.load.Load;
import org.parley.space.Activity;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

class EnvelopesTest {
    private static final Minima MINIMA = Minima.of(500, 100, 300);

    @Test
    void a_circle_at_the_antimeridian_has_one_envelope_on_either_side() {
        List<Envelope> around = Envelopes.around(circle(179.999, 60, 1_000), 0);
        assertThat(around).hasSize(2);
        assertThat(around.getFirst().getMaxX()).isEqualTo(180);
        assertThat(around.getLast().getMinX()).isEqualTo(-180);
        assertThat(around.getLast().getMaxX()).isGreaterThan(-180 + 0.0169).isLessThan(-180 + 0.0172);
    }

    @ParameterizedTest
    @ValueSource(doubles = {89.95, -89.95, 90, -90})
    void near_a_pole_every_longitude_counts(double latitude) {
        assertThat(Envelopes.around(circle(20, latitude, 1_000), 0))
                .singleElement()
                .satisfies(envelope -> {
                    assertThat(envelope.getWidth()).isEqualTo(360);
                    assertThat(Math.max(-envelope.getMinY(), envelope.getMaxY()))
                            .isEqualTo(90);
                });
    }

    @Test
    void an_area_around_a_pole_reaches_it() {
        double[] ring = {0, 80, 90, 80, 179, 80, -90, 80, 0, 80};
        Footprint area =
                FootprintEntry.area(List.of(List.of(ring)), Edges.GEODESIC).orElseThrow();
        assertThat(Envelopes.around(area, 0)).singleElement().satisfies(envelope -> {
            assertThat(envelope.getWidth()).isEqualTo(360);
            assertThat(envelope.getMaxY()).isEqualTo(90);
            assertThat(envelope.getMinY()).isGreaterThan(79.99).isLessThan(80);
        });
    }

    @Test
    void peers_find_the_same_sets() {
        Layout layout = Layout.standard(5_000);
        List<Activity> activities = new Load(layout, 3, "A-").activities(0, 5_000);
        LiveIndex index = new LiveIndex(MinimaTable.of(MINIMA));
        index.load(activities);
        Engine ours = new SpaceEngine(index.snapshot());
        List<Engine> peers = List.of(JtsEngine.hpr(activities, MINIMA), JtsEngine.str(activities, MINIMA));
        for (Activity probe : new Load(layout, 4, "Q-").activities(0, 2_000)) {
            assertThat(peers).allSatisfy(peer -> assertThat(found(peer, probe)).isEqualTo(found(ours, probe)));
        }
    }

    private static List<Object> found(Engine engine, Activity probe) {
        Found found = new Found();
        engine.conflicts(probe, found);
        return List.copyOf(found.sorted());
    }

    private static Footprint circle(double longitude, double latitude, double radius) {
        return FootprintEntry.circle(longitude, latitude, radius).orElseThrow();
    }
}
