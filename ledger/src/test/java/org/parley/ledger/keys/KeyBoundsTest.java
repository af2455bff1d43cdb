package org.parley.ledger.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Epoch;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.VerifyingKey;

/** The ends of what key sets and revocations may say, and the form of the note around them. */
class KeyBoundsTest {
    private static final long GREATEST = (1L << 53) - 1;
    private static final VerifyingKey ROOT = Keyring.SIGNATURES.publicKey(Keyring.ROOT);

    @Test
    void the_greatest_numbers_are_written_and_read_again() {
        KeySet keys = withSerial(GREATEST, new Opening(Epoch.of("999999999-ffffffff"), GREATEST));
        assertThat(KeySet.parse(keys.text())).isEqualTo(keys);
        LastHead last = new LastHead(Keyring.FIRST, GREATEST, Keyring.root(5));
        LastHead none = new LastHead(Keyring.FIRST, 0, Keyring.root(5));
        Revocation revocation = new Revocation(Keyring.LINE, Keyring.BIRCH, GREATEST, last, none);
        assertThat(Revocation.parse(revocation.text())).isEqualTo(revocation);
    }

    @Test
    void numbers_beyond_them_are_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opening(Keyring.FIRST, GREATEST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Opening(Keyring.FIRST, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LastHead(Keyring.FIRST, GREATEST + 1, Keyring.root(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LastHead(Keyring.FIRST, -1, Keyring.root(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Epoch(1_000_000_000, "0a1b2c3d"));
        assertThatIllegalArgumentException().isThrownBy(() -> withSerial(GREATEST + 1, new Opening(Keyring.FIRST, 1)));
    }

    private static KeySet withSerial(long serial, Opening opening) {
        KeySet keys = Keyring.keys(1, 1, 1);
        return new KeySet(
                keys.line(),
                keys.party(),
                serial,
                keys.log(),
                keys.logMlDsa(),
                keys.cosigner(),
                keys.tls(),
                opening,
                opening);
    }

    /** The line is that of C2SP signed-note: SHA-256(name, newline, type 1, key) begins what is signed with. */
    @Test
    void the_signature_line_names_the_root_key_by_its_name_and_id() throws Exception {
        String note = Keyring.text(Keyring.signed(Keyring.keys(1, 1, 1)));
        String line = note.substring(note.indexOf("\n\n") + 2);
        assertThat(line).startsWith("— parley/root/BIRCH ").endsWith("\n");
        byte[] signed = Base64.getDecoder().decode(line.substring("— parley/root/BIRCH ".length(), line.length() - 1));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("parley/root/BIRCH\n".getBytes(UTF_8));
        digest.update((byte) 1);
        assertThat(Arrays.copyOf(signed, 4)).isEqualTo(Arrays.copyOf(digest.digest(ROOT.raw()), 4));
        assertThat(signed).hasSize(4 + 64);
    }

    @Test
    void a_note_of_8192_bytes_is_the_longest_that_is_opened() {
        int around = RootNote.sign(Keyring.SIGNATURES, Keyring.ROOT, Keyring.BIRCH, "\n").length;
        String text = "a".repeat(8_192 - around) + "\n";
        byte[] longest = RootNote.sign(Keyring.SIGNATURES, Keyring.ROOT, Keyring.BIRCH, text);
        assertThat(longest).hasSize(8_192);
        assertThat(RootNote.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, longest))
                .isEqualTo(text);
        byte[] longer = RootNote.sign(Keyring.SIGNATURES, Keyring.ROOT, Keyring.BIRCH, "a" + text);
        assertThatThrownBy(() -> RootNote.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, longer))
                .extracting(thrown -> ((Refused) thrown).reason())
                .isEqualTo(Refused.Reason.TOO_LARGE);
    }

    @Test
    void the_newest_key_set_once_more_changes_nothing_and_another_of_its_serial_is_refused() {
        KeyHistory history = Keyring.history(Keyring.keys(1, 1, 1), Keyring.keys(2, 5, 5));
        assertThat(history.addKeys(Keyring.SIGNATURES, Keyring.signed(Keyring.keys(2, 5, 5))))
                .isSameAs(history);
        assertThatThrownBy(() -> history.addKeys(Keyring.SIGNATURES, Keyring.signed(Keyring.keys(2, 6, 6))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("two key sets");
    }

    @Test
    void a_revocation_names_no_other_epoch_of_the_same_number() {
        KeyHistory history = Keyring.history(Keyring.keys(1, 1, 1));
        LastHead other = new LastHead(Epoch.of("1-ffffffff"), 3, Keyring.root(5));
        LastHead right = new LastHead(Keyring.FIRST, 3, Keyring.root(5));
        Revocation revocation = new Revocation(Keyring.LINE, Keyring.BIRCH, 1, right, other);
        assertThatThrownBy(() -> history.addRevocation(Keyring.SIGNATURES, Keyring.signed(revocation)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("names the epoch");
    }
}
