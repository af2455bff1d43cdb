package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Transaction.Write;

/**
 * Receipts: those that we give and those that come. They are known at once and written with the next commit, never with one
 * of their own: a receipt that a crash loses is sent again by whoever gave or forwarded it, and ours is signed again, the
 * same message.
 */
final class ReceiptBook {
    private final Books books;
    private final Seals seals;
    private final List<Write> unwritten = new ArrayList<>();

    ReceiptBook(Books books, Seals seals) {
        this.books = books;
        this.seals = seals;
    }

    /** What the next commit is to write, in order. */
    List<Write> unwritten() {
        return List.copyOf(unwritten);
    }

    void written(int count) {
        unwritten.subList(0, count).clear();
    }

    /** Whether the receipt over what is held of a log has not been given yet. */
    boolean isDue(LineBook line, LogState log) {
        Image.Last last = books.last(log.origin(), line.me());
        return log.receivedAt() > 0
                && new Receipt(log.size(), log.root(), log.receivedAt(), Bytes.NONE).after(last.size(), last.time());
    }

    /** Whether a receipt of ours names a later time than this log was held at: it came back to a disk that had lost it. */
    boolean isBehind(LineBook line, LogState log) {
        return books.last(log.origin(), line.me()).time() > log.receivedAt();
    }

    /** Our receipt over what is held, at the time that is durable with it. */
    Receipt give(LineBook line, LogState log) {
        Receipt receipt = seals.receipt(line, log.origin(), log.size(), log.root(), log.receivedAt());
        keep(log.origin(), line.me(), receipt);
        return receipt;
    }

    /** What became of a receipt that came. */
    enum Came {
        /** It is new, and says more than those before. */
        NEW,
        /** It is new here, though later ones were here before. */
        LATE,
        /** It was here. */
        KNOWN,
        /** The member holds another tree than we do. */
        ANOTHER_TREE
    }

    /** Takes a receipt of a member; one that it did not sign is {@link Refused}. */
    Came came(Stage stage, Origin origin, PartyName member, Receipt receipt) {
        LineBook line = stage.line(origin.line())
                .filter(book -> book.isMember(member) && book.isMember(origin.party()))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no such line and member here"));
        Image.Last last = books.last(origin, member);
        boolean later = receipt.after(last.size(), last.time());
        if (!later && isHere(origin, member, receipt.place())) {
            return Came.KNOWN;
        }
        if (!seals.isReceipt(line, origin, member, receipt)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "a receipt of " + member + " is not signed by its key");
        }
        Optional<LogState> log = books.log(origin);
        if (log.filter(held -> receipt.size() <= held.size()).isPresent()
                && !books.root(origin, receipt.size()).equals(receipt.root())) {
            return Came.ANOTHER_TREE;
        }
        keep(origin, member, receipt);
        return later ? Came.NEW : Came.LATE;
    }

    private boolean isHere(Origin origin, PartyName member, Receipt.Place place) {
        return unwritten(origin, member).anyMatch(place::equals)
                || books.disk().hasReceipt(origin, member, place.size(), place.time());
    }

    private Stream<Receipt.Place> unwritten(Origin origin, PartyName member) {
        return unwritten.stream()
                .map(Transaction.NewReceipt.class::cast)
                .filter(write -> write.origin().equals(origin) && write.member().equals(member))
                .map(write -> write.receipt().place());
    }

    /**
     * Whether so many receipts, the last of which has this place, may be the first ones that are here. What is more than is
     * here cannot be told from that.
     */
    boolean begin(Origin origin, PartyName member, Receipt.Place last, long count) {
        Image.Last ours = books.last(origin, member);
        if (count >= ours.count()) {
            return count > ours.count() || last.equals(new Receipt.Place(ours.size(), ours.time()));
        }
        return isHere(origin, member, last) && countUntil(origin, member, last, count) == count;
    }

    /** How many receipts are here up to a place, counted from the end that is likely to be nearer: each costs a look. */
    private long countUntil(Origin origin, PartyName member, Receipt.Place place, long about) {
        long all = books.last(origin, member).count();
        if (about > all / 2) {
            long behind = unwritten(origin, member)
                    .filter(each -> each.compareTo(place) > 0)
                    .count();
            return all - behind - books.disk().countReceipts(origin, member, place, Receipt.Place.END);
        }
        long until = unwritten(origin, member)
                .filter(each -> each.compareTo(place) <= 0)
                .count();
        return until + books.disk().countReceipts(origin, member, Receipt.Place.START, place);
    }

    private void keep(Origin origin, PartyName member, Receipt receipt) {
        Image.Last last = books.last(origin, member);
        boolean later = receipt.after(last.size(), last.time());
        books.put(new Image.Last(
                origin,
                member,
                last.count() + 1,
                later ? receipt.size() : last.size(),
                later ? receipt.time() : last.time()));
        unwritten.add(new Transaction.NewReceipt(origin, member, receipt));
    }
}
