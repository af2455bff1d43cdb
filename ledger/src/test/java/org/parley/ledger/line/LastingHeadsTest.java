package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/** Heads that ML-DSA-44 signs too, with real keys: who signs them, how often, and who has them. */
class LastingHeadsTest {
    private static final int INTERVAL = 300;

    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Desk cedar = room.desk("CEDAR");
    private int signed;
    private long link;

    /** Counts what ML-DSA-44 signs. */
    private final Signatures counting = new Signatures() {
        @Override
        public byte[] sign(SigningKey key, byte[] message) {
            signed += key.algorithm() == Algorithm.ML_DSA_44 ? 1 : 0;
            return Signer.SIGNATURES.sign(key, message);
        }

        @Override
        public boolean verifies(VerifyingKey key, byte[] message, byte[] signature) {
            return Signer.SIGNATURES.verifies(key, message, signature);
        }

        @Override
        public VerifyingKey publicKey(SigningKey key) {
            return Signer.SIGNATURES.publicKey(key);
        }

        @Override
        public String name() {
            return "counting";
        }
    };

    private void linked() {
        birch.signatures = counting;
        birch.start();
        room.found(birch.signer, cedar.signer);
        link = room.link(birch, cedar);
        room.pass(2);
    }

    private void restarted() {
        room.cut(link);
        birch.start();
        link = room.link(birch, cedar);
    }

    private static Optional<Bytes> lasting(Desk at, Origin origin) {
        return at.disk.lastingSize(origin, 0, Long.MAX_VALUE).flatMap(size -> at.disk.head(origin, size));
    }

    private void isLastingAt(Desk at, Origin origin, int size) {
        assertThat(lasting(at, origin))
                .hasValueSatisfying(note -> assertThat(Signer.isLasting(
                                note,
                                birch.keys,
                                origin,
                                size,
                                Rfc6962.root(birch.entries(origin).subList(0, size))))
                        .isTrue());
    }

    private List<Effect> export(long size) {
        return birch.step(List.of(new Event.MakeLasting(birch.nextTicket(), birch.main(), size)));
    }

    @Test
    void the_newest_head_of_an_interval_lasts_at_its_writer_and_at_who_holds_as_much() {
        linked();
        isLastingAt(birch, birch.main(), 1);
        isLastingAt(birch, birch.safety(), 1);
        for (int i = 0; i < 20; i++) {
            birch.said(Lane.MAIN, "record " + i);
            room.pass(1);
        }
        isLastingAt(birch, birch.main(), 1);
        room.pass(INTERVAL);
        int size = birch.entries(birch.main()).size();
        isLastingAt(birch, birch.main(), size);
        isLastingAt(cedar, birch.main(), size);
        assertThat(cedar.alarms()).isEmpty();
        assertThat(birch.alarms()).isEmpty();
    }

    @Test
    void one_head_an_interval_is_signed_twice_however_many_there_are_and_none_where_nothing_is_new() {
        linked();
        assertThat(signed).isEqualTo(2);
        for (int i = 0; i < 50; i++) {
            birch.said(Lane.MAIN, "record " + i);
        }
        room.pass(INTERVAL - 2);
        assertThat(signed).isEqualTo(2);
        room.pass(2);
        assertThat(signed).isEqualTo(3);
        int journal = birch.disk.journal.size();
        int heads = room.to(cedar, Frame.Head.class).size();
        room.pass(3 * INTERVAL);
        assertThat(signed).isEqualTo(3);
        assertThat(room.to(cedar, Frame.Head.class)).hasSize(heads);
        assertThat(birch.disk.journal.subList(journal, birch.disk.journal.size()))
                .flatExtracting(Transaction::writes)
                .noneMatch(Transaction.NewHead.class::isInstance);
    }

    @Test
    void what_goes_in_batches_is_as_short_as_ever() {
        linked();
        birch.said(Lane.MAIN, "a");
        room.pass(INTERVAL + 1);
        birch.said(Lane.MAIN, "b");
        assertThat(room.to(cedar, Frame.Batch.class)).noneMatch(batch -> Disk.isLasting(batch.head()));
        assertThat(room.carried)
                .filteredOn(sent -> sent.frame() instanceof Frame.Head)
                .isNotEmpty()
                .allMatch(sent -> sent.connection() == Lane.SAFETY);
    }

    @Test
    void after_a_restart_the_same_head_gets_the_same_bytes() {
        linked();
        birch.said(Lane.MAIN, "a");
        int size = birch.entries(birch.main()).size();
        assertThat(export(size)).hasAtLeastOneElementOfType(Effect.Done.class);
        Bytes first = lasting(birch, birch.main()).orElseThrow();
        birch.disk.shelf(birch.main()).heads.remove((long) size);
        restarted();
        room.pass(3);
        assertThat(lasting(birch, birch.main())).hasValue(first);
        isLastingAt(cedar, birch.main(), size);
    }

