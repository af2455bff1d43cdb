package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;

/** Rotation and revocation, from docs/formats.md: which keys sign which heads, and what a revocation leaves. */
class LedgerKeysTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Desk cedar = room.desk("CEDAR");
    private final Peer elm = new Peer(room, "ELM");
    private final Origin elms = elm.origin(Lane.MAIN);

    private void linked() {
        room.found(birch.signer, cedar.signer, elm.signer);
        room.link(birch, cedar);
    }

    private KeySet next(Desk desk, int serial) {
        return desk.signer.keys(
                Room.LINE,
                serial,
                new Opening(desk.main().epoch(), desk.disk.size(desk.main()) + 1),
                new Opening(desk.safety().epoch(), desk.disk.size(desk.safety()) + 1));
    }

    private List<Effect> rotate(Desk desk, Bytes note) {
        List<Effect> effects = desk.step(List.of(new Event.Rotate(desk.nextTicket(), Room.LINE, note)));
        room.pump();
        return effects;
    }

    private static void refused(List<Effect> effects, Refused.Reason reason) {
        assertThat(effects)
                .filteredOn(Effect.RefusedRequest.class::isInstance)
                .singleElement()
                .extracting(effect -> ((Effect.RefusedRequest) effect).reason())
                .isEqualTo(reason);
    }

    private static Json.Obj entry(Desk desk, Origin origin, long index) {
        return Canonical.parse(desk.entries(origin).get((int) index).array()).object();
    }

    private static Hash root(Desk desk, Origin origin, long size) {
        return Rfc6962.root(desk.entries(origin).subList(0, (int) size));
    }

    /** The codes of what was not taken of a log. */
    private List<Integer> codes() {
        return elm.got(Frame.NotTaken.class).stream().map(Frame.NotTaken::code).toList();
    }

    @Test
    void a_rotation_is_an_entry_of_both_logs_and_heads_that_cover_it_are_signed_by_the_new_keys() {
        linked();
        birch.said(Lane.MAIN, "a");
        KeySet old = birch.keys;
        KeySet fresh = next(birch, 2);
        Bytes note = birch.signer.note(fresh);
        assertThat(rotate(birch, note)).hasAtLeastOneElementOfType(Effect.Done.class);
        birch.keys = fresh;
        birch.said(Lane.MAIN, "b");
        room.pass(1);
        for (Origin origin : List.of(birch.main(), birch.safety())) {
            long from = fresh.opening(origin.lane()).from();
            Json.Obj keys = entry(birch, origin, from - 1);
            assertThat(keys.require("kind").text()).isEqualTo("keys");
            assertThat(keys.require("content").object().require("keys").text()).isEqualTo(note.text());
            for (Desk desk : List.of(birch, cedar)) {
                assertThat(desk.entries(origin)).isEqualTo(birch.entries(origin));
                desk.disk
                        .shelf(origin)
                        .heads
                        .forEach((size, head) -> assertThat(Signer.isHead(
                                        head,
                                        size < from ? old.log() : fresh.log(),
                                        origin,
                                        size,
                                        root(birch, origin, size)))
                                .as("%s at %d of %s", desk.signer.name, size, origin)
                                .isTrue());
                assertThat(desk.disk.shelf(origin).heads.lastKey()).isGreaterThanOrEqualTo(from);
            }
        }
        assertThat(room.to(cedar, Frame.Keys.class)).contains(new Frame.Keys(Room.LINE, note));
        assertThat(cedar.alarms()).isEmpty();
    }

    /** Found by the simulator (seed 4628): an epoch of a higher number that this disk has lost would have no keys any more. */
    @Test
    void keys_are_not_changed_on_an_old_disk_before_all_members_have_said_what_they_hold() {
        room.found(birch.signer, cedar.signer);
        long link = room.link(birch, cedar);
        birch.said(Lane.MAIN, "a");
        room.pass(1);
        Desk old = new Desk(room, birch.signer, birch.disk.copy(birch.disk.journal.size()), birch.keys);
        birch.said(Lane.MAIN, "b");
        room.pass(1);
        room.cut(link);
        room.desks.remove(birch);
        room.desks.add(old);
        old.start();
        room.pass(5);
        assertThat(old.said(Lane.MAIN, "in a later epoch").origin().epoch().number())
                .isEqualTo(2);
        refused(rotate(old, old.signer.note(next(old, 2))), Refused.Reason.FENCED);
        room.link(old, cedar);
        room.pass(3);
        assertThat(rotate(old, old.signer.note(next(old, 2)))).hasAtLeastOneElementOfType(Effect.Done.class);
    }

    @Test
    void a_key_set_that_does_not_follow_or_that_the_root_key_did_not_sign_changes_nothing() {
        linked();
        birch.said(Lane.MAIN, "a");
        int commits = birch.disk.journal.size();
        KeySet wrongSize = birch.signer.keys(
                Room.LINE,
                2,
                new Opening(birch.main().epoch(), birch.disk.size(birch.main())),
                new Opening(birch.safety().epoch(), birch.disk.size(birch.safety()) + 1));
        refused(rotate(birch, birch.signer.note(wrongSize)), Refused.Reason.STALE);
        refused(rotate(birch, birch.signer.note(next(birch, 3))), Refused.Reason.UNKNOWN);
        refused(rotate(birch, cedar.signer.note(next(birch, 2))), Refused.Reason.FORBIDDEN);
        assertThat(birch.disk.journal.subList(commits, birch.disk.journal.size()))
                .flatExtracting(Transaction::writes)
                .noneMatch(Transaction.NewKeySet.class::isInstance)
                .noneMatch(Transaction.Append.class::isInstance);
        birch.said(Lane.MAIN, "goes on");
    }

    @Test
    void a_head_by_the_old_key_is_refused_where_the_new_one_is_in_force_and_by_the_new_one_before() {
        linked();
        elm.begin(elms);
        elm.record(elms, "a");
        elm.dial(cedar);
        KeySet old = elm.keys;
        KeySet fresh = elm.signer.keys(
                Room.LINE,
                2,
                new Opening(elms.epoch(), 2),
                new Opening(elm.origin(Lane.SAFETY).epoch(), 1_000));
        elm.send(new Frame.Keys(Room.LINE, elm.signer.note(fresh)));
        elm.keys = fresh;
        elm.send(Lane.MAIN, elm.batch(elms, 0, 1));
        assertThat(codes()).containsExactly(403);
        elm.keys = old;
        elm.send(Lane.MAIN, elm.batch(elms, 0, 1));
        elm.send(Lane.MAIN, elm.batch(elms, 1, 2));
        assertThat(codes()).containsExactly(403, 403);
        assertThat(cedar.disk.size(elms)).isEqualTo(1);
        elm.keys = fresh;
        elm.send(Lane.MAIN, elm.batch(elms, 1, 2));
        assertThat(cedar.disk.size(elms)).isEqualTo(2);
        assertThat(codes()).hasSize(2);
    }

    @Test
    void new_keys_reach_who_is_not_linked_with_their_owner() {
        linked();
        elm.begin(elms);
        elm.dial(cedar);
        KeySet fresh = elm.signer.keys(
                Room.LINE,
                2,
                new Opening(elms.epoch(), 2),
                new Opening(elm.origin(Lane.SAFETY).epoch(), 2));
        elm.send(new Frame.Keys(Room.LINE, elm.signer.note(fresh)));
        assertThat(room.to(birch, Frame.Keys.class)).contains(new Frame.Keys(Room.LINE, elm.signer.note(fresh)));
        assertThat(birch.alarms()).isEmpty();
    }

    @Test
    void what_lies_within_the_heads_of_a_revocation_stays_and_what_comes_after_is_void() {
        linked();
        elm.begin(elms);
        elm.record(elms, "a");
        elm.record(elms, "stolen");
        elm.dial(cedar);
        elm.send(Lane.MAIN, elm.batch(elms, 0, 2));
        Origin safety = elm.origin(Lane.SAFETY);
        elm.begin(safety);
        elm.send(elm.batch(safety, 0, 1));
        Bytes revocation = elm.signer.revocation(
                Room.LINE,
                1,
                new LastHead(elms.epoch(), 2, root(cedar, elms, 2)),
                new LastHead(safety.epoch(), 1, root(cedar, safety, 1)));
        elm.send(new Frame.Revoked(Room.LINE, revocation));
        assertThat(cedar.alarms()).contains(Effect.Cause.REVOKED);
        assertThat(room.to(birch, Frame.Revoked.class)).contains(new Frame.Revoked(Room.LINE, revocation));
        elm.send(Lane.MAIN, elm.batch(elms, 2, 3));
        assertThat(codes()).containsExactly(403);
        assertThat(cedar.disk.size(elms)).isEqualTo(2);
        assertThat(cedar.disk.image(elms).voidFrom()).contains(2L);
    }

    @Test
    void what_was_held_beyond_a_revocation_is_kept_and_counts_no_more() {
        linked();
        elm.begin(elms);
        elm.record(elms, "a");
        elm.record(elms, "stolen");
        elm.dial(cedar);
        elm.send(Lane.MAIN, elm.batch(elms, 0, 3));
        Origin safety = elm.origin(Lane.SAFETY);
        Bytes revocation = elm.signer.revocation(
                Room.LINE,
                1,
                new LastHead(elms.epoch(), 2, root(cedar, elms, 2)),
                new LastHead(safety.epoch(), 0, Rfc6962.root(List.of())));
        elm.send(new Frame.Revoked(Room.LINE, revocation));
        assertThat(cedar.disk.size(elms)).isEqualTo(3);
        assertThat(cedar.disk.image(elms).voidFrom()).contains(2L);
        assertThat(cedar.disk.image(elms).state()).isEqualTo(LogImage.State.ENDED);
        cedar.start();
        assertThat(cedar.disk.image(elms).voidFrom()).contains(2L);
    }

    @Test
    void a_revocation_that_the_root_key_did_not_sign_is_refused() {
        linked();
        elm.begin(elms);
        elm.dial(cedar);
        elm.send(Lane.MAIN, elm.batch(elms, 0, 1));
        Bytes forged = birch.signer.revocation(
                Room.LINE,
                1,
                new LastHead(elms.epoch(), 0, Rfc6962.root(List.of())),
                new LastHead(elm.origin(Lane.SAFETY).epoch(), 0, Rfc6962.root(List.of())));
        cedar.tell(new Event.Revoke(
                cedar.nextTicket(), Room.LINE, Bytes.ofText(forged.text().replace("BIRCH", "ELM"))));
        assertThat(cedar.told(Effect.RefusedRequest.class))
                .singleElement()
                .extracting(Effect.RefusedRequest::reason)
                .isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(cedar.disk.image(elms).voidFrom()).isEmpty();
    }

    @Test
    void our_own_revoked_log_takes_nothing_until_later_keys_open_a_later_epoch() {
        linked();
        birch.said(Lane.MAIN, "a");
        Origin main = birch.main();
        Origin safety = birch.safety();
        long size = birch.disk.size(main);
        Bytes revocation = birch.signer.revocation(
                Room.LINE,
                1,
                new LastHead(main.epoch(), size, birch.root(main)),
                new LastHead(safety.epoch(), birch.disk.size(safety), birch.root(safety)));
        birch.tell(new Event.Revoke(birch.nextTicket(), Room.LINE, revocation));
        room.pump();
        refused(birch.say(Lane.MAIN, "note", "refused"), Refused.Reason.FENCED);
        refused(birch.say(Lane.SAFETY, "note", "refused"), Refused.Reason.FENCED);
        Opening second = new Opening(Epoch.of("2-0000beef"), 1);
        KeySet fresh = birch.signer.keys(Room.LINE, 2, second, second);
        assertThat(rotate(birch, birch.signer.note(fresh))).hasAtLeastOneElementOfType(Effect.Done.class);
        birch.keys = fresh;
        Effect.Said said = birch.said(Lane.MAIN, "b");
        assertThat(said.origin().epoch()).isEqualTo(second.epoch());
        assertThat(said.origin().recordName(said.index())).startsWith("BIRCH.2-");
        Json.Obj after = entry(birch, said.origin(), 0)
                .require("content")
                .object()
                .require("after")
                .object();
        assertThat(after.require("origin").text()).isEqualTo(main.toString());
        assertThat(after.require("size").integer()).isEqualTo(size);
        assertThat(after.require("root").text()).isEqualTo(birch.root(main).toString());
        room.pass(3);
        assertThat(cedar.entries(said.origin())).isEqualTo(birch.entries(said.origin()));
        assertThat(cedar.disk.size(main)).isEqualTo(size);
    }
}
