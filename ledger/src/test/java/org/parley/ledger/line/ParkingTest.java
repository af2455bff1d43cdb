package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;

/** How much may wait: batches of bundles that come before their time, and frames of a link that is not settled. */
class ParkingTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Peer peer = new Peer(room, "CEDAR");
    private final Peer other = new Peer(room, "ELM");

    private void founded() {
        room.found(birch.signer, peer.signer, other.signer);
        birch.tell(new Event.Import(
                birch.nextTicket(),
                List.of(
                        new Frame.Keys(Room.LINE, peer.signer.note(peer.keys)),
                        new Frame.Keys(Room.LINE, other.signer.note(other.keys)))));
    }

    private String imported(Frame... frames) {
        birch.tell(new Event.Import(birch.nextTicket(), List.of(frames)));
        return birch.told(Effect.Done.class).getLast().what();
    }

    /** The length of an entry, and that it has no body. */
    private static final int AROUND = 5;

    /** A batch far behind the end of the log that says nothing true but its signature: its frame has so many bytes. */
    private static Frame.Batch far(Peer of, Lane lane, long first, int bytes) {
        Origin origin = of.origin(lane);
        Frame.Batch empty = batch(of, origin, first, List.of());
        List<Bytes> entries = new ArrayList<>();
        int left = bytes - FrameCodec.bytes(empty).length;
        while (left > 0) {
            int entry = Math.min(left - AROUND, Limits.ENTRY);
            int rest = left - AROUND - entry;
            entry -= rest > 0 && rest <= AROUND ? AROUND + 1 : 0;
            entries.add(of.signer.bytes(entry));
            left -= entry + AROUND;
        }
        Frame.Batch batch = batch(of, origin, first, entries);
        assertThat(FrameCodec.bytes(batch)).hasSize(bytes);
        return batch;
    }

    private static Frame.Batch batch(Peer of, Origin origin, long first, List<Bytes> entries) {
        // The size in the head has as many digits whatever the number of entries.
        long end = first + entries.size();
        Bytes head = of.signer.head(of.keys.log(), origin, end, Hash.of(new byte[32]));
        return new Frame.Batch(origin, first, head, entries, Collections.nCopies(entries.size(), Optional.empty()));
    }

    private long parkedBytes(Peer of) {
        return birch.disk.parked().stream()
                .filter(parked -> parked.origin().party().equals(of.signer.name))
                .mapToLong(Disk.Parked::bytes)
                .sum();
    }

    @Test
    void a_writer_may_have_so_much_waiting_and_not_a_byte_more() {
        founded();
        int part = 1 << 20;
        int parts = (int) (Limits.PARKED_BYTES_OF_WRITER / part);
        for (int i = 1; i < parts; i++) {
            assertThat(imported(far(peer, Lane.MAIN, 1_000_000 + i * 1_000L, part)))
                    .contains("1 wait");
        }
        assertThat(imported(far(peer, Lane.SAFETY, 2_000_000, part + 1)))
                .contains("0 wait", "CEDAR", "" + Limits.PARKED_BYTES_OF_WRITER, "import what comes first");
        assertThat(imported(far(peer, Lane.SAFETY, 2_000_000, part))).contains("1 wait");
        assertThat(parkedBytes(peer)).isEqualTo(Limits.PARKED_BYTES_OF_WRITER);
        assertThat(imported(far(peer, Lane.SAFETY, 3_000_000, 1_000))).contains("0 wait");
        assertThat(imported(far(peer, Lane.SAFETY, 2_000_000, part))).contains("1 wait");
        assertThat(parkedBytes(peer)).isEqualTo(Limits.PARKED_BYTES_OF_WRITER);
        birch.start();
        assertThat(imported(far(peer, Lane.SAFETY, 3_000_000, 1_000))).contains("0 wait");
        assertThat(imported(far(other, Lane.MAIN, 3_000_000, part))).contains("1 wait");
    }

    @Test
    void a_hostile_writer_in_a_loop_takes_its_share_and_honest_batches_go_on() {
        founded();
        Random random = new Random(4);
        for (int round = 0; round < 40; round++) {
            Frame[] frames = new Frame[8];
            for (int i = 0; i < frames.length; i++) {
                frames[i] = far(peer, Lane.MAIN, 1_000_000 + random.nextInt(8_000_000), 100_000);
            }
            imported(frames);
            assertThat(parkedBytes(peer)).isLessThanOrEqualTo(Limits.PARKED_BYTES_OF_WRITER);
        }
        assertThat(parkedBytes(peer)).isGreaterThan(Limits.PARKED_BYTES_OF_WRITER - 100_000);
        Origin origin = other.origin(Lane.MAIN);
        other.begin(origin);
        for (int i = 0; i < 5; i++) {
            other.record(origin, "honest " + i);
        }
        assertThat(imported(other.batch(origin, 3))).contains("1 wait");
        assertThat(imported(other.batch(origin, 0, 3))).contains("1 batches taken");
        assertThat(birch.disk.size(origin)).isEqualTo(6);
        assertThat(parkedBytes(other)).isZero();
        peer.begin(peer.origin(Lane.MAIN));
        assertThat(imported(peer.batch(peer.origin(Lane.MAIN), 0))).contains("1 batches taken");
        assertThat(birch.disk.size(peer.origin(Lane.MAIN))).isEqualTo(1);
    }

    @Test
    void the_reasons_of_a_bundle_full_of_refusals_stay_short() {
        founded();
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            frames.add(new Frame.Want(peer.origin(Lane.MAIN), i));
            Origin unknown = Origin.of("parley/" + Room.LINE + "/P" + i + "/main/1-00000000");
            frames.add(new Frame.Batch(unknown, 0, Bytes.NONE, List.of(), List.of()));
        }
        assertThat(imported(frames.toArray(Frame[]::new)))
                .contains("and for 993 other reasons")
                .hasSizeLessThan(1_000);
    }

    @Test
    void batches_of_one_bundle_may_come_in_any_order() {
        founded();
        Origin origin = peer.origin(Lane.MAIN);
        peer.begin(origin);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            frames.add(peer.batch(origin, i));
            peer.record(origin, "record " + i);
        }
        for (int seed = 0; seed < 20; seed++) {
            Desk desk = new Desk(room, birch.signer, new ShelfDisk(), birch.keys);
            desk.found(birch.signer, peer.signer, other.signer);
            desk.tell(new Event.Import(1, List.of(new Frame.Keys(Room.LINE, peer.signer.note(peer.keys)))));
            Collections.shuffle(frames, new Random(seed));
            desk.tell(new Event.Import(2, List.copyOf(frames)));
            assertThat(desk.disk.size(origin)).as("seed %d", seed).isEqualTo(6);
            assertThat(desk.disk.parked()).isEmpty();
        }
    }

    @Test
    void a_full_disk_forgets_what_was_to_wait() {
        founded();
        int part = (int) Limits.PARKED_BYTES_OF_WRITER / 2 - 1_000;
        assertThat(imported(far(peer, Lane.MAIN, 1_000_000, part))).contains("1 wait");
        birch.disk.fault = Optional.of(new Disk.Full("no room"));
        birch.tell(new Event.Import(birch.nextTicket(), List.of(far(peer, Lane.MAIN, 2_000_000, part))));
        birch.disk.fault = Optional.empty();
        assertThat(birch.disk.parked()).hasSize(1);
        assertThat(imported(far(peer, Lane.MAIN, 3_000_000, part))).contains("1 wait");
        assertThat(imported(far(peer, Lane.MAIN, 4_000_000, part))).contains("0 wait");
    }

    @Test
    void a_bad_batch_that_waited_does_not_take_the_one_before_it_along() {
        founded();
        Origin origin = peer.origin(Lane.MAIN);
        peer.begin(origin);
        peer.record(origin, "a");
        assertThat(imported(batch(peer, origin, 1, List.of(peer.signer.bytes(100)))))
                .contains("1 wait");
        peer.dial(birch);
        peer.send(Lane.MAIN, peer.batch(origin, 0, 1));
        assertThat(peer.got(Frame.NotTaken.class)).isEmpty();
        assertThat(birch.alarms()).contains(Effect.Cause.HOSTILE);
        assertThat(birch.disk.size(origin)).isEqualTo(1);
        assertThat(birch.disk.parked()).isEmpty();
        peer.send(Lane.MAIN, peer.batch(origin, 1));
        assertThat(birch.disk.size(origin)).isEqualTo(2);
    }

    @Test
    void a_link_that_is_not_settled_brings_only_so_much() {
        founded();
        peer.dial(birch);
        Peer copy = new Peer(room, "CEDAR");
        copy.keys = peer.keys;
        assertThat(copy.incarnation).isEqualTo(peer.incarnation);
        room.lets = sent -> !(sent.frame() instanceof Frame.Pong);
        Frame.Hello hello = peer.hello(List.of());
        long link = room.link(copy, birch);
        room.send(
                copy,
                link,
                Lane.SAFETY,
                new Frame.Hello(
                        hello.leastVersion(),
                        hello.greatestVersion(),
                        hello.party(),
                        hello.rootKey(),
                        peer.signer.bytes(16),
                        hello.clock(),
                        hello.rules(),
                        hello.lines()));
        room.pump();
        Frame.Batch large = far(peer, Lane.SAFETY, 1_000_000, 1 << 20);
        int most = (int) (Limits.HELD_BYTES / FrameCodec.bytes(large).length);
        for (int i = 0; i < most; i++) {
            room.send(copy, link, Lane.SAFETY, large);
        }
        room.pump();
        assertThat(room.isUp(link)).isTrue();
        room.send(copy, link, Lane.SAFETY, large);
        room.pump();
        assertThat(room.isUp(link)).isFalse();
    }
}
