package org.parley.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.ledger.contract.Sample.BIRCH;
import static org.parley.ledger.contract.Sample.CEDAR;
import static org.parley.ledger.contract.Sample.LINE;
import static org.parley.ledger.contract.Sample.OURS;
import static org.parley.ledger.contract.Sample.SAFETY;
import static org.parley.ledger.contract.Sample.THEIRS;
import static org.parley.ledger.contract.Sample.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.line.Transaction.Append;

/** What every disk of a ledger must do. A write with the key of an earlier one replaces it, but for receipts. */
public abstract class DiskContract {
    protected final Sample sample = new Sample(1);

    /** An empty disk; always the same one within a test. */
    protected abstract Disk disk();

    /** The same disk after the process ended and began again. */
    protected abstract Disk reopen();

    /** The same disk after a start from which nothing can be concluded of the last run, as on another machine. */
    protected abstract Disk elsewhere();

    /** The same disk after the process ended, the high-water mark was lost, and the process began again. */
    protected abstract Disk withoutMark();

    private static List<StoredEntry> stored(Append append) {
        List<StoredEntry> stored = new ArrayList<>();
        for (int i = 0; i < append.entries().size(); i++) {
            stored.add(new StoredEntry(append.entries().get(i), append.bodies().get(i)));
        }
        return stored;
    }

    private Image.LineImage line() {
        assertThat(reopen().load().lines()).hasSize(1);
        return disk().load().lines().getFirst();
    }

