package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/** One node alone: what it writes, and when it signs. */
class LedgerWritingTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Signer cedar = new Signer("CEDAR");

    @Test
    void the_first_entry_of_both_logs_is_the_key_set_in_the_clear() {
        room.found(birch.signer, cedar);
        for (Origin origin : List.of(birch.main(), birch.safety())) {
            assertThat(birch.disk.size(origin)).isEqualTo(1);
            String note = Canonical.parse(birch.entries(origin).getFirst().array())
                    .object()
                    .require("content")
                    .object()
                    .require("keys")
                    .text();
            assertThat(note).startsWith("parley/keys/v1\nline " + Room.LINE + "\nparty BIRCH\nserial 1\n");
            assertThat(note).isEqualTo(birch.signer.note(birch.keys).text());
            String json = "{\"at\":\"2026-11-24T12:00:00.000Z\",\"by\":\"BIRCH\",\"content\":{\"keys\":"
                    + quoted(note) + "},\"epoch\":\"" + origin.epoch() + "\",\"kind\":\"keys\",\"line\":\""
                    + Room.LINE + "\",\"log\":\"" + origin.lane() + "\",\"no\":1}";
            assertThat(birch.entries(origin).getFirst().text()).isEqualTo(json);
        }
    }

    private static String quoted(String note) {
        return "\"" + note.replace("\n", "\\n") + "\"";
    }

    @Test
    void what_is_said_stands_in_the_log_as_the_formats_say() {
        room.found(birch.signer, cedar);
        room.wall += 123;
        Effect.Said said = birch.said(Lane.MAIN, "go");
        assertThat(said.origin()).isEqualTo(birch.main());
        assertThat(said.index()).isEqualTo(1);
        assertThat(said.at()).isEqualTo(Room.START + 123);
        Bytes entry = birch.entries(birch.main()).get(1);
        assertThat(said.leaf()).isEqualTo(Rfc6962.leaf(entry));
        Frame.SealedBody body = birch.disk.shelf(birch.main()).bodies.get(1).orElseThrow();
        assertThat(body.body().text()).isEqualTo("{\"text\":\"go\"}");
        String commitment = commitment(body).toString();
        assertThat(entry.text())
                .isEqualTo("{\"at\":\"2026-11-24T12:00:00.123Z\",\"body\":\"" + commitment
                        + "\",\"by\":\"BIRCH\",\"epoch\":\"" + birch.main().epoch()
                        + "\",\"kind\":\"note\",\"line\":\"" + Room.LINE + "\",\"log\":\"main\",\"no\":2}");
        assertThat(Canonical.bytes(Canonical.parse(entry.array()))).isEqualTo(entry.array());
    }

    /** Of a body with the one field {@code text}, by docs/formats.md. */
    private static org.parley.ledger.Hash commitment(Frame.SealedBody body) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(body.seed().array(), "HmacSHA256"));
            byte[] salt = mac.doFinal("text".getBytes(StandardCharsets.UTF_8));
            return Rfc6962.sha256(Rfc6962.sha256(salt, body.body().array()).bytes());
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void the_time_never_goes_back_though_the_clock_does() {
        room.found(birch.signer, cedar);
        List<Long> times = new ArrayList<>();
        for (long jump : new long[] {5_000, -3_600_000, 1, 3_600_000, -10_000, 0}) {
            room.wall += jump;
            times.add(birch.said(Lane.MAIN, "x").at());
        }
        assertThat(times).isSorted();
        assertThat(times.getFirst()).isEqualTo(Room.START + 5_000);
        assertThat(times.get(2)).isEqualTo(Room.START + 5_000);
        List<String> written = birch.entries(birch.main()).stream()
                .map(entry ->
                        Canonical.parse(entry.array()).object().require("at").text())
                .toList();
        assertThat(written).isSorted();
    }

    @Test
    void the_time_never_goes_back_over_a_restart() {
        room.found(birch.signer, cedar);
        room.wall += 50_000;
        long before = birch.said(Lane.MAIN, "x").at();
        birch.disk.trust = Image.Trust.CLEAN;
        room.wall -= 100_000;
        birch.start();
        room.pass(3);
        assertThat(birch.said(Lane.MAIN, "y").at()).isEqualTo(before);
    }

    @Test
    void many_in_one_step_are_one_append_with_consecutive_places_safety_first() {
        room.found(birch.signer, cedar);
        int commits = birch.disk.journal.size();
        List<Event> says = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            says.add(birch.saying(Lane.MAIN, "note", "m" + i));
        }
        says.add(birch.saying(Lane.SAFETY, "stop", "s"));
        List<Effect> effects = birch.step(says);
        assertThat(birch.disk.journal).hasSize(commits + 1);
        List<Effect.Said> said = effects.stream()
                .filter(Effect.Said.class::isInstance)
                .map(Effect.Said.class::cast)
                .toList();
        assertThat(said).hasSize(6);
        assertThat(said.getFirst().origin()).isEqualTo(birch.safety());
        assertThat(said.stream().skip(1).map(Effect.Said::index)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(said.stream().skip(1).map(Effect.Said::ticket)).containsExactly(1L, 2L, 3L, 4L, 5L);
        List<Effect.Appended> appended = birch.told(Effect.Appended.class);
        assertThat(appended).extracting(Effect.Appended::origin).endsWith(birch.safety(), birch.main());
        assertThat(appended.getLast().entries())
                .isEqualTo(birch.entries(birch.main()).subList(1, 6));
    }

    @Test
    void more_than_256_at_once_are_batches_of_256_each_with_a_head() {
        room.found(birch.signer, cedar);
        List<Event> says = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            says.add(birch.saying(Lane.MAIN, "note", "m" + i));
        }
        birch.step(says);
        birch.tell(new Event.Tick());
        assertThat(birch.disk.size(birch.main())).isEqualTo(301);
        var heads = birch.disk.shelf(birch.main()).heads;
        assertThat(heads).containsKey(301L);
        long before = 1;
        for (long size : heads.tailMap(2L).keySet()) {
            assertThat(size - before).isLessThanOrEqualTo(256);
            before = size;
        }
    }

    @Test
    void the_head_is_a_checkpoint_signed_by_the_log_key_in_the_name_of_the_origin() {
        room.found(birch.signer, cedar);
        birch.said(Lane.MAIN, "go");
        birch.tell(new Event.Tick());
        var heads = birch.disk.shelf(birch.main()).heads;
        assertThat(heads.keySet()).containsExactly(1L, 2L);
        heads.forEach((size, head) -> assertThat(Signer.isHead(
                        head,
                        birch.keys.log(),
                        birch.main(),
                        size,
                        Rfc6962.root(birch.entries(birch.main()).subList(0, size.intValue()))))
                .isTrue());
        Hash first = Rfc6962.root(birch.entries(birch.main()).subList(0, 1));
        assertThat(heads.get(1L)).isEqualTo(birch.signer.head(birch.keys.log(), birch.main(), 1, first));
        assertThat(heads.get(2L))
                .isEqualTo(birch.signer.lasting(birch.keys, birch.main(), 2, birch.root(birch.main()), 0));
    }

    /** Lets only that be signed which the disk holds. */
    private static final class Watching implements Signatures {
        private final ShelfDisk disk;
        private int signed;

        Watching(ShelfDisk disk) {
            this.disk = disk;
        }

        @Override
        public byte[] sign(SigningKey key, byte[] message) {
            if (key.algorithm() == Algorithm.ML_DSA_44) {
                signsLasting(message);
            } else {
                String text = new String(message, StandardCharsets.UTF_8);
                String[] lines = text.substring(text.indexOf("parley/")).split("\n", -1);
                Origin origin = Origin.of(lines[0]);
                assertThat(lines[2])
                        .isEqualTo(Signer.base64(
                                root(origin, Integer.parseInt(lines[1])).bytes()));
            }
            signed++;
            return Signer.SIGNATURES.sign(key, message);
        }

        private Hash root(Origin origin, int size) {
            assertThat(disk.size(origin)).as("durable when signed").isGreaterThanOrEqualTo(size);
            return Rfc6962.root(disk.shelf(origin).entries.subList(0, size));
        }

        private void signsLasting(byte[] message) {
            String text = new String(message, StandardCharsets.ISO_8859_1);
            Origin origin = Origin.of(text.substring(13, 13 + text.charAt(12)));
            int size = ByteBuffer.wrap(message).getInt(message.length - 36);
            assertThat(message).isEqualTo(Signer.subtree(origin, size, root(origin, size), 0));
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
            return "watching";
        }
    }

    @Test
    void nothing_is_signed_before_it_is_durable() {
        Desk other = room.desk(cedar);
        List<Watching> watching = new ArrayList<>();
        for (Desk desk : room.desks) {
            Watching watch = new Watching(desk.disk);
            watching.add(watch);
            desk.signatures = watch;
            desk.start();
        }
        room.found(birch.signer, cedar);
        room.link(birch, other);
        birch.said(Lane.MAIN, "a");
        other.said(Lane.SAFETY, "b");
        room.pass(2);
        assertThat(watching).allSatisfy(watch -> assertThat(watch.signed).isGreaterThan(5));
    }

    @Test
    void a_full_disk_refuses_and_the_next_one_works() {
        room.found(birch.signer, cedar);
        birch.said(Lane.MAIN, "before");
        Bytes head = birch.signer.head(birch.keys.log(), birch.main(), 2, birch.root(birch.main()));
        int commits = birch.disk.journal.size();
        birch.disk.fault = Optional.of(new Disk.Full("no room"));
        birch.told.clear();
        List<Effect> effects = birch.say(Lane.MAIN, "note", "lost");
        assertThat(effects).noneMatch(Effect.Said.class::isInstance).noneMatch(Effect.Appended.class::isInstance);
        assertThat(birch.told(Effect.RefusedRequest.class))
                .singleElement()
                .extracting(Effect.RefusedRequest::reason)
                .isEqualTo(Refused.Reason.FULL);
        assertThat(birch.alarms()).contains(Effect.Cause.DISK_FULL);
        birch.say(Lane.SAFETY, "stop", "lost too");
        assertThat(birch.disk.journal).hasSize(commits);
        birch.disk.fault = Optional.empty();
        Effect.Said said = birch.said(Lane.MAIN, "after");
        assertThat(said.index()).isEqualTo(2);
        assertThat(birch.disk.size(birch.main())).isEqualTo(3);
        assertThat(birch.disk.size(birch.safety())).isEqualTo(1);
        assertThat(birch.disk.head(birch.main(), 2))
                .as("the head that was not yet stored")
                .contains(head);
    }

    @Test
    void what_is_asked_while_the_disk_is_full_is_refused_too() {
        room.found(birch.signer, cedar);
        String record = birch.said(Lane.MAIN, "x").origin().recordName(1);
        birch.disk.fault = Optional.of(new Disk.Full("no room"));
        birch.told.clear();
        birch.tell(new Event.Forget(77, Room.LINE, record));
        assertThat(birch.told(Effect.Done.class)).isEmpty();
        assertThat(birch.told(Effect.RefusedRequest.class))
                .singleElement()
                .extracting(Effect.RefusedRequest::ticket, Effect.RefusedRequest::reason)
                .containsExactly(77L, Refused.Reason.FULL);
        birch.disk.fault = Optional.empty();
        birch.tell(new Event.Forget(78, Room.LINE, record));
        assertThat(birch.told(Effect.Done.class))
                .singleElement()
                .extracting(Effect.Done::ticket)
                .isEqualTo(78L);
        assertThat(birch.disk.shelf(birch.main()).bodies.get(1)).isEmpty();
        assertThat(birch.disk.size(birch.main())).isEqualTo(2);
    }

    @Test
    void a_broken_disk_ends_it() {
        room.found(birch.signer, cedar);
        Disk.Broken broken = new Disk.Broken("EIO", new IllegalStateException());
        birch.disk.fault = Optional.of(broken);
        assertThatThrownBy(() -> birch.say(Lane.MAIN, "note", "x")).isSameAs(broken);
    }

    @Test
    void a_draft_that_breaks_a_rule_is_refused_alone() {
        room.found(birch.signer, cedar);
        List<Effect> effects = birch.step(List.of(
                birch.saying(Lane.MAIN, "note", "a"),
                birch.saying(Lane.MAIN, "Not A Kind", "b"),
                birch.saying(Lane.MAIN, "keys", "c"),
                birch.saying(Lane.MAIN, "note", "d")));
        assertThat(effects.stream().filter(Effect.Said.class::isInstance)).hasSize(2);
        assertThat(effects.stream().filter(Effect.RefusedRequest.class::isInstance))
                .hasSize(2);
        assertThat(birch.disk.size(birch.main())).isEqualTo(3);
    }

    @Test
    void a_line_that_is_not_there_is_unknown() {
        room.found(birch.signer, cedar);
        Event.Say say = birch.saying(Lane.MAIN, "note", "a");
        birch.tell(new Event.Say(5, new org.parley.ledger.LineId("f".repeat(32)), say.draft()));
        assertThat(birch.told(Effect.RefusedRequest.class))
                .singleElement()
                .extracting(Effect.RefusedRequest::reason)
                .isEqualTo(Refused.Reason.UNKNOWN);
    }

    @Test
    void the_line_founded_twice_begins_once() {
        room.found(birch.signer, cedar);
        birch.said(Lane.MAIN, "x");
        room.found(birch.signer, cedar);
        assertThat(birch.disk.origins()).hasSize(2);
        assertThat(birch.disk.size(birch.main())).isEqualTo(2);
        assertThat(Json.of(2).integer()).isEqualTo(birch.said(Lane.MAIN, "y").index());
    }
}
