package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Hash;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;

class ScrubTest {
    @TempDir
    Path temp;

    private final Sample sample = new Sample(13);
    private Node node;

    @BeforeEach
    void fill() {
        node = Node.create(temp.resolve("node"));
        node.disk().commit(sample.line());
        node.fill(sample, 20);
        node.commit(sample.append(Sample.THEIRS, 200));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private List<Problem> scrub() {
        List<Problem> problems = new ArrayList<>();
        try (Scrub scrub = Scrub.ofDatabase(node.folder().database())) {
            Scrub.Result result = scrub.run(problems::add, Scrub.AT_FULL_SPEED);
            assertThat(result.problems()).isEqualTo(problems.size());
        }
        return problems;
    }

    private void change(String sql) {
        Database.execute(node.disk().connection(), sql);
    }

    /** Changes a row and gives it a checksum that fits, as somebody would who means it. */
    private void forgeEntry(long log, long index) {
        Sql read = new Sql(node.disk().connection(), "SELECT entry FROM entry WHERE id = ?");
        byte[] entry = read.first(row -> row.getBytes(1), Key.of(log, index)).orElseThrow();
        entry[5] ^= 1;
        new Sql(node.disk().connection(), "UPDATE entry SET entry = ?, sum = ?, seed = NULL, body = NULL WHERE id = ?")
                .update(entry, Sum.of(Key.of(log, index), entry), Key.of(log, index));
    }

    @Test
    void a_sound_database_has_no_problems_and_all_of_it_was_read() {
        AtomicInteger pauses = new AtomicInteger();
        try (Scrub scrub = Scrub.ofDatabase(node.folder().database())) {
            Scrub.Result result = scrub.run(problem -> assertThat(problem).isNull(), pauses::incrementAndGet);
            assertThat(result)
                    .isEqualTo(new Scrub.Result(3, sample.entries(Sample.OURS).size() + 600 + 20, 20 + 20, 0));
        }
        assertThat(pauses).hasValue(3 + 1 + 1);
    }

    @Test
    void an_entry_of_another_checksum_is_found() {
        change("UPDATE entry SET body = zeroblob(9) WHERE id = " + Key.of(1, 4));
        assertThat(scrub()).extracting(Problem::where).containsExactly("entry 4 of log 1");
    }

    @Test
    void a_forged_entry_contradicts_the_head_the_receipts_and_the_root() {
        forgeEntry(1, 0);
        assertThat(scrub())
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("signed head"))
                .anyMatch(what -> what.contains("receipt of CEDAR"))
                .anyMatch(what -> what.contains("the log"));
    }

    @Test
    void a_forged_entry_contradicts_a_stored_subtree() {
        forgeEntry(2, 300);
        assertThat(scrub()).extracting(Problem::what).anyMatch(what -> what.startsWith("subtree 1 of level 8"));
    }

    @Test
    void a_missing_entry_is_found() {
        change("DELETE FROM entry WHERE id = " + Key.of(1, 4));
        assertThat(scrub()).extracting(Problem::what).contains("entry 4 is not there");
    }

    @Test
    void an_entry_too_many_is_found() {
        change("INSERT INTO entry (id, sum, entry) VALUES (" + Key.of(1, 1_000) + ", 0, x'00')");
        assertThat(scrub()).extracting(Problem::what).containsExactly("there are entries beyond its size");
    }

    @Test
    void rows_of_no_log_are_found() {
        change("INSERT INTO head (id, sum, note) VALUES (" + Key.of(77, 1) + ", 0, x'00')");
        assertThat(scrub()).extracting(Problem::where).containsExactly("table head");
    }

    @Test
    void a_receipt_of_another_checksum_is_found() {
        change("UPDATE receipt SET time = time + 1 WHERE time = 1003");
        assertThat(scrub()).extracting(Problem::where).anyMatch(where -> where.startsWith("receipt of CEDAR"));
    }

    @Test
    void a_receipt_for_a_size_that_the_log_never_had_is_found() {
        int size = sample.entries(Sample.OURS).size();
        Receipt beyond = new Receipt(size + 1, Hash.of(new byte[32]), 7, sample.bytes(64));
        node.commit(new Transaction.NewReceipt(Sample.OURS, Sample.BIRCH, beyond));
        assertThat(scrub())
                .extracting(Problem::what)
                .containsExactly("a receipt of BIRCH is for size " + (size + 1) + " of " + size);
    }
}
