package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void two_origins_are_the_same_where_their_texts_are() {
        List<String> texts = List.of(
                "parley/0123456789abcdef0123456789abcdef/BIRCH/main/1-0a1b2c3d",
                "parley/0123456789abcdef0123456789abcdee/BIRCH/main/1-0a1b2c3d",
                "parley/0123456789abcdef0123456789abcdef/CEDAR/main/1-0a1b2c3d",
                "parley/0123456789abcdef0123456789abcdef/BIRCH/safety/1-0a1b2c3d",
                "parley/0123456789abcdef0123456789abcdef/BIRCH/main/2-0a1b2c3d",
                "parley/0123456789abcdef0123456789abcdef/BIRCH/main/1-0a1b2c3e");
        for (String one : texts) {
            for (String other : texts) {
                assertThat(Origin.of(one).equals(Origin.of(other)))
                        .as(one + " and " + other)
                        .isEqualTo(one.equals(other));
            }
            assertThat(Origin.of(one)).hasToString(one).hasSameHashCodeAs(Origin.of(one));
        }
    }

    @Test
    void the_index_of_a_name_is_that_which_gives_the_name() {
        LineId line = new LineId("0".repeat(32));
        for (String epoch : new String[] {"1-0a1b2c3d", "2-0a1b2c3d"}) {
            for (Lane lane : Lane.values()) {
                Origin origin = new Origin(line, new PartyName("BIRCH"), lane, Epoch.of(epoch));
                for (long index : new long[] {0, 8, 9, 411, 999_999_999_999_999L}) {
                    assertThat(origin.indexOf(origin.recordName(index))).hasValue(index);
                }
                for (String other : new String[] {
                    "",
                    "BIRCH",
                    "BIRCH-",
                    "BIRCH-0",
                    "BIRCH-01",
                    "BIRCH-S",
                    "BIRCH-S0",
                    "BIRCH.2-",
                    "BIRCH-1 ",
                    "BIRCH-1a",
                    "BIRCH--1",
                    "BIRCHES-1",
                    "AZURE-1",
                    "BIRCH.3-1",
                    "BIRCH-99999999999999999",
                    "BIRCH.2-S-1",
                    "birch-1"
                }) {
                    assertThat(origin.indexOf(other))
                            .as("%s in %s", other, origin)
                            .isEmpty();
                }
            }
        }
    }
}
