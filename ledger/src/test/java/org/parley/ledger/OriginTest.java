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
}
