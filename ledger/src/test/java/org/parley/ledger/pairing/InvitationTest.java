package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.pairing.Message.Aborted;

/** How often an invitation may be tried, and who gets an answer. */
class InvitationTest {
    private static final Pins PINS = new Pins(Node.INVITER_TLS, Node.JOINER_TLS);

    private static Bytes commit(InviteCode code, int nonce) {
        var own = Node.reveal("CEDAR", 1, nonce, Optional.empty());
        return Node.bytes(new Terms(Role.JOINER, code, new Pins(Node.JOINER_TLS, Node.INVITER_TLS), own).commit());
    }

    private static final Bytes RIGHT = commit(Node.CODE, 0xce);
    private static final Bytes WRONG =
            commit(new InviteCode(Node.CODE.address(), Node.CODE.pin(), Bytes.of(new byte[10]), Node.EXPIRY), 0xce);

    private static Admission admit(Invitation invitation, Bytes first, long now) {
        return invitation.admit(first, PINS, Node.BIRCH, now);
    }

    private static void assertTold(Admission admission, Reason reason) {
        assertThat(admission.pairing()).isEmpty();
        assertThat(admission.effects())
                .containsExactly(new Effect.Send(new Aborted(reason)), new Effect.Ended(reason, true));
    }

    @Test
    void a_hundred_wrong_proofs_burn_it_and_ninety_nine_do_not() {
        Invitation invitation = Invitation.of(Node.CODE);
        for (int wrong = 0; wrong < Invitation.WRONG_PROOFS; wrong++) {
            assertThat(admit(invitation, RIGHT, Node.NOW).pairing()).isPresent();
            Admission admission = admit(invitation, WRONG, Node.NOW);
            assertThat(admission.effects()).containsExactly(new Effect.Ended(Reason.WRONG_PROOF, true));
            invitation = admission.invitation();
        }
        assertThat(invitation.isSpent()).isTrue();
        assertTold(admit(invitation, RIGHT, Node.NOW), Reason.SPENT);
        assertThat(admit(invitation, WRONG, Node.NOW).invitation()).isEqualTo(invitation);
    }

    @Test
    void what_has_another_form_is_neither_answered_nor_counted() {
        Invitation invitation = Invitation.of(Node.CODE);
        for (Bytes knock : new Bytes[] {Bytes.NONE, Bytes.ofText("GET / HTTP/1.1"), Node.bytes(Node.CEDAR)}) {
            Admission admission = admit(invitation, knock, Node.NOW);
            assertThat(admission.invitation()).isEqualTo(invitation);
            assertThat(admission.effects()).hasSize(1).allMatch(Effect.Ended.class::isInstance);
        }
    }

    @Test
    void after_eight_attempts_it_is_spent() {
        Invitation invitation = Invitation.of(Node.CODE);
        for (int attempt = 0; attempt < Invitation.ATTEMPTS; attempt++) {
            Admission admission = admit(invitation, commit(Node.CODE, attempt), Node.NOW);
            assertThat(admission.pairing()).isPresent();
            invitation = admission.invitation();
        }
        assertTold(admit(invitation, RIGHT, Node.NOW), Reason.SPENT);
    }

    @Test
    void the_one_who_was_invited_is_told_that_it_expired_and_a_stranger_nothing() {
        Invitation invitation = Invitation.of(Node.CODE);
        assertTold(admit(invitation, RIGHT, Node.EXPIRY), Reason.EXPIRED);
        assertThat(admit(invitation, WRONG, Node.EXPIRY).effects())
                .containsExactly(new Effect.Ended(Reason.WRONG_PROOF, true));
        assertThat(admit(invitation, RIGHT, Node.EXPIRY - 1).pairing()).isPresent();
    }

    @Test
    void once_an_officer_confirmed_it_serves_nobody_else() {
        Dialogue dialogue = new Dialogue().carry();
        assertThat(dialogue.inviter.invitation).map(Invitation::isSpent).contains(false);
        dialogue.inviter.confirm();
        assertTold(admit(dialogue.inviter.invitation.orElseThrow(), RIGHT, Node.NOW), Reason.SPENT);
    }

    @Test
    void a_joiner_who_began_anew_takes_the_place_of_itself_and_can_pair() {
        Dialogue dialogue = new Dialogue().carry();
        dialogue.inviter.on(new Event.Replaced());
        assertThat(dialogue.inviter.ended()).contains(Reason.REPLACED);
        dialogue.carry();
        assertThat(dialogue.joiner.ended()).contains(Reason.REPLACED);
        Invitation invitation = dialogue.inviter.invitation.orElseThrow();
        assertThat(invitation.isSpent()).isFalse();
        assertThat(admit(invitation, commit(Node.CODE, 0xcf), Node.NOW).pairing())
                .isPresent();
    }

    @Test
    void a_pairing_goes_on_only_with_the_same_first_message_and_the_same_tls_key() {
        Pairing pairing =
                admit(Invitation.of(Node.CODE), RIGHT, Node.NOW).pairing().orElseThrow();
        assertThat(pairing.isContinuedBy(Node.JOINER_TLS, RIGHT)).isTrue();
        assertThat(pairing.isContinuedBy(Node.INVITER_TLS, RIGHT)).isFalse();
        assertThat(pairing.isContinuedBy(Node.JOINER_TLS, commit(Node.CODE, 1))).isFalse();
    }
}