    @Test
    void a_head_that_a_restart_finds_lasting_is_not_signed_again() {
        linked();
        int before = signed;
        restarted();
        room.pass(INTERVAL + 2);
        assertThat(signed).isEqualTo(before);
    }

    @Test
    void a_head_that_was_just_signed_and_not_yet_stored_is_stored_as_a_lasting_one() {
        linked();
        room.pass(INTERVAL - 2);
        birch.say(Lane.MAIN, "note", "its head is stored by the commit of the tick");
        room.pass(1);
        isLastingAt(birch, birch.main(), birch.entries(birch.main()).size());
    }

    @Test
    void any_head_that_is_exported_is_made_lasting_before_it_is_told() {
        linked();
        for (int i = 0; i < 5; i++) {
            birch.said(Lane.MAIN, "record " + i);
        }
        int before = signed;
        export(3);
        assertThat(birch.told(Effect.Done.class)).hasSize(1);
        assertThat(birch.disk.head(birch.main(), 3))
                .hasValueSatisfying(note -> assertThat(Disk.isLasting(note)).isTrue());
        export(3);
        assertThat(birch.told(Effect.Done.class)).hasSize(2);
        assertThat(signed).isEqualTo(before + 1);
    }

    @Test
    void what_is_not_ours_or_not_there_is_not_signed() {
        linked();
        long size = birch.entries(birch.main()).size();
        for (Event.MakeLasting wrong : List.of(
                new Event.MakeLasting(1, cedar.main(), 1),
                new Event.MakeLasting(1, birch.main(), size + 1),
                new Event.MakeLasting(1, birch.main(), 0),
                new Event.MakeLasting(1, Origin.of(birch.main().toString().replace("/0123", "/9123")), 1))) {
            assertThat(birch.step(List.of(wrong)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Effect.RefusedRequest.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNKNOWN));
        }
    }

    @Test
    void a_fenced_node_signs_no_head_and_exports_what_was_signed_before() {
        linked();
        birch.said(Lane.MAIN, "a");
        birch.said(Lane.MAIN, "b");
        export(2);
        int before = signed;
        birch.disk.trust = Image.Trust.UNKNOWN;
        birch.start();
        assertThat(export(2)).hasAtLeastOneElementOfType(Effect.Done.class);
        assertThat(export(3))
                .filteredOn(Effect.RefusedRequest.class::isInstance)
                .singleElement()
                .extracting(effect -> ((Effect.RefusedRequest) effect).reason())
                .isEqualTo(Refused.Reason.FENCED);
        birch.tell(new Event.Tick());
        assertThat(signed).isEqualTo(before);
    }

    @Test
    void a_third_member_gets_it_from_the_second() {
        Desk daphne = room.desk("DAPHNE");
        room.found(birch.signer, cedar.signer, daphne.signer);
        room.link(birch, cedar);
        room.link(cedar, daphne);
        birch.said(Lane.MAIN, "a");
        room.pass(5);
        int size = birch.entries(birch.main()).size();
        room.pass(INTERVAL + 3);
        isLastingAt(birch, birch.main(), size);
        isLastingAt(cedar, birch.main(), size);
        isLastingAt(daphne, birch.main(), size);
        assertThat(birch.alarms()).isEmpty();
    }

