package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.line.Event;

/** In which order things that wait are dealt with. */
class InboxTest {
    private static final int QUARTER = (int) (Inbox.BULK_IN_STEP / 4);

    private final Inbox inbox = new Inbox();

    private List<Event> taken() throws InterruptedException {
        return inbox.take(1).others().stream()
                .<Event>map(item -> item.event().get())
                .toList();
    }

    @Test
    void bulk_waits_behind_all_else_and_goes_a_share_at_a_time() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            inbox.put(Inbox.Item.bulk(new Event.Lost(i), QUARTER, () -> {}));
        }
        inbox.put(Inbox.Item.of(new Event.Lost(100), () -> {}));
        assertThat(taken())
                .containsExactly(
                        new Event.Lost(100),
                        new Event.Lost(0),
                        new Event.Lost(1),
                        new Event.Lost(2),
                        new Event.Lost(3));
        assertThat(taken()).containsExactly(new Event.Lost(4), new Event.Lost(5));
    }

    @Test
    void a_bulk_frame_larger_than_a_share_goes_too() throws InterruptedException {
        inbox.put(Inbox.Item.bulk(new Event.Lost(1), 5 * QUARTER, () -> {}));
        inbox.put(Inbox.Item.bulk(new Event.Lost(2), 1, () -> {}));
        assertThat(taken()).containsExactly(new Event.Lost(1));
        assertThat(taken()).containsExactly(new Event.Lost(2));
    }

    @Test
    void what_is_made_of_what_is_durable_goes_alone() throws InterruptedException {
        inbox.put(Inbox.Item.of(new Event.Lost(1), () -> {}));
        inbox.put(new Inbox.Item(() -> new Event.Lost(2), true, 0, () -> {}));
        inbox.put(Inbox.Item.bulk(new Event.Lost(3), 1, () -> {}));
        assertThat(taken()).containsExactly(new Event.Lost(1));
        assertThat(taken()).containsExactly(new Event.Lost(2));
        assertThat(taken()).containsExactly(new Event.Lost(3));
    }
}
