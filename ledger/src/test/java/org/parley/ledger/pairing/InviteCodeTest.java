package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** What is read over a telephone and typed. */
class InviteCodeTest {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String[] HOSTS = {
        "192.0.2.7",
        "0.0.0.0",
        "255.255.255.255",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3",
        "node.example",
        "x",
        "[2001:db8::1]",
        "[::ffff:192.0.2.7]",
        "a".repeat(253)
    };

    private final SplittableRandom random = new SplittableRandom(20261124);

    private InviteCode any() {
        byte[] secret = new byte[InviteCode.SECRET];
        byte[] tls = new byte[Hash.LENGTH];
        random.nextBytes(secret);
        random.nextBytes(tls);
        String host = HOSTS[random.nextInt(HOSTS.length)];
        return InviteCode.of(
                new Address(host, 1 + random.nextInt(65_535)),
                Hash.of(tls),
                Bytes.of(secret),
                random.nextLong(InviteCode.LAST_EXPIRY + 1));
    }

    @Test
    void what_is_printed_reads_as_what_was_printed() {
        for (int round = 0; round < 2_000; round++) {
            InviteCode code = any();
            assertThat(code.text()).matches("PARLEY1(-[0-9A-HJKMNP-TV-Z]{5})*-[0-9A-HJKMNP-TV-Z]{1,5}");
            assertThat(InviteCode.parse(code.text())).isEqualTo(code);
        }
    }

    @Test
    void the_first_and_the_last_second_and_port_are_read_again_and_none_beyond() {
        Address last = new Address("node.example", 65_535);
        for (long expiry : new long[] {0, InviteCode.LAST_EXPIRY}) {
            InviteCode code = new InviteCode(last, Node.CODE.pin(), Node.CODE.secret(), expiry);
            assertThat(InviteCode.parse(code.text())).isEqualTo(code);
        }
        for (long expiry : new long[] {-1, InviteCode.LAST_EXPIRY + 1}) {
            assertThatThrownBy(() -> new InviteCode(last, Node.CODE.pin(), Node.CODE.secret(), expiry))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (int port : new int[] {0, 65_536}) {
            assertThatThrownBy(() -> new Address("node.example", port)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void with_an_ipv4_address_it_has_fourteen_groups() {
        assertThat(Node.CODE.text().split("-")).hasSize(15);
    }

    @Test
    void it_may_be_typed_as_people_type() {
        for (int round = 0; round < 200; round++) {
            InviteCode code = any();
            String text = code.text();
            assertThat(InviteCode.parse(text.toLowerCase(Locale.ROOT))).isEqualTo(code);
            assertThat(InviteCode.parse(text.replace("-", ""))).isEqualTo(code);
            assertThat(InviteCode.parse(" " + text.replace("-", " - ") + "\r\n"))
                    .isEqualTo(code);
            assertThat(InviteCode.parse(text.replace('-', '\u2013'))).isEqualTo(code);
            assertThat(InviteCode.parse(text.replace('0', 'O').replace('1', 'l')))
                    .isEqualTo(code);
            assertThat(InviteCode.parse(text.replace('0', 'o').replace('1', 'I')))
                    .isEqualTo(code);
        }
    }

    @Test
    void any_one_wrong_character_is_noticed() {
        for (int round = 0; round < 12; round++) {
            String text = any().text();
            for (int at = 0; at < text.length(); at++) {
                char right = text.charAt(at);
                for (int value = 0; value < DIGITS.length(); value++) {
                    char digit = DIGITS.charAt(value);
                    if (right != '-' && Base32.meant(right) != digit) {
                        assertRefused(text.substring(0, at) + digit + text.substring(at + 1));
                    }
                }
            }
        }
    }

    @Test
    void two_neighbours_exchanged_or_a_character_too_few_or_too_many_are_noticed() {
        for (int round = 0; round < 50; round++) {
            String text = any().text().replace("-", "");
            for (int at = 0; at + 1 < text.length(); at++) {
                assertRefused(text.substring(0, at) + text.substring(at + 1));
                assertRefused(text.substring(0, at) + '7' + text.substring(at));
                if (Base32.meant(text.charAt(at)) != Base32.meant(text.charAt(at + 1))) {
                    assertRefused(
                            text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
                }
            }
        }
    }

    private static void assertRefused(String typed) {
        try {
            throw new AssertionError(typed + " was read as " + InviteCode.parse(typed));
        } catch (Refused e) {
            assertThat(e.why()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "PARLEY",
                "PARLEX1-00000",
                "parley 1",
                "PARLEY1-UUUUU",
                "PARLEY1-\u0410\u0410",
                "PARLEY1-00000"
            })
    void what_is_no_invitation_is_malformed(String typed) {
        assertThatThrownBy(() -> InviteCode.parse(typed))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).reason())
                .isEqualTo(Refused.Reason.MALFORMED);
    }

    @Test
    void a_refusal_says_what_is_wrong() {
        String text = Node.CODE.text();
        assertThatThrownBy(() -> InviteCode.parse(text.replace("PARLEY1", "PARLEY2")))
                .hasMessageContaining("version");
        assertThatThrownBy(() -> InviteCode.parse(text.substring(0, 20) + "!" + text.substring(21)))
                .hasMessageContaining("'!' never stands in one");
        char wrong = text.charAt(20) == '7' ? '8' : '7';
        assertThatThrownBy(() -> InviteCode.parse(text.substring(0, 20) + wrong + text.substring(21)))
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> Node.CODE.refuseAfterExpiry(Node.EXPIRY)).hasMessageContaining("2027-01-15T09:00:00Z");
        Node.CODE.refuseAfterExpiry(Node.EXPIRY - 1);
    }

    @Test
    void garbage_is_a_value_or_refused() {
        String text = Node.CODE.text();
        for (int round = 0; round < 100_000; round++) {
            var typed = new StringBuilder(text);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int at = random.nextInt(typed.length());
                switch (random.nextInt(3)) {
                    case 0 -> typed.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                    case 1 -> typed.insert(at, typed.substring(at, at + random.nextInt(typed.length() - at)));
                    default -> typed.delete(at, at + 1);
                }
            }
            try {
                assertThat(InviteCode.parse(typed.toString())).isEqualTo(Node.CODE);
            } catch (Refused e) {
                assertThat(e.why()).isNotEmpty();
            }
        }
    }

    @Test
    void a_log_line_does_not_hold_the_secret() {
        assertThat(Invitation.of(Node.CODE).toString()).doesNotContain("5e5e").contains("192.0.2.7:7411");
    }
}
