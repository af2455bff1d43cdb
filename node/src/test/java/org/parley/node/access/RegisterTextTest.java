package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.Refused;
import org.parley.ledger.words.Language;

class RegisterTextTest {
    private static final Phc PASSWORD =
            new Phc(PasswordsTest.CHEAP, Bytes.of(new byte[Phc.SALT]), Bytes.of(new byte[Phc.HASH]));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_was_written_is_read(long seed) {
        Register register = random(new Random(seed));
        assertThat(RegisterText.parse(RegisterText.bytes(register))).isEqualTo(register);
    }

    private static Register random(Random random) {
        List<Kept> accounts = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Account account = new Account(
                    "a" + i, "Сокол " + i + " \"صقر\"", some(random, Role.class), some(random, Language.class));
            accounts.add(new Kept(account, PASSWORD, random.nextBoolean()));
            Set<Right> scopes = some(random, Right.class);
            scopes.removeIf(Right::isOfPersonsOnly);
            scopes.add(Right.READ);
            Instant made = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            tokens.add(new Token(
                    Secret.hash("t" + i), "радар", account.name(), scopes, made, made.plusSeconds(i), "abc" + i % 10));
        }
        return Register.of(accounts, tokens);
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        E[] all = type.getEnumConstants();
        Set<E> some = EnumSet.of(all[random.nextInt(all.length)]);
        for (E each : all) {
            if (random.nextBoolean()) {
                some.add(each);
            }
        }
        return some;
    }

    @Test
    void every_flipped_bit_and_every_lost_end_is_found() {
        byte[] right = RegisterText.bytes(random(new Random(11)));
        for (int at = 0; at < right.length; at++) {
            byte[] flipped = right.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            assertRefusedWithLine(flipped);
            assertRefusedWithLine(Arrays.copyOf(right, at));
        }
    }

    private static void assertRefusedWithLine(byte[] text) {
        assertThatThrownBy(() -> RegisterText.parse(text))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("line ");
    }

    @Test
    void the_line_that_is_wrong_is_named() {
        Register register = Register.of(
                List.of(
                        new Kept(
                                new Account("kestrel", "K", Set.of(Role.ADMINISTRATOR), Set.of(Language.EN)),
                                PASSWORD,
                                false),
                        new Kept(new Account("merlin", "M", Set.of(Role.UNIT), Set.of(Language.AR)), PASSWORD, true)),
                List.of());
        String text = new String(RegisterText.bytes(register), StandardCharsets.UTF_8);
        assertThat(text.lines().toList().get(1))
                .isEqualTo(
                        "{\"account\":\"kestrel\",\"closed\":false,\"languages\":[\"en\"],\"officer\":\"K\",\"password\":\""
                                + PASSWORD + "\",\"roles\":[\"administrator\"]}");
        assertThatThrownBy(() ->
                        RegisterText.parse(text.replace("\"unit\"", "\"king\"").getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 3: king is no word of this version");
        assertThatThrownBy(() -> RegisterText.parse(
                        text.replace("parley/access/v1", "parley/access/v2").getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1: the format is not parley/access/v1");
    }
}
