package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;

/** Messages in bytes, and bytes that are none. */
class MessageCodecTest {
    private static final List<Message> MESSAGES = Stream.<Message>concat(
                    Stream.<Message>of(
                            new Message.Commit(Role.INVITER, Node.filled(1), Node.filled(2)),
                            new Message.Commit(Role.JOINER, Node.filled(3), Node.filled(4)),
                            Node.BIRCH,
                            Node.CEDAR,
                            Node.reveal("A123456789ABCDEF", 2, 5, Optional.of(new Address("a".repeat(253), 65_535))),
                            new Message.Confirmed(Node.filled(6))),
                    Arrays.stream(Reason.values()).map(Message.Aborted::new))
            .toList();

    @Test
    void what_is_written_reads_as_what_was_written() {
        for (Message message : MESSAGES) {
            assertThat(MessageCodec.read(MessageCodec.bytes(message))).isEqualTo(message);
        }
    }

    @Test
    void garbage_is_refused_or_a_value_that_writes_as_it_was_read() {
        var random = new SplittableRandom(20261124);
        int read = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = MessageCodec.bytes(MESSAGES.get(random.nextInt(MESSAGES.size())));
            bytes = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length + 8) : bytes.length);
            for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 4 : 512))] =
                        (byte) random.nextInt(random.nextBoolean() ? 8 : 256);
            }
            try {
                byte[] written = MessageCodec.bytes(MessageCodec.read(bytes));
                if (!Arrays.equals(written, bytes)) {
                    assertThat(written).as("round %d", round).isEqualTo(bytes);
                }
                read++;
            } catch (Refused e) {
                assertThat(e.why()).isNotEmpty();
            }
        }
        assertThat(read).isBetween(1, 99_999);
    }

    @Test
    void what_is_longer_than_any_message_is_not_looked_at() {
        assertThatThrownBy(() -> MessageCodec.read(new byte[MessageCodec.LIMIT + 1]))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).reason())
                .isEqualTo(Refused.Reason.TOO_LARGE);
    }
}
