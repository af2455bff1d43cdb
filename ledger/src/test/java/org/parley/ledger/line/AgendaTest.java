package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;

class AgendaTest {
    private static final LineId LINE = new LineId("00112233445566778899aabbccddeeff");

    private static final int QUARTER = (int) (Agenda.BULK_IN_STEP / 4);

    private final Agenda agenda = new Agenda();
    private final List<String> done = new ArrayList<>();

    private static Event.Say say(long ticket, Lane lane) {
        Body body = Body.of(Json.Obj.builder().put("text", "x").build(), new byte[32]);
        return new Event.Say(ticket, LINE, Draft.of(lane, "text", body));
    }

    private void put(long link, boolean alone) {
        agenda.put(new Agenda.Item(() -> new Event.Lost(link), alone, 0, () -> done.add("after " + link)));
    }

    private void bulk(long link, int bytes) {
        agenda.put(new Agenda.Item(() -> new Event.Lost(link), false, bytes, () -> done.add("after " + link)));
    }

    private static List<Long> saysOf(Agenda.Taken taken) {
        return taken.says().stream().map(Event.Say::ticket).toList();
    }

    @Test
    void says_of_the_safety_log_go_first() {
        agenda.say(say(1, Lane.MAIN));
        agenda.say(say(2, Lane.SAFETY));
        agenda.say(say(3, Lane.MAIN));
        assertThat(saysOf(agenda.take())).containsExactly(2L, 1L, 3L);
        assertThat(agenda.isEmpty()).isTrue();
    }

    @Test
    void a_step_takes_no_more_says_than_a_batch_and_a_safety_say_waits_for_none_of_the_rest() {
        for (int i = 0; i < 600; i++) {
            agenda.say(say(i, Lane.MAIN));
        }
        assertThat(agenda.take().says()).hasSize(Agenda.SAYS_IN_STEP);
        agenda.say(say(1_000, Lane.SAFETY));
        assertThat(saysOf(agenda.take())).hasSize(Agenda.SAYS_IN_STEP).startsWith(1_000L, 250L);
        assertThat(saysOf(agenda.take())).hasSize(101).startsWith(499L);
    }

    @Test
    void who_says_more_than_may_wait_is_refused_on_that_lane_only() {
        for (int i = 0; i < Agenda.SAYS_WAITING; i++) {
            agenda.say(say(i, Lane.MAIN));
        }
        assertThatThrownBy(() -> agenda.say(say(-1, Lane.MAIN)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FULL));
        agenda.say(say(-2, Lane.SAFETY));
        assertThat(agenda.take().says().getFirst().ticket()).isEqualTo(-2);
    }

    @Test
    void what_is_made_from_what_is_durable_shares_its_step_with_nothing_else() {
        put(1, false);
        put(2, false);
        put(3, true);
        put(4, false);
        agenda.say(say(1, Lane.MAIN));
        assertThat(agenda.take().events(true))
                .containsExactly(new Event.Lost(1), new Event.Lost(2), say(1, Lane.MAIN), new Event.Tick());
        assertThat(agenda.take().events(false)).containsExactly(new Event.Lost(3));
        assertThat(agenda.take().events(false)).containsExactly(new Event.Lost(4));
        assertThat(agenda.take().events(false)).isEmpty();
    }

    @Test
    void a_step_takes_no_more_than_so_many_events_and_tells_each_when_it_is_done() {
        for (int i = 0; i <= Agenda.OTHERS_IN_STEP; i++) {
            put(i, false);
        }
        Agenda.Taken taken = agenda.take();
        assertThat(taken.others()).hasSize(Agenda.OTHERS_IN_STEP);
        assertThat(done).isEmpty();
        taken.done();
        assertThat(done).hasSize(Agenda.OTHERS_IN_STEP).startsWith("after 0", "after 1");
        agenda.clear();
        assertThat(agenda.isEmpty()).isTrue();
    }

    @Test
    void bulk_waits_behind_all_else_and_goes_a_share_at_a_time() {
        for (int i = 0; i < 6; i++) {
            bulk(i, QUARTER);
        }
        put(100, false);
        assertThat(agenda.take().events(false))
                .containsExactly(
                        new Event.Lost(100),
                        new Event.Lost(0),
                        new Event.Lost(1),
                        new Event.Lost(2),
                        new Event.Lost(3));
        assertThat(agenda.take().events(false)).containsExactly(new Event.Lost(4), new Event.Lost(5));
        assertThat(agenda.isEmpty()).isTrue();
    }

    @Test
    void a_bulk_frame_larger_than_a_share_goes_too_and_never_beside_what_goes_alone() {
        put(1, true);
        bulk(2, 5 * QUARTER);
        bulk(3, 1);
        for (long link = 1; link <= 3; link++) {
            assertThat(agenda.take().events(false)).containsExactly(new Event.Lost(link));
        }
    }
}
