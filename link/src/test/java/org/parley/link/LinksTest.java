package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.link.TestNode.next;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource({"false, false", "true, true", "true, false", "false, true"})
    void frames_go_both_ways_on_both_channels_whichever_engine_each_side_has(boolean bestHere, boolean bestThere)
            throws Exception {
        try (TestNode listener = new TestNode(TestNode.BOUNDS, bestHere ? TlsEngine.best() : TlsEngine.jdk());
                TestNode dialler = new TestNode(TestNode.BOUNDS, bestThere ? TlsEngine.best() : TlsEngine.jdk())) {
            dialler.dial(listener.listen(), listener);
            Link there = next(dialler.up);
            Link here = next(listener.up);

            assertThat(there.dialled()).isTrue();
            assertThat(here.dialled()).isFalse();
            assertThat(there.peerPin()).isEqualTo(listener.pin());
            assertThat(here.peerPin()).isEqualTo(dialler.pin());
            there.send(Channel.CONTROL, new byte[] {1});
            assertThat(next(listener.frames)).containsExactly(1);
            there.send(Channel.BULK, new byte[] {2, 2});
            assertThat(next(listener.frames)).containsExactly(2, 2);
            here.send(Channel.CONTROL, new byte[] {3});
            assertThat(next(dialler.frames)).containsExactly(3);
            here.send(Channel.BULK, new byte[] {4});
            assertThat(next(dialler.frames)).containsExactly(4);
        }
    }

    @Test
    void ten_thousand_frames_each_way_arrive_as_they_were_and_in_order_on_each_channel() throws Exception {
        int each = 10_000;
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            Expected atListener = new Expected(each);
            Expected atDialler = new Expected(each);
            listener.onFrame((link, frame) -> atListener.take(frame));
            dialler.onFrame((link, frame) -> atDialler.take(frame));
            dialler.dial(listener.listen(), listener);
            Link there = next(dialler.up);
            Link here = next(listener.up);
            Thread sender = Thread.ofVirtual().start(() -> send(here, each));
            send(there, each);
            sender.join();
            atListener.all.get(TestNode.LONG.toSeconds(), TimeUnit.SECONDS);
            atDialler.all.get(TestNode.LONG.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void what_was_sent_before_a_link_is_closed_still_arrives() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            dialler.dial(listener.listen(), listener);
            Link there = next(dialler.up);
            next(listener.up).send(Channel.CONTROL, new byte[] {9});
            for (int i = 0; i < 1_000; i++) {
                there.send(Channel.CONTROL, new byte[1_000]);
            }
            there.close("enough");
            for (int i = 0; i < 1_000; i++) {
                assertThat(next(listener.frames)).hasSize(1_000);
            }
            assertThat(next(listener.lost).link().loss()).contains(Loss.ENDED);
            TestNode.Lost lost = next(dialler.lost);
            assertThat(lost.why()).isEqualTo("enough");
            assertThat(lost.link().loss()).contains(Loss.CLOSED);
        }
    }

    @Test
    void when_both_sides_dial_both_links_come_up() throws Exception {
        try (TestNode one = new TestNode();
                TestNode other = new TestNode()) {
            one.dial(other.listen(), other);
            other.dial(one.listen(), one);
            assertThat(next(one.up).dialled() ^ next(one.up).dialled()).isTrue();
            assertThat(next(other.up).dialled() ^ next(other.up).dialled()).isTrue();
        }
    }

    /** Frame i: its channel, its number, and bytes that follow from it; from time to time a large one. */
    private static byte[] frame(int channel, int i) {
        Random random = new Random(i);
        int length = i % 1_000 == 999 ? 300_000 : random.nextInt(600);
        byte[] bytes = new byte[5 + length];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).put((byte) channel).putInt(i);
        return bytes;
    }

    private static void send(Link link, int each) {
        for (int i = 0; i < each / 2; i++) {
            link.send(Channel.CONTROL, frame(0, i));
            link.send(Channel.BULK, frame(1, i));
        }
    }

    /** Counts what must come on each channel. */
    private static final class Expected {
        private final int[] next = new int[2];
        private final int each;
        private final CompletableFuture<Void> all = new CompletableFuture<>();

        Expected(int each) {
            this.each = each;
        }

        synchronized void take(byte[] frame) {
            int channel = frame[0];
            try {
                assertThat(frame).isEqualTo(frame(channel, next[channel]));
            } catch (AssertionError e) {
                all.completeExceptionally(e);
            }
            next[channel]++;
            if (next[0] + next[1] == each) {
                all.complete(null);
            }
        }
    }
}
