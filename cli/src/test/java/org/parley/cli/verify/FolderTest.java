package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderTest {
    private static final String BIRCH = "parley/" + MadeLine.LINE + "/BIRCH/main/1-0a1b2c3d";
    private static final long ONE = 1L << 40;

    @TempDir
    Path folder;

    private Run verify(MadeLine line) throws IOException, SQLException {
        return Run.of(line.folder(folder).toString());
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Test
    void a_sound_folder_is_verified_and_each_log_has_a_line() throws IOException, SQLException {
        Run run = verify(MadeLine.of(600, 7));
        assertThat(run.out())
                .contains(
                        BIRCH
                                + ": 601 entries, 86 heads, 600 bodies, receipts: AZURE 86, last of size 601 at 2026-11-24T12:10:01Z, ML-DSA-44 up to size 601, 0 problems")
                .contains("/AZURE/main/1-0a1b2c3d: 3 entries, 2 heads")
                .doesNotContain("problem: ")
                .endsWith("verified\n");
        assertThat(run.code()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside it").hasSize(1);
        }
    }

    @Test
    void a_folder_that_a_node_has_open_is_read_as_of_one_moment() throws IOException, SQLException {
        MadeLine.of(5, 2).folder(folder);
        try (Connection node = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
                Statement statement = node.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE state SET commits = 1");
            statement.execute("COMMIT");
            assertThat(Run.of(folder.toString()).last()).isEqualTo("verified");
            statement.execute("DELETE FROM entry WHERE id = " + (ONE + 3));
            assertThat(Run.of(folder.toString()).out()).contains("BIRCH-4: not there");
        }
    }

    /** What is done to a row, where it is told, and what is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
        UPDATE entry SET entry = replace(entry, 'Ötzi', 'Otzi') WHERE id = 1099511627780 → subtree 0 of level 8: is not the hash of the entries
        UPDATE entry SET entry = replace(entry, '"no":5', '"no":6') WHERE id = 1099511627780 → BIRCH-5: entry: no is 6 in the place of 5
        UPDATE entry SET entry = entry || ' ' WHERE id = 1099511627780 → BIRCH-5: entry: JSON that is not in canonical form
        UPDATE entry SET entry = replace(entry, 'BIRCH', 'OAK') WHERE id = 1099511627780 → BIRCH-5: entry: by is 'OAK' in the place of 'BIRCH'
        UPDATE entry SET entry = replace(entry, '2026', '2025') WHERE id = 1099511627780 → BIRCH-5: its time is before that of the entry before
        UPDATE entry SET body = replace(body, 'lift', 'shift') WHERE id = 1099511627780 → BIRCH-5: body is not that of its commitment
        UPDATE entry SET seed = NULL WHERE id = 1099511627780 → BIRCH-5: a body without seed or a seed alone
        DELETE FROM entry WHERE id = 1099511627780 → BIRCH-5: not there
        DELETE FROM entry WHERE id > 1099511628000 AND id < 2199023255552 → size: is not the number of entries: expected 225, found 301
        UPDATE tree SET hash = zeroblob(32) → subtree 0 of level 8: is not the hash of the entries
        DELETE FROM tree → subtree 0 of level 8: not there
        INSERT INTO tree VALUES (1, 8, 7, zeroblob(32), 0) → subtree 7 of level 8: is stored for entries that are not there
        UPDATE head SET note = replace(note, 'BIRCH', 'AZURE') WHERE id = 1099511627786 → head of size 10: is a head of another log
        UPDATE head SET note = (SELECT note FROM head WHERE id = 1099511627795) WHERE id = 1099511627786 → head of size 10: is of another size: expected 10, found 19
        UPDATE head SET note = replace(note, '. ', '') || 'x' WHERE id = 1099511627786 → head of size 10: a note without a signature line
        UPDATE receipt SET size = 19 WHERE log = 1 AND size = 10 → receipt 1 of AZURE: root is not that of the entries
        UPDATE receipt SET time = time + 1 WHERE log = 1 AND size = 10 → receipt 1 of AZURE: signature does not verify
        UPDATE receipt SET time = 9999999999 WHERE log = 1 AND size = 10 → receipt 2 of AZURE: is earlier than the one before
        UPDATE receipt SET member = 'OAK' WHERE log = 1 AND size = 10 → receipt 1 of OAK: no key is known by which OAK makes receipts
        UPDATE signed_note SET note = replace(note, 'serial 1', 'serial 2') WHERE party = 'BIRCH' → key set 1: is not signed by the root key of BIRCH
        UPDATE member SET root_key = zeroblob(32) WHERE party = 'BIRCH' → is not signed by the root key of BIRCH
        UPDATE log SET received_at = 7 WHERE id = 2 → database: table log, row 2: its checksum is not that of its content
        UPDATE line SET me = 'AZURE' → database: table line, row 1: its checksum is not that of its content
        UPDATE entry SET sum = sum + 1 WHERE id = 1099511627780 → BIRCH-5: the checksum of its row is not that of its content
        UPDATE log SET root = zeroblob(32) WHERE id = 1 → root: is not that of the entries
        UPDATE log SET void_from = 7 WHERE id = 1 → void from: is not what revocations say: expected nothing void, found size 7
        UPDATE origin SET name = 'parley/x' WHERE id = 3 → origin 3: 'parley/x' is no origin of a log
        UPDATE line SET name = '00000000000000000000000000000000' → origin: stands under another line
        """)
    void damage_is_told_with_its_place(String damage, String told) throws IOException, SQLException {
        MadeLine.of(300, 9).folder(folder);
        sql(damage.replace("entry = replace(entry,", "entry = replace(CAST(entry AS TEXT),")
                .replace("body = replace(body,", "body = replace(CAST(body AS TEXT),")
                .replace("note = replace(note,", "note = replace(CAST(note AS TEXT),"));
        Run run = Run.of(folder.toString());
        assertThat(run.out()).contains(told);
        assertThat(run.last()).matches("[0-9]+ problems?");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void one_wrong_entry_does_not_make_every_later_head_wrong() throws IOException, SQLException {
        MadeLine.of(600, 50).folder(folder);
        sql("UPDATE entry SET entry = replace(CAST(entry AS TEXT), 'Ötzi', 'Otzi') WHERE id = " + (ONE + 230));
        Run run = Run.of(folder.toString());
        assertThat(run.out()).contains("head of size 251: root is not that of the entries");
        assertThat(run.out()).contains("subtree 0 of level 8");
        assertThat(run.out()).doesNotContain("size 301").doesNotContain("size 601:");
        assertThat(run.last())
                .as("its row, the subtree, a head and its receipt")
                .isEqualTo("4 problems");
    }

    @Test
    void a_flipped_bit_in_a_head_or_a_receipt_is_found_wherever_it_is() throws IOException, SQLException {
        Random random = new Random(11);
        MadeLine line = MadeLine.of(3, 1);
        byte[] whole = line.main().signed(3);
        for (int i = 0; i < 60; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            line.main().heads.put(3L, flipped);
            Path each = folder.resolve("" + i);
            Run run = Run.of(line.folder(each).toString());
            assertThat(run.code())
                    .as("byte %d of %s", at, new String(flipped, StandardCharsets.UTF_8))
                    .isEqualTo(1);
        }
    }

    @Test
    void erased_bodies_are_counted_and_are_no_problem() throws IOException, SQLException {
        MadeLine line = MadeLine.of(10, 5);
        for (int index : List.of(2, 4)) {
            line.main().seeds.set(index, MadeLog.NONE);
            line.main().bodies.set(index, MadeLog.NONE);
        }
        Run run = verify(line);
        assertThat(run.out()).contains("8 bodies (2 erased or absent)").endsWith("verified\n");
    }

    @Test
    void keys_change_and_heads_are_signed_by_those_in_force() throws IOException, SQLException {
        MadeLine line = MadeLine.of(10, 5);
        MadeLog main = line.main();
        String next = line.birch.keySet(MadeLine.LINE, 2, line.birch.nextLog, MadeLine.EPOCH, 12, MadeLine.EPOCH, 3);
        line.keySets.add(1, next);
        main.keys(next);
        main.key = line.birch.nextLog;
        main.head(line.azure);
        line.keySets.remove(1);
        line.keySets.add(next);
        assertThat(verify(line).last()).isEqualTo("verified");

        byte[] root = main.root(12);
        main.key = line.birch.log;
        main.heads.put(12L, main.head(12, root));
        folder = folder.resolve("old");
        assertThat(verify(line).out()).contains("head of size 12: is not signed by the key in force for its size");
    }

    @Test
    void after_a_revocation_what_lies_behind_it_is_void_and_the_next_epoch_goes_on() throws IOException, SQLException {
        MadeLine line = MadeLine.of(10, 5);
        MadeLog main = line.main();
        line.revocations.add(line.birch.revocation(MadeLine.LINE, 1, MadeLine.EPOCH, main, 6, MadeLine.EPOCH, 0));
        String next = line.birch.keySet(MadeLine.LINE, 2, line.birch.nextLog, "2-99999999", 1, "2-88888888", 1);
        MadeLog successor = new MadeLog(MadeLine.LINE, line.birch, "main", "2-99999999");
        successor.key = line.birch.nextLog;
        successor.content(
                "keys",
                "{\"after\":{\"origin\":\"" + main.origin() + "\",\"root\":\""
                        + java.util.HexFormat.of().formatHex(main.root(6)) + "\",\"size\":6},\"keys\":"
                        + MadeLog.quoted(next) + "}");
        successor.content("revocation", "{\"revocation\":" + MadeLog.quoted(line.revocations.getFirst()) + "}");
        successor.head(line.azure);
        line.logs.add(successor);
        line.keySets.add(next);
        main.voidFrom = 6;
        line.logs.get(2).voidFrom = 0;
        Run run = verify(line);
        assertThat(run.out()).contains("11 entries, void from size 6, 2 heads").endsWith("verified\n");
    }

    @Test
    void a_revocation_of_another_root_is_a_problem() throws IOException, SQLException {
        MadeLine line = MadeLine.of(10, 5);
        MadeLog main = line.main();
        line.revocations.add(
                line.birch.revocation(MadeLine.LINE, 1, MadeLine.EPOCH, line.logs.get(1), 3, MadeLine.EPOCH, 0));
        main.voidFrom = 3;
        line.logs.get(2).voidFrom = 0;
        assertThat(verify(line).out()).contains("revocation: names another root of " + BIRCH + " at size 3");
    }

    @Test
    void evidence_is_proven_or_told_to_prove_nothing() throws IOException, SQLException {
        MadeLine line = MadeLine.of(10, 3);
        MadeLog main = line.main();
        List<byte[]> other = Arrays.asList(main.entries.toArray(new byte[0][]));
        byte[] wrong = MadeTree.root(other.subList(1, 6));
        byte[] head = main.head(5, wrong);
        byte[] last = main.signed(11);
        List<byte[]> proof = MadeTree.consistency(5, main.entries);
        line.evidence.add(MadeLine.evidence(main.origin(), head, last, main.root(5), proof));
        Run run = verify(line);
        assertThat(run.out())
                .contains("is proven to have shown two faces, at the sizes 5 and 11")
                .endsWith("verified\n");

        line.evidence.set(0, MadeLine.evidence(main.origin(), main.head(5, main.root(5)), last, main.root(5), proof));
        folder = folder.resolve("false");
        assertThat(verify(line).out()).contains("proves nothing: the two heads agree");
        line.evidence.set(0, MadeLine.evidence(main.origin(), head, last, wrong, proof));
        folder = folder.resolve("falser");
        assertThat(verify(line).out()).contains("proves nothing: the proof does not lead");
        main.key = line.azure.log;
        line.evidence.set(0, MadeLine.evidence(main.origin(), main.head(5, wrong), last, main.root(5), proof));
        folder = folder.resolve("forged");
        assertThat(verify(line).out()).contains("proves nothing: the head of size 5: is not signed");
    }

    @Test
    void a_root_key_from_outside_counts_more_than_the_folder() throws IOException, SQLException {
        MadeLine line = MadeLine.of(3, 1);
        line.folder(folder);
        String right = line.birch.root.vkey("parley/root/BIRCH", 1);
        assertThat(Run.of(folder.toString(), "--root", right).last()).isEqualTo("verified");
        String wrong = line.azure.root.vkey("parley/root/BIRCH", 1);
        Run run = Run.of("--root", wrong, folder.toString());
        assertThat(run.out())
                .contains("root key: is not the one that was given")
                .contains("is not signed by the root key");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void json_says_the_same() throws IOException, SQLException {
        MadeLine.of(3, 1).folder(folder);
        sql("DELETE FROM entry WHERE id = " + (ONE + 2));
        Run run = Run.of("--json", folder.toString());
        assertThat(run.code()).isEqualTo(1);
        var read = new tools.jackson.databind.json.JsonMapper().readTree(run.out());
        assertThat(read.path("verified").booleanValue()).isFalse();
        assertThat(read.path("logs").size()).isEqualTo(3);
        assertThat(read.path("listed").path(0).path("place").stringValue()).isEqualTo("BIRCH-3");
    }

    @Test
    void what_is_no_folder_cannot_be_read() throws IOException {
        assertThat(Run.of(folder.toString()).code()).isEqualTo(2);
        assertThat(Run.of(folder.resolve("nothing").toString()).code()).isEqualTo(2);
        Files.writeString(folder.resolve("parley.db"), "SQLite format 3\0and then garbage");
        Run run = Run.of(folder.toString());
        assertThat(run.code()).as(run.out()).isEqualTo(2);
    }

    @Test
    void bytes_of_the_database_may_be_anything() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(MadeLine.of(20, 3).folder(folder).resolve("parley.db"));
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            byte[] mutated = whole.clone();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            Files.write(folder.resolve("parley.db"), mutated);
            assertThat(Run.of(folder.toString()).code()).as("mutation %d", i).isBetween(0, 2);
        }
    }
}
