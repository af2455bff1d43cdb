package org.parley.ledger.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;

/** The dialogue of honest sides, on good and bad lines. */
class PairingTest {
    @Test
    void two_officers_who_confirm_have_the_line_of_formats_md() throws Exception {
        Dialogue dialogue = new Dialogue().run();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("parley line v1\n".getBytes(US_ASCII));
        sha256.update(Node.BIRCH.rootKey().array());
        sha256.update(Node.CEDAR.rootKey().array());
        sha256.update(Node.BIRCH.nonce().array());
        sha256.update(Node.CEDAR.nonce().array());
        LineId line = LineId.of(Hash.of(sha256.digest()));
        Hash transcript = dialogue.inviter.paired().orElseThrow().transcript();
        assertThat(dialogue.inviter.paired())
                .contains(new Paired(line, Role.INVITER, Node.BIRCH, Node.CEDAR, Node.JOINER_TLS, transcript));
        assertThat(dialogue.joiner.paired())
                .contains(new Paired(line, Role.JOINER, Node.CEDAR, Node.BIRCH, Node.INVITER_TLS, transcript));
        assertThat(dialogue.inviter.invitation).map(Invitation::isSpent).contains(true);
    }

    @Test
    void nothing_is_founded_before_both_have_confirmed() {
        for (Role first : Role.values()) {
            Dialogue dialogue = new Dialogue().carry();
            assertThat(dialogue.inviter.words().orElseThrow().line())
                    .isEqualTo(dialogue.joiner.words().orElseThrow().line());
            dialogue.node(first).confirm();
            dialogue.carry();
            assertThat(dialogue.inviter.paired()).isEmpty();
            assertThat(dialogue.joiner.paired()).isEmpty();
            dialogue.node(first.other()).confirm();
            assertThat(dialogue.joiner.paired()).isEmpty();
            assertThat(dialogue.carry().isPaired()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"INVITER,0", "INVITER,1", "INVITER,2", "JOINER,0", "JOINER,1", "JOINER,2"})
    void a_connection_that_breaks_at_any_message_is_made_good_by_another(Role from, int at) {
        Dialogue dialogue = new Dialogue();
        boolean[] broken = {false};
        dialogue.cable = (sender, number, message) -> {
            broken[0] |= sender == from && number == at;
            return broken[0] ? List.of() : List.of(message);
        };
        assertThat(dialogue.run().isPaired()).isFalse();
        assertThat(dialogue.reconnect().isPaired()).isTrue();
        assertThat(dialogue.inviter.count(Effect.Founded.class)).isEqualTo(1);
        assertThat(dialogue.joiner.count(Effect.Founded.class)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"INVITER,0", "INVITER,1", "INVITER,2", "JOINER,0", "JOINER,1", "JOINER,2"})
    void a_message_lost_out_of_the_middle_founds_nothing_for_the_one_who_missed_it(Role from, int at) {
        Dialogue dialogue = new Dialogue();
        dialogue.cable = (sender, number, message) -> sender == from && number == at ? List.of() : List.of(message);
        dialogue.run();
        assertThat(dialogue.node(from.other()).paired()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INVITER,0", "INVITER,1", "INVITER,2", "JOINER,0", "JOINER,1", "JOINER,2"})
    void a_message_that_comes_twice_counts_once(Role from, int at) {
        Dialogue dialogue = new Dialogue();
        dialogue.cable = (sender, number, message) ->
                sender == from && number == at ? List.of(message, message) : List.of(message);
        assertThat(dialogue.run().isPaired()).isTrue();
        for (Role role : Role.values()) {
            assertThat(dialogue.node(role).count(Effect.ShowWords.class)).isEqualTo(1);
            assertThat(dialogue.node(role).count(Effect.Send.class)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"INVITER,0", "JOINER,0", "JOINER,1"})
    void a_message_that_overtakes_another_is_refused(Role from, int late) {
        Dialogue dialogue = new Dialogue();
        List<Bytes> held = new ArrayList<>();
        dialogue.cable = (sender, number, message) -> {
            if (sender != from || number < late) {
                return List.of(message);
            }
            if (number == late) {
                held.add(message);
                return List.of();
            }
            return number == late + 1 ? List.of(message, held.getFirst()) : List.of(message);
        };
        if (from == Role.JOINER && late == 0) {
            // The joiner reveals nothing before it heard the inviter's commitment: an attacker must do it.
            dialogue.joiner.out.add(Node.bytes(Node.CEDAR));
        }
        dialogue.run();
        assertThat(dialogue.node(from.other()).ended()).contains(Reason.OUT_OF_TURN);
        assertThat(dialogue.inviter.paired()).isEmpty();
        assertThat(dialogue.joiner.paired()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INVITER,0", "INVITER,1", "INVITER,2", "JOINER,0", "JOINER,1", "JOINER,2"})
    void a_message_with_any_byte_changed_founds_nothing(Role from, int at) {
        int length =
                new Dialogue().run().sent.getOrDefault(from, List.of()).get(at).length();
        for (int place = 0; place < length; place++) {
            int garbled = place;
            Dialogue dialogue = new Dialogue();
            dialogue.cable = (sender, number, message) -> {
                byte[] bytes = message.array().clone();
                if (sender == from && number == at) {
                    bytes[garbled] ^= (byte) (1 << garbled % 8);
                }
                return List.of(Bytes.of(bytes));
            };
            dialogue.run();
            assertThat(dialogue.node(from.other()).paired())
                    .as("byte %d", place)
                    .isEmpty();
            assertThat(dialogue.node(from.other()).ended()).as("byte %d", place).isPresent();
        }
    }

    @Test
    void what_comes_late_changes_nothing() {
        Dialogue paired = new Dialogue().run();
        Dialogue declined = new Dialogue().carry();
        declined.inviter.on(new Event.Declined());
        declined.carry();
        for (Role role : Role.values()) {
            for (Bytes message : paired.sent.getOrDefault(role.other(), List.of())) {
                assertSilent(paired.node(role), message);
                assertSilent(declined.node(role), message);
            }
            assertSilent(paired.node(role), Node.bytes(new Message.Aborted(Reason.DECLINED)));
            assertSilent(paired.node(role), Bytes.ofText("garbage"));
        }
    }

    @Test
    void what_is_over_goes_on_only_with_the_message_that_began_it_from_the_same_key() {
        Dialogue paired = new Dialogue().run();
        Pairing over = paired.inviter.pairing.orElseThrow();
        Bytes first = paired.sent.getOrDefault(Role.JOINER, List.of()).getFirst();
        assertThat(over.isContinuedBy(Node.JOINER_TLS, first)).isTrue();
        assertThat(over.isContinuedBy(Node.INVITER_TLS, first)).isFalse();
        assertThat(over.isContinuedBy(Node.JOINER_TLS, Node.bytes(Node.CEDAR))).isFalse();
    }

    @Test
    void an_alarm_is_only_what_no_honest_node_brings_about() {
        assertThat(Reason.values())
                .filteredOn(Reason::isAlarm)
                .containsExactly(
                        Reason.OUT_OF_TURN, Reason.WRONG_PROOF, Reason.WRONG_COMMITMENT, Reason.WRONG_CONFIRMATION);
        assertThat(Reason.values()).extracting(Reason::words).doesNotContain("").doesNotHaveDuplicates();
    }

    private static void assertSilent(Node node, Bytes message) {
        int effects = node.effects.size();
        node.receive(message);
        assertThat(node.effects).hasSize(effects);
    }

    @ParameterizedTest
    @EnumSource
    void an_officer_who_declines_ends_it_on_both_sides(Role who) {
        Dialogue dialogue = new Dialogue().carry();
        dialogue.node(who.other()).confirm();
        dialogue.node(who).on(new Event.Declined());
        dialogue.carry();
        for (Role role : Role.values()) {
            assertThat(dialogue.node(role).paired()).isEmpty();
            assertThat(dialogue.node(role).effects.getLast()).isEqualTo(new Effect.Ended(Reason.DECLINED, role == who));
        }
        assertThat(dialogue.inviter.invitation).map(Invitation::isSpent).contains(true);
    }

    @Test
    void a_side_that_missed_the_end_hears_of_it_on_the_next_connection() {
        Dialogue dialogue = new Dialogue().carry();
        dialogue.joiner.confirm();
        dialogue.cable = (_, _, _) -> List.of();
        dialogue.inviter.on(new Event.Declined());
        dialogue.carry();
        assertThat(dialogue.joiner.ended()).isEmpty();
        dialogue.reconnect();
        assertThat(dialogue.joiner.ended()).contains(Reason.DECLINED);
    }

    @Test
    void an_inviter_that_confirmed_may_give_up_until_the_joiner_has_confirmed_too() {
        Dialogue dialogue = new Dialogue().carry();
        dialogue.inviter.confirm();
        dialogue.inviter.on(new Event.Declined());
        dialogue.joiner.confirm();
        dialogue.carry();
        assertThat(dialogue.inviter.ended()).contains(Reason.DECLINED);
        assertThat(dialogue.joiner.ended()).contains(Reason.DECLINED);
        assertThat(dialogue.isPaired() || dialogue.isHalf()).isFalse();
    }

    @Test
    void an_inviters_confirmation_before_the_joiners_is_out_of_turn() {
        Dialogue dialogue = new Dialogue().carry();
        Bytes confirmed =
                new Dialogue().run().sent.getOrDefault(Role.INVITER, List.of()).get(2);
        dialogue.joiner.receive(confirmed);
        assertThat(dialogue.joiner.ended()).contains(Reason.OUT_OF_TURN);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_joiner_that_takes_its_word_back_is_told_whether_it_came_in_time(boolean late) {
        Dialogue dialogue = new Dialogue().carry();
        dialogue.joiner.confirm();
        if (late) {
            dialogue.inviter.confirm();
            dialogue.inviter.receive(dialogue.joiner.out.remove());
        }
        dialogue.joiner.on(new Event.Declined());
        dialogue.joiner.on(new Event.Declined());
        assertThat(dialogue.joiner.ended()).isEmpty();
        assertThatThrownBy(() -> dialogue.joiner.confirm()).isInstanceOf(Refused.class);
        dialogue.carry();
        assertThat(dialogue.isPaired()).isEqualTo(late);
        assertThat(dialogue.isHalf()).isFalse();
        assertThat(dialogue.joiner.ended().isPresent()).isEqualTo(!late);
    }

    @Test
    void words_are_confirmed_only_when_shown_and_only_those_shown() {
        Dialogue dialogue = new Dialogue();
        var other = new Event.WordsConfirmed(new LineId("00".repeat(16)));
        assertThatThrownBy(() -> dialogue.joiner.on(other)).isInstanceOf(Refused.class);
        dialogue.carry();
        assertThatThrownBy(() -> dialogue.joiner.on(other))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another attempt");
        dialogue.joiner.confirm();
        dialogue.joiner.confirm();
        assertThat(dialogue.run().isPaired()).isTrue();
        assertThatThrownBy(() -> dialogue.joiner.confirm()).isInstanceOf(Refused.class);
    }

    @Test
    void an_expiry_at_any_message_leaves_both_with_the_line_or_none() {
        for (int at = 0; at < 8; at++) {
            int expires = at;
            int[] carried = {0};
            Dialogue dialogue = new Dialogue();
            dialogue.cable = (_, _, message) -> {
                if (carried[0]++ == expires) {
                    dialogue.inviter.now = Node.EXPIRY;
                    dialogue.joiner.now = Node.EXPIRY;
                }
                return List.of(message);
            };
            dialogue.run();
            dialogue.inviter.pairing.ifPresent(_ -> dialogue.inviter.on(new Event.Tick()));
            dialogue.joiner.on(new Event.Tick());
            dialogue.carry();
            assertThat(dialogue.isHalf()).as("expiry at message %d", at).isFalse();
            // The sixth message is the last: both had confirmed when it was sent.
            assertThat(dialogue.isPaired()).as("expiry at message %d", at).isEqualTo(at >= 5);
        }
    }

    @Test
    void an_expired_invitation_is_not_even_dialled() {
        var pins = new Pins(Node.JOINER_TLS, Node.INVITER_TLS);
        assertThatThrownBy(() -> Pairing.join(Node.CODE, pins, Node.CEDAR, Node.EXPIRY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("expired at 2027-01-15T09:00:00Z");
    }

    @Test
    void sides_of_one_name_or_one_key_are_refused() {
        var namesake = Node.reveal("BIRCH", 2, 0xce, Optional.empty());
        var copy = Node.reveal("CEDAR", 0, 0xce, Optional.empty());
        assertThat(refusal(namesake)).isEqualTo(Reason.SAME_NAME);
        assertThat(refusal(copy)).isEqualTo(Reason.SAME_KEY);
        var noKey =
                new Message.Reveal(Node.CEDAR.party(), Bytes.of(new byte[32]), Node.CEDAR.nonce(), Optional.empty());
        assertThat(refusal(noKey)).isEqualTo(Reason.MALFORMED);
    }

    private static Reason refusal(Message.Reveal own) {
        Node inviter = Node.inviter(Node.CODE, Node.BIRCH, Node.JOINER_TLS);
        Node joiner = Node.joiner(Node.CODE, own, Node.INVITER_TLS);
        inviter.receive(joiner.out.remove());
        inviter.receive(Node.bytes(own));
        assertThat(inviter.words()).isEmpty();
        return inviter.ended().orElseThrow();
    }
}
