package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;

/** Frames in bytes; what they must be was put together by hand from docs/formats.md. */
class FrameCodecTest {
    private static final String HEX = "00112233445566778899aabbccddeeff";
    private static final LineId LINE = new LineId(HEX);
    private static final String MAIN = "parley/" + HEX + "/BIRCH/main/1-0a1b2c3d";
    private static final String SAFETY = "parley/" + HEX + "/CEDAR9/safety/12-ffffffff";
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final PartyName CEDAR = new PartyName("CEDAR9");
    private static final Bytes NOTE = Bytes.ofText("a note\n\n— x\n");
    private static final Bytes OTHER = Bytes.ofText("another\n\n— y\n");
    private static final byte[] A = filled(32, 0xa1);
    private static final byte[] B = filled(32, 0xb2);
    private static final byte[] ONE = filled(16, 0x11);
    private static final byte[] TWO = filled(16, 0x22);
    private static final byte[] SIGNATURE = filled(64, 0x33);
    private static final long LARGE = 0x7fffffffffffffffL;

    @Test
    void every_frame_reads_as_what_was_written() {
        Frames frames = new Frames(20261124, false);
        for (int round = 0; round < 20; round++) {
            for (int type = 1; type <= Frames.TYPES; type++) {
                Frame frame = frames.of(type);
                byte[] bytes = FrameCodec.bytes(frame);
                if (bytes.length <= 8 << 20) {
                    assertThat(bytes[0]).isEqualTo((byte) type);
                    assertThat(FrameCodec.read(bytes)).isEqualTo(frame);
                }
            }
        }
    }

    @Test
    void a_hello_is_laid_out_as_documented() {
        Frame.HelloLine line = new Frame.HelloLine(
                LINE,
                List.of(NOTE, OTHER),
                List.of(OTHER),
                List.of(
                        new Frame.Held(Origin.of(MAIN), 7, Hash.of(A)),
                        new Frame.Held(Origin.of(SAFETY), 0, Hash.of(B))),
                List.of(new Frame.HeldReceipts(
                        Origin.of(MAIN), CEDAR, new Receipt.Tally(3, 4_711), 7, 1_795_521_600L)));
        Frame hello = new Frame.Hello(
                1,
                65_535,
                BIRCH,
                Bytes.of(A),
                Bytes.of(ONE),
                1_795_521_600_123L,
                List.of("space/1", "ق"),
                List.of(line));
        byte[] expected = Hand.type(1)
                .hex("0001ffff")
                .str("BIRCH")
                .raw(A)
                .raw(ONE)
                .u64(1_795_521_600_123L)
                .u32(2)
                .str("space/1")
                .hex("0002d982")
                .u32(1)
                .hex(HEX)
                .u32(2)
                .bytes(NOTE)
                .bytes(OTHER)
                .u32(1)
                .bytes(OTHER)
                .u32(2)
                .str(MAIN)
                .u64(7)
                .raw(A)
                .str(SAFETY)
                .u64(0)
                .raw(B)
                .u32(1)
                .str(MAIN)
                .str("CEDAR9")
                .u64(3)
                .u64(4_711)
                .u64(7)
                .u64(1_795_521_600L)
                .done();
        same(hello, expected);
    }

    @Test
    void a_batch_is_laid_out_as_documented() {
        Frame batch = new Frame.Batch(
                Origin.of(MAIN),
                LARGE,
                NOTE,
                List.of(Bytes.ofText("{}"), Bytes.ofText("{\"a\":1}")),
                List.of(Optional.empty(), Optional.of(new Frame.SealedBody(Bytes.of(B), Bytes.ofText("{\"b\":2}")))));
        byte[] expected = Hand.type(2)
                .str(MAIN)
                .hex("7fffffffffffffff")
                .bytes(NOTE)
                .u32(2)
                .hex("00000002")
                .hex("7b7d")
                .bytes(Bytes.ofText("{\"a\":1}"))
                .u32(2)
                .u8(0)
                .u8(1)
                .raw(B)
                .bytes(Bytes.ofText("{\"b\":2}"))
                .done();
        same(batch, expected);
    }

    @Test
    void receipts_are_laid_out_as_documented() {
        Frame receipts = new Frame.Receipts(
                Origin.of(MAIN),
                CEDAR,
                List.of(
                        new Receipt(7, Hash.of(A), 1_795_521_600L, Bytes.of(SIGNATURE)),
                        new Receipt(256, Hash.of(B), 0, Bytes.of(SIGNATURE))));
        byte[] expected = Hand.type(3)
                .str(MAIN)
                .str("CEDAR9")
                .u32(2)
                .u64(7)
                .raw(A)
                .u64(1_795_521_600L)
                .raw(SIGNATURE)
                .hex("0000000000000100")
                .raw(B)
                .u64(0)
                .raw(SIGNATURE)
                .done();
        same(receipts, expected);
    }

