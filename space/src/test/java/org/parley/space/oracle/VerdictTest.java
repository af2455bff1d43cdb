package org.parley.space.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The three axes, at their edges. */
class VerdictTest {
    private static final long NO_FLOOR = Long.MIN_VALUE;
    private static final long NO_CEILING = Long.MAX_VALUE;

    private static Verdict bands(long lower, long upper, long otherLower, long otherUpper, long vCm) {
        OracleFootprint here = OracleFootprint.point(0, 0, 100);
        return Oracle.conflict(
                new OracleVolume(here, lower, upper, 0, 10),
                new OracleVolume(here, otherLower, otherUpper, 0, 10),
                0,
                vCm,
                0);
    }

    private static Verdict windows(long from, long until, long otherFrom, long otherUntil, long tMs) {
        OracleFootprint here = OracleFootprint.point(0, 0, 100);
        return Oracle.conflict(
                new OracleVolume(here, 0, 0, from, until),
                new OracleVolume(here, 0, 0, otherFrom, otherUntil),
                0,
                0,
                tMs);
    }

    @Test
    void bandsAreClosedAndAGapEqualToTheMinimumIsEnough() {
        assertThat(bands(0, 100, 100, 200, 0)).isEqualTo(Verdict.CONFLICT);
        assertThat(bands(0, 100, 101, 200, 0)).isEqualTo(Verdict.NONE);
        assertThat(bands(0, 100, 101, 200, 1)).isEqualTo(Verdict.NONE);
        assertThat(bands(101, 200, 0, 100, 2)).isEqualTo(Verdict.CONFLICT);
        assertThat(bands(NO_FLOOR, 100, 200, NO_CEILING, 100)).isEqualTo(Verdict.NONE);
        assertThat(bands(NO_FLOOR, NO_CEILING, 200, 300, 0)).isEqualTo(Verdict.CONFLICT);
        assertThat(bands(NO_FLOOR, 1 - NO_CEILING, NO_CEILING - 1, NO_CEILING, NO_CEILING))
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void windowsAreHalfOpenAndAGapEqualToTheMinimumIsEnough() {
        assertThat(windows(0, 10, 9, 20, 0)).isEqualTo(Verdict.CONFLICT);
        assertThat(windows(0, 10, 10, 20, 0)).isEqualTo(Verdict.NONE);
        assertThat(windows(10, 20, 0, 10, 0)).isEqualTo(Verdict.NONE);
        assertThat(windows(0, 10, 10, 20, 1)).isEqualTo(Verdict.CONFLICT);
        assertThat(windows(0, 10, 11, 20, 1)).isEqualTo(Verdict.NONE);
        assertThat(windows(11, 20, 0, 10, 2)).isEqualTo(Verdict.CONFLICT);
        assertThat(windows(Long.MIN_VALUE, -10, Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void horizontallyTwoCentimetresAreLeftOpen() {
        assertThat(Oracle.horizontal(0, 0)).isEqualTo(Verdict.CONFLICT);
        assertThat(Oracle.horizontal(4.999, 500)).isEqualTo(Verdict.CONFLICT);
        assertThat(Oracle.horizontal(5, 500)).isEqualTo(Verdict.EITHER);
        assertThat(Oracle.horizontal(5.019, 500)).isEqualTo(Verdict.EITHER);
        assertThat(Oracle.horizontal(5.021, 500)).isEqualTo(Verdict.NONE);
        assertThat(Oracle.horizontal(0.001, 0)).isEqualTo(Verdict.EITHER);
    }

    @Test
    void allThreeAxesMustHold() {
        OracleVolume a = new OracleVolume(OracleFootprint.point(0, 0, 0), 0, 10, 0, 10);
        OracleVolume b = new OracleVolume(OracleFootprint.point(10_000, 0, 0), 20, 30, 20, 30);
        // 1e-3 degree of the equator: 111.3195 m.
        assertThat(Oracle.conflict(a, b, 11_132, 11, 11)).isEqualTo(Verdict.CONFLICT);
        assertThat(Oracle.conflict(a, b, 11_131, 11, 11)).isEqualTo(Verdict.EITHER);
        assertThat(Oracle.conflict(a, b, 11_129, 11, 11)).isEqualTo(Verdict.NONE);
        assertThat(Oracle.conflict(a, b, 11_132, 10, 11)).isEqualTo(Verdict.NONE);
        assertThat(Oracle.conflict(a, b, 11_132, 11, 10)).isEqualTo(Verdict.NONE);
        assertThat(Oracle.conflict(a, b, 11_131, 10, 11)).isEqualTo(Verdict.NONE);
    }
}
