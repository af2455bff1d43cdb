package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.keys.Opening;

/** Receipts and keys among those who lost something: mistakes that the simulator found, one by one. */
class LedgerReceiptsTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Peer elm = new Peer(room, "ELM");

    /** ELM's main log of so many entries is held and receipted at BIRCH; OAK is never there. */
    private void held(int entries) {
        room.found(birch.signer, elm.signer, new Signer("OAK"));
        elm.begin(elm.origin(Lane.MAIN));
        for (int i = 1; i < entries; i++) {
            elm.record(elm.origin(Lane.MAIN), "e" + i);
        }
        elm.dial(birch);
        elm.send(elm.batch(elm.origin(Lane.MAIN), 0));
        assertThat(receipts()).hasSize(1);
    }

    private List<Receipt> receipts() {
        return elm.got(Frame.Receipts.class).stream()
                .filter(frame -> frame.origin().equals(elm.origin(Lane.MAIN)))
                .flatMap(frame -> frame.receipts().stream())
                .toList();
    }

    @Test
    void who_lost_the_disk_gives_no_receipt_before_it_holds_all_that_the_writer_holds() {
        held(6);
        Desk restored = new Desk(room, birch.signer, old(birch.disk), birch.keys);
        elm.got.clear();
        elm.dial(restored, List.of(whole()), 1_000_000);
        elm.send(elm.batch(elm.origin(Lane.MAIN), 0, 2));
        room.elapsed += 60_000;
        elm.send(elm.batch(elm.origin(Lane.MAIN), 2, 4));
        assertThat(receipts()).isEmpty();
        elm.send(elm.batch(elm.origin(Lane.MAIN), 4, 6));
        assertThat(receipts()).extracting(Receipt::size).containsExactly(6L);
    }

    private Frame.Held whole() {
        return new Frame.Held(elm.origin(Lane.MAIN), 6, Rfc6962.root(elm.log(elm.origin(Lane.MAIN))));
    }

    /** The disk as it was when the line had just begun, and nothing is known of the last run. */
    private static ShelfDisk old(ShelfDisk disk) {
        ShelfDisk copy = disk.copy(1);
        copy.trust = Image.Trust.UNKNOWN;
        return copy;
    }

    /** The sum passed the end of a long, and who had been given most got nothing. */
    @Test
    void credit_beyond_all_bounds_is_more_than_enough() {
        room.found(birch.signer, elm.signer);
        elm.dial(birch);
        elm.send(new Frame.Credit(Long.MAX_VALUE, Long.MAX_VALUE));
        elm.got.clear();
        birch.said(Lane.MAIN, "a");
        assertThat(elm.got(Frame.Batch.class)).hasSize(1);
    }

    @Test
    void what_was_refused_and_is_not_lacking_holds_up_nothing() {
        held(2);
        elm.send(new Frame.NotTaken(birch.safety(), 403, birch.disk.size(birch.safety()), "no such thing"));
        elm.got.clear();
        birch.say(Lane.SAFETY, "stop", "stop");
        room.pump();
        assertThat(elm.got(Frame.Batch.class)).hasSize(1);
    }

    /** Found by the simulator (seed 18096): a changed frame was refused, the true one was taken, and the next safety record waited. */
    @Test
    void what_was_refused_and_then_taken_holds_up_nothing() {
        room.found(birch.signer, elm.signer);
        elm.dial(birch);
        birch.said(Lane.SAFETY, "a");
        long size = birch.disk.size(birch.safety());
        elm.send(new Frame.NotTaken(birch.safety(), 400, size - 1, "not as it was sent"));
        Receipt receipt = elm.signer.receipt(
                elm.keys.cosigner(), birch.safety(), size, birch.root(birch.safety()), room.wall / 1_000);
        elm.send(new Frame.Receipts(birch.safety(), elm.signer.name, List.of(receipt)));
        elm.got.clear();
        birch.say(Lane.SAFETY, "stop", "stop");
        room.pump();
        assertThat(elm.got(Frame.Batch.class))
                .singleElement()
                .extracting(Frame.Batch::end)
                .isEqualTo(size + 1);
    }

    /** Nobody could print it: whoever asked a node for what its peers hold got a fault instead. */
    @Test
    void a_receipt_of_a_time_that_no_calendar_has_is_refused() {
        room.found(birch.signer, elm.signer);
        for (long time : List.of(Instants.MAX / 1_000, Instants.MAX / 1_000 + 1, Long.MAX_VALUE)) {
            elm.dial(birch);
            elm.send(new Frame.Receipts(birch.main(), elm.signer.name, List.of(ofElm(time))));
        }
        assertThat(birch.told(Effect.Receipted.class))
                .filteredOn(told -> told.member().equals(elm.signer.name))
                .extracting(Effect.Receipted::time)
                .containsExactly(Instants.MAX / 1_000);
        assertThat(birch.alarms()).contains(Effect.Cause.HOSTILE);
    }

    /** ELM's over the first entry of BIRCH's main log. */
    private Receipt ofElm(long time) {
        Hash root = Rfc6962.root(birch.entries(birch.main()).subList(0, 1));
        return elm.signer.receipt(elm.keys.cosigner(), birch.main(), 1, root, time);
    }

    @Test
    void a_key_set_that_came_over_a_link_is_passed_on() {
        Peer oak = new Peer(room, "OAK");
        room.found(birch.signer, elm.signer, oak.signer);
        elm.dial(birch);
        oak.dial(birch);
        Bytes second = elm.signer.note(elm.signer.keys(
                Room.LINE,
                2,
                new Opening(elm.origin(Lane.MAIN).epoch(), 2),
                new Opening(elm.origin(Lane.SAFETY).epoch(), 2)));
        elm.send(new Frame.Keys(Room.LINE, second));
        assertThat(oak.got(Frame.Keys.class)).extracting(Frame.Keys::keySet).contains(second);
        assertThat(elm.got(Frame.Keys.class)).extracting(Frame.Keys::keySet).doesNotContain(second);
    }

    /** A receipt that waits to be written counts, and is not among those on the disk: whoever counts it twice owes one less. */
    @Test
    void a_link_that_begins_while_an_old_receipt_waits_gets_every_later_one() {
        Peer oak = new Peer(room, "OAK");
        room.found(birch.signer, elm.signer, oak.signer);
        elm.dial(birch);
        int late = 10;
        for (int size = 1; size <= 20; size++) {
            if (size > 1) {
                birch.said(Lane.MAIN, "r" + size);
            }
            if (size != late) {
                elm.send(receipts(size));
            }
        }
        birch.said(Lane.MAIN, "all that came is written");
        elm.send(receipts(late));
        greet(oak, tally(IntStream.rangeClosed(1, 20)), 20);
        birch.said(Lane.MAIN, "the late one is written too");
        elm.send(receipts(22));
        birch.said(Lane.MAIN, "and so is this");
        assertThat(oaks(oak)).contains(22L);
    }

    private void greet(Peer oak, Receipt.Tally tally, long last) {
        Frame.HelloLine usual = oak.line(List.of(oak.held(birch, birch.main())));
        Frame.HeldReceipts there =
                new Frame.HeldReceipts(birch.main(), elm.signer.name, tally, last, room.wall / 1_000);
        room.link(oak, birch);
        oak.send(new Frame.Hello(
                1,
                1,
                oak.signer.name,
                oak.signer.rootKey(),
                oak.incarnation,
                room.wall,
                List.of(),
                List.of(new Frame.HelloLine(
                        Room.LINE, usual.keySets(), usual.revocations(), usual.held(), List.of(there)))));
    }

    /** ELM's receipts of this moment over BIRCH's main log. */
    private Receipt.Tally tally(IntStream sizes) {
        return Receipt.Tally.of(sizes.mapToObj(size -> new Receipt.Place(size, room.wall / 1_000)));
    }

    private List<Long> oaks(Peer oak) {
        return oak.got(Frame.Receipts.class).stream()
                .filter(frame ->
                        frame.origin().equals(birch.main()) && frame.member().equals(elm.signer.name))
                .flatMap(frame -> frame.receipts().stream())
                .map(Receipt::size)
                .toList();
    }

    /** Whoever goes by what is told has them all: one that was missing too, and one that comes while there is no room. */
    @Test
    void every_receipt_is_told_when_it_comes() {
        room.found(birch.signer, elm.signer);
        elm.dial(birch);
        birch.said(Lane.MAIN, "r2");
        birch.said(Lane.MAIN, "r3");
        birch.told.clear();
        elm.send(receipts(3));
        elm.send(receipts(1));
        birch.disk.fault = Optional.of(new Disk.Full("no room"));
        birch.step(List.of(birch.saying(Lane.MAIN, "note", "refused"), new Event.Came(elm.link(), receipts(2))));
        assertThat(birch.told(Effect.Receipted.class))
                .extracting(Effect.Receipted::size)
                .containsExactly(3L, 1L, 2L);
        birch.disk.fault = Optional.empty();
        birch.said(Lane.MAIN, "all that came is written");
        assertThat(birch.disk.receipts(birch.main(), elm.signer.name, Receipt.Place.START, 9))
                .extracting(Receipt::size)
                .containsExactly(1L, 2L, 3L);
    }

    /** As many, with the same last one, and yet others: each side sends all, and asks for all. */
    @Test
    void receipts_that_differ_in_the_middle_are_told_apart() {
        Peer oak = new Peer(room, "OAK");
        room.found(birch.signer, elm.signer, oak.signer);
        elm.dial(birch);
        for (int size = 1; size <= 40; size++) {
            if (size > 1) {
                birch.said(Lane.MAIN, "r" + size);
            }
            if (size != 5) {
                elm.send(receipts(size));
            }
        }
        birch.said(Lane.MAIN, "all that came is written");
        Receipt.Tally others = tally(IntStream.rangeClosed(1, 40).filter(size -> size != 6));
        greet(oak, others, 40);
        assertThat(oaks(oak)).hasSize(39).contains(6L);
        assertThat(oak.got(Frame.WantReceipts.class))
                .containsExactly(new Frame.WantReceipts(birch.main(), elm.signer.name));
    }

    @Test
    void who_holds_the_beginning_of_ours_gets_the_rest_and_is_asked_nothing() {
        Peer oak = new Peer(room, "OAK");
        room.found(birch.signer, elm.signer, oak.signer);
        elm.dial(birch);
        for (int size = 1; size <= 10; size++) {
            if (size > 1) {
                birch.said(Lane.MAIN, "r" + size);
            }
            elm.send(receipts(size));
        }
        birch.said(Lane.MAIN, "all that came is written");
        greet(oak, tally(IntStream.rangeClosed(1, 7)), 7);
        assertThat(oaks(oak)).containsExactly(8L, 9L, 10L);
        assertThat(oak.got(Frame.WantReceipts.class)).isEmpty();
        oak.send(new Frame.WantReceipts(birch.main(), elm.signer.name));
        oak.send(new Frame.WantReceipts(birch.main(), elm.signer.name));
        assertThat(oaks(oak)).as("all once more, and only once").hasSize(13);
    }

    private Frame.Receipts receipts(int size) {
        Hash root = Rfc6962.root(birch.entries(birch.main()).subList(0, size));
        Receipt receipt = elm.signer.receipt(elm.keys.cosigner(), birch.main(), size, root, room.wall / 1_000);
        return new Frame.Receipts(birch.main(), elm.signer.name, List.of(receipt));
    }
}
