package org.parley.node.publicface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.parley.node.publicface.Party.ASPEN;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Hash;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.AddCheckpoint;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;

class WitnessTest {
    private static final OtherLog LOG = new OtherLog("log.example/one", 40, "a");
    private static final OtherLog FORK = new OtherLog("log.example/one", 40, "b");
    private static final NoteSigner ED25519 = ASPEN.witness(Algorithm.ED25519);
    private static final NoteSigner ML_DSA = ASPEN.witness(Algorithm.ML_DSA_44);
    private static final List<VerifierKey> WITNESS_KEYS = List.of(ED25519.key(), ML_DSA.key());
    private static final String MONITOR =
            "/" + FileWitnessState.hash(LOG.origin().getBytes(UTF_8)) + "/checkpoint";

    @TempDir
    private Path folder;

    private final AtomicBoolean remembers = new AtomicBoolean(true);
    private final AtomicLong now = new AtomicLong(1_800_000_000);

    private Witness witness(WitnessState state, NoteSigner... signers) {
        return new Witness(
                Map.of(LOG.origin(), List.of(LOG.signer().key())),
                List.of(signers),
                Party.VERIFIER,
                state,
                remembers::get,
                () -> Instant.ofEpochSecond(now.get()));
    }

    private Face face() {
        return Face.of(witness(new FileWitnessState(folder), ED25519, ML_DSA));
    }

    /** The cosignatures of an answer, verified as tlog-witness tells: put under the checkpoint. */
    private static List<SignedNote.Verified> cosignatures(SignedNote note, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        SignedNote cosigned = SignedNote.parse(note + Face.text(answer));
        return cosigned.verified(WITNESS_KEYS, Party.VERIFIER);
    }

    private static void assertStatus(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(Face.text(answer)).isEqualTo(status);
        assertThat(Face.text(answer)).doesNotContain("— ");
    }

