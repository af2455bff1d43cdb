package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/**
 * Whatever bytes come as a message of a pairing: one that is written as it was read, or a refusal; and whatever messages
 * come, both sides go on or end, and found no line of which no officer has heard.
 */
class PairingFuzzTest {
    private static final int FORWARD = 0xff;

    static Stream<byte[]> seeds() {
        var commit = new Message.Commit(Role.JOINER, Node.filled(3), Node.filled(4));
        var both = new byte[] {1, (byte) FORWARD, 0, (byte) FORWARD, 1, (byte) FORWARD, 0, (byte) FORWARD};
        return Stream.of(
                MessageCodec.bytes(commit),
                MessageCodec.bytes(Node.BIRCH),
                MessageCodec.bytes(Node.CEDAR),
                MessageCodec.bytes(new Message.Confirmed(Node.filled(6))),
                MessageCodec.bytes(new Message.Aborted(Reason.DECLINED)),
                both,
                script(commit, new Message.Confirmed(Node.filled(6))));
    }

    /** Each message to the inviter, with its length before it. */
    private static byte[] script(Message... messages) {
        ByteBuffer script = ByteBuffer.allocate(1_024);
        for (Message message : messages) {
            byte[] bytes = MessageCodec.bytes(message);
            script.put((byte) 0).put((byte) bytes.length).put(bytes);
        }
        return java.util.Arrays.copyOf(script.array(), script.position());
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(PairingFuzzTest.class, seeds(), this::messages_are_read_or_refused_and_found_nothing);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void messages_are_read_or_refused_and_found_nothing(byte[] bytes) {
        RoundTrip.of(bytes, given -> MessageCodec.bytes(MessageCodec.read(given)));
        Node inviter = Node.inviter(Node.CODE, Node.BIRCH, Node.JOINER_TLS);
        Node joiner = Node.joiner(Node.CODE, Node.CEDAR, Node.INVITER_TLS);
        play(ByteBuffer.wrap(bytes), inviter, joiner);
        assertThat(inviter.paired()).isEmpty();
        assertThat(joiner.paired()).isEmpty();
    }

    /** To whom, then the length of a message and the message, or that what the other side said comes through. */
    private static void play(ByteBuffer script, Node inviter, Node joiner) {
        while (script.remaining() >= 2) {
            boolean toInviter = script.get() % 2 == 0;
            int length = script.get() & 0xff;
            Node to = toInviter ? inviter : joiner;
            if (length == FORWARD) {
                Optional.ofNullable((toInviter ? joiner : inviter).out.poll()).ifPresent(to::receive);
            } else {
                byte[] message = new byte[Math.min(length, script.remaining())];
                script.get(message);
                to.receive(Bytes.of(message));
            }
        }
    }
}
