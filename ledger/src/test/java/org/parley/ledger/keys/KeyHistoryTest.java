package org.parley.ledger.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Epoch;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.Refused.Reason;
import org.parley.ledger.crypto.Algorithm;

class KeyHistoryTest {
    private final KeySet one = Keyring.keys(1, 1, 1);
    private final KeySet two = Keyring.keys(2, 11, 5);
    private final KeySet three = Keyring.successor(3);

    @Test
    void a_head_is_signed_by_the_newest_keys_in_force_at_its_size() {
        KeyHistory history = Keyring.history(one, two, three);
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 0)).isEmpty();
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 1)).contains(one);
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 10)).contains(one);
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 11)).contains(two);
        assertThat(history.keyFor(Lane.SAFETY, Keyring.FIRST, 4)).contains(one);
        assertThat(history.keyFor(Lane.SAFETY, Keyring.FIRST, 5)).contains(two);
        assertThat(history.keyFor(Lane.MAIN, Keyring.SECOND, 1)).contains(three);
        assertThat(history.keyFor(Lane.MAIN, Epoch.of("3-00000000"), 1))
                .as("an epoch that no key set names is signed by the newest keys")
                .contains(three);
        assertThat(history.current()).contains(three);
    }

    @Test
    void a_successor_epoch_does_not_make_void_what_the_one_before_held_beyond_the_head_it_names() {
        assertThat(Keyring.history(one, two, three).keyFor(Lane.MAIN, Keyring.FIRST, 21))
                .contains(two);
    }

    @Test
    void what_a_revocation_names_stays_and_what_came_after_is_void() {
        KeyHistory history = revoked(Keyring.history(one, two), Keyring.revocation(2, 20, 8));
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 10)).contains(one);
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 20)).contains(two);
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 21)).isEmpty();
        assertThat(history.keyFor(Lane.SAFETY, Keyring.FIRST, 8)).contains(two);
        assertThat(history.keyFor(Lane.SAFETY, Keyring.FIRST, 9)).isEmpty();
        assertThat(history.voidAfter(Lane.SAFETY, Keyring.FIRST)).hasValue(8);
        assertThat(history.voidAfter(Lane.MAIN, Keyring.SECOND)).isEmpty();
        assertThat(history.isRevoked(2)).isTrue();
        assertThat(history.isRevoked(1)).isFalse();
        assertThat(history.current())
                .as("the keys before the revoked ones do not come back")
                .isEmpty();
        assertThat(history.addKeys(Keyring.SIGNATURES, Keyring.signed(three)).current())
                .contains(three);
    }

    @Test
    void a_revocation_leaves_the_same_whether_it_comes_before_or_after_later_keys() {
        Revocation revocation = Keyring.revocation(1, 7, 3);
        KeyHistory early = revoked(Keyring.history(one), revocation).addKeys(Keyring.SIGNATURES, Keyring.signed(two));
        KeyHistory late = revoked(Keyring.history(one, two), revocation);
        for (Lane lane : Lane.values()) {
            for (long size = 0; size < 30; size++) {
                assertThat(early.keyFor(lane, Keyring.FIRST, size)).isEqualTo(late.keyFor(lane, Keyring.FIRST, size));
            }
        }
        assertThat(late.keyFor(Lane.MAIN, Keyring.FIRST, 12)).isEmpty();
        assertThat(early.current()).isEqualTo(late.current()).contains(two);
    }

    @Test
    void an_epoch_that_only_revoked_keys_could_sign_is_void_from_its_beginning() {
        Epoch lost = Epoch.of("2-00000000");
        assertThat(Keyring.history(one, two).keyFor(Lane.MAIN, lost, 3)).contains(two);
        KeyHistory history = revoked(Keyring.history(one), Keyring.revocation(1, 20, 8));
        assertThat(history.keyFor(Lane.MAIN, lost, 3)).isEmpty();
        assertThat(history.voidAfter(Lane.MAIN, lost)).hasValue(0);
        assertThat(history.keyFor(Lane.MAIN, Keyring.FIRST, 20)).contains(one);
    }

    @Test
    void of_two_revocations_the_one_that_leaves_less_counts_in_either_order() {
        Revocation more = Keyring.revocation(1, 9, 2);
        Revocation less = Keyring.revocation(1, 4, 3);
        for (Revocation[] order : new Revocation[][] {{more, less}, {less, more}}) {
            KeyHistory history = revoked(revoked(Keyring.history(one), order[0]), order[1]);
            assertThat(history.voidAfter(Lane.MAIN, Keyring.FIRST)).hasValue(4);
            assertThat(history.voidAfter(Lane.SAFETY, Keyring.FIRST)).hasValue(2);
        }
    }

    @Test
    void the_same_note_twice_changes_nothing() {
        KeyHistory history = revoked(Keyring.history(one, two), Keyring.revocation(1, 7, 3));
        assertThat(history.addKeys(Keyring.SIGNATURES, Keyring.signed(one))).isSameAs(history);
        assertThat(revoked(history, Keyring.revocation(1, 7, 3))).isSameAs(history);
    }

    @Test
    void serials_come_one_after_another() {
        assertRefused(Reason.UNKNOWN, () -> Keyring.history(two));
        assertRefused(Reason.UNKNOWN, () -> Keyring.history(one, three));
        assertRefused(Reason.INCONSISTENT, () -> Keyring.history(one, Keyring.keys(1, 2, 1)));
        assertRefused(Reason.UNKNOWN, () -> revoked(Keyring.history(one), Keyring.revocation(2, 1, 1)));
    }

    @Test
    void keys_come_into_force_at_a_greater_size_or_in_the_next_epoch_of_both_logs() {
        assertRefused(Reason.INCONSISTENT, () -> Keyring.history(one, Keyring.keys(2, 1, 5)));
        assertRefused(Reason.INCONSISTENT, () -> Keyring.history(one, Keyring.keys(2, 11, 1)));
        Opening back = new Opening(Keyring.FIRST, 50);
        assertRefused(Reason.INCONSISTENT, () -> Keyring.history(one, two, three, Keyring.keys(4, back, back)));
        KeySet again = Keyring.successor(4);
        assertRefused(Reason.INCONSISTENT, () -> Keyring.history(one, two, three, again));
        Revocation ofOtherEpoch = Keyring.revocation(3, 1, 1);
        assertRefused(Reason.INCONSISTENT, () -> revoked(Keyring.history(one, two, three), ofOtherEpoch));
    }

    @Test
    void what_is_for_another_line_party_or_root_key_is_refused() {
        byte[] note = Keyring.signed(one);
        var root = Keyring.SIGNATURES.publicKey(Keyring.ROOT);
        var otherLine = KeyHistory.of(new LineId("f".repeat(32)), Keyring.BIRCH, root);
        assertRefused(Reason.FORBIDDEN, () -> otherLine.addKeys(Keyring.SIGNATURES, note));
        var otherParty = KeyHistory.of(Keyring.LINE, new PartyName("ALDER"), root);
        assertRefused(Reason.MALFORMED, () -> otherParty.addKeys(Keyring.SIGNATURES, note));
        var otherRoot = KeyHistory.of(Keyring.LINE, Keyring.BIRCH, Keyring.key(Algorithm.ED25519, 77));
        assertRefused(Reason.FORBIDDEN, () -> otherRoot.addKeys(Keyring.SIGNATURES, note));
        byte[] revocation = Keyring.signed(Keyring.revocation(1, 1, 1));
        assertRefused(Reason.FORBIDDEN, () -> otherLine.addRevocation(Keyring.SIGNATURES, revocation));
        assertRefused(Reason.FORBIDDEN, () -> otherRoot.addRevocation(Keyring.SIGNATURES, revocation));
    }

    @Test
    void the_root_key_signs_no_heads_and_no_receipts() {
        KeySet keys = new KeySet(
                Keyring.LINE,
                Keyring.BIRCH,
                1,
                Keyring.SIGNATURES.publicKey(Keyring.ROOT),
                one.logMlDsa(),
                one.cosigner(),
                one.tls(),
                one.main(),
                one.safety());
        assertRefused(Reason.INCONSISTENT, () -> Keyring.history(keys));
    }

    @Test
    void it_gives_the_notes_that_it_was_given_and_every_cosigner_the_newest_first() {
        KeyHistory history = revoked(Keyring.history(one, two), Keyring.revocation(2, 7, 3));
        assertThat(history.keySetNotes()).containsExactly(Keyring.signed(one), Keyring.signed(two));
        assertThat(history.revocationNotes()).containsExactly(Keyring.signed(Keyring.revocation(2, 7, 3)));
        assertThat(history.keySets()).containsExactly(one, two);
        assertThat(history.cosigners()).containsExactly(two.cosigner(), one.cosigner());
    }

    private static KeyHistory revoked(KeyHistory history, Revocation revocation) {
        return history.addRevocation(Keyring.SIGNATURES, Keyring.signed(revocation));
    }

    private static void assertRefused(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