    private static void assertConflict(HttpResponse<byte[]> answer, long size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Face.text(answer)).isEqualTo(size + "\n");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/x.tlog.size");
    }

    @Test
    void heads_that_continue_one_another_are_cosigned_with_both_keys() {
        try (Face face = face()) {
            long size = 0;
            for (long next : new long[] {1, 1, 2, 3, 7, 8, 8, 100, 129}) {
                var verified = cosignatures(LOG.note(next), face.submit(LOG.request(size, next)));
                assertThat(verified).extracting(SignedNote.Verified::key).containsExactlyElementsOf(WITNESS_KEYS);
                assertThat(verified).extracting(one -> one.cosignature().time()).containsOnly(now.getAndIncrement());
                size = next;
            }
            assertThat(face.troubles).isEmpty();
        }
    }

    @Test
    void an_empty_log_is_cosigned_if_its_root_is_that_of_nothing() {
        try (Face face = face()) {
            var empty = new Checkpoint(LOG.origin(), 0, Merkle.emptyRoot());
            SignedNote note = SignedNote.sign(empty.text(), List.of(LOG.signer()));
            assertThat(cosignatures(note, face.submit(new AddCheckpoint(0, List.of(), note).bytes())))
                    .hasSize(2);
            var wrong = new Checkpoint(LOG.origin(), 0, LOG.head(1).root());
            SignedNote signed = SignedNote.sign(wrong.text(), List.of(LOG.signer()));
            assertStatus(face.submit(new AddCheckpoint(0, List.of(), signed).bytes()), 422);
        }
    }

    @Test
    void what_has_another_form_is_400() {
        try (Face face = face()) {
            String right = new String(LOG.request(0, 5), UTF_8);
            for (String wrong : List.of(
                    "",
                    "old 0",
                    right.replace("old 0", "old 00"),
                    right.replace("old 0", "old -1"),
                    right.replace("old 0", "old 99999999999999999999"),
                    right.replace("old 0\n", ""),
                    right.replace("old 0\n", "old 0\nxx\n"),
                    right.replace("old 0\n", "old 0\n" + "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n".repeat(64)),
                    right.replace("\n", "\r\n"),
                    right.substring(0, right.length() - 1),
                    right.substring(0, right.indexOf("— ")))) {
                assertStatus(face.submit(wrong.getBytes(UTF_8)), 400);
            }
        }
    }

    @Test
    void an_old_size_above_the_size_is_400_even_if_it_was_cosigned() {
        try (Face face = face()) {
            face.submit(LOG.request(0, 9));
            assertStatus(face.submit(new AddCheckpoint(9, List.of(), LOG.note(5)).bytes()), 400);
        }
    }

    @Test
    void a_log_that_is_not_known_is_404() {
        try (Face face = face()) {
            assertStatus(face.submit(new OtherLog("log.example/two", 40, "a").request(0, 5)), 404);
            assertStatus(face.get(MONITOR), 404);
            assertStatus(face.get("/" + "0".repeat(64) + "/checkpoint"), 404);
        }
    }

    @Test
    void a_head_that_the_log_did_not_sign_is_403() {
        try (Face face = face()) {
            assertStatus(face.submit(new OtherLog(LOG.origin(), 41, "a").request(0, 5)), 403);
            SignedNote right = LOG.note(5);
            var line = right.signatures().getFirst();
            byte[] blob = line.blob();
            blob[3] ^= 1;
            var broken = new SignatureLine(line.name(), line.keyId(), blob);
            var shorter = new SignatureLine(line.name(), line.keyId(), new byte[5]);
            for (SignatureLine wrong : List.of(broken, shorter)) {
                for (var note : List.of(right.with(wrong), new SignedNote(right.text(), List.of(wrong)))) {
                    assertStatus(face.submit(new AddCheckpoint(0, List.of(), note).bytes()), 403);
                }
            }
            // Even an old size that would be 409 tells a stranger nothing.
            assertStatus(face.submit(new OtherLog(LOG.origin(), 41, "a").request(3, 5)), 403);
        }
    }

    @Test
    void another_old_size_is_409_with_the_size_that_is_held() {
        try (Face face = face()) {
            assertConflict(face.submit(LOG.request(3, 5)), 0);
            face.submit(LOG.request(0, 5));
            assertConflict(face.submit(LOG.request(0, 9)), 5);
            assertConflict(face.submit(LOG.request(4, 9)), 5);
            assertConflict(face.submit(FORK.request(3, 4)), 5);
        }
    }

    @Test
    void what_is_not_shown_to_continue_is_422() {
        try (Face face = face()) {
            Hash some = LOG.head(3).root();
            assertStatus(face.submit(new AddCheckpoint(0, List.of(some), LOG.note(5)).bytes()), 422);
            face.submit(LOG.request(0, 5));
            assertStatus(face.submit(FORK.request(5, 9)), 422);
            assertStatus(face.submit(FORK.request(5, 5)), 422);
            assertStatus(face.submit(new AddCheckpoint(5, List.of(), LOG.note(9)).bytes()), 422);
            assertStatus(face.submit(new AddCheckpoint(5, List.of(some), LOG.note(5)).bytes()), 422);
            cosignatures(LOG.note(9), face.submit(LOG.request(5, 9)));
        }
    }

    @Test
    void of_submissions_at_once_one_is_cosigned_and_the_others_are_told_its_size()
            throws InterruptedException, ExecutionException {
        try (Face face = face();
                var threads = Executors.newCachedThreadPool()) {
            long held = 0;
            for (int round = 0; round < 20; round++) {
                long from = held;
                var start = new CyclicBarrier(4);
                List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
                for (int more = 1; more <= 4; more++) {
                    byte[] request = LOG.request(from, from + more);
                    Callable<HttpResponse<byte[]>> submission = () -> {
                        start.await();
                        return face.submit(request);
                    };
                    answers.add(threads.submit(submission));
                }
                SignedNote latest;
                int cosigned = 0;
                for (var answer : answers) {
                    cosigned += answer.get().statusCode() == 200 ? 1 : 0;
                }
                latest = SignedNote.parse(face.get(MONITOR).body());
                held = Checkpoint.parse(latest.text()).size();
                assertThat(cosigned).isEqualTo(1);
                assertThat(answers.get((int) (held - from - 1)).get().statusCode())
                        .isEqualTo(200);
                for (var answer : answers) {
                    if (answer.get().statusCode() != 200) {
                        assertConflict(answer.get(), held);
                    }
                }
            }
        }
    }

    @Test
    void the_head_that_was_cosigned_last_is_served_with_all_signatures_and_outlives_a_restart() {
        byte[] served;
        try (Face face = face()) {
            SignedNote note = LOG.note(5).with(new SignatureLine("stranger.example", 7, new byte[64]));
            HttpResponse<byte[]> answer = face.submit(new AddCheckpoint(0, List.of(), note).bytes());
            HttpResponse<byte[]> monitor = face.get(MONITOR);
            served = monitor.body();
            assertThat(Face.text(monitor)).isEqualTo(LOG.note(5) + Face.text(answer));
            assertThat(monitor.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        }
        try (Face face = face()) {
            assertThat(face.get(MONITOR).body()).isEqualTo(served);
            assertConflict(face.submit(FORK.request(0, 5)), 5);
            cosignatures(LOG.note(6), face.submit(LOG.request(5, 6)));
        }
    }

    @Test
    void a_clock_that_was_set_back_does_not_make_an_earlier_cosignature() {
        try (Face face = face()) {
            face.submit(LOG.request(0, 5));
            now.addAndGet(-1000);
            assertThat(cosignatures(LOG.note(6), face.submit(LOG.request(5, 6))))
                    .extracting(one -> one.cosignature().time())
                    .containsOnly(1_800_000_000L);
        }
    }

    @Test
    void extension_lines_are_cosigned_by_the_key_that_covers_them() {
        try (Face face = face()) {
            assertThat(cosignatures(LOG.note(5, "more"), face.submit(LOG.request(0, 5, "more"))))
                    .extracting(SignedNote.Verified::key)
                    .containsExactly(ED25519.key());
        }
    }

    /** A disk that fails as it is told. */
    private static final class Failing implements WitnessState {
        Optional<RuntimeException> next = Optional.empty();
        Optional<Seen> saved = Optional.empty();

        @Override
        public Optional<Seen> load(String origin) {
            return saved;
        }

        @Override
        public void save(String origin, Seen seen) {
            if (next.isPresent()) {
                throw next.get();
            }
            saved = Optional.of(seen);
        }
    }

    @Test
    void nothing_is_answered_that_was_not_saved() {
        var state = new Failing();
        try (Face face = Face.of(witness(state, ED25519))) {
            state.next = Optional.of(new WitnessState.NotSaved("full", new IOException("full")));
            assertStatus(face.submit(LOG.request(0, 5)), 500);
            state.next = Optional.empty();
            face.submit(LOG.request(0, 5));
            assertThat(state.saved).map(WitnessState.Seen::size).hasValue(5L);
            state.next = Optional.of(new IllegalStateException("nobody knows"));
            assertStatus(face.submit(LOG.request(5, 6)), 500);
            state.next = Optional.empty();
            assertStatus(face.submit(LOG.request(5, 6)), 503);
            assertThat(face.troubles).hasSize(2);
        }
    }

    @Test
    void a_damaged_file_is_no_empty_one() throws IOException {
        try (Face face = face()) {
            face.submit(LOG.request(0, 5));
            Path file;
            try (var files = Files.list(folder)) {
                file = files.toList().getFirst();
            }
            byte[] content = Files.readAllBytes(file);
            for (int at = 0; at < content.length; at += 17) {
                byte[] damaged = content.clone();
                damaged[at] ^= 4;
                Files.write(file, damaged);
                assertStatus(face.submit(LOG.request(0, 9)), 500);
            }
            Files.write(file, new byte[0]);
            assertStatus(face.submit(LOG.request(0, 9)), 500);
            Files.write(file, content);
            cosignatures(LOG.note(9), face.submit(LOG.request(5, 9)));
        }
    }

    @Test
    void only_POST_submits() {
        try (Face face = face()) {
            HttpResponse<byte[]> get = face.get("/add-checkpoint");
            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("allow")).hasValue("POST");
        }
    }

    @Test
    void what_is_too_long_is_413() {
        try (Face face = face()) {
            assertStatus(face.submit(new byte[AddCheckpoint.MOST_BYTES + 1]), 413);
            assertStatus(face.submit(new byte[AddCheckpoint.MOST_BYTES]), 400);
        }
    }

    @Test
    void the_index_names_the_keys_of_the_witness() {
        try (Face face = face()) {
            WITNESS_KEYS.forEach(key -> assertThat(face.text("/")).contains(key.toString()));
            assertThat(face.text("/index.json")).contains(ED25519.key().toString());
        }
    }

    @Test
    void a_witness_has_a_key_of_type_4_and_no_log_key() {
        var state = new Failing();
        for (NoteSigner[] signers : List.of(
                new NoteSigner[] {}, new NoteSigner[] {ML_DSA}, new NoteSigner[] {ED25519, ED25519}, new NoteSigner[] {
                    ED25519, LOG.signer()
                })) {
            assertThatIllegalArgumentException().isThrownBy(() -> witness(state, signers));
        }
    }
}
