package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class FaceTest {
    private static final MadeLine LINE = MadeLine.of(600, 50);
    private static final String BIRCH = "/" + LINE.main().origin() + "/";

    private static Run verify(Map<String, byte[]> files, String... more) {
        try (Face face = new Face(files)) {
            String[] args = Arrays.copyOf(more, more.length + 1);
            args[more.length] = face.url();
            return Run.of(args);
        }
    }

    private static Run damaged(String path, byte[] with) {
        Map<String, byte[]> files = LINE.face();
        assertThat(files).containsKey(path);
        files.put(path, with);
        return verify(files);
    }

    private static byte[] flipped(String path, int at) {
        byte[] bytes = file(path).clone();
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] file(String path) {
        return java.util.Objects.requireNonNull(LINE.face().get(path));
    }

    @Test
    void a_sound_face_is_verified_on_first_use_and_says_so() {
        Run run = verify(LINE.face());
        assertThat(run.out())
                .contains(
                        "BIRCH/main/1-0a1b2c3d: 601 entries, 1 head, 0 bodies (600 erased or absent), receipts: AZURE 12")
                .contains("note: the keys of BIRCH on the line " + MadeLine.LINE + " are trusted on first use")
                .endsWith("verified\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void with_root_keys_nothing_is_taken_on_trust() {
        Run run = verify(
                LINE.face(),
                "--root",
                LINE.birch.root.vkey("parley/root/BIRCH", 1),
                "--root",
                LINE.azure.root.vkey("parley/root/AZURE", 1));
        assertThat(run.out()).doesNotContain("trusted on first use").endsWith("verified\n");
        Run other = verify(LINE.face(), "--root", LINE.azure.root.vkey("parley/root/BIRCH", 1));
        assertThat(other.out()).contains("BIRCH-1: is not signed by the root key of BIRCH");
    }

    @Test
    void one_log_alone_can_be_named() {
        try (Face face = new Face(LINE.face())) {
            Run run = Run.of(face.url() + LINE.logs.get(2).origin());
            assertThat(run.out()).contains("safety").doesNotContain("main/1-0a1b2c3d: ");
            assertThat(run.out()).contains("no key is known by which AZURE makes receipts");
            Run known = Run.of(
                    face.url() + LINE.logs.get(2).origin() + "/",
                    "--key",
                    LINE.azure.cosigner.vkey("parley/" + MadeLine.LINE + "/AZURE/cosigner", 4));
            assertThat(known.last()).isEqualTo("verified");
        }
    }

    @Test
    void a_flipped_bit_in_a_tile_is_told_with_the_tile_s_path() {
        Run run = damaged(BIRCH + "tile/0/001", flipped(BIRCH + "tile/0/001", 40));
        assertThat(run.out()).contains("tile/0/001, hash 1: differs from the entry BIRCH-258");
        assertThat(run.last()).isEqualTo("1 problem");
        run = damaged(BIRCH + "tile/1/000.p/2", flipped(BIRCH + "tile/1/000.p/2", 40));
        assertThat(run.out()).contains("tile/1/000.p/2, hash 1: is not the hash of the entries");
        assertThat(run.last()).isEqualTo("1 problem");
    }

    @Test
    void a_flipped_bit_in_an_entry_is_told_once() {
        Run run = damaged(BIRCH + "tile/entries/000", flipped(BIRCH + "tile/entries/000", 20_000));
        assertThat(run.out()).contains("differs from the entry BIRCH-").doesNotContain("checkpoint: ");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void what_is_missing_is_told() {
        for (String path : List.of("tile/entries/001", "tile/0/002.p/89", "tile/1/000.p/2", "receipts", "checkpoint")) {
            Map<String, byte[]> files = LINE.face();
            assertThat(files.remove(BIRCH + path)).as(path).isNotNull();
            Run run = verify(files);
            assertThat(run.out()).as(path).contains(path + ": cannot be fetched: HTTP 404");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void a_full_tile_serves_for_a_partial_one() {
        MadeLine longer = MadeLine.of(300, 100);
        Map<String, byte[]> files = longer.face();
        MadeLog main = longer.main();
        String below = "/" + main.origin() + "/";
        files.put(below + "checkpoint", main.signed(201));
        files.put(below + "receipts", new byte[0]);
        Run run = verify(files);
        assertThat(run.out()).contains("201 entries").contains("to be compared").contains("verified");
    }

    @Test
    void the_lasting_head_is_checked_too_and_may_be_missing() {
        Map<String, byte[]> files = LINE.face();
        int size = Math.toIntExact(LINE.main().heads.lastKey());
        assertThat(verify(files).out()).contains("ML-DSA-44 up to size " + size);
        byte[] lasting = LINE.main().heads.lastEntry().getValue();
        files.put(BIRCH + "checkpoint", LINE.main().head(size, LINE.main().root(size)));
        assertThat(verify(files).out()).doesNotContain("ML-DSA-44");
        files.put(BIRCH + "lasting", lasting);
        assertThat(verify(files).out()).contains("ML-DSA-44 up to size " + size).endsWith("verified\n");
        byte[] flipped = lasting.clone();
        flipped[flipped.length - 40] ^= 1;
        files.put(BIRCH + "lasting", flipped);
        Run run = verify(files);
        assertThat(run.out()).contains("lasting head: ").doesNotContain("ML-DSA-44 up to");
        assertThat(run.code()).isEqualTo(1);
        files.put(BIRCH + "lasting", LINE.main().head(3, new byte[32]));
        assertThat(verify(files).out()).contains("lasting head: root is not that of the entries");
        files.put(BIRCH + "lasting", new byte[] {'x'});
        assertThat(verify(files).code()).isEqualTo(1);
    }

    @Test
    void a_shortened_log_and_a_foreign_one_are_told() {
        Map<String, byte[]> files = LINE.face();
        files.put(BIRCH + "checkpoint", LINE.main().signed(501));
        assertThat(verify(files).out())
                .contains("receipt 11 of AZURE: is larger than the log: expected at most 501, found 551");
        files.put(BIRCH + "checkpoint", file("/" + LINE.logs.get(1).origin() + "/checkpoint"));
        assertThat(verify(files).out()).contains("checkpoint: is a head of another log");
    }

    @Test
    void a_slow_or_endless_server_does_not_hold_it_up() {
        long begin = System.nanoTime();
        for (String path : List.of(BIRCH + "tile/0/001", BIRCH + "receipts")) {
            try (Face face = new Face(LINE.face(), path)) {
                Run run = Run.of(face.url(), "--timeout", "1s");
                assertThat(run.out()).contains("cannot be fetched: ");
                assertThat(run.code()).isEqualTo(1);
            }
        }
        try (Face face = new Face(LINE.face(), "/")) {
            assertThat(Run.of(face.url(), "--timeout", "1s").code()).isEqualTo(2);
            assertThat(Run.of(face.url(), "--deadline", "1s").code()).isEqualTo(2);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void a_server_that_answers_too_much_is_cut_off() {
        assertThat(damaged(BIRCH + "checkpoint", new byte[1 << 20]).out()).contains("checkpoint: cannot be fetched");
        assertThat(damaged(BIRCH + "tile/0/000", new byte[9_000]).out()).contains("tile/0/000: cannot be fetched");
    }

    @Test
    void a_log_that_claims_to_be_immense_ends_too() {
        MadeLog main = MadeLine.of(3, 1).main();
        Map<String, byte[]> files = LINE.face();
        files.put(BIRCH + "checkpoint", main.head(1_000_000_000, new byte[32]));
        Run run = verify(files);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("does not give 1000 of what it should");
    }

    @Test
    void nobody_there_cannot_be_read() {
        assertThat(Run.of("http://127.0.0.1:1/").code()).isEqualTo(2);
        assertThat(Run.of("http:///").code()).isEqualTo(2);
        assertThat(verify(Map.of("/", "nothing here".getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void files_of_a_face_may_be_anything() {
        MadeLine line = MadeLine.of(5, 2);
        Map<String, byte[]> sound = line.face();
        List<String> paths = List.copyOf(sound.keySet());
        Random random = new Random(3);
        for (int i = 0; i < 80; i++) {
            Map<String, byte[]> files = line.face();
            String path = paths.get(random.nextInt(paths.size()));
            byte[] mutated = Mutation.of(java.util.Objects.requireNonNull(sound.get(path)), random);
            files.put(path, mutated);
            Run run = verify(files);
            boolean changed = !Arrays.equals(mutated, sound.get(path)) && !path.equals("/");
            boolean told = run.code() != 0 || run.out().contains("was not checked: its key is not known");
            assertThat(told || !changed)
                    .as("mutation %d of %s: %s", i, path, run.out())
                    .isTrue();
            assertThat(run.code()).isBetween(0, 2);
        }
    }
}