    @Test
    void the_short_frames_are_laid_out_as_documented() {
        same(
                new Frame.Want(Origin.of(SAFETY), 258),
                Hand.type(4).str(SAFETY).hex("0000000000000102").done());
        same(new Frame.Credit(1, LARGE), Hand.type(5).u64(1).u64(LARGE).done());
        same(
                new Frame.NotTaken(Origin.of(MAIN), 409, 12, "known to be less"),
                Hand.type(6)
                        .str(MAIN)
                        .hex("0199")
                        .u64(12)
                        .str("known to be less")
                        .done());
        same(
                new Frame.Ping(9, Bytes.of(ONE), 5),
                Hand.type(8).u64(9).raw(ONE).u64(5).done());
        same(
                new Frame.Pong(9, Bytes.of(TWO), 6),
                Hand.type(9).u64(9).raw(TWO).u64(6).done());
        same(
                new Frame.WantReceipts(Origin.of(MAIN), CEDAR),
                Hand.type(15).str(MAIN).str("CEDAR9").done());
        same(new Frame.Head(NOTE), Hand.type(10).bytes(NOTE).done());
        same(new Frame.Keys(LINE, NOTE), Hand.type(11).hex(HEX).bytes(NOTE).done());
        same(new Frame.Revoked(LINE, OTHER), Hand.type(12).hex(HEX).bytes(OTHER).done());
        same(
                new Frame.Clone(Bytes.of(ONE), Bytes.of(TWO)),
                Hand.type(13).raw(ONE).raw(TWO).done());
        same(
                new Frame.Bye("стоп"),
                Hand.type(14).hex("0008").raw(Bytes.ofText("стоп").array()).done());
    }

    @Test
    void evidence_is_laid_out_as_documented() {
        Frame evidence = new Frame.Evidence(
                new Equivocation(Origin.of(MAIN), NOTE, OTHER, Hash.of(A), List.of(Hash.of(B), Hash.of(A))));
        byte[] expected = Hand.type(7)
                .str(MAIN)
                .bytes(NOTE)
                .bytes(OTHER)
                .raw(A)
                .u32(2)
                .raw(B)
                .raw(A)
                .done();
        same(evidence, expected);
    }

    @Test
    void the_beginning_of_a_frame_is_none_and_neither_is_a_frame_with_something_behind_it() {
        Frames frames = new Frames(7, true);
        for (int round = 0; round < 12; round++) {
            for (int type = 1; type <= Frames.TYPES; type++) {
                byte[] bytes = FrameCodec.bytes(frames.of(type));
                for (int length = 0; length < bytes.length; length++) {
                    refused(Arrays.copyOf(bytes, length));
                }
                for (int last : new int[] {0, 1, 255}) {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                    longer[bytes.length] = (byte) last;
                    refused(longer);
                }
            }
        }
    }

    @Test
    void no_other_type_is_a_frame() {
        for (int type = 0; type < 256; type++) {
            if (type < 1 || type > Frames.TYPES) {
                refused(Hand.type(type).done());
                refused(Hand.type(type).u64(9).raw(ONE).u64(5).done());
            }
        }
    }

    @Test
    void a_mutated_frame_is_refused_or_prints_as_it_was_read() {
        SplittableRandom random = new SplittableRandom(99);
        Frames frames = new Frames(98, true);
        byte[][] good = new byte[1_400][];
        for (int i = 0; i < good.length; i++) {
            good[i] = FrameCodec.bytes(frames.of(1 + i % Frames.TYPES));
        }
        int read = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = good[random.nextInt(good.length)].clone();
            mutate(random, bytes);
            Frame frame;
            try {
                frame = FrameCodec.read(bytes);
            } catch (Refused refused) {
                assertThat(refused.why()).isNotEmpty();
                continue;
            }
            read++;
            if (!Arrays.equals(FrameCodec.bytes(frame), bytes)) {
                assertThat(FrameCodec.bytes(frame)).as("round %d", round).isEqualTo(bytes);
            }
        }
        assertThat(read).isBetween(1_000, 99_000);
    }

    private static void mutate(SplittableRandom random, byte[] bytes) {
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 120));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) (bytes[at] + (random.nextBoolean() ? 1 : -1));
                default ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0 : 0xff));
            }
        }
    }

    private static void same(Frame frame, byte[] bytes) {
        assertThat(FrameCodec.bytes(frame)).isEqualTo(bytes);
        assertThat(FrameCodec.read(bytes)).isEqualTo(frame);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static void refused(byte[] bytes) {
        Frame frame;
        try {
            frame = FrameCodec.read(bytes);
        } catch (Refused refused) {
            return;
        }
        throw new AssertionError("was taken as " + frame.getClass().getSimpleName());
    }
}
