package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.link.TestNode.next;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;
import org.parley.link.relay.Relay;

/** Paths and peers that fail, and how a link ends. */
class LostLinksTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    /** Gives up soon what the usual bounds give up late. */
    private static Bounds impatient(Duration idle, Duration stall, long queue) {
        return new Bounds(
                new Bounds.Times(Duration.ofSeconds(10), idle, stall, SHORT, Duration.ofSeconds(10)),
                new Bounds.Sizes(queue, 1 << 20, 8 << 20, 5_000),
                TestNode.BOUNDS.crowd(),
                TestNode.BOUNDS.waits());
    }

    private static final Bounds IMPATIENT = impatient(SHORT, Duration.ofSeconds(20), 16 << 20);

    private static Relay relay(TestNode to) throws IOException {
        Address at = to.listen();
        return new Relay(new InetSocketAddress(InetAddress.getByName(at.host()), at.port()));
    }

    @Test
    void a_path_that_breaks_loses_the_link_on_both_sides_and_it_comes_back_after_the_path_heals() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode();
                Relay relay = relay(listener)) {
            dialler.dial(Address.of(relay.address()), listener);
            next(dialler.up);
            next(listener.up);
            relay.cut();
            assertThat(next(dialler.lost).link().loss().orElseThrow()).isIn(Loss.BROKEN, Loss.ENDED);
            assertThat(next(listener.lost).link().loss().orElseThrow()).isIn(Loss.BROKEN, Loss.ENDED);

            // The first wait follows the loss; the later ones are told. All come from the seed.
            Backoff same = new Backoff(TestNode.BOUNDS.waits(), new SplittableRandom(new Random(7).nextLong()));
            same.next();
            List<Duration> told = new ArrayList<>();
            List<Duration> expected = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                told.add(next(dialler.unreached).again());
                expected.add(same.next());
            }
            assertThat(told).isEqualTo(expected);
            relay.heal();
            next(dialler.up);
            next(listener.up);
        }
    }

    @Test
    void a_wait_ends_at_once_on_request() throws Exception {
        Bounds lazy = new Bounds(
                TestNode.BOUNDS.times(),
                TestNode.BOUNDS.sizes(),
                TestNode.BOUNDS.crowd(),
                new Bounds.Waits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode(lazy, TlsEngine.jdk());
                Relay relay = relay(listener)) {
            relay.cut();
            Dial dial = dialler.dial(Address.of(relay.address()), listener);
            next(dialler.unreached);
            relay.heal();
            dial.now();
            next(dialler.up);
        }
    }

    @Test
    void a_half_open_path_is_found_by_silence_on_both_sides() throws Exception {
        try (TestNode listener = new TestNode(IMPATIENT, TlsEngine.jdk());
                TestNode dialler = new TestNode(IMPATIENT, TlsEngine.jdk());
                Relay relay = relay(listener)) {
            dialler.dial(Address.of(relay.address()), listener);
            next(dialler.up);
            next(listener.up);
            relay.halfOpen();
            assertThat(next(dialler.lost).link().loss()).contains(Loss.SILENT);
            assertThat(next(listener.lost).link().loss()).contains(Loss.SILENT);
        }
    }

    @Test
    void a_peer_of_one_byte_a_second_is_cut_in_the_middle_of_a_frame() throws Exception {
        Bounds bounds = impatient(Duration.ofMillis(500), Duration.ofSeconds(60), 16 << 20);
        try (TestNode listener = new TestNode(bounds, TlsEngine.jdk());
                TestNode dialler = new TestNode();
                Relay relay = relay(listener)) {
            dialler.dial(Address.of(relay.address()), listener);
            Link there = next(dialler.up);
            next(listener.up);
            relay.trickle();
            there.send(Channel.CONTROL, new byte[100_000]);
            assertThat(next(listener.lost).link().loss().orElseThrow()).isIn(Loss.SLOW, Loss.SILENT);
        }
    }

    @Test
    void a_peer_that_does_not_read_costs_no_more_than_the_queue_and_another_link_goes_on() throws Exception {
        long queue = 1 << 20;
        CountDownLatch wake = new CountDownLatch(1);
        try (TestNode sender = new TestNode(impatient(TestNode.LONG, Duration.ofMinutes(1), queue), TlsEngine.jdk());
                TestNode stuck = new TestNode();
                TestNode quick = new TestNode()) {
            stuck.onFrame((link, frame) -> await(wake));
            Address at = sender.listen();
            stuck.dial(at, sender);
            Link toStuck = next(sender.up);
            quick.dial(at, sender);
            Link toQuick = next(sender.up);
            toQuick.send(Channel.CONTROL, new byte[] {1});
            next(quick.frames);
            toStuck.send(Channel.CONTROL, new byte[] {1}); // the frame in which the peer is stuck
            long most = 0;
            while (toStuck.loss().isEmpty()) {
                toStuck.send(Channel.BULK, new byte[10_000]);
                most = Math.max(most, toStuck.queued(Channel.BULK));
                toQuick.send(Channel.CONTROL, new byte[] {2});
                assertThat(next(quick.frames)).containsExactly(2);
            }
            assertThat(most).isLessThanOrEqualTo(queue);
            TestNode.Lost lost = next(sender.lost);
            assertThat(lost.link().loss()).contains(Loss.OVERFLOW);
            assertThat(lost.why()).contains("takes less than is sent");
            toQuick.send(Channel.BULK, new byte[] {3});
            assertThat(next(quick.frames)).containsExactly(3);
            wake.countDown();
        }
    }

    @Test
    void a_peer_that_takes_nothing_is_given_up() throws Exception {
        CountDownLatch wake = new CountDownLatch(1);
        try (TestNode sender = new TestNode(impatient(TestNode.LONG, SHORT, 16 << 20), TlsEngine.jdk());
                TestNode stuck = new TestNode()) {
            stuck.onFrame((link, frame) -> await(wake));
            stuck.dial(sender.listen(), sender);
            Link link = next(sender.up);
            link.send(Channel.CONTROL, new byte[] {1});
            for (int i = 0; i < 3; i++) {
                link.send(Channel.CONTROL, new byte[4 << 20]);
            }
            assertThat(next(sender.lost).link().loss()).contains(Loss.STALLED);
            wake.countDown();
        }
    }

    @Test
    void no_bulk_is_handed_over_before_the_first_control_frame_was_taken() throws Exception {
        CountDownLatch greeted = new CountDownLatch(1);
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            listener.onFrame((link, frame) -> {
                if (frame[0] == 1) {
                    await(greeted);
                }
                listener.frames.add(frame);
            });
            dialler.dial(listener.listen(), listener);
            Link there = next(dialler.up);
            there.send(Channel.BULK, new byte[] {2});
            there.send(Channel.CONTROL, new byte[] {1});
            next(listener.up);
            assertThat(listener.frames.poll(50, TimeUnit.MILLISECONDS)).isNull();
            greeted.countDown();
            assertThat(next(listener.frames)).containsExactly(1);
            assertThat(next(listener.frames)).containsExactly(2);
        }
    }

    @Test
    void bulk_of_a_peer_that_never_said_a_control_frame_falls_away() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            dialler.dial(listener.listen(), listener);
            Link there = next(dialler.up);
            there.send(Channel.BULK, new byte[] {2});
            there.close("changed my mind");
            assertThat(next(listener.lost).link().loss()).contains(Loss.ENDED);
            assertThat(listener.frames).isEmpty();
        }
    }

    @Test
    void a_frame_that_the_carrier_refuses_closes_the_link_with_its_words() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            listener.onFrame((link, frame) -> {
                throw Refused.malformed("no such frame");
            });
            dialler.dial(listener.listen(), listener);
            next(dialler.up).send(Channel.CONTROL, new byte[] {99});
            TestNode.Lost lost = next(listener.lost);
            assertThat(lost.link().loss()).contains(Loss.REFUSED);
            assertThat(lost.why()).isEqualTo("no such frame");
        }
    }

    @Test
    void a_safety_frame_does_not_wait_behind_bulk_on_a_path_of_64_kbit_a_second() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode();
                Relay relay = relay(listener)) {
            dialler.dial(Address.of(relay.address()), listener);
            Link there = next(dialler.up);
            next(listener.up);
            there.send(Channel.CONTROL, new byte[] {1});
            next(listener.frames);
            relay.bandwidth(64_000 / 8);
            for (int i = 0; i < 30; i++) {
                there.send(Channel.BULK, new byte[100_000]);
            }
            long before = relay.toTarget(1);
            while (relay.toTarget(1) < before + 4_000) {
                Thread.onSpinWait(); // until bulk has what the path can take
            }
            before = relay.toTarget(1);
            there.send(Channel.CONTROL, new byte[300]);
            assertThat(next(listener.frames)).hasSize(300);
            assertThat(relay.toTarget(1) - before)
                    .as("bytes of bulk that went ahead")
                    .isLessThan(4_000);
            assertThat(there.queued(Channel.BULK)).isGreaterThan(2_000_000);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestNode.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_peer_without_a_listener_is_told_and_dialled_again() throws Exception {
        try (TestNode dialler = new TestNode()) {
            dialler.links.dial(new Address("127.0.0.1", 1), Optional.empty());
            assertThat(next(dialler.unreached).why()).contains("refused");
            next(dialler.unreached);
        }
    }
}
