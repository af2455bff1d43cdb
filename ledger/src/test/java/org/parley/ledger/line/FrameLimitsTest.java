package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Refused;

/** Bytes that are no frame, because something in them is too much or of another form. */
class FrameLimitsTest {
    private static final String HEX = "00112233445566778899aabbccddeeff";
    private static final String MAIN = "parley/" + HEX + "/BIRCH/main/1-0a1b2c3d";
    private static final Bytes NOTE = Bytes.ofText("a note\n\n— x\n");
    private static final byte[] A = filled(32, 0xa1);
    private static final byte[] B = filled(32, 0xb2);
    private static final byte[] ONE = filled(16, 0x11);
    private static final byte[] SIGNATURE = filled(64, 0x33);

    @Test
    void a_batch_has_one_to_256_entries_and_as_many_bodies() {
        Frames frames = new Frames(3, true);
        byte[] most = FrameCodec.bytes(frames.batch(256));
        assertThat(FrameCodec.read(most)).isInstanceOf(Frame.Batch.class);
        refused(FrameCodec.bytes(frames.batch(257)));
        refused(FrameCodec.bytes(frames.batch(0)));
        refused(batch().u32(2).bytes(A).bytes(B).u32(1).u8(0).done());
        refused(batch().u32(1).bytes(A).u32(2).u8(0).u8(0).done());
        refused(batch().u32(1).bytes(A).u32(1).u8(2).done());
    }

    @Test
    void entries_bodies_and_notes_have_their_limits() {
        assertThat(FrameCodec.read(
                        batch().u32(1).bytes(new byte[4_096]).u32(1).u8(0).done()))
                .isInstanceOf(Frame.Batch.class);
        refused(batch().u32(1).bytes(new byte[4_097]).u32(1).u8(0).done());
        Hand withBody = batch().u32(1).bytes(A).u32(1).u8(1).raw(A);
        assertThat(FrameCodec.read(withBody.bytes(new byte[131_072]).done())).isInstanceOf(Frame.Batch.class);
        refused(batch().u32(1)
                .bytes(A)
                .u32(1)
                .u8(1)
                .raw(A)
                .bytes(new byte[131_073])
                .done());
        byte[] most = new byte[Limits.NOTE];
        byte[] over = new byte[Limits.NOTE + 1];
        assertThat(FrameCodec.read(Hand.type(10).bytes(most).done())).isEqualTo(new Frame.Head(Bytes.of(most)));
        refused(Hand.type(10).bytes(over).done());
        refused(Hand.type(11).raw(ONE).bytes(over).done());
        refused(Hand.type(12).raw(ONE).bytes(over).done());
        refused(Hand.type(2)
                .str(MAIN)
                .u64(0)
                .bytes(over)
                .u32(1)
                .bytes(A)
                .u32(1)
                .u8(0)
                .done());
        refused(Hand.type(7).str(MAIN).bytes(over).bytes(NOTE).raw(A).u32(0).done());
        refused(Hand.type(7).str(MAIN).bytes(NOTE).bytes(over).raw(A).u32(0).done());
    }

