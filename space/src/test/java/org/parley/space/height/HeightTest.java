package org.parley.space.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeightTest {
    @Test
    void a_height_reads_as_people_write_it() {
        assertThat(new Height.Hae(120.5)).hasToString("120.5 m HAE");
        assertThat(new Height.Amsl(90)).hasToString("90.0 m AMSL");
        assertThat(new Height.Agl(30)).hasToString("30.0 m AGL");
        assertThat(new Height.FlightLevel(350)).hasToString("FL350.0");
        assertThat(new Height.Surface()).hasToString("SFC");
        assertThat(new Height.Unbounded()).hasToString("unbounded");
    }

    @Test
    void gaps_between_levels_are_told_in_metres_too() {
        Band.Metres hae = new Band.Metres(0, 1_000_000);
        Band.Gap apart = Band.between(new Band.Levels(10_000, 11_000, hae), new Band.Levels(12_000, 13_000, hae));
        assertThat(apart.metres()).isCloseTo(304.8, within(1e-9));
        Band.Gap shared = Band.between(new Band.Levels(10_000, 11_000, hae), new Band.Levels(10_500, 13_000, hae));
        assertThat(shared.overlapMetres()).isCloseTo(152.4, within(1e-9));
        Band.Gap metres = Band.between(new Band.Metres(0, 100), new Band.Metres(350, 400));
        assertThat(metres.metres()).isEqualTo(2.5);
        assertThat(Band.between(new Band.Metres(0, 100), new Band.Metres(50, 400))
                        .overlapMetres())
                .isEqualTo(0.5);
    }
}
