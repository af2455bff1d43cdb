package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Bytes;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final int FREE = 5;
    private static final String KESTREL = "kestrel";

    private final Attempts attempts = new Attempts(FREE);

    private static Optional<Bytes> place(int number) {
        return Optional.of(Bytes.of(new byte[] {(byte) 192, 0, 2, (byte) number}));
    }

    /** Whatever was tried by whom, and however the clock went before: nobody waits for longer than the bound, and then may try. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_sequence_of_failures_keeps_anybody_out_for_longer_than_the_bound(long seed) {
        Random random = new Random(seed);
        Instant now = NOON;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(-600_000, 600_000) : random.nextInt(3_000));
            String account = "a" + random.nextInt(3);
            Optional<Bytes> from = place(random.nextInt(3));
            Optional<Duration> wait = attempts.begin(account, from, now);
            wait.ifPresent(it -> assertThat(it).isPositive().isLessThanOrEqualTo(Attempts.LONGEST));
            if (wait.isPresent() && random.nextInt(20) == 0) {
                now = now.plus(wait.get());
                assertThat(attempts.begin(account, from, now)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void where_somebody_has_signed_in_before_no_attempts_elsewhere_hold_them_up(long seed) {
        Random random = new Random(seed);
        assertThat(attempts.begin(KESTREL, place(1), NOON)).isEmpty();
        attempts.succeeded(KESTREL, place(1), NOON);
        Instant now = NOON;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(2_000));
            attempts.begin(KESTREL, place(2 + random.nextInt(200)), now);
        }
        assertThat(attempts.begin(KESTREL, place(1), now)).isEmpty();
    }

    @Test
    void the_delay_doubles_up_to_the_bound_and_never_falls() {
        Duration before = Duration.ZERO;
        for (int failures = 1; failures < 100; failures++) {
            Duration delay = Attempts.delay(failures, FREE);
            assertThat(delay).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Attempts.LONGEST);
            before = delay;
        }
        assertThat(Attempts.delay(FREE - 1, FREE)).isZero();
        assertThat(Attempts.delay(FREE, FREE)).isEqualTo(Attempts.FIRST);
        assertThat(Attempts.delay(FREE + 1, FREE)).isEqualTo(Attempts.FIRST.multipliedBy(2));
        assertThat(Attempts.delay(Integer.MAX_VALUE, FREE)).isEqualTo(Attempts.LONGEST);
    }

    private void fail(String account, Optional<Bytes> origin, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(account, origin, NOON)).isEmpty();
        }
    }

    @Test
    void after_so_many_failures_an_account_waits_from_every_place_and_no_other_account_does() {
        fail(KESTREL, place(1), FREE);
        assertThat(attempts.begin(KESTREL, place(2), NOON)).contains(Attempts.FIRST);
        assertThat(attempts.begin("merlin", place(2), NOON)).isEmpty();
    }

    @Test
    void a_refused_attempt_does_not_lengthen_the_wait() {
        fail(KESTREL, place(1), FREE);
        for (int i = 0; i < 1_000; i++) {
            assertThat(attempts.begin(KESTREL, place(1), NOON)).contains(Attempts.FIRST);
        }
        assertThat(attempts.begin(KESTREL, place(1), NOON.plus(Attempts.FIRST))).isEmpty();
    }

    @Test
    void one_place_that_tries_many_accounts_waits_itself() {
        for (int i = 0; i < FREE * Attempts.PEOPLE_BEHIND_ONE_ADDRESS; i++) {
            fail("a" + i, place(1), 1);
        }
        assertThat(attempts.begin("another", place(1), NOON)).contains(Attempts.FIRST);
        assertThat(attempts.begin("another", place(2), NOON)).isEmpty();
    }

    @Test
    void a_right_password_ends_the_count_of_the_account_and_not_that_of_the_place() {
        for (int i = 0; i < FREE * Attempts.PEOPLE_BEHIND_ONE_ADDRESS - 1; i++) {
            fail("a" + i, place(1), 1);
        }
        fail(KESTREL, place(1), 1);
        attempts.succeeded(KESTREL, place(1), NOON);
        assertThat(attempts.begin(KESTREL, place(1), NOON)).isEmpty();
        assertThat(attempts.begin("another", place(1), NOON)).contains(Attempts.FIRST);
    }

    @Test
    void what_was_not_looked_at_is_not_counted() {
        for (int i = 0; i < 10 * FREE; i++) {
            fail(KESTREL, place(1), 1);
            attempts.notTried(KESTREL, place(1), NOON);
        }
        assertThat(attempts.size()).isZero();
    }

    @Test
    void failures_are_forgotten_after_a_time() {
        fail(KESTREL, place(1), FREE);
        Instant later = NOON.plus(Attempts.FORGOTTEN).plusSeconds(1);
        for (int i = 0; i < FREE; i++) {
            assertThat(attempts.begin(KESTREL, place(1), later)).isEmpty();
        }
        assertThat(attempts.begin(KESTREL, place(1), later)).contains(Attempts.FIRST);
    }

    @Test
    void a_clock_that_is_set_back_keeps_nobody_waiting() {
        fail(KESTREL, place(1), FREE);
        assertThat(attempts.begin(KESTREL, place(1), NOON.minusSeconds(86_400))).isEmpty();
    }

    @Test
    void a_flood_of_names_and_addresses_does_not_grow_the_tables() {
        for (int i = 0; i < 5 * Attempts.MOST; i++) {
            Optional<Bytes> from = Optional.of(Bytes.ofText("place " + i));
            attempts.begin("name" + i, from, NOON);
            attempts.succeeded("name" + i, from, NOON);
            attempts.begin("name" + i, from, NOON);
        }
        assertThat(attempts.size()).isEqualTo(3 * Attempts.MOST);
    }

    @Test
    void addresses_of_one_network_of_IPv6_are_one_place_and_this_machine_is_none() throws Exception {
        assertThat(origin("2001:db8::1")).isEqualTo(origin("2001:db8::ffff:1")).isPresent();
        assertThat(origin("2001:db8::1")).isNotEqualTo(origin("2001:db8:0:1::1"));
        assertThat(origin("192.0.2.7")).isNotEqualTo(origin("192.0.2.8")).isPresent();
        assertThat(origin("127.0.0.1")).isEmpty();
        assertThat(origin("::1")).isEmpty();
    }

    private static Optional<Bytes> origin(String address) throws Exception {
        return new Client(InetAddress.getByName(address), How.CONSOLE).origin();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN", "SOCKET"})
    void nobody_signs_in_by_a_token_or_the_socket(How how) {
        assertThatThrownBy(() -> new Client(InetAddress.getLoopbackAddress(), how))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