    @Test
    void nobody_gets_it_before_his_receipt_covers_it() {
        Peer elm = new Peer(room, "ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        birch.said(Lane.MAIN, "a");
        elm.dial(birch);
        room.pass(3);
        assertThat(elm.got(Frame.Head.class)).isEmpty();
        Hash root = birch.root(birch.main());
        long size = birch.entries(birch.main()).size();
        Receipt receipt = elm.signer.receipt(elm.keys.cosigner(), birch.main(), size, root, room.wall / 1_000);
        elm.send(new Frame.Receipts(birch.main(), elm.signer.name, List.of(receipt)));
        room.pass(1);
        assertThat(elm.got(Frame.Head.class))
                .containsExactly(new Frame.Head(birch.signer.lasting(birch.keys, birch.main(), size, root, 0)));
    }

    @Test
    void who_was_away_gets_it_when_the_link_is_back() {
        linked();
        birch.said(Lane.MAIN, "a");
        room.cut(link);
        room.pass(INTERVAL + 1);
        int size = birch.entries(birch.main()).size();
        isLastingAt(cedar, birch.main(), 1);
        room.link(birch, cedar);
        room.pass(2);
        isLastingAt(cedar, birch.main(), size);
    }

    @Test
    void a_wrong_second_signature_is_no_head_and_a_foreign_one_is_left_out() {
        Peer peer = new Peer(room, "EAGLE");
        room.found(birch.signer, cedar.signer, peer.signer);
        Origin origin = peer.origin(Lane.MAIN);
        peer.begin(origin);
        peer.dial(cedar);
        peer.send(Lane.MAIN, peer.batch(origin, 0));
        Bytes right = peer.signer.lasting(peer.keys, origin, 1, Rfc6962.root(peer.log(origin)), 0);
        Bytes timed = peer.signer.lasting(peer.keys, origin, 1, Rfc6962.root(peer.log(origin)), 1_795_521_600L);
        Bytes padded = Bytes.ofText(right.text() + "— somebody " + Signer.base64(new byte[3_000]) + "\n");
        peer.send(new Frame.Head(padded));
        assertThat(lasting(cedar, origin)).hasValue(right);
        peer.send(new Frame.Head(timed));
        assertThat(lasting(cedar, origin)).hasValue(right);
        assertThat(room.isUp(peer.link())).isTrue();
        String text = right.text();
        int last = text.length() - 30;
        String flipped = text.substring(0, last) + (text.charAt(last) == 'A' ? 'B' : 'A') + text.substring(last + 1);
        peer.send(new Frame.Head(Bytes.ofText(flipped)));
        assertThat(room.isUp(peer.link())).isFalse();
        assertThat(cedar.alarms()).contains(Effect.Cause.HOSTILE);
        assertThat(lasting(cedar, origin)).hasValue(right);
    }

    @Test
    void a_batch_may_end_at_a_lasting_head() {
        Peer peer = new Peer(room, "EAGLE");
        room.found(birch.signer, cedar.signer, peer.signer);
        Origin origin = peer.origin(Lane.MAIN);
        peer.begin(origin);
        peer.dial(cedar);
        Bytes head = peer.signer.lasting(peer.keys, origin, 1, Rfc6962.root(peer.log(origin)), 0);
        Frame.Batch plain = peer.batch(origin, 0);
        peer.send(Lane.MAIN, new Frame.Batch(origin, 0, head, plain.entries(), plain.bodies()));
        assertThat(lasting(cedar, origin)).hasValue(head);
    }

    @Test
    void a_lasting_head_alone_without_the_first_signature_is_refused() {
        Peer peer = new Peer(room, "EAGLE");
        room.found(birch.signer, cedar.signer, peer.signer);
        Origin origin = peer.origin(Lane.MAIN);
        peer.begin(origin);
        peer.dial(cedar);
        peer.send(Lane.MAIN, peer.batch(origin, 0));
        String text = peer.signer
                .lasting(peer.keys, origin, 1, Rfc6962.root(peer.log(origin)), 0)
                .text();
        int first = text.indexOf("\n— ") + 1;
        int second = text.indexOf("— ", first + 1);
        peer.send(new Frame.Head(Bytes.ofText(text.substring(0, first) + text.substring(second))));
        assertThat(room.isUp(peer.link())).isFalse();
        assertThat(lasting(cedar, origin)).isEmpty();
    }

    @Test
    void a_bundle_brings_it_with_the_entries_and_after_them() {
        linked();
        birch.said(Lane.MAIN, "a");
        birch.said(Lane.MAIN, "b");
        export(2);
        Desk daphne = room.desk("DAPHNE");
        daphne.found(birch.signer, cedar.signer, daphne.signer);
        Frame keys = new Frame.Keys(Room.LINE, birch.signer.note(birch.keys));
        Frame head = new Frame.Head(birch.disk.head(birch.main(), 2).orElseThrow());
        List<Disk.StoredEntry> entries = birch.disk.entries(birch.main(), 0, 2, Long.MAX_VALUE);
        Frame batch = new Frame.Batch(
                birch.main(),
                0,
                birch.signer.head(
                        birch.keys.log(),
                        birch.main(),
                        2,
                        Rfc6962.root(birch.entries(birch.main()).subList(0, 2))),
                entries.stream().map(Disk.StoredEntry::entry).toList(),
                entries.stream().map(Disk.StoredEntry::body).toList());
        daphne.tell(new Event.Import(daphne.nextTicket(), List.of(head, keys)));
        assertThat(lasting(daphne, birch.main())).isEmpty();
        daphne.tell(new Event.Import(daphne.nextTicket(), List.of(keys, batch, head)));
        isLastingAt(daphne, birch.main(), 2);
        daphne.tell(new Event.Import(daphne.nextTicket(), List.of(batch, head)));
        isLastingAt(daphne, birch.main(), 2);
    }
}
