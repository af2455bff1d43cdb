package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The law of the pairing: whatever happens to messages, connections, officers and clocks, in the end both have the line or none. */
class BothOrNoneTest {
    private static final int RUNS = 4_000;

    @Test
    void the_joiner_never_has_a_line_alone_and_in_the_end_neither_has() {
        int paired = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Dialogue dialogue = hardTimes(seed);
            dialogue.inviter.disconnected();
            dialogue.joiner.disconnected();
            dialogue.cable = Dialogue.GOOD;
            dialogue.joiner.on(new Event.Reconnected());
            dialogue.carry();
            // What nobody decided ends with the expiry.
            dialogue.inviter.now = Node.EXPIRY;
            dialogue.joiner.now = Node.EXPIRY;
            dialogue.inviter.pairing.ifPresent(_ -> dialogue.inviter.on(new Event.Tick()));
            dialogue.joiner.on(new Event.Tick());
            dialogue.carry();
            assertThat(dialogue.isHalf()).as("seed %d", seed).isFalse();
            paired += dialogue.isPaired() ? 1 : 0;
        }
        assertThat(paired).isBetween(RUNS / 20, RUNS * 19 / 20);
    }

    private static Dialogue hardTimes(int seed) {
        var chance = new SplittableRandom(seed);
        Dialogue dialogue = new Dialogue();
        boolean[] broken = {false};
        // A connection loses nothing out of its middle: what it does not bring, nothing follows.
        dialogue.cable = (_, _, message) -> {
            broken[0] |= chance.nextInt(12) == 0;
            return broken[0] ? List.of() : List.of(message);
        };
        for (int step = 0; step < 12; step++) {
            act(dialogue, chance);
            if (broken[0]) {
                dialogue.inviter.disconnected();
                dialogue.joiner.disconnected();
                broken[0] = false;
                dialogue.joiner.on(new Event.Reconnected());
            }
            boolean alone = dialogue.joiner.paired().isPresent()
                    && dialogue.inviter.paired().isEmpty();
            assertThat(alone).as("seed %d: the joiner alone", seed).isFalse();
        }
        return dialogue;
    }

    private static void act(Dialogue dialogue, SplittableRandom chance) {
        Node who = chance.nextBoolean() ? dialogue.inviter : dialogue.joiner;
        boolean open = who.pairing.filter(pairing -> !pairing.isOver()).isPresent();
        boolean withdrawn = who.pairing
                .filter(pairing -> pairing instanceof InDoubt doubt && doubt.withdrawn())
                .isPresent();
        switch (chance.nextInt(8)) {
            case 0, 1, 2 -> {
                if (open && !withdrawn && who.words().isPresent()) {
                    who.confirm();
                }
            }
            case 3 -> {
                if (open && chance.nextInt(3) == 0) {
                    who.on(new Event.Declined());
                }
            }
            case 4 -> {
                if (chance.nextInt(20) == 0) {
                    who.now = Node.EXPIRY;
                }
            }
            default -> dialogue.carry();
        }
    }
}
