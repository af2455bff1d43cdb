package org.parley.space.vectors;

import org.jspecify.annotations.Nullable;
import org.parley.space.oracle.OracleFootprint;
import tools.jackson.databind.node.ObjectNode;

/** Height and time, exactly. */
final class AxisCases {
    private static final OracleFootprint HERE = Cut.circle(12, 48, 100);
    private static final OracleFootprint BY = Cut.circle(12.001, 48.001, 100);

    private final Pairs pairs;

    private AxisCases(Pairs pairs) {
        this.pairs = pairs;
    }

    static void add(Pairs pairs) {
        AxisCases cases = new AxisCases(pairs);
        cases.bands();
        cases.levels();
        cases.windows();
        cases.all();
    }

    private void band(String name, String why, @Nullable Long lower, @Nullable Long upper, long v) {
        ObjectNode a = Pairs.volume(HERE, 10_000L, 20_000L, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        ObjectNode b = Pairs.volume(BY, lower, upper, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        pairs.add(name, why, a, b, Pairs.minima(0, v, 0));
    }

    private void bands() {
        String closed = "bands hold both their ends";
        String equal = "a gap equal to the minimum is no conflict";
        band("bands that touch, minimum 0", closed, 20_000L, 30_000L, 0);
        band("bands 1 cm apart, minimum 0", closed, 20_001L, 30_000L, 0);
        band("bands 1 cm apart, minimum 1 cm", equal, 20_001L, 30_000L, 1);
        band("bands 1 cm apart, minimum 2 cm", equal, 20_001L, 30_000L, 2);
        band("a gap of height equal to the minimum, above", equal, 30_000L, 40_000L, 10_000);
        band("a gap of height 1 cm below the minimum, above", equal, 29_999L, 40_000L, 10_000);
        band("a gap of height 1 cm above the minimum, above", equal, 30_001L, 40_000L, 10_000);
        band("a gap of height equal to the minimum, below", equal, -9_000L, 0L, 10_000);
        band("a gap of height 1 cm below the minimum, below", equal, -9_000L, 1L, 10_000);
        band("bands that overlap by 1 cm", closed, 19_999L, 30_000L, 0);
        band("a band within a band", closed, 12_000L, 13_000L, 0);
        band("a band without extent on the upper end", closed, 20_000L, 20_000L, 0);
        String none = "an absent bound has no limit";
        band("a band without bounds", none, null, null, 0);
        band("a band without a lower bound, up to the other", none, null, 10_000L, 0);
        band("a band without a lower bound, 1 cm below the other", none, null, 9_999L, 0);
        band("a band without an upper bound, at the minimum", none, 25_000L, null, 5_000);
        band("a band without an upper bound, 1 cm nearer", none, 24_999L, null, 5_000);
        band("the greatest vertical minimum", "1,000 km", 90_000_000L, 91_000_000L, 100_000_000);
        ObjectNode up = Pairs.volume(HERE, 10_000L, null, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        ObjectNode upToo = Pairs.volume(BY, 90_000L, null, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        pairs.add("two bands without an upper bound", "what they share has no bound", up, upToo, Pairs.minima(0, 0, 0));
        ObjectNode down = Pairs.volume(HERE, null, 10_000L, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        ObjectNode downToo = Pairs.volume(BY, null, 9_000L, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        pairs.add(
                "two bands without a lower bound",
                "what they share has no bound",
                down,
                downToo,
                Pairs.minima(0, 0, 0));
    }

    private void level(String name, String why, int @Nullable [] a, int @Nullable [] b, long feet) {
        ObjectNode low = Pairs.volume(HERE, 290_000L, 620_000L, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        ObjectNode high = Pairs.volume(BY, 600_000L, 920_000L, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        if (a != null) {
            Pairs.levels(low, a[0], a[1]);
        }
        if (b != null) {
            Pairs.levels(high, b[0], b[1]);
        }
        ObjectNode minima = Pairs.minima(0, 30_500, 0);
        pairs.add(name, why, low, high, feet < 0 ? minima : minima.put("levels", feet));
    }

    private void levels() {
        String why = "levels compare with levels, whatever margin their heights in metres have";
        int[] low = {10_000, 20_000};
        int[] high = {21_000, 30_000};
        level("levels apart by their minimum", why, low, high, 1_000);
        level("levels 1 ft nearer than their minimum", why, low, high, 1_001);
        level("levels that touch, minimum 0", why, low, new int[] {20_000, 30_000}, 0);
        level("levels 1 ft apart, minimum 0", why, low, new int[] {20_001, 30_000}, 0);
        level(
                "levels where no minimum in levels is stated",
                "then their heights above the ellipsoid are compared",
                low,
                high,
                -1);
        level("a level against metres", "then heights above the ellipsoid are compared", low, null, 1_000);
        level("metres against a level", "then heights above the ellipsoid are compared", null, high, 1_000);
        ObjectNode open = Pairs.volume(HERE, null, null, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        Pairs.levels(open, 35_000, null);
        ObjectNode under = Pairs.volume(BY, null, null, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        Pairs.levels(under, null, 33_000);
        pairs.add(
                "levels without bounds outwards, at the minimum",
                why,
                open,
                under,
                Pairs.minima(0, 0, 0).put("levels", 2_000));
        pairs.add(
                "levels without bounds outwards, below the minimum",
                why,
                open,
                under,
                Pairs.minima(0, 0, 0).put("levels", 2_001));
    }

    private void window(String name, String why, long from, long until, long t) {
        ObjectNode a = Pairs.volume(HERE);
        ObjectNode b = Pairs.volume(BY, 0L, 10_000L, Pairs.NOON + from, Pairs.NOON + until);
        pairs.add(name, why, a, b, Pairs.minima(0, 0, t));
    }

    private void windows() {
        String open = "a window does not hold its end";
        String equal = "a gap equal to the minimum is no conflict";
        long hour = Pairs.HOUR;
        window("one window begins as the other ends, minimum 0", open, hour, 2 * hour, 0);
        window("windows that share 1 ms", open, hour - 1, 2 * hour, 0);
        window("one window ends as the other begins, minimum 0", open, -hour, 0, 0);
        window("one window ends 1 ms after the other begins", open, -hour, 1, 0);
        window("one window begins as the other ends, minimum 1 ms", equal, hour, 2 * hour, 1);
        window("windows 1 ms apart, minimum 1 ms", equal, hour + 1, 2 * hour, 1);
        window("windows 1 ms apart, minimum 2 ms", equal, hour + 1, 2 * hour, 2);
        window("a gap of time equal to the minimum, after", equal, hour + 300_000, 2 * hour, 300_000);
        window("a gap of time 1 ms below the minimum, after", equal, hour + 299_999, 2 * hour, 300_000);
        window("a gap of time 1 ms above the minimum, after", equal, hour + 300_001, 2 * hour, 300_000);
        window("a gap of time equal to the minimum, before", equal, -hour, -300_000, 300_000);
        window("a gap of time 1 ms below the minimum, before", equal, -hour, -299_999, 300_000);
        window("a window within a window", open, 1_000, 2_000, 0);
        window("a window of 1 ms at the beginning", open, 0, 1, 0);
        window("a window of 1 ms before the beginning", open, -1, 0, 0);
        window("a window of 1 ms at the end", open, hour - 1, hour, 0);
        window("the same window", open, 0, hour, 0);
        window(
                "the greatest time minimum",
                "ten years",
                hour + 315_576_000_000L,
                2 * hour + 315_576_000_000L,
                315_576_000_000L);
        window("times before 1970", "milliseconds may be below 0", -Pairs.NOON - 2 * hour, -Pairs.NOON - hour, 0);
    }

    private void all() {
        String why = "two volumes conflict when all three axes hold";
        ObjectNode a = Pairs.volume(HERE, 0L, 10_000L, Pairs.NOON, Pairs.NOON + Pairs.HOUR);
        ObjectNode b = Pairs.volume(
                Cut.circle(12.02, 48, 100), 15_000L, 20_000L, Pairs.NOON + 2 * Pairs.HOUR, Pairs.NOON + 3 * Pairs.HOUR);
        for (int axes = 0; axes < 8; axes++) {
            boolean h = (axes & 1) != 0;
            boolean v = (axes & 2) != 0;
            boolean t = (axes & 4) != 0;
            pairs.add(
                    "near horizontally: " + h + ", in height: " + v + ", in time: " + t,
                    why,
                    a,
                    b,
                    Pairs.minima(h ? 150_000 : 100_000, v ? 5_001 : 5_000, t ? 3_600_001 : 3_600_000));
        }
    }
}
