package org.parley.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActivityIdTest {
    private static ActivityId id(String party, String activity) {
        return new ActivityId(party, activity);
    }

    @Test
    void ids_are_ordered_by_party_then_name() {
        List<ActivityId> ids =
                new ArrayList<>(List.of(id("B", "1"), id("A", "2"), id("A", "10"), id("", "9"), id("A", "")));
        ids.sort(null);
        assertThat(ids).containsExactly(id("", "9"), id("A", ""), id("A", "10"), id("A", "2"), id("B", "1"));
    }

    @Test
    void a_character_beyond_the_basic_plane_comes_after_all_that_are_in_it() {
        // U+FF5E and U+E000 come before U+1F681 although its first surrogate, U+D83D, is the lesser number.
        assertThat(id("P", "\uFF5E")).isLessThan(id("P", "\uD83D\uDE81"));
        assertThat(id("P", "\uE000")).isLessThan(id("P", "\uD83D\uDE81"));
        assertThat(id("P", "\uD7FF")).isLessThan(id("P", "\uD83D\uDE81"));
        assertThat(id("\uD83D\uDE81", "1")).isGreaterThan(id("\uFF5E", "1"));
        assertThat(id("P", "\uD83D\uDE81")).isLessThan(id("P", "\uD83D\uDE82"));
    }

    @Test
    void the_order_is_that_of_code_points() {
        SplittableRandom random = new SplittableRandom(17);
        int[] points = {0, 'A', 'a', 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F681, 0x10FFFF};
        for (int n = 0; n < 20_000; n++) {
            int[] a = random.ints(random.nextInt(4), 0, points.length)
                    .map(i -> points[i])
                    .toArray();
            int[] b = random.ints(random.nextInt(4), 0, points.length)
                    .map(i -> points[i])
                    .toArray();
            int found = id("P", new String(a, 0, a.length)).compareTo(id("P", new String(b, 0, b.length)));
            assertThat(Integer.signum(found)).isEqualTo(Integer.signum(java.util.Arrays.compare(a, b)));
        }
    }
}
