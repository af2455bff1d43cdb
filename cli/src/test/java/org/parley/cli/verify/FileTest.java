package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTest {
    @TempDir
    Path folder;

    private final MadeLine line = MadeLine.of(20, 6);
    private final MadeLog main = line.main();
    private final String logKey = main.key.vkey(main.origin(), 1);
    private final String root = line.birch.root.vkey("parley/root/BIRCH", 1);

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_bundle_is_verified() throws IOException {
        Run run = Run.of(file("b.parley", line.bundle()), "--root", root);
        assertThat(run.out())
                .contains("21 entries, 4 heads, 20 bodies")
                .contains("AZURE on the line")
                .endsWith("verified\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_bundle_without_its_beginning_proves_no_root() throws IOException {
        byte[] bundle = line.bundle();
        // The first batch is cut out: from its length to the next frame's.
        int first =
                new String(bundle, StandardCharsets.ISO_8859_1).indexOf("parley/" + MadeLine.LINE + "/BIRCH/main") - 7;
        int length = java.nio.ByteBuffer.wrap(bundle, first, 4).getInt() + 4;
        byte[] cut = new byte[bundle.length - length];
        System.arraycopy(bundle, 0, cut, 0, first);
        System.arraycopy(bundle, first + length, cut, first, cut.length - first);
        byte[] hash = Keys.sha256(Arrays.copyOf(cut, cut.length - 37));
        System.arraycopy(hash, 0, cut, cut.length - 32, 32);
        Run run = Run.of(file("c", cut));
        assertThat(run.out())
                .contains("BIRCH-1 to BIRCH-7: not there")
                .contains("roots cannot be recomputed: entries before them are missing");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void the_end_of_a_bundle_counts() throws IOException {
        byte[] bundle = line.bundle();
        assertThat(Run.of(file("b", Arrays.copyOf(bundle, bundle.length - 37))).out())
                .contains("the frame that ends a bundle is not there");
        assertThat(Run.of(file("b", Arrays.copyOf(bundle, bundle.length + 1))).out())
                .contains("there are bytes behind it");
    }

    @Test
    void a_proof_is_verified_with_the_log_s_key() throws IOException {
        String proof = file("a.tlog-proof", main.proof(6, true));
        Run run = Run.of(proof, "--key", logKey);
        assertThat(run.out()).contains("the entry proven is BIRCH-7").endsWith("verified\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_proof_is_verified_with_a_key_set_and_its_root_key() throws IOException {
        String proof = file("a.tlog-proof", main.proof(6, false));
        String entry = file("entry", main.entries.get(6));
        String keys = file("keys", line.keySets.getFirst());
        String others = file("others", line.keySets.getLast());
        Run run = Run.of(proof, "--root", root, "--keys", keys, "--keys", others, "--entry", entry);
        assertThat(run.out())
                .contains("/AZURE/cosigner 1, last of size 21 at 2026-11-24T12:00:21Z")
                .endsWith("verified\n");
        String foreign = line.azure.root.vkey("parley/root/BIRCH", 1);
        assertThat(Run.of(proof, "--root", foreign, "--keys", keys, "--entry", entry)
                        .code())
                .isEqualTo(1);
    }

    @Test
    void a_proof_of_another_entry_or_without_a_key_is_no_proof() throws IOException {
        String proof = file("a.tlog-proof", main.proof(6, false));
        assertThat(Run.of(proof, "--key", logKey).out()).contains("says nothing without the entry");
        String other = file("entry", main.entries.get(7));
        assertThat(Run.of(proof, "--key", logKey, "--entry", other).out())
                .contains("does not lead from the entry to the root");
        Run run = Run.of(file("b.tlog-proof", main.proof(6, true)));
        assertThat(run.out()).contains("no key set says who signs heads of this size");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_checkpoint_alone_shows_its_signatures_only() throws IOException {
        String checkpoint = file("checkpoint", main.checkpoint());
        assertThat(Run.of(checkpoint, "--key", logKey).out())
                .contains("only its signatures")
                .endsWith("verified\n");
        String entry = file("entry", main.entries.getFirst());
        assertThat(Run.of(checkpoint, "--key", logKey, "--entry", entry).out()).contains("does not prove");
    }

    @Test
    void what_is_no_export_and_no_key_cannot_be_read() throws IOException {
        assertThat(Run.of(file("x", "hello")).code()).isEqualTo(2);
        assertThat(Run.of(file("y", new byte[] {-1, 0})).code()).isEqualTo(2);
        assertThat(Run.of(folder.resolve("none").toString()).code()).isEqualTo(2);
        assertThat(Run.of(file("x", main.checkpoint()), "--key", logKey + "x").code())
                .isEqualTo(2);
        assertThat(Run.of(file("x", main.checkpoint()), "--root", logKey).code())
                .isEqualTo(2);
        assertThat(Run.of(file("x", main.checkpoint()), "--deadline", "soon").code())
                .isEqualTo(2);
    }

    @Test
    void exports_may_be_anything_and_no_change_goes_unseen() throws IOException {
        Random random = new Random(7);
        byte[] proof = main.proof(6, true).getBytes(StandardCharsets.UTF_8);
        byte[] bundle = line.bundle();
        for (int i = 0; i < 300; i++) {
            byte[] mutated = Mutation.of(bundle, random);
            Run run = Run.of(file("b", mutated), "--root", root);
            boolean changed = !Arrays.equals(mutated, bundle);
            assertThat(run.code())
                    .as("mutation %d of the bundle: %s", i, run.out())
                    .isBetween(changed ? 1 : 0, 2);
            assertThat(Run.of(file("p", Mutation.of(proof, random)), "--key", logKey)
                            .code())
                    .isBetween(0, 2);
        }
    }
}
