package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.parley.space.Limits;

class MinimaTest {
    private static final Minima USUAL = Minima.of(500, 100, 300);

    @Test
    void minima_are_rounded_up() {
        assertThat(Minima.of(0.001, 99.999, 0.0001)).isEqualTo(new Minima(1, 10_000, 1, OptionalLong.empty()));
        assertThat(USUAL.withLevels(10).levels()).hasValue(1_000);
    }

    @Test
    void what_is_no_number_below_nothing_or_beyond_its_limit_is_no_minimum() {
        assertThatIllegalArgumentException().isThrownBy(() -> Minima.of(Double.NaN, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minima.of(-1, 0, 0))
                .withMessageContaining("horizontal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minima.of(Limits.HORIZONTAL_MINIMUM + 1, 0, 0))
                .withMessageContaining("horizontal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minima.of(0, Limits.VERTICAL_MINIMUM + 1, 0))
                .withMessageContaining("vertical");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minima.of(0, 0, Limits.TIME_MINIMUM + 1))
                .withMessageContaining("time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withLevels(Limits.HIGHEST_LEVEL + 1))
                .withMessageContaining("levels");
        assertThat(Minima.of(Limits.HORIZONTAL_MINIMUM, Limits.VERTICAL_MINIMUM, Limits.TIME_MINIMUM)
                        .withLevels(Limits.HIGHEST_LEVEL)
                        .horizontal())
                .isEqualTo(100 * (long) Limits.HORIZONTAL_MINIMUM);
    }

    @Test
    void a_pair_of_kinds_is_the_same_either_way_round_and_has_minima_of_its_own() {
        Minima wide = Minima.of(2_000, 50, 600);
        MinimaTable table = new MinimaTable(USUAL, Map.of(new MinimaTable.Pair("ground", "air"), wide));
        assertThat(table.between("air", "ground")).isEqualTo(wide);
        assertThat(table.between("ground", "air")).isEqualTo(wide);
        assertThat(table.between("air", "air")).isEqualTo(USUAL);
        assertThat(new MinimaTable.Pair("b", "a")).isEqualTo(new MinimaTable.Pair("a", "b"));
        assertThat(new MinimaTable.Pair("a", "b").one()).isEqualTo("a");
    }

    @Test
    void the_widest_of_a_kind_is_the_greatest_on_each_axis() {
        Minima wide = Minima.of(2_000, 50, 600);
        MinimaTable table = new MinimaTable(
                USUAL,
                Map.of(
                        new MinimaTable.Pair("ground", "air"),
                        wide,
                        new MinimaTable.Pair("air", "air"),
                        USUAL.withLevels(10)));
        assertThat(table.widest("ground")).isEqualTo(Minima.of(2_000, 100, 600));
        assertThat(table.widest("air")).isEqualTo(Minima.of(2_000, 100, 600).withLevels(10));
        assertThat(table.widest("sea")).isEqualTo(USUAL);
    }
}
