package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Commit;

/** Someone stands in between, and mostly even knows the secret of the invitation. */
class AttackTest {
    private static final Hash MALLORYS_TLS = Node.filled(0x66);

    /** The invitation as the joiner got it from an attacker who put in a TLS key of his own. */
    private static final InviteCode CHANGED =
            InviteCode.of(Node.CODE.address(), MALLORYS_TLS, Node.CODE.secret(), Node.EXPIRY);

    private final Node inviter = Node.inviter(Node.CODE, Node.BIRCH, MALLORYS_TLS);
    private final Node joiner = Node.joiner(CHANGED, Node.CEDAR, MALLORYS_TLS);

    private static Terms toInviter(Message.Reveal shown) {
        return new Terms(Role.JOINER, Node.CODE, new Pins(MALLORYS_TLS, Node.INVITER_TLS), shown);
    }

    private static Terms toJoiner(Message.Reveal shown) {
        return new Terms(Role.INVITER, CHANGED, new Pins(MALLORYS_TLS, Node.JOINER_TLS), shown);
    }

    private static Message read(Node node) {
        return MessageCodec.read(node.out.remove().array());
    }

    @Test
    void own_root_keys_on_both_sides_give_two_lines() {
        // He has the names of both and even copies a nonce, as soon as he has seen one.
        var asBirch = toJoiner(Node.reveal("BIRCH", 2, 0x66, Optional.empty()));
        var asCedar = toInviter(Node.reveal("CEDAR", 2, 0x66, Optional.empty()));
        inviter.receive(Node.bytes(asCedar.commit()));
        inviter.receive(Node.bytes(asCedar.own()));
        joiner.receive(Node.bytes(asBirch.commit()));
        joiner.receive(Node.bytes(asBirch.own()));
        assertThat(inviter.words().orElseThrow().line())
                .isNotEqualTo(joiner.words().orElseThrow().line());
    }

    @Test
    void what_was_seen_after_the_commitment_cannot_be_used() {
        var asCedar = toInviter(Node.reveal("CEDAR", 2, 0x66, Optional.empty()));
        inviter.receive(Node.bytes(asCedar.commit()));
        // Now he knows the inviter's nonce and would grind his own.
        inviter.receive(Node.bytes(Node.reveal("CEDAR", 2, 0x67, Optional.empty())));
        assertThat(inviter.words()).isEmpty();
        assertThat(inviter.effects.getLast()).isEqualTo(new Effect.Ended(Reason.WRONG_COMMITMENT, true));
        assertThat(((Effect.Ended) inviter.effects.getLast()).text()).startsWith("ALARM: ");
        assertThat(inviter.invitation).map(Invitation::isSpent).contains(true);
    }

    @Test
    void another_commitment_after_the_first_is_refused() {
        inviter.receive(Node.bytes(toInviter(Node.CEDAR).commit()));
        inviter.receive(Node.bytes(
                toInviter(Node.reveal("CEDAR", 2, 0x67, Optional.empty())).commit()));
        assertThat(inviter.ended()).contains(Reason.OUT_OF_TURN);
    }

    @Test
    void who_reveals_first_is_refused_in_either_role() {
        joiner.receive(Node.bytes(Node.BIRCH));
        assertThat(joiner.ended()).contains(Reason.OUT_OF_TURN);
        inviter.receive(Node.bytes(Node.CEDAR));
        assertThat(inviter.ended()).contains(Reason.OUT_OF_TURN);
        assertThat(inviter.out).isEmpty();
    }

    @Test
    void passing_all_on_under_own_tls_keys_is_found_out_although_the_secret_is_known() {
        Commit fromJoiner = (Commit) read(joiner);
        // The commitment as it came, with a proof that fits the other connection.
        var relay = toInviter(Node.CEDAR);
        Commit forged = new Commit(Role.JOINER, fromJoiner.commitment(), proofFor(relay, fromJoiner.commitment()));
        inviter.receive(Node.bytes(forged));
        assertThat(read(inviter)).isInstanceOf(Commit.class);
        inviter.receive(Node.bytes(Node.CEDAR));
        assertThat(inviter.ended()).contains(Reason.WRONG_COMMITMENT);
    }

    private static Hash proofFor(Terms terms, Hash commitment) {
        return terms.proof(terms.role(), commitment);
    }

    @Test
    void without_the_secret_nobody_gets_an_answer_from_the_inviter() {
        Commit fromJoiner = (Commit) read(joiner);
        inviter.receive(Node.bytes(fromJoiner));
        assertThat(inviter.ended()).contains(Reason.WRONG_PROOF);
        assertThat(inviter.out).isEmpty();
        assertThat(inviter.pairing).isEmpty();
    }

    @Test
    void the_joiner_sends_nothing_to_a_node_that_the_code_does_not_name() {
        var pins = new Pins(Node.JOINER_TLS, MALLORYS_TLS);
        assertThatThrownBy(() -> Pairing.join(Node.CODE, pins, Node.CEDAR, Node.NOW))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("ALARM")
                .extracting(refused -> ((Refused) refused).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
    }

    @Test
    void own_messages_sent_back_are_refused() {
        joiner.receive(joiner.out.remove());
        assertThat(joiner.ended()).contains(Reason.WRONG_PROOF);
        var asCedar = toInviter(Node.CEDAR);
        inviter.receive(Node.bytes(asCedar.commit()));
        Message commit = read(inviter);
        Message reveal = read(inviter);
        assertThat(commit).isInstanceOf(Commit.class);
        inviter.receive(Node.bytes(reveal));
        assertThat(inviter.ended()).contains(Reason.WRONG_COMMITMENT);
    }

    @Test
    void a_confirmation_sent_back_is_none() {
        Dialogue dialogue = new Dialogue().carry();
        dialogue.joiner.confirm();
        dialogue.joiner.receive(dialogue.joiner.out.remove());
        assertThat(dialogue.joiner.ended()).contains(Reason.WRONG_CONFIRMATION);
    }
}
