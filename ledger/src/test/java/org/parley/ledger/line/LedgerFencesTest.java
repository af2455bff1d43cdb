package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** Old disks, two copies, two faces: what the design answers to them. */
class LedgerFencesTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Desk cedar = room.desk("CEDAR");
    private long link;

    private void linked() {
        room.found(birch.signer, cedar.signer);
        link = room.link(birch, cedar);
    }

    /** BIRCH begins again, on its disk as it was after so many commits. */
    private Desk back(int commits) {
        room.cut(link);
        return again(birch, birch.disk.copy(commits));
    }

    /** A member begins again, on another disk. */
    private Desk again(Desk member, ShelfDisk disk) {
        room.desks.remove(member);
        Desk again = new Desk(room, member.signer, disk, member.keys);
        room.desks.add(again);
        return again;
    }

    @Test
    void an_old_disk_that_reaches_its_peer_gets_back_what_it_lost_and_goes_on_in_its_epoch() {
        linked();
        birch.said(Lane.MAIN, "a");
        int commits = birch.disk.journal.size();
        birch.said(Lane.MAIN, "b");
        birch.said(Lane.SAFETY, "c");
        room.pass(1);
        List<Bytes> main = List.copyOf(birch.entries(birch.main()));
        List<Bytes> safety = List.copyOf(birch.entries(birch.safety()));
        Desk again = back(commits);
        assertThat(again.disk.size(again.main())).isLessThan(main.size());
        again.say(Lane.MAIN, "note", "waits");
        assertThat(again.told(Effect.Said.class)).isEmpty();
        link = room.link(again, cedar);
        room.pass(3);
        assertThat(again.entries(again.main()).subList(0, main.size())).isEqualTo(main);
        assertThat(again.entries(again.safety())).isEqualTo(safety);
        assertThat(again.told(Effect.Said.class))
                .singleElement()
                .satisfies(said -> assertThat(said.origin()).isEqualTo(again.main()))
                .satisfies(said -> assertThat(said.index()).isGreaterThanOrEqualTo(main.size()));
        assertThat(again.main().epoch().number()).isEqualTo(1);
        assertThat(cedar.entries(again.main())).isEqualTo(again.entries(again.main()));
        assertThat(cedar.alarms()).isEmpty();
    }

    @Test
    void an_old_disk_that_reaches_nobody_opens_a_later_epoch_which_names_the_head_it_has() {
        linked();
        birch.said(Lane.MAIN, "a");
        int commits = birch.disk.journal.size();
        birch.said(Lane.MAIN, "only at CEDAR");
        room.pass(1);
        Origin first = birch.main();
        long whole = birch.disk.size(first);
        Desk again = back(commits);
        long had = again.disk.size(first);
        again.say(Lane.MAIN, "note", "b");
        room.pass(5);
        Effect.Said said = again.told(Effect.Said.class).getFirst();
        assertThat(said.origin().epoch().number()).isEqualTo(2);
        assertThat(again.alarms()).contains(Effect.Cause.SUCCESSOR_EPOCH);
        Json.Obj keys =
                Canonical.parse(again.entries(said.origin()).getFirst().array()).object();
        assertThat(keys.require("kind").text()).isEqualTo("keys");
        Json.Obj after = keys.require("content").object().require("after").object();
        assertThat(after.require("origin").text()).isEqualTo(first.toString());
        assertThat(after.require("size").integer()).isEqualTo(had);
        assertThat(after.require("root").text()).isEqualTo(again.root(first).toString());
        link = room.link(again, cedar);
        room.pass(5);
        assertThat(again.disk.size(first)).isEqualTo(whole);
        assertThat(cedar.entries(said.origin())).isEqualTo(again.entries(said.origin()));
        assertThat(again.said(Lane.MAIN, "c").origin()).isEqualTo(said.origin());
        assertThat(cedar.alarms()).isEmpty();
    }

    /** Found by the simulator (seed 10092): it came back while the other member was linked already. */
    @Test
    void an_epoch_that_comes_back_from_one_member_goes_to_the_others() {
        Desk elm = room.desk("ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        link = room.link(birch, cedar);
        long toElm = room.link(birch, elm);
        birch.said(Lane.MAIN, "a");
        int commits = birch.disk.journal.size();
        birch.said(Lane.MAIN, "b");
        room.pass(1);
        room.cut(toElm);
        Desk second = back(commits);
        second.say(Lane.MAIN, "note", "only at CEDAR");
        room.pass(5);
        Origin lost = second.told(Effect.Said.class).getFirst().origin();
        link = room.link(second, cedar);
        room.pass(5);
        Desk third = back(commits);
        room.desks.remove(second);
        room.link(third, elm);
        third.say(Lane.MAIN, "note", "d");
        room.pass(5);
        link = room.link(third, cedar);
        room.pass(5);
        assertThat(third.entries(lost)).isEqualTo(cedar.entries(lost)).isNotEmpty();
        assertThat(elm.entries(lost)).isEqualTo(cedar.entries(lost));
    }

    @Test
    void a_disk_that_nobody_says_anything_on_opens_no_epoch() {
        linked();
        birch.said(Lane.MAIN, "a");
        Desk again = back(birch.disk.journal.size());
        room.pass(20);
        assertThat(again.main().epoch().number()).isEqualTo(1);
        assertThat(again.told(Effect.Said.class)).isEmpty();
    }

    /** Found by the simulator (seed 12379): in the same epoch the member would give a second receipt for that size, over another tree. */
    @Test
    void what_a_member_once_gave_a_receipt_for_and_nobody_holds_ends_the_epoch() {
        linked();
        birch.said(Lane.MAIN, "a");
        room.pass(1);
        int before = birch.disk.journal.size();
        int there = cedar.disk.journal.size();
        birch.said(Lane.MAIN, "both lose this");
        room.pass(1);
        Origin log = birch.main();
        long lost = birch.disk.size(log);
        ShelfDisk old = remembering(cedar, there, log);
        Desk again = back(before);
        Desk cedarAgain = again(cedar, old);
        link = room.link(again, cedarAgain);
        room.pass(3);
        assertThat(again.said(Lane.MAIN, "b").origin().epoch().number()).isEqualTo(2);
        room.pass(3);
        assertThat(again.disk.size(log)).isLessThan(lost);
        assertThat(cedarAgain.entries(again.main())).isEqualTo(again.entries(again.main()));

        room.cut(link);
        Desk third = again(again, again.disk.copy(again.disk.journal.size()));
        link = room.link(third, cedarAgain);
        room.pass(3);
        assertThat(third.said(Lane.MAIN, "the lost end of an ended epoch ends no other")
                        .origin()
                        .epoch()
                        .number())
                .isEqualTo(2);
    }

    /** Found by the simulator (seed 40671): the member had lost the log itself too, and said nothing of the receipt. */
    @Test
    void a_receipt_over_a_log_that_its_member_has_lost_ends_the_epoch_too() {
        Commits before = beforeBothLose();
        Origin log = birch.main();
        ShelfDisk old = remembering(cedar, before.cedar(), log);
        assertThat(old.size(log)).isZero();
        Desk again = back(before.birch());
        Desk cedarAgain = again(cedar, old);
        link = room.link(again, cedarAgain);
        room.pass(3);
        assertThat(again.said(Lane.MAIN, "b").origin().epoch().number()).isEqualTo(2);
    }

    /**
     * Found by the simulator (seed 54281): an old disk of the writer had heard of the receipt and ended before the entries came
     * back, and then the member lost them too. It would have gone on in the same epoch, and the member have taken nothing.
     */
    @Test
    void a_receipt_that_its_writer_alone_knows_over_what_all_have_lost_ends_the_epoch_too() {
        Commits before = beforeBothLose();
        Desk again = again(birch, remembering(birch, before.birch(), birch.main(), cedar.signer.name));
        Desk cedarAgain = again(cedar, cedar.disk.copy(before.cedar()));
        link = room.link(again, cedarAgain);
        room.pass(3);
        assertThat(again.said(Lane.MAIN, "b").origin().epoch().number()).isEqualTo(2);
        room.pass(3);
        assertThat(cedarAgain.entries(again.main())).isEqualTo(again.entries(again.main()));
    }

    /** How many commits each had made. */
    private record Commits(int birch, int cedar) {}

    /** A line on which both hold a second record of birch; what birch had before that, and cedar before there was a link. */
    private Commits beforeBothLose() {
        room.found(birch.signer, cedar.signer);
        int there = cedar.disk.journal.size();
        link = room.link(birch, cedar);
        birch.said(Lane.MAIN, "a");
        room.pass(1);
        int before = birch.disk.journal.size();
        birch.said(Lane.MAIN, "both lose this");
        room.pass(1);
        return new Commits(before, there);
    }

    /** An old disk of a member, that was given back its last receipt over a log. */
    private static ShelfDisk remembering(Desk member, int commits, Origin log) {
        return remembering(member, commits, log, member.signer.name);
    }

    /** An old disk that was given back the last receipt of a member over a log. */
    private static ShelfDisk remembering(Desk whose, int commits, Origin log, PartyName member) {
        Receipt given = whose.disk
                .receipts(log, member, Receipt.Place.START, Limits.RECEIPTS)
                .getLast();
        ShelfDisk old = whose.disk.copy(commits);
        old.commit(new Transaction(List.of(new Transaction.NewReceipt(log, member, given))));
        assertThat(old.size(log)).isLessThan(given.size());
        return old;
    }

    @Test
    void other_entries_in_the_place_of_lost_ones_that_have_a_receipt_are_not_taken() {
        Peer elm = new Peer(room, "ELM");
        Origin log = elm.origin(Lane.MAIN);
        room.found(birch.signer, cedar.signer, elm.signer);
        int before = birch.disk.journal.size();
        elm.dial(birch);
        elm.begin(log);
        elm.record(log, "a");
        elm.record(log, "b");
        elm.send(Lane.MAIN, elm.batch(log, 0));
        room.pass(1);
        ShelfDisk old = remembering(birch, before, log);
        link = elm.link();
        room.cut(link);
        Desk again = again(birch, old);
        List<Bytes> entries = List.copyOf(elm.log(log));
        elm.log(log).removeLast();
        elm.bodies.getOrDefault(log, List.of()).removeLast();
        elm.record(log, "another");
        elm.record(log, "c");
        elm.dial(again);
        elm.send(Lane.MAIN, elm.batch(log, 0));
        assertThat(elm.got(Frame.NotTaken.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Refused.Reason.INCONSISTENT.code()))
                .satisfies(refused -> assertThat(refused.reason()).contains("a receipt was given"));
        assertThat(again.disk.size(log)).isZero();
        elm.log(log).clear();
        elm.log(log).addAll(entries);
        elm.send(Lane.MAIN, elm.batch(log, 0, entries.size()));
        assertThat(again.entries(log)).isEqualTo(entries);
    }

    @Test
    void who_has_said_nothing_in_a_new_epoch_goes_on_in_the_old_one_once_its_peers_answer() {
        linked();
        birch.said(Lane.MAIN, "a");
        int commits = birch.disk.journal.size();
        birch.said(Lane.MAIN, "b");
        room.pass(1);
        Desk again = back(commits);
        room.pass(5);
        assertThat(again.told(Effect.FenceChanged.class))
                .extracting(Effect.FenceChanged::state)
                .endsWith(Fence.State.SUCCESSOR);
        link = room.link(again, cedar);
        room.pass(3);
        assertThat(again.told(Effect.FenceChanged.class))
                .extracting(Effect.FenceChanged::state)
                .endsWith(Fence.State.OPEN);
        Effect.Said said = again.said(Lane.MAIN, "c");
        assertThat(said.origin().epoch().number()).isEqualTo(1);
        assertThat(cedar.entries(said.origin())).isEqualTo(again.entries(said.origin()));
        assertThat(cedar.alarms()).isEmpty();
    }

    @Test
    void what_a_member_only_says_it_holds_of_ours_does_not_keep_us_silent() {
        Peer elm = new Peer(room, "ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        birch.said(Lane.MAIN, "a");
        Desk again = again(birch, birch.disk.copy(birch.disk.journal.size()));
        elm.dial(again, List.of(new Frame.Held(again.main(), 1_000, again.root(again.main()))), 1_000);
        again.say(Lane.SAFETY, "note", "it must be said some time");
        room.pass(50);
        assertThat(again.told(Effect.Said.class)).isEmpty();
        room.pass(15);
        assertThat(again.told(Effect.Said.class))
                .singleElement()
                .satisfies(said -> assertThat(said.origin().epoch().number()).isEqualTo(2));
    }

    @Test
    void two_live_copies_are_both_stopped_from_signing() {
        linked();
        birch.said(Lane.MAIN, "a");
        Desk twin = new Desk(room, birch.signer, birch.disk.copy(birch.disk.journal.size()), birch.keys);
        room.desks.add(twin);
        room.link(twin, cedar);
        room.pass(2);
        assertThat(cedar.alarms()).contains(Effect.Cause.CLONE);
        for (Desk copy : List.of(birch, twin)) {
            assertThat(copy.alarms()).contains(Effect.Cause.CLONE);
            List<Effect> effects = copy.say(Lane.MAIN, "note", "refused");
            assertThat(effects)
                    .filteredOn(Effect.RefusedRequest.class::isInstance)
                    .singleElement()
                    .extracting(effect -> ((Effect.RefusedRequest) effect).reason())
                    .isEqualTo(Refused.Reason.FENCED);
        }
    }

    /** A process that ends before that, on a machine that goes on, would be believed to have all that it ever had. */
    @Test
    void an_old_disk_is_not_settled_before_it_holds_again_what_others_have() {
        linked();
        cedar.said(Lane.SAFETY, "a");
        room.pass(1);
        int commits = birch.disk.journal.size();
        cedar.said(Lane.SAFETY, "b");
        cedar.said(Lane.SAFETY, "c");
        room.pass(1);
        Origin theirs = cedar.safety();
        long size = birch.disk.size(theirs);
        Desk again = back(commits);
        assertThat(again.disk.size(theirs)).isLessThan(size);
        link = room.link(again, cedar);
        room.pass(3);
        assertThat(again.disk.settledAfter).hasSize(1);
        ShelfDisk then = again.disk.copy(again.disk.settledAfter.getFirst());
        assertThat(then.size(theirs)).isEqualTo(size);
    }

    @Test
    void of_two_copies_the_one_that_is_started_again_goes_on() {
        linked();
        birch.said(Lane.MAIN, "a");
        Desk twin = new Desk(room, birch.signer, birch.disk.copy(birch.disk.journal.size()), birch.keys);
        room.desks.add(twin);
        room.link(twin, cedar);
        room.pass(2);
        room.desks.remove(twin);
        birch.start();
        link = room.link(birch, cedar);
        room.pass(40);
        assertThat(birch.said(Lane.MAIN, "b").origin().epoch().number()).isEqualTo(1);
        assertThat(cedar.entries(birch.main())).isEqualTo(birch.entries(birch.main()));
    }

    /** ELM shows BIRCH one log and CEDAR another, which part at the second entry. */
    private Peer twoFaces() {
        Peer elm = new Peer(room, "ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        Origin origin = elm.origin(Lane.MAIN);
        elm.begin(origin);
        elm.record(origin, "for BIRCH");
        elm.dial(birch);
        elm.send(Lane.MAIN, elm.batch(origin, 0));
        elm.log(origin).removeLast();
        elm.bodies.getOrDefault(origin, List.of()).removeLast();
        elm.record(origin, "for CEDAR");
        elm.record(origin, "and more");
        elm.dial(cedar);
        elm.send(Lane.MAIN, elm.batch(origin, 0));
        assertThat(birch.disk.size(origin)).isEqualTo(2);
        assertThat(cedar.disk.size(origin)).isEqualTo(3);
        return elm;
    }

    @Test
    void two_faces_of_a_log_are_proven_by_its_own_heads_and_freeze_it_at_all() {
        Peer elm = twoFaces();
        Origin origin = elm.origin(Lane.MAIN);
        room.link(birch, cedar);
        room.pass(2);
        for (Desk desk : List.of(birch, cedar)) {
            assertThat(desk.alarms()).contains(Effect.Cause.EQUIVOCATION);
            assertThat(desk.disk.image(origin).state()).isEqualTo(LogImage.State.FROZEN);
            Equivocation proof = desk.disk.evidence(origin).orElseThrow();
            assertThat(proof.smaller().text()).startsWith(origin + "\n2\n");
            assertThat(proof.larger().text()).startsWith(origin + "\n3\n");
            assertThat(proof.smaller().text())
                    .doesNotContain(Signer.base64(proof.rootAtSmaller().bytes()));
        }
        long held = cedar.disk.size(origin);
        elm.record(origin, "after it was frozen");
        elm.send(Lane.MAIN, elm.batch(origin, 3));
        assertThat(elm.got(Frame.NotTaken.class))
                .extracting(Frame.NotTaken::code)
                .contains(423);
        assertThat(cedar.disk.size(origin)).isEqualTo(held);
        birch.said(Lane.MAIN, "others go on");
        assertThat(cedar.entries(birch.main())).isEqualTo(birch.entries(birch.main()));
    }

    @Test
    void the_safety_log_of_who_showed_two_faces_goes_on() {
        Peer elm = twoFaces();
        room.link(birch, cedar);
        Origin safety = elm.origin(Lane.SAFETY);
        elm.begin(safety);
        elm.record(safety, "STOP");
        elm.send(elm.batch(safety, 0));
        assertThat(cedar.disk.size(safety)).isEqualTo(2);
    }

    @Test
    void evidence_that_proves_nothing_freezes_nothing() {
        Peer elm = new Peer(room, "ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        link = room.link(birch, cedar);
        birch.said(Lane.MAIN, "a");
        Origin origin = birch.main();
        Bytes one = birch.signer.head(
                birch.keys.log(), origin, 1, Rfc6962.root(birch.entries(origin).subList(0, 1)));
        Bytes two = birch.signer.head(
                birch.keys.log(), origin, 2, Rfc6962.root(birch.entries(origin).subList(0, 2)));
        elm.dial(cedar);
        elm.send(new Frame.Evidence(new Equivocation(
                origin,
                one,
                two,
                Rfc6962.root(birch.entries(origin).subList(0, 1)),
                List.of(Rfc6962.leaf(birch.entries(origin).get(1))))));
        assertThat(cedar.disk.image(origin).state()).isEqualTo(LogImage.State.OPEN);
        assertThat(cedar.disk.evidence(origin)).isEqualTo(Optional.empty());
        assertThat(room.isUp(elm.link())).isFalse();
    }
}
