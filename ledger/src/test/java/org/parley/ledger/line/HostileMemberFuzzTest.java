package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.fuzzing.KeptInputs;

/**
 * Whatever a member says, signed as it may be: the ledger goes on, its own logs stay as they were, of all that it took and
 * that is no record people are told, and it can begin again on its disk.
 */
class HostileMemberFuzzTest {
    private static final int MOST_STEPS = 24;

    static Stream<byte[]> seeds() {
        Frames frames = new Frames(20261129, true);
        byte[] honest = {0, 2, 0, 1, 'a', 0, 2, 0, 1, 'b', 0, 4, 0, 3, 1, 2, 0, 1, 'c', 1, 4, 0, 2, 0, 7, 0, 1, 0};
        byte[] fork = {0, 2, 0, 1, 'a', 0, 4, 0, 2, 0, 5, 1, 0, 2, 0, 1, 'b', 0, 4, 0, 2, 0, 6, 2, 0, 9, 3};
        byte[] accused = {0, 2, 0, 1, 'a', 0, 4, 0, 2, 0, 8, 1, 0, 1, 'x', 0, 6, 2, 0, 11, 0, 9, 30};
        byte[] bundle = {0, 2, 0, 1, 'a', 0, 10, 0, 1, 0, 10, 0, 0, 0, 3, 0, 2, '{', '}', 0, 4, 0, 2};
        return Stream.concat(
                Stream.of(honest, fork, accused, bundle),
                Stream.concat(Stream.of(1, 13).map(frames::of), aboutTheLine())
                        .map(frame -> sending(FrameCodec.bytes(frame))));
    }

    /** Frames about logs that are there, with numbers that none has. */
    private static Stream<Frame> aboutTheLine() {
        Signer cedar = new Signer("CEDAR");
        Origin main = Room.first(cedar, Lane.MAIN);
        return Stream.of(
                new Frame.Want(main, Long.MAX_VALUE),
                new Frame.WantReceipts(main, cedar.name),
                new Frame.Credit(Long.MAX_VALUE, Long.MAX_VALUE),
                new Frame.NotTaken(main, 409, 0, "no"),
                new Frame.Pong(1, Bytes.of(new byte[16]), Long.MAX_VALUE));
    }

    private static byte[] sending(byte[] frame) {
        return ByteBuffer.allocate(frame.length + 5)
                .put((byte) 0)
                .put((byte) 0)
                .putShort((short) frame.length)
                .put(frame)
                .array();
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(HostileMemberFuzzTest.class, seeds(), this::a_ledger_outlives_any_member);
    }

    @Timeout(60) // the first run loads all providers, and a machine may be busy
    @MethodSource("seeds")
    @FuzzTest
    void a_ledger_outlives_any_member(byte[] script) {
        Room room = new Room();
        Desk desk = room.desk("CEDAR");
        Peer peer = new Peer(room, "BIRCH");
        desk.found(desk.signer, peer.signer);
        peer.dial(desk);
        for (Lane lane : Lane.values()) {
            peer.begin(peer.origin(lane));
        }
        List<Bytes> before = List.copyOf(desk.entries(desk.main()));
        new Mischief(room, peer, desk, script).play(MOST_STEPS);
        assertThat(desk.entries(desk.main()).subList(0, before.size())).isEqualTo(before);
        assertBadEntriesTold(peer, desk);
        assertPrintable(desk);
        desk.start();
        assertThat(desk.say(Lane.SAFETY, "note", "still here")).isNotNull();
        room.pass(2);
    }

    /** Whoever asks what others hold is told since when. */
    private static void assertPrintable(Desk desk) {
        desk.told(Effect.Receipted.class)
                .forEach(told -> assertThat(Instants.print(told.time() * 1_000)).isNotEmpty());
    }

    /** What is no record in its place is kept, since others hold it too; people were told of it. */
    private static void assertBadEntriesTold(Peer peer, Desk desk) {
        for (Lane lane : Lane.values()) {
            List<Bytes> taken = desk.entries(peer.origin(lane));
            for (int i = 0; i < taken.size(); i++) {
                if (!isRecord(taken.get(i), peer.origin(lane), i + 1L)) {
                    assertThat(desk.alarms()).contains(Effect.Cause.BAD_ENTRY);
                }
            }
        }
    }

    private static boolean isRecord(Bytes entry, Origin origin, long no) {
        try {
            Envelope envelope = Envelope.parse(entry.array());
            return envelope.origin().equals(origin) && envelope.no() == no;
        } catch (Refused refused) {
            return false;
        }
    }
}
