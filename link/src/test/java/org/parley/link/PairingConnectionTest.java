package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.link.TestNode.next;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PairingConnectionTest {
    @Test
    void small_frames_go_back_and_forth_and_the_last_one_arrives() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            listener.onPairing(connection -> {
                assertThat(connection.peerPin()).isEqualTo(dialler.pin());
                connection.write(connection.read().orElseThrow());
                ended.complete(connection.read().isEmpty());
            });
            try (PairingConnection connection = dialler.links.pair(listener.listen())) {
                assertThat(connection.peerPin()).isEqualTo(listener.pin());
                connection.write(new byte[Bounds.PAIRING_FRAME]);
                assertThat(connection.read().orElseThrow()).hasSize(Bounds.PAIRING_FRAME);
            }
            assertThat(ended.get(TestNode.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_large_frame_is_no_pairing_frame() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode();
                PairingConnection connection = dialler.links.pair(listener.listen())) {
            assertThatThrownBy(() -> connection.write(new byte[Bounds.PAIRING_FRAME + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void one_pairing_more_than_allowed_is_turned_away_and_each_ends_in_time() throws Exception {
        Bounds.Times usual = Bounds.Times.USUAL;
        Bounds one = new Bounds(
                new Bounds.Times(
                        usual.handshake(), usual.idle(), usual.stall(), usual.farewell(), Duration.ofSeconds(1)),
                Bounds.Sizes.USUAL,
                new Bounds.Crowd(64, 64, 1),
                Bounds.Waits.USUAL);
        CompletableFuture<IOException> late = new CompletableFuture<>();
        try (TestNode listener = new TestNode(one, TlsEngine.jdk());
                TestNode dialler = new TestNode()) {
            listener.onPairing(connection -> {
                try {
                    connection.read();
                } catch (IOException e) {
                    late.complete(e);
                }
            });
            Address at = listener.listen();
            try (PairingConnection first = dialler.links.pair(at);
                    PairingConnection second = dialler.links.pair(at)) {
                assertThat(next(listener.turnedAway)).contains("too many pairings");
                assertThat(late.get(TestNode.LONG.toSeconds(), TimeUnit.SECONDS))
                        .hasMessage("the time for pairing is over");
                assertThat(first.dialled() && second.dialled()).isTrue();
            }
        }
    }
}
