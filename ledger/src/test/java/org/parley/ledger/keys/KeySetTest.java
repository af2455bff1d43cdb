package org.parley.ledger.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.VerifyingKey;

class KeySetTest {
    private static final VerifyingKey ROOT = Keyring.SIGNATURES.publicKey(Keyring.ROOT);

    @Test
    void the_text_is_the_one_of_the_formats_page() {
        String text = Keyring.successor(2).text();
        assertThat(text.replaceAll("[A-Za-z0-9+/=]{1700,}", "<1312>").replaceAll("[A-Za-z0-9+/]{43}=", "<32>"))
                .isEqualTo("""
                        parley/keys/v1
                        line 0123456789abcdef0123456789abcdef
                        party BIRCH
                        serial 2
                        log ed25519 <32>
                        log ml-dsa-44 <1312>
                        cosigner ed25519 <32>
                        tls sha256 <32>
                        main 2-99999999 from 1
                        safety 2-99999999 from 1
                        """);
        assertThat(Keyring.revocation(2, 40, 3).text().replaceAll("[A-Za-z0-9+/]{43}=", "<32>"))
                .isEqualTo("""
                        parley/revocation/v1
                        line 0123456789abcdef0123456789abcdef
                        party BIRCH
                        serial 2
                        main 1-0a1b2c3d 40 <32>
                        safety 1-0a1b2c3d 3 <32>
                        """);
    }

    @Test
    void what_is_written_is_read_again() {
        for (KeySet keys : new KeySet[] {Keyring.keys(1, 1, 1), Keyring.successor(2)}) {
            assertThat(KeySet.parse(keys.text())).isEqualTo(keys);
            assertThat(KeySet.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, Keyring.signed(keys)))
                    .isEqualTo(keys);
        }
        Revocation revocation = Keyring.revocation(1, 0, 7);
        assertThat(Revocation.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, Keyring.signed(revocation)))
                .isEqualTo(revocation);
    }

    @ParameterizedTest
    @CsvSource({
        "parley/keys/v1, parley/keys/v2",
        "party BIRCH, party birch",
        "serial 2, serial 02",
        "serial 2, serial 0",
        "serial 2, serial +2",
        "serial 2, serial 9007199254740992",
        "serial 2, serial 99999999999999999999",
        "line 0, line F",
        "from 1, from 0",
        "from 1, to 1",
        "main 2-, main  2-",
        "safety 2-99999999, safety 2-9999999",
        "'log ed25519 ', 'log ed25519  '",
        "tls sha256, tls sha512",
        "ml-dsa-44, ml-dsa-65",
    })
    void a_text_that_differs_from_the_form_is_refused(String from, String to) {
        String text = Keyring.successor(2).text();
        assertThat(text).contains(from);
        assertRefused(text.replaceFirst(from, to));
    }

    @Test
    void lines_that_are_missing_doubled_or_added_are_refused() {
        String[] lines = Keyring.successor(2).text().split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            String[] missing = lines.clone();
            missing[i] = "\0";
            assertRefused(String.join("\n", missing).replace("\0\n", ""));
            String[] twice = lines.clone();
            twice[i] = lines[i] + "\n" + lines[i];
            assertRefused(String.join("\n", twice));
        }
        assertRefused(Keyring.keys(1, 1, 1).text() + "\n");
        assertRefused(Keyring.keys(1, 1, 1).text().stripTrailing());
        assertRefused("");
    }

    @Test
    void a_key_that_nobody_can_have_made_or_that_serves_twice_is_refused() {
        KeySet keys = Keyring.keys(1, 1, 1);
        String log = Base64.getEncoder().encodeToString(keys.log().raw());
        String cosigner = Base64.getEncoder().encodeToString(keys.cosigner().raw());
        assertRefused(keys.text().replace(cosigner, log));
        assertRefused(keys.text().replace(cosigner, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        assertRefused(keys.text().replace(cosigner, cosigner.replace("=", "")));
        assertRefused(keys.text().replace("tls sha256 AAAA", "tls sha256 AA=="));
        assertRefused(keys.text().replaceFirst("tls sha256 (.{42}).=", "tls sha256 $1F="));
    }

    @Test
    void only_the_root_keys_own_signature_opens_a_note() {
        KeySet keys = Keyring.keys(1, 1, 1);
        byte[] note = Keyring.signed(keys);
        VerifyingKey other = Keyring.key(Algorithm.ED25519, 99);
        assertThatThrownBy(() -> KeySet.open(Keyring.SIGNATURES, other, Keyring.BIRCH, note))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not signed by the root key of BIRCH");
        assertThatThrownBy(() -> KeySet.open(Keyring.SIGNATURES, ROOT, new PartyName("ALDER"), note))
                .isInstanceOf(Refused.class);
        String twice = Keyring.text(note)
                + Keyring.text(note).substring(Keyring.text(note).indexOf("—"));
        assertThatThrownBy(() -> KeySet.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, Keyring.note(twice)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void any_byte_changed_in_a_note_makes_it_refused() {
        byte[] note = Keyring.signed(Keyring.keys(1, 1, 1));
        for (int i = 0; i < note.length; i += 1 + (i > 200 && i < 1900 ? 60 : 0)) {
            byte[] changed = note.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> KeySet.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, changed))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void garbage_is_refused_and_nothing_else() {
        var random = new Random(3);
        byte[] note = Keyring.signed(Keyring.keys(1, 1, 1));
        for (int i = 0; i < 500; i++) {
            byte[] garbage = Arrays.copyOf(note, random.nextInt(note.length));
            for (int n = random.nextInt(4); n > 0 && garbage.length > 0; n--) {
                garbage[random.nextInt(garbage.length)] = (byte) random.nextInt();
            }
            assertThatThrownBy(() -> KeySet.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, garbage))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> Revocation.parse(Keyring.text(garbage))).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> KeySet.open(Keyring.SIGNATURES, ROOT, Keyring.BIRCH, new byte[100_000]))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LARGE));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> KeySet.parse(text)).as(text).isInstanceOf(Refused.class);
    }
}
