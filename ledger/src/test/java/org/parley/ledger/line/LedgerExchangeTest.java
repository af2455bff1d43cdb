package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** Real ledgers with real signatures, and a pump between them. */
class LedgerExchangeTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Desk cedar = room.desk("CEDAR");

    private void linked() {
        room.found(birch.signer, cedar.signer);
        room.link(birch, cedar);
    }

    private static void same(Desk one, Desk other) {
        for (Origin origin : one.disk.origins()) {
            assertThat(other.entries(origin)).as(origin.toString()).isEqualTo(one.entries(origin));
            assertThat(other.disk.shelf(origin).bodies).isEqualTo(one.disk.shelf(origin).bodies);
        }
        assertThat(other.disk.origins()).isEqualTo(one.disk.origins());
    }

    @Test
    void both_say_hello_first_and_hold_the_same_logs_then() {
        linked();
        assertThat(room.carried.stream()
                        .filter(sent -> sent.to() == birch)
                        .findFirst()
                        .orElseThrow()
                        .frame())
                .isInstanceOf(Frame.Hello.class);
        assertThat(room.carried.stream()
                        .filter(sent -> sent.to() == cedar)
                        .findFirst()
                        .orElseThrow())
                .matches(sent -> sent.frame() instanceof Frame.Hello && sent.connection() == Lane.SAFETY);
        assertThat(birch.told(Effect.Linked.class))
                .singleElement()
                .extracting(Effect.Linked::party, Effect.Linked::rootKey)
                .containsExactly(cedar.signer.name, cedar.signer.rootKey());
        birch.said(Lane.MAIN, "a");
        cedar.said(Lane.MAIN, "b");
        birch.said(Lane.SAFETY, "c");
        same(birch, cedar);
        assertThat(birch.disk.origins()).hasSize(4);
        assertThat(birch.told(Effect.Alarm.class)).isEmpty();
    }

    @Test
    void a_hello_says_who_speaks_and_what_is_held() {
        linked();
        Frame.Hello hello = room.to(cedar, Frame.Hello.class).getFirst();
        assertThat(hello.party()).isEqualTo(birch.signer.name);
        assertThat(hello.rootKey()).isEqualTo(birch.signer.rootKey());
        assertThat(hello.clock()).isEqualTo(room.wall);
        Frame.HelloLine line = hello.lines().getFirst();
        assertThat(line.line()).isEqualTo(Room.LINE);
        assertThat(line.keySets()).containsExactly(birch.signer.note(birch.keys));
        assertThat(line.held())
                .extracting(Frame.Held::origin, Frame.Held::size)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(birch.main(), 1L),
                        org.assertj.core.groups.Tuple.tuple(birch.safety(), 1L));
    }

    @Test
    void a_batch_of_main_goes_over_bulk_and_all_else_over_control() {
        linked();
        birch.said(Lane.MAIN, "a");
        birch.said(Lane.SAFETY, "b");
        for (Room.Sent sent : room.carried) {
            boolean bulk =
                    sent.frame() instanceof Frame.Batch batch && batch.origin().lane() == Lane.MAIN;
            if (bulk) {
                assertThat(sent.connection()).isEqualTo(Lane.MAIN);
            } else if (!(sent.frame() instanceof Frame.Batch)) {
                assertThat(sent.connection()).as(sent.frame().toString()).isEqualTo(Lane.SAFETY);
            }
        }
        assertThat(room.carried)
                .anyMatch(sent -> sent.connection() == Lane.SAFETY
                        && sent.frame() instanceof Frame.Batch batch
                        && batch.origin().equals(birch.safety()));
    }

    @Test
    void a_receipt_is_a_cosignature_by_hand() {
        linked();
        birch.said(Lane.MAIN, "a");
        List<Frame.Receipts> frames = room.to(birch, Frame.Receipts.class).stream()
                .filter(frame -> frame.origin().equals(birch.main()))
                .toList();
        assertThat(frames).isNotEmpty();
        Receipt last = frames.getLast().receipts().getLast();
        assertThat(frames.getLast().member()).isEqualTo(cedar.signer.name);
        long size = birch.disk.size(birch.main());
        assertThat(last.size()).isEqualTo(size);
        assertThat(last.root()).isEqualTo(birch.root(birch.main()));
        assertThat(last.time()).isEqualTo(room.wall / 1_000);
        String message = "cosignature/v1\ntime " + last.time() + "\n" + birch.main() + "\n" + size + "\n"
                + Signer.base64(birch.root(birch.main()).bytes()) + "\n";
        assertThat(Signer.verifies(
                        cedar.keys.cosigner(), message, last.signature().array()))
                .isTrue();
        assertThat(birch.told(Effect.Receipted.class))
                .contains(new Effect.Receipted(birch.main(), cedar.signer.name, size, last.time()));
        birch.tell(new Event.Tick());
        assertThat(birch.disk.hasReceipt(birch.main(), cedar.signer.name, size, last.time()))
                .isTrue();
    }

    @Test
    void receipts_never_go_back_in_time_though_the_clock_does() {
        linked();
        birch.said(Lane.MAIN, "a");
        room.wall -= 7_200_000;
        birch.said(Lane.MAIN, "b");
        room.wall += 7_300_000;
        birch.said(Lane.MAIN, "c");
        room.pass(1);
        List<Receipt> receipts = birch.disk.receipts(birch.main(), cedar.signer.name, Receipt.Place.START, 100);
        assertThat(receipts).extracting(Receipt::size).contains(3L, 4L, 5L).isSorted();
        assertThat(receipts).extracting(Receipt::time).isSorted();
    }

    @Test
    void what_the_other_log_was_is_named_when_it_changed() {
        linked();
        room.pass(1);
        cedar.said(Lane.MAIN, "b");
        birch.said(Lane.MAIN, "a");
        int size = (int) cedar.disk.size(cedar.main());
        Json.Obj named = birch.entries(birch.main()).stream()
                .map(entry -> Canonical.parse(entry.array()).object())
                .filter(entry -> entry.require("kind").text().equals("heads"))
                .reduce((first, second) -> second)
                .orElseThrow();
        List<String> heads = named.require("content").object().require("heads").array().stream()
                .map(Json::object)
                .map(head -> head.require("origin").text() + " "
                        + head.require("size").integer() + " "
                        + head.require("root").text())
                .toList();
        assertThat(heads)
                .contains(cedar.main() + " " + size + " " + cedar.root(cedar.main()))
                .noneMatch(head -> head.contains("/BIRCH/"));
        long before = birch.disk.size(birch.main());
        birch.said(Lane.MAIN, "again");
        assertThat(birch.disk.size(birch.main()))
                .as("nothing changed: no heads")
                .isEqualTo(before + 1);
        same(birch, cedar);
    }

    @Test
    void three_hold_the_same_and_receipts_are_forwarded() {
        Desk elm = room.desk("ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        room.link(birch, cedar);
        room.link(cedar, elm);
        room.cut(room.link(birch, elm));
        Effect.Said said = birch.said(Lane.MAIN, "a");
        room.pass(6);
        assertThat(elm.disk.size(birch.main())).isGreaterThan(said.index());
        assertThat(elm.entries(birch.main())).isEqualTo(birch.entries(birch.main()));
        Hash root = birch.root(birch.main());
        long size = birch.disk.size(birch.main());
        for (Desk holder : List.of(birch, cedar, elm)) {
            for (Desk member : List.of(cedar, elm)) {
                assertThat(holder.disk.receipts(birch.main(), member.signer.name, Receipt.Place.START, 100))
                        .as(member.signer.name + "'s receipts at " + holder.signer.name)
                        .anyMatch(receipt -> receipt.size() == size
                                && receipt.root().equals(root)
                                && Signer.verifies(
                                        member.keys.cosigner(),
                                        Signer.cosigned(birch.main(), size, root, receipt.time()),
                                        receipt.signature().array()));
            }
        }
    }

    @Test
    void an_idle_log_is_cosigned_afresh_after_the_line_check() {
        linked();
        birch.said(Lane.MAIN, "a");
        room.pass(200);
        long count = birch.disk
                .receipts(birch.main(), cedar.signer.name, Receipt.Place.START, 1_000)
                .size();
        long early = last(birch).time();
        room.pass(110);
        Receipt late = last(birch);
        assertThat(late.size()).isEqualTo(birch.disk.size(birch.main()));
        assertThat(late.time()).isGreaterThanOrEqualTo(early + 250).isLessThanOrEqualTo(room.wall / 1_000);
        assertThat(birch.disk
                        .receipts(birch.main(), cedar.signer.name, Receipt.Place.START, 1_000)
                        .size())
                .isEqualTo((int) count + 1);
    }

    private Receipt last(Desk desk) {
        return desk.disk
                .receipts(birch.main(), cedar.signer.name, Receipt.Place.START, 1_000)
                .getLast();
    }

    @Test
    void what_was_said_without_a_link_comes_with_the_next_one() {
        linked();
        long link = room.carried.getFirst().link();
        room.cut(link);
        for (int i = 0; i < 20; i++) {
            birch.said(i % 3 == 0 ? Lane.SAFETY : Lane.MAIN, "b" + i);
            cedar.said(Lane.MAIN, "c" + i);
        }
        room.link(cedar, birch);
        room.pass(2);
        same(birch, cedar);
    }

    @Test
    void a_lost_batch_is_asked_for() {
        linked();
        room.lets = sent -> !(sent.frame() instanceof Frame.Batch);
        birch.said(Lane.MAIN, "lost");
        room.lets = any -> true;
        birch.said(Lane.MAIN, "next");
        room.pass(5);
        assertThat(room.to(birch, Frame.Want.class)).contains(new Frame.Want(birch.main(), 1));
        assertThat(cedar.entries(birch.main())).isEqualTo(birch.entries(birch.main()));
    }

    @Test
    void a_batch_that_comes_twice_changes_nothing() {
        linked();
        birch.said(Lane.MAIN, "a");
        birch.said(Lane.MAIN, "b");
        Room.Sent first = room.carried.stream()
                .filter(sent -> sent.to() == cedar
                        && sent.frame() instanceof Frame.Batch batch
                        && batch.origin().equals(birch.main())
                        && batch.first() == 1)
                .findFirst()
                .orElseThrow();
        List<Bytes> before = List.copyOf(cedar.entries(birch.main()));
        cedar.told.clear();
        cedar.tell(new Event.Came(first.link(), first.frame()));
        room.pump();
        assertThat(cedar.entries(birch.main())).isEqualTo(before);
        assertThat(cedar.told)
                .noneMatch(Effect.Alarm.class::isInstance)
                .noneMatch(Effect.Appended.class::isInstance)
                .noneMatch(Effect.Close.class::isInstance);
        birch.said(Lane.MAIN, "c");
        same(birch, cedar);
    }

    @Test
    void a_silent_link_is_closed_by_elapsed_time_though_the_wall_clock_jumps() {
        linked();
        room.lets = sent -> false;
        int seconds = 0;
        while (room.isUp(1) && seconds < 120) {
            room.wall += seconds % 2 == 0 ? 86_400_000 : -86_400_000;
            room.pass(1);
            seconds++;
        }
        assertThat(seconds).isBetween(30, 45);
        assertThat(birch.told(Effect.Close.class)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_link_that_answers_pings_stays_though_the_wall_clock_jumps() {
        linked();
        for (int second = 0; second < 120; second++) {
            room.wall += second % 2 == 0 ? 86_400_000 : -86_400_000;
            room.pass(1);
        }
        assertThat(room.isUp(1)).isTrue();
        assertThat(room.to(cedar, Frame.Ping.class)).hasSizeBetween(10, 13);
        assertThat(room.to(birch, Frame.Pong.class)).hasSizeBetween(10, 13);
        Frame.Ping ping = room.to(cedar, Frame.Ping.class).getFirst();
        assertThat(room.to(birch, Frame.Pong.class))
                .extracting(Frame.Pong::nonce)
                .contains(ping.nonce());
    }

    @Test
    void clocks_that_differ_are_told_on_both_sides() {
        linked();
        room.pass(12);
        assertThat(Stream.of(birch, cedar).map(Desk::alarms)).allMatch(List::isEmpty);
        assertThat(birch.told(Effect.ClockOffset.class))
                .isNotEmpty()
                .allMatch(offset -> offset.party().equals(cedar.signer.name) && offset.offset() == 0);
    }
}
