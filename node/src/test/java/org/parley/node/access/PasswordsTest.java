package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    static final Cost CHEAP = new Cost(8, 1, 1);

    private static final String RIGHT = "four words that fit";

    private final Passwords passwords = new Passwords(new SecureRandom(), CHEAP);

    /** From the tests of the reference implementation, P-H-C/phc-winner-argon2, src/test.c, Argon2id. */
    @Test
    void the_hash_is_that_of_the_reference_implementation() {
        assertThat(Phc.of(bytes("password"), new Cost(256, 2, 1), bytes("somesalt")))
                .hasToString("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(strings = {RIGHT, "двенадцать знаков", "كلمة مرور طويلة", "🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊", "            "})
    void a_password_is_right_and_every_other_is_wrong(String password) {
        assertThat(Passwords.problem(password)).isEmpty();
        Phc stored = passwords.stored(password).orElseThrow();
        assertThat(Phc.parse(stored.toString())).isEqualTo(stored);
        assertThat(passwords.isRight(password, Optional.of(stored))).contains(true);
        for (int i = 0; i < password.length(); i++) {
            String other = password.substring(0, i) + password.substring(i + 1);
            assertThat(passwords.isRight(other, Optional.of(stored))).contains(false);
        }
        assertThat(passwords.isRight(password, Optional.empty())).contains(false);
    }

    @Test
    void one_password_is_never_stored_the_same_twice() {
        assertThat(passwords.stored(RIGHT)).isNotEqualTo(passwords.stored(RIGHT));
    }

    /** A keyboard may write é as one code point or as two. */
    @Test
    void what_looks_the_same_is_the_same() {
        Phc stored = passwords.stored("caf\u00e9 caf\u00e9 caf\u00e9").orElseThrow();
        assertThat(passwords.isRight("cafe\u0301 cafe\u0301 cafe\u0301", Optional.of(stored)))
                .contains(true);
    }

    @Test
    void twelve_characters_are_long_enough_and_1024_bytes_not_too_long() {
        assertThat(Passwords.problem("x".repeat(11)).orElseThrow().reason()).contains("12");
        assertThat(Passwords.problem("🕊".repeat(11))).isPresent();
        assertThat(Passwords.problem("x".repeat(12))).isEmpty();
        assertThat(Passwords.problem("x".repeat(1024))).isEmpty();
        assertThat(Passwords.problem("x".repeat(1025)).orElseThrow().reason()).contains("1024");
        assertThat(Passwords.problem("я".repeat(513)).orElseThrow().value()).isEqualTo("1026 bytes");
    }

    @Test
    void what_is_longer_than_any_password_is_wrong_and_hashed_no_longer() {
        Phc ofNothing = Phc.of(new byte[0], CHEAP, new byte[Phc.SALT]);
        assertThat(passwords.isRight("x".repeat(1 << 20), Optional.of(ofNothing)))
                .contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2id$v=19$m=99999999,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=8,t=17,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=8,t=1,p=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_stored_hash_of_another_form_or_a_ruinous_cost_is_refused(String text) {
        assertThatThrownBy(() -> Phc.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_are_hashed_at_a_time_and_whoever_finds_too_many_waiting_is_told_so_known_or_not() throws Exception {
        Phc stored = passwords.stored(RIGHT).orElseThrow();
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Passwords.AT_ONCE + Passwords.MOST_WAITING; i++) {
            threads.add(Thread.ofVirtual()
                    .start(() -> passwords.inTurn(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        awaited(goOn);
                        return now.decrementAndGet();
                    })));
        }
        while (passwords.waiting() < Passwords.MOST_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(passwords.isRight(RIGHT, Optional.of(stored))).isEmpty();
        assertThat(passwords.isRight(RIGHT, Optional.empty())).isEmpty();
        assertThat(passwords.stored(RIGHT)).isEmpty();
        goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(Passwords.AT_ONCE);
        assertThat(passwords.isRight(RIGHT, Optional.of(stored))).contains(true);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
