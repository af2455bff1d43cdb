package org.parley.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each scenario with a few seeds; {@code parley simulate --scenario NAME --seeds N} plays more. */
class ScenarioTest {
    private final Simulator simulator = Seeds.simulator();

    private void holds(Scenario scenario, int seeds) {
        for (long seed = 0; seed < seeds; seed++) {
            Outcome outcome = simulator.run(seed, new Course.Named(scenario));
            assertThat(outcome.broken()).as(() -> Seeds.told(outcome)).isEmpty();
            assertThat(outcome.faultCount()).isPositive();
        }
    }

    @Test
    void an_old_backup_beside_its_peer_gets_back_what_it_lacks_and_goes_on_in_its_epoch() {
        holds(Scenario.RESTORE_WITH_PEER, 6);
    }

    @Test
    void an_old_backup_alone_goes_on_in_a_successor_epoch_and_is_whole_again_later() {
        holds(Scenario.RESTORE_ALONE, 6);
    }

    @Test
    void what_both_have_lost_to_old_backups_ends_the_epoch() {
        holds(Scenario.RESTORE_BOTH, 3);
    }

    @Test
    void a_clean_stop_resumes_alone_in_the_same_epoch() {
        holds(Scenario.RESUME_ALONE, 3);
    }

    @Test
    void a_lost_suffix_comes_back_from_the_peer_or_ends_the_epoch() {
        holds(Scenario.LOST_SUFFIX, 6);
    }

    @Test
    void a_sender_killed_at_every_durable_step_loses_nothing() {
        holds(Scenario.KILLED_SENDER, 1);
    }

    @Test
    void a_receiver_killed_at_every_durable_step_loses_nothing() {
        holds(Scenario.KILLED_RECEIVER, 1);
    }

    @Test
    void two_live_copies_of_a_node_are_both_fenced_until_one_is_gone() {
        holds(Scenario.TWO_LIVE_COPIES, 6);
    }

    @Test
    void equivocation_among_three_is_proven_everywhere_and_stops_one_main_log_only() {
        holds(Scenario.EQUIVOCATION, 6);
    }

    @Test
    void an_hour_of_partition_with_ten_thousand_records_a_side_heals() {
        holds(Scenario.HOUR_OF_PARTITION, 1);
    }

    @Test
    void a_half_open_link_is_noticed_and_the_third_member_is_served_meanwhile() {
        holds(Scenario.HALF_OPEN_PEER, 3);
    }

    @Test
    void a_stalled_peer_piles_nothing_up_and_the_third_member_is_served_meanwhile() {
        holds(Scenario.STALLED_PEER, 1);
    }

    @Test
    void a_peer_of_one_byte_a_second_piles_nothing_up_and_the_third_member_is_served_meanwhile() {
        holds(Scenario.SLOW_PEER, 1);
    }

    @Test
    void a_full_disk_refuses_with_a_reason_and_goes_on_without_a_restart() {
        holds(Scenario.DISK_FULL, 3);
    }

    @Test
    void after_an_fsync_error_the_process_ends_and_starts_fenced() {
        holds(Scenario.FSYNC_ERROR, 6);
    }

    @Test
    void clocks_that_jump_by_an_hour_turn_no_time_in_a_log_back() {
        holds(Scenario.CLOCK_JUMPS, 3);
    }

    @Test
    void peers_ten_minutes_apart_are_told_and_go_on() {
        holds(Scenario.CLOCKS_APART, 3);
    }

    @Test
    void keys_rotate_in_traffic() {
        holds(Scenario.KEY_ROTATION, 3);
    }

    @Test
    void what_a_thief_signed_is_void_after_the_revocation_and_the_line_goes_on() {
        holds(Scenario.KEY_COMPROMISE, 6);
    }

    @Test
    void hostile_frames_are_refused_and_the_line_goes_on() {
        holds(Scenario.HOSTILE_FRAMES, 2);
    }

    @Test
    void versions_are_settled_or_refused_and_unknown_kinds_are_stored() {
        holds(Scenario.VERSION_SKEW, 3);
    }

    @Test
    void a_safety_record_passes_a_backlog_of_ten_thousand() {
        holds(Scenario.BACKLOG_AND_SAFETY, 2);
    }

    @Test
    void a_safety_record_passes_a_flood() {
        holds(Scenario.FLOOD_AND_SAFETY, 2);
    }
}
