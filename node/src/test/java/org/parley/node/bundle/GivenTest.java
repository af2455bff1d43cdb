package org.parley.node.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Epoch;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

class GivenTest {
    private static final long MINUTE = 60_000;
    private static final Origin LOG =
            new Origin(new LineId("0".repeat(32)), new PartyName("AZURE"), Lane.MAIN, Epoch.of("1-0a1b2c3d"));

    private final Given given = new Given();

    /** The minutes at which a log of ten entries, of which others prove to hold so many, is given again. */
    private List<Long> again(long held, long minutes) {
        List<Long> times = new ArrayList<>();
        for (long minute = 0; minute <= minutes; minute++) {
            if (given.again(Map.of(LOG, held), minute * MINUTE)) {
                times.add(minute);
                given.entries(LOG, 10);
            }
        }
        return times;
    }

    @Test
    void what_nobody_proves_to_hold_is_given_again_ever_more_seldom() {
        given.entries(LOG, 10);
        assertThat(again(3, 6_000)).containsExactly(10L, 30L, 70L, 150L, 310L, 630L, 1_270L, 2_550L, 3_990L, 5_430L);
    }

    @Test
    void what_all_prove_to_hold_is_never_given_again() {
        given.entries(LOG, 10);
        assertThat(again(10, 100_000)).isEmpty();
        assertThat(given.size(LOG)).isEqualTo(10);
    }

    @Test
    void each_proof_of_more_begins_the_wait_anew() {
        given.entries(LOG, 10);
        for (long held = 0; held < 10; held++) {
            assertThat(given.again(Map.of(LOG, held), held * 9 * MINUTE)).isFalse();
        }
        assertThat(given.again(Map.of(LOG, 9L), 91 * MINUTE)).isTrue();
    }
}