    @Test
    void an_empty_disk_has_no_lines_and_answers_nothing() {
        assertThat(disk().load().lines()).isEmpty();
        assertThat(disk().load().mark()).isEmpty();
        assertThat(disk().entries(OURS, 0, 10, 1_000)).isEmpty();
        assertThat(disk().head(OURS, 1)).isEmpty();
        assertThat(disk().headSize(OURS, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(disk().receipts(OURS, CEDAR, Receipt.Place.START, 10)).isEmpty();
        assertThat(disk().hasReceipt(OURS, CEDAR, 1, 1)).isFalse();
        assertThat(disk().lastingSize(OURS, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(disk().parked()).isEmpty();
        assertThat(disk().parked(OURS, 0)).isEmpty();
        assertThatThrownBy(() -> disk().subtree(OURS, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_its_members_key_sets_and_revocations_are_kept_in_order() {
        Bytes root = sample.bytes(32);
        disk().commit(transaction(
                new Transaction.NewLine(LINE, BIRCH),
                new Transaction.NewMember(LINE, CEDAR, root),
                new Transaction.NewKeySet(LINE, CEDAR, 2, Bytes.ofText("second")),
                new Transaction.NewKeySet(LINE, CEDAR, 1, Bytes.ofText("first")),
                new Transaction.NewKeySet(LINE, CEDAR, 10, Bytes.ofText("tenth")),
                new Transaction.NewRevocation(LINE, CEDAR, 1, Bytes.ofText("void"))));
        Image.LineImage line = line();
        assertThat(line.line()).isEqualTo(LINE);
        assertThat(line.me()).isEqualTo(BIRCH);
        assertThat(line.rootKeys()).isEqualTo(Map.of(CEDAR, root));
        assertThat(line.keySets())
                .isEqualTo(
                        Map.of(CEDAR, List.of(Bytes.ofText("first"), Bytes.ofText("second"), Bytes.ofText("tenth"))));
        assertThat(line.revocations()).isEqualTo(Map.of(CEDAR, List.of(Bytes.ofText("void"))));
        assertThat(line.logs()).isEmpty();
    }

    @Test
    void entries_and_bodies_come_back_as_they_were_given() {
        disk().commit(sample.line());
        Append ours = sample.append(OURS, 300);
        Append theirs = sample.append(THEIRS, 5);
        disk().commit(transaction(ours, theirs));
        Append more = sample.append(OURS, 7);
        disk().commit(transaction(more));
        assertThat(line().logs()).containsExactlyInAnyOrder(more.log(), theirs.log());
        List<StoredEntry> all = new ArrayList<>(stored(ours));
        all.addAll(stored(more));
        assertThat(disk().entries(OURS, 0, 1_000, Long.MAX_VALUE)).isEqualTo(all);
        assertThat(disk().entries(OURS, 299, 3, Long.MAX_VALUE)).isEqualTo(all.subList(299, 302));
        assertThat(disk().entries(OURS, 307, 3, Long.MAX_VALUE)).isEmpty();
        assertThat(disk().entries(THEIRS, 0, 1_000, Long.MAX_VALUE)).isEqualTo(stored(theirs));
    }

    @Test
    void entries_keep_to_a_number_of_bytes_but_give_at_least_one() {
        disk().commit(sample.line());
        Append append = sample.append(OURS, 3);
        disk().commit(transaction(append));
        List<StoredEntry> all = stored(append);
        long two = all.subList(0, 2).stream().mapToLong(DiskContract::bytes).sum();
        assertThat(disk().entries(OURS, 0, 10, 1)).isEqualTo(all.subList(0, 1));
        assertThat(disk().entries(OURS, 0, 10, two)).isEqualTo(all.subList(0, 2));
        assertThat(disk().entries(OURS, 0, 10, two - 1)).isEqualTo(all.subList(0, 1));
    }

    private static long bytes(StoredEntry entry) {
        return (long) entry.entry().length()
                + entry.body()
                        .map(body -> body.seed().length() + body.body().length())
                        .orElse(0);
    }

    @Test
    void an_entry_may_have_no_body_and_an_erased_body_is_gone() {
        disk().commit(sample.line());
        Append append = sample.append(OURS, 3);
        Append bare = new Append(
                0,
                append.entries(),
                append.leaves(),
                List.of(
                        append.bodies().get(0),
                        Optional.empty(),
                        append.bodies().get(2)),
                append.log());
        disk().commit(transaction(bare));
        disk().commit(transaction(new Transaction.Erase(OURS, 2)));
        reopen();
        assertThat(disk().entries(OURS, 0, 10, Long.MAX_VALUE))
                .containsExactly(
                        stored(append).getFirst(),
                        new StoredEntry(append.entries().get(1), Optional.empty()),
                        new StoredEntry(append.entries().get(2), Optional.empty()));
    }

    @Test
    void subtrees_of_every_level_have_the_hash_of_rfc_6962() {
        disk().commit(sample.line());
        for (int count : List.of(1, 255, 1, 300, 512, 200)) {
            disk().commit(transaction(sample.append(OURS, count)));
        }
        reopen();
        disk().commit(transaction(sample.append(OURS, 100)));
        List<Hash> leaves = sample.leaves(OURS);
        for (int level = 0; 1 << level <= leaves.size(); level++) {
            int width = 1 << level;
            for (int index = 0; (index + 1) * width <= leaves.size(); index += Math.max(1, 40 >> level)) {
                assertThat(disk().subtree(OURS, level, index))
                        .as("level %d, index %d", level, index)
                        .isEqualTo(Sample.root(leaves.subList(index * width, (index + 1) * width)));
            }
            int beyond = leaves.size() / width;
            int at = level;
            assertThatThrownBy(() -> disk().subtree(OURS, at, beyond)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_log_changes_its_state_without_entries() {
        disk().commit(sample.line());
        Append append = sample.append(THEIRS, 2);
        disk().commit(transaction(append));
        LogImage log = append.log();
        LogImage changed = new LogImage(
                THEIRS,
                2,
                log.frontier(),
                log.root(),
                log.at(),
                log.receivedAt() + 9,
                LogImage.State.FROZEN,
                Optional.of(1L));
        disk().commit(transaction(new Transaction.LogChanged(changed)));
        assertThat(line().logs()).containsExactly(changed);
    }

    @Test
    void heads_are_found_by_size_and_the_largest_within_bounds() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 9), sample.append(THEIRS, 9)));
        Transaction.NewHead three = sample.head(OURS, 3);
        Transaction.NewHead seven = sample.head(OURS, 7);
        Transaction.NewHead replaced = sample.head(OURS, 7);
        disk().commit(transaction(three, seven, replaced, sample.head(THEIRS, 5)));
        reopen();
        assertThat(disk().head(OURS, 3)).contains(three.note());
        assertThat(disk().head(OURS, 7)).contains(replaced.note());
        assertThat(disk().head(OURS, 5)).isEmpty();
        assertThat(disk().headSize(OURS, 0, 100)).contains(7L);
        assertThat(disk().headSize(OURS, 0, 6)).contains(3L);
        assertThat(disk().headSize(OURS, 3, 6)).isEmpty();
        assertThat(disk().headSize(OURS, 7, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void lasting_heads_are_found_among_the_others() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 99), sample.append(THEIRS, 99)));
        List<Transaction.Write> heads = new ArrayList<>();
        for (int size = 1; size <= 99; size++) {
            heads.add(new Transaction.NewHead(OURS, size, sample.bytes(size % 40 == 3 ? 2_421 : 2_420)));
        }
        heads.add(new Transaction.NewHead(OURS, 83, sample.bytes(200)));
        heads.add(new Transaction.NewHead(OURS, 60, sample.bytes(4_000)));
        heads.add(new Transaction.NewHead(THEIRS, 50, sample.bytes(4_000)));
        disk().commit(new Transaction(heads));
        reopen();
        assertThat(disk().lastingSize(OURS, 0, Long.MAX_VALUE)).contains(60L);
        assertThat(disk().lastingSize(OURS, 0, 60)).contains(60L);
        assertThat(disk().lastingSize(OURS, 0, 59)).contains(43L);
        assertThat(disk().lastingSize(OURS, 43, 59)).isEmpty();
        assertThat(disk().lastingSize(OURS, 3, 42)).isEmpty();
        assertThat(disk().lastingSize(OURS, 2, 42)).contains(3L);
        assertThat(disk().lastingSize(THEIRS, 0, 99)).contains(50L);
        assertThat(disk().lastingSize(SAFETY, 0, 99)).isEmpty();
    }

    @Test
    void receipts_keep_their_order_and_the_last_is_in_the_image() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 9), sample.append(SAFETY, 1)));
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            receipts.add(sample.receipt(OURS, 1_000 + i));
            disk().commit(transaction(new Transaction.NewReceipt(OURS, CEDAR, receipts.getLast())));
        }
        Receipt other = sample.receipt(SAFETY, 9);
        disk().commit(transaction(new Transaction.NewReceipt(SAFETY, CEDAR, other)));
        assertThat(line().receipts())
                .containsExactlyInAnyOrder(
                        new Image.Last(OURS, CEDAR, Sample.tally(receipts), 9, 1_004),
                        new Image.Last(SAFETY, CEDAR, Sample.tally(List.of(other)), 1, 9));
        assertThat(disk().receipts(OURS, CEDAR, Receipt.Place.START, 100)).isEqualTo(receipts);
        assertThat(disk().receipts(OURS, CEDAR, receipts.get(2).place(), 1)).isEqualTo(receipts.subList(3, 4));
        assertThat(disk().receipts(OURS, BIRCH, Receipt.Place.START, 1)).isEmpty();
    }