    @Test
    void the_length_that_a_list_claims_is_not_believed() {
        for (int count : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 24, 1_025}) {
            refused(Hand.type(3).str(MAIN).str("BIRCH").u32(count).done());
            refused(Hand.type(7)
                    .str(MAIN)
                    .bytes(NOTE)
                    .bytes(NOTE)
                    .raw(A)
                    .u32(count)
                    .done());
            refused(hello().u32(count).done());
            refused(hello().u32(count).str("a").done());
            refused(hello().u32(0).u32(count).raw(ONE).done());
            for (int list = 0; list < 4; list++) {
                Hand line = hello().u32(0).u32(1).raw(ONE);
                for (int before = 0; before < list; before++) {
                    line.u32(0);
                }
                refused(line.u32(count).raw(A).done());
            }
            refused(batch().u32(count).bytes(A).done());
            refused(batch().u32(1).bytes(A).u32(count).u8(0).done());
            refused(Hand.type(10).u32(count).raw(A).done());
            refused(batch().u32(1).u32(count).raw(A).done());
        }
    }

    @Test
    void a_list_takes_no_room_before_its_items_are_there() {
        byte[] bytes =
                Hand.type(3).str(MAIN).str("BIRCH").u32(Integer.MAX_VALUE).done();
        byte[] lines = hello().u32(0).u32(10_000).done();
        long before = allocated();
        for (int round = 0; round < 1_000; round++) {
            refused(bytes);
            refused(lines);
        }
        assertThat(allocated() - before).isLessThan(64L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void a_proof_has_63_hashes_at_most_and_a_frame_8_MiB() {
        Hand most =
                Hand.type(7).str(MAIN).bytes(NOTE).bytes(NOTE).raw(A).u32(63).raw(new byte[63 * 32]);
        assertThat(FrameCodec.read(most.done())).isInstanceOf(Frame.Evidence.class);
        refused(Hand.type(7)
                .str(MAIN)
                .bytes(NOTE)
                .bytes(NOTE)
                .raw(A)
                .u32(64)
                .raw(new byte[64 * 32])
                .done());
        byte[] large = new byte[(8 << 20) + 1];
        assertThatThrownBy(() -> FrameCodec.read(large))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LARGE));
    }

    @Test
    void a_text_has_its_limit_and_is_utf8() {
        String most = "a".repeat(Limits.TEXT);
        assertThat(FrameCodec.read(Hand.type(14).str(most).done())).isEqualTo(new Frame.Bye(most));
        refused(Hand.type(14).str(most + "a").done());
        refused(Hand.type(14).str("a".repeat(65_535)).done());
        refused(Hand.type(6).str(MAIN).u16(409).u64(0).str(most + "a").done());
        refused(hello().u32(1).str(most + "a").u32(0).done());
        for (String bad : List.of("ff", "c080", "eda080", "e282", "f8888080", "f4908080")) {
            refused(Hand.type(14).u16(bad.length() / 2).hex(bad).done());
        }
    }

    @Test
    void a_number_above_2_to_63_less_1_is_refused_wherever_it_stands() {
        for (long number : new long[] {Long.MIN_VALUE, -1, Long.MIN_VALUE + 7}) {
            refused(Hand.type(1)
                    .u16(1)
                    .u16(1)
                    .str("BIRCH")
                    .raw(A)
                    .raw(ONE)
                    .u64(number)
                    .u32(0)
                    .u32(0)
                    .done());
            refused(heldLine(number).done());
            for (int at = 0; at < 3; at++) {
                refused(receiptLine(at == 0 ? number : 1, at == 1 ? number : 1, at == 2 ? number : 1));
            }
            refused(Hand.type(2)
                    .str(MAIN)
                    .u64(number)
                    .bytes(NOTE)
                    .u32(1)
                    .bytes(A)
                    .u32(1)
                    .u8(0)
                    .done());
            refused(Hand.type(3)
                    .str(MAIN)
                    .str("BIRCH")
                    .u32(1)
                    .u64(number)
                    .raw(A)
                    .u64(1)
                    .raw(SIGNATURE)
                    .done());
            refused(Hand.type(3)
                    .str(MAIN)
                    .str("BIRCH")
                    .u32(1)
                    .u64(1)
                    .raw(A)
                    .u64(number)
                    .raw(SIGNATURE)
                    .done());
            refused(Hand.type(4).str(MAIN).u64(number).done());
            refused(Hand.type(5).u64(number).u64(1).done());
            refused(Hand.type(5).u64(1).u64(number).done());
            refused(Hand.type(6).str(MAIN).u16(409).u64(number).str("x").done());
            for (int type = 8; type <= 9; type++) {
                refused(Hand.type(type).u64(number).raw(ONE).u64(1).done());
                refused(Hand.type(type).u64(1).raw(ONE).u64(number).done());
            }
        }
    }

    @Test
    void a_name_of_another_form_is_refused() {
        for (String origin :
                List.of("", "parley", MAIN + "x", MAIN.replace("main", "other"), MAIN.replace("1-", "0-"))) {
            refused(Hand.type(4).str(origin).u64(0).done());
        }
        for (String party : List.of("", "birch", "A23456789012345678", "Ж", "BIRCH ")) {
            refused(Hand.type(3).str(MAIN).str(party).u32(0).done());
        }
    }

    private static Hand heldLine(long size) {
        return hello().u32(0)
                .u32(1)
                .raw(ONE)
                .u32(0)
                .u32(0)
                .u32(1)
                .str(MAIN)
                .u64(size)
                .raw(A)
                .u32(0);
    }

    private static byte[] receiptLine(long count, long size, long time) {
        Hand line = hello().u32(0)
                .u32(1)
                .raw(ONE)
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(1)
                .str(MAIN)
                .str("BIRCH");
        return line.u64(count).u64(7).u64(size).u64(time).done();
    }

    @Test
    void the_frames_that_the_numbers_above_spoil_are_otherwise_good() {
        assertThat(FrameCodec.read(heldLine(1).done())).isInstanceOf(Frame.Hello.class);
        assertThat(FrameCodec.read(receiptLine(1, 1, 1))).isInstanceOf(Frame.Hello.class);
        assertThat(FrameCodec.read(hello().u32(0).u32(0).done())).isInstanceOf(Frame.Hello.class);
        assertThat(FrameCodec.read(batch().u32(1).bytes(A).u32(1).u8(0).done())).isInstanceOf(Frame.Batch.class);
        assertThat(FrameCodec.read(Hand.type(3).str(MAIN).str("BIRCH").u32(0).done()))
                .isInstanceOf(Frame.Receipts.class);
    }

    private static Hand hello() {
        return Hand.type(1).u16(1).u16(1).str("BIRCH").raw(A).raw(ONE).u64(1);
    }

    private static Hand batch() {
        return Hand.type(2).str(MAIN).u64(0).bytes(NOTE);
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
