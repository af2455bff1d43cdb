package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Effect;
import org.parley.node.Node;
import org.parley.node.bundle.Export;
import org.parley.node.publicface.PublicLogs;

/** The command on what real nodes wrote, while they write and afterwards. */
@Timeout(300)
class RealNodeTest {
    private static final int FLIPS = Boolean.getBoolean("parley.nightly") ? 1_000 : 30;

    /** Enough that some are said while each form is verified, and few enough that this ends. */
    private static final int SAID = 150;

    @TempDir
    Path temp;

    private static void isVerified(String what, TwoNodes town, boolean withRoots) {
        List<String> args = new ArrayList<>(List.of(what));
        args.addAll(withRoots ? town.roots() : List.of());
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.out()).as(what).endsWith("verified\n").doesNotContain("problem: ", "not looked at");
        assertThat(run.code()).isZero();
    }

    private static void isVerifiedInAllForms(TwoNodes town, PublicLogs face, Path bundle) throws IOException {
        isVerified(town.azure.folder().toString(), town, true);
        isVerified(town.birch.folder().toString(), town, true);
        isVerified("http://127.0.0.1:" + face.port(), town, true);
        for (Origin log : town.azure.standing().logs(town.line)) {
            isVerified("http://127.0.0.1:" + face.port() + "/" + log, town, true);
        }
        new Export(town.azure).write(town.line, bundle);
        isVerified(bundle.toString(), town, true);
    }

    @Test
    void folders_faces_and_bundles_of_two_nodes_are_verified_while_they_write_and_when_they_have_stopped()
            throws Exception {
        TwoNodes closed;
        try (TwoNodes town = new TwoNodes(temp);
                PublicLogs face = TwoNodes.face(town.azure)) {
            closed = town;
            AtomicBoolean writing = new AtomicBoolean(true);
            Thread azure = Thread.ofVirtual().start(() -> sayUntil(town, town.azure, writing));
            Thread birch = Thread.ofVirtual().start(() -> sayUntil(town, town.birch, writing));
            try {
                for (int round = 0; round < 2; round++) {
                    isVerifiedInAllForms(town, face, temp.resolve(round + ".bundle"));
                    town.rotate(town.azure);
                }
            } finally {
                writing.set(false);
                azure.join();
                birch.join();
            }
            town.awaitHeld(town.azure, town.say(town.azure, Lane.MAIN, "the last"));
            town.azure.settle().join();
        }
        for (Node stopped : List.of(closed.azure, closed.birch)) {
            Run run = Run.of(stopped.folder().toString());
            assertThat(run.out()).endsWith("verified\n");
            assertThat(run.out()).contains("receipts: BIRCH ").contains("receipts: AZURE ");
            assertThat(run.out()).doesNotContain("trusted on first use");
        }
    }

    /**
     * Bits that flip anywhere in the database: told, or of no meaning at all. A byte of no meaning lies in free space, or in what
     * SQLite keeps for itself: with and without it every table has the same rows.
     */
    @Test
    void a_flipped_bit_of_a_database_is_told_or_changes_no_row() throws Exception {
        Path database;
        try (TwoNodes town = new TwoNodes(temp)) {
            town.rotate(town.birch);
            town.sayMany(town.birch, 300);
            town.say(town.birch, Lane.SAFETY, "stop");
            town.awaitHeld(town.birch, town.say(town.birch, Lane.MAIN, "the last"));
            database = town.birch.folder().resolve("parley.db");
        }
        byte[] sound = Files.readAllBytes(database);
        Path copy = Files.createDirectories(temp.resolve("copy")).resolve("parley.db");
        Files.write(copy, sound);
        String rows = AllRows.of(copy);
        Random random = new Random(20_261_128);
        int told = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = sound.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(copy, flipped);
            Run run = Run.of(copy.toString());
            told += run.code() == 0 ? 0 : 1;
            if (run.code() == 0) {
                assertThat(AllRows.of(copy))
                        .as("bit of byte %d: %s", at, run.out())
                        .isEqualTo(rows);
            }
        }
        assertThat(told).as("bits that mattered").isGreaterThan(FLIPS / 4);
    }

    private static void sayUntil(TwoNodes town, Node node, AtomicBoolean writing) {
        for (int i = 0; i < SAID && writing.get(); i++) {
            Effect.Said said = town.say(node, i % 10 == 0 ? Lane.SAFETY : Lane.MAIN, "record " + i);
            assertThat(said.index()).isPositive();
        }
    }
}