    @Test
    void receipts_are_a_set_in_the_order_of_size_and_time_however_they_come() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 9)));
        List<Receipt> receipts = new ArrayList<>();
        for (int size : List.of(2, 3, 3, 3, 9)) {
            receipts.add(sample.receipt(OURS, size, size == 9 ? 5 : 1_000 + receipts.size()));
        }
        for (int i : List.of(4, 2, 0, 3)) {
            disk().commit(transaction(new Transaction.NewReceipt(OURS, CEDAR, receipts.get(i))));
        }
        assertThat(line().receipts())
                .containsExactly(new Image.Last(OURS, CEDAR, Sample.tally(without(receipts, 1)), 9, 5));
        disk().commit(transaction(
                new Transaction.NewReceipt(OURS, CEDAR, receipts.get(1)),
                new Transaction.NewReceipt(OURS, BIRCH, receipts.get(1))));
        assertThat(disk().receipts(OURS, CEDAR, Receipt.Place.START, 100)).isEqualTo(receipts);
        assertThat(disk().receipts(OURS, CEDAR, receipts.get(0).place(), 2)).isEqualTo(receipts.subList(1, 3));
        assertThat(disk().receipts(OURS, CEDAR, receipts.get(4).place(), 2)).isEmpty();
        assertThat(line().receipts())
                .containsExactlyInAnyOrder(
                        new Image.Last(OURS, CEDAR, Sample.tally(receipts), 9, 5),
                        new Image.Last(OURS, BIRCH, Sample.tally(receipts.subList(1, 2)), 3, 1_001));
        assertThat(disk().hasReceipt(OURS, CEDAR, 3, 1_002)).isTrue();
        assertThat(disk().hasReceipt(OURS, CEDAR, 3, 1_004)).isFalse();
        assertThat(disk().hasReceipt(OURS, CEDAR, 3, 1_000)).isFalse();
        assertThat(disk().hasReceipt(OURS, CEDAR, 2, 1_002)).isFalse();
        assertThat(disk().hasReceipt(OURS, BIRCH, 3, 1_002)).isFalse();
        assertThat(disk().hasReceipt(THEIRS, CEDAR, 3, 1_002)).isFalse();
    }

    @Test
    void receipts_read_page_by_page_are_those_of_one_read() {
        List<Receipt> all = manyReceipts();
        assertThat(disk().receipts(OURS, CEDAR, Receipt.Place.START, Integer.MAX_VALUE))
                .isEqualTo(all);
        for (int width : List.of(1, 2, 7, all.size() - 1, all.size(), all.size() + 1)) {
            List<Receipt> read = new ArrayList<>();
            Receipt.Place last = Receipt.Place.START;
            for (List<Receipt> page = disk().receipts(OURS, CEDAR, last, width);
                    !page.isEmpty();
                    page = disk().receipts(OURS, CEDAR, last, width)) {
                assertThat(page).hasSizeLessThanOrEqualTo(width);
                read.addAll(page);
                last = page.getLast().place();
            }
            assertThat(read).as("pages of %d", width).isEqualTo(all);
        }
    }

    @Test
    void receipts_are_found_and_counted_from_any_place_as_among_all_of_them() {
        List<Receipt> all = manyReceipts();
        List<Receipt.Place> places = new ArrayList<>(List.of(Receipt.Place.START, Receipt.Place.END));
        for (long size = 0; size <= 10; size++) {
            places.add(Receipt.Place.endOf(size));
            for (long time = 0; time <= 9; time++) {
                places.add(new Receipt.Place(size, time));
            }
        }
        for (Receipt.Place place : places) {
            List<Receipt> until = all.stream()
                    .filter(receipt -> receipt.place().compareTo(place) <= 0)
                    .toList();
            assertThat(disk().receipts(OURS, CEDAR, place, Integer.MAX_VALUE))
                    .isEqualTo(all.subList(until.size(), all.size()));
            assertThat(disk().lastReceipt(OURS, CEDAR, place))
                    .isEqualTo(until.isEmpty() ? Optional.empty() : Optional.of(until.getLast()));
            assertThat(disk().tally(OURS, CEDAR, Receipt.Place.START, place)).isEqualTo(Sample.tally(until));
            assertThat(disk().tally(OURS, CEDAR, place, Receipt.Place.END))
                    .isEqualTo(Sample.tally(all.subList(until.size(), all.size())));
            assertThat(disk().tally(OURS, CEDAR, place, Receipt.Place.START)).isEqualTo(Receipt.Tally.NONE);
        }
    }

    private static List<Receipt> without(List<Receipt> receipts, int index) {
        List<Receipt> others = new ArrayList<>(receipts);
        others.remove(index);
        return others;
    }

    /** Some of all pairs of sizes and times, in their order, stored in another, among those of another member and log. */
    private List<Receipt> manyReceipts() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 9), sample.append(THEIRS, 9)));
        List<Receipt> all = new ArrayList<>();
        for (int size = 1; size <= 9; size++) {
            for (int time = 1 + size % 3; time <= 8; time += 1 + size % 2) {
                all.add(sample.receipt(OURS, size, time));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Receipt receipt = all.get(i * 17 % all.size());
            disk().commit(transaction(
                    new Transaction.NewReceipt(OURS, CEDAR, receipt),
                    new Transaction.NewReceipt(OURS, BIRCH, sample.receipt(OURS, 1 + i % 9, i)),
                    new Transaction.NewReceipt(THEIRS, CEDAR, sample.receipt(THEIRS, 1 + i % 9, i))));
        }
        return all;
    }

    /** Whoever lost a log may get receipts over it back first. */
    @Test
    void a_receipt_may_be_here_before_its_log() {
        disk().commit(sample.line());
        Receipt early = new Receipt(3, Hash.of(new byte[Hash.LENGTH]), 7, Bytes.of(new byte[64]));
        disk().commit(transaction(new Transaction.NewReceipt(OURS, CEDAR, early)));
        assertThat(line().receipts()).containsExactly(new Image.Last(OURS, CEDAR, Sample.tally(List.of(early)), 3, 7));
        assertThat(line().logs()).isEmpty();
    }

    @Test
    void a_receipt_that_is_stored_already_is_left_as_it_is() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 2)));
        Receipt first = sample.receipt(OURS, 9);
        Receipt again = sample.receipt(OURS, 9);
        disk().commit(transaction(
                new Transaction.NewReceipt(OURS, CEDAR, first), new Transaction.NewReceipt(OURS, CEDAR, again)));
        disk().commit(transaction(new Transaction.NewReceipt(OURS, CEDAR, again)));
        assertThat(disk().receipts(OURS, CEDAR, Receipt.Place.START, 100)).containsExactly(first);
        assertThat(line().receipts()).containsExactly(new Image.Last(OURS, CEDAR, Sample.tally(List.of(first)), 2, 9));
    }

    @Test
    void the_mark_holds_the_size_of_each_log_ours_and_theirs() {
        disk().commit(sample.line());
        disk().commit(transaction(sample.append(OURS, 2), sample.append(THEIRS, 3)));
        disk().commit(transaction(sample.append(THEIRS, 1)));
        assertThat(disk().load().mark()).containsEntry(OURS, 2L).containsEntry(THEIRS, 4L);
        assertThat(reopen().load().mark()).containsEntry(OURS, 2L).containsEntry(THEIRS, 4L);
    }

    @Test
    void a_line_that_was_settled_is_trusted_after_a_restart() {
        disk().commit(sample.line());
        disk().settled(LINE);
        assertThat(line().trust()).isIn(Image.Trust.CLEAN, Image.Trust.SAME_BOOT);
        assertThat(elsewhere().load().lines().getFirst().trust()).isEqualTo(Image.Trust.UNKNOWN);
    }

    @Test
    void a_line_that_was_not_settled_stays_as_unsure_as_it_was_found() {
        disk().commit(sample.line());
        disk().settled(LINE);
        assertThat(elsewhere().load().lines().getFirst().trust()).isEqualTo(Image.Trust.UNKNOWN);
        disk().commit(transaction(sample.append(OURS, 2)));
        assertThat(line().trust()).isEqualTo(Image.Trust.UNKNOWN);
        assertThat(line().trust()).isEqualTo(Image.Trust.UNKNOWN);
        disk().settled(LINE);
        assertThat(line().trust()).isIn(Image.Trust.CLEAN, Image.Trust.SAME_BOOT);
    }

    @Test
    void a_line_whose_mark_was_lost_stays_so_until_it_is_settled() {
        disk().commit(sample.line());
        disk().settled(LINE);
        assertThat(withoutMark().load().lines().getFirst().trust()).isEqualTo(Image.Trust.MARK_LOST);
        disk().commit(transaction(sample.append(OURS, 2)));
        assertThat(line().trust()).isEqualTo(Image.Trust.MARK_LOST);
        assertThat(line().trust()).isEqualTo(Image.Trust.MARK_LOST);
        disk().settled(LINE);
        assertThat(line().trust()).isIn(Image.Trust.CLEAN, Image.Trust.SAME_BOOT);
    }

    @Test
    void batches_wait_even_before_their_log_begins_and_leave() {
        disk().commit(sample.line());
        Frame.Batch later = batch(20);
        Frame.Batch sooner = batch(10);
        disk().commit(transaction(new Transaction.Park(later), new Transaction.Park(sooner)));
        assertThat(line().logs()).isEmpty();
        reopen();
        assertThat(disk().parked()).containsExactlyInAnyOrder(parked(sooner), parked(later));
        assertThat(disk().parked(THEIRS, 10)).contains(sooner);
        assertThat(disk().parked(THEIRS, 20)).contains(later);
        assertThat(disk().parked(THEIRS, 11)).isEmpty();
        assertThat(disk().parked(OURS, 10)).isEmpty();
        Frame.Batch instead = batch(10);
        disk().commit(transaction(new Transaction.Park(instead)));
        assertThat(disk().parked()).containsExactlyInAnyOrder(parked(instead), parked(later));
        assertThat(disk().parked(THEIRS, 10)).contains(instead);
        disk().commit(transaction(new Transaction.Unpark(THEIRS, 10)));
        assertThat(disk().parked()).containsExactly(parked(later));
        assertThat(disk().parked(THEIRS, 10)).isEmpty();
    }

    private static Disk.Parked parked(Frame.Batch batch) {
        return new Disk.Parked(batch.origin(), batch.first(), FrameCodec.bytes(batch).length);
    }

    private Frame.Batch batch(long first) {
        Append append = sample.append(SAFETY, 2);
        return new Frame.Batch(THEIRS, first, sample.bytes(200), append.entries(), append.bodies());
    }

    @Test
    void evidence_is_taken_twice() {
        disk().commit(sample.line());
        Hash hash = Hash.of(sample.bytes(32).array());
        var proof = new Transaction.NewEvidence(
                hash, new Equivocation(THEIRS, sample.bytes(200), sample.bytes(200), hash, List.of(hash)));
        disk().commit(transaction(proof, proof));
        assertThat(reopen().load().lines()).hasSize(1);
    }

    @Test
    void what_contradicts_what_is_stored_breaks_the_disk_and_changes_nothing() {
        disk().commit(sample.line());
        Append append = sample.append(OURS, 2);
        disk().commit(transaction(append));
        sample.append(OURS, 1);
        Append gap = sample.append(OURS, 1);
        Append uneven = new Append(2, gap.entries(), List.of(), gap.bodies(), gap.log());
        LineId strange = new LineId("9".repeat(32));
        Map<String, Transaction.Write> contradictions = Map.of(
                "entries after a gap", gap,
                "entries without leaves", uneven,
                "entries that are there", append,
                "a log with more entries than there are", new Transaction.LogChanged(sample.image(OURS)),
                "a line that is there", new Transaction.NewLine(LINE, CEDAR),
                "a member of no line", new Transaction.NewMember(strange, CEDAR, sample.bytes(32)),
                "a key set of no line", new Transaction.NewKeySet(strange, CEDAR, 1, sample.bytes(9)),
                "an erasure of no entry", new Transaction.Erase(OURS, 2));
        contradictions.forEach((what, contradiction) -> {
            Append before = new Sample(2).append(THEIRS, 1);
            assertThatThrownBy(() -> disk().commit(transaction(before, contradiction)))
                    .as(what)
                    .isInstanceOf(Disk.Broken.class);
            assertThatThrownBy(() -> disk().commit(transaction()))
                    .as("after " + what)
                    .isInstanceOf(Disk.Broken.class);
            assertThat(line().logs()).as("after " + what).containsExactly(append.log());
        });
    }
}
