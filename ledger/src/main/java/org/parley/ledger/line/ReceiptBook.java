package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;

/**
 * Receipts: those that we give and those that come. They are known at once and written with the next commit, never with one
 * of their own: a receipt that a crash loses is sent again by whoever gave or forwarded it, and ours is signed again, the
 * same message.
 */
final class ReceiptBook {
    private final Books books;
    private final Seals seals;
    private final List<Transaction.NewReceipt> unwritten = new ArrayList<>();
    private final Set<Books.Of> late = new HashSet<>();

    ReceiptBook(Books books, Seals seals) {
        this.books = books;
        this.seals = seals;
    }

    /** What the next commit is to write, in order. */
    List<Transaction.NewReceipt> unwritten() {
        return List.copyOf(unwritten);
    }

    void written(int count) {
        unwritten.subList(0, count).clear();
        late.removeIf(of -> unwritten(of.origin(), of.member()).findAny().isEmpty());
    }

    /** Whether the receipt over what is held of a log has not been given yet, and says no less than the last of ours. */
    boolean isDue(LineBook line, LogState log) {
        Image.Last last = books.last(log.origin(), line.me());
        return log.receivedAt() > 0
                && new Receipt(log.size(), log.root(), log.receivedAt(), Bytes.NONE).after(last.size(), last.time());
    }

    /** Whether a receipt of ours names a later time than this log was held at: it came back to a disk that had lost it. */
    boolean isBehind(LineBook line, LogState log) {
        return books.latestTime(log.origin(), line.me()) > log.receivedAt();
    }

    /** Our receipt over what is held, at the time that is durable with it. */
    Receipt give(LineBook line, LogState log) {
        Receipt receipt = seals.receipt(line, log.origin(), log.size(), log.root(), log.receivedAt());
        keep(log.origin(), line.me(), receipt);
        return receipt;
    }

    /** What became of a receipt that came. */
    enum Came {
        /** It is new, and the last in the order of size and time. */
        NEW,
        /** It is new here, though later ones were here before. */
        LATE,
        /** It was here. */
        KNOWN,
        /** The member holds another tree than we do. */
        ANOTHER_TREE
    }

    /** Takes a receipt of a member; one that it did not sign, or of a time that nobody could print, is {@link Refused}. */
    Came came(Stage stage, Origin origin, PartyName member, Receipt receipt) {
        if (receipt.time() > Receipt.LATEST) {
            throw Refused.malformed("a receipt of " + member + " is of a time after the year 9999");
        }
        LineBook line = stage.line(origin.line())
                .filter(book -> book.isMember(member) && book.isMember(origin.party()))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no such line and member here"));
        Image.Last last = books.last(origin, member);
        boolean later = receipt.place().compareTo(new Receipt.Place(last.size(), last.time())) > 0;
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
        return unwritten(origin, member).anyMatch(receipt -> receipt.place().equals(place))
                || books.disk().hasReceipt(origin, member, place.size(), place.time());
    }

    /** The last receipt of a member over no more of a log than this size. */
    Optional<Receipt> last(Origin origin, PartyName member, long size) {
        Receipt.Place until = new Receipt.Place(size, Long.MAX_VALUE);
        return Stream.concat(unwritten(origin, member), books.disk().lastReceipt(origin, member, until).stream())
                .filter(receipt -> receipt.size() <= size)
                .max(Comparator.comparing(Receipt::place));
    }

    /** Whether a receipt that is not yet written belongs between those that are. */
    boolean isOutOfOrder(Books.Of of) {
        return late.contains(of);
    }

    private Stream<Receipt> unwritten(Origin origin, PartyName member) {
        return unwritten.stream()
                .filter(write -> write.origin().equals(origin) && write.member().equals(member))
                .map(Transaction.NewReceipt::receipt);
    }

    /**
     * Which of the receipts that are here another node holds, by what it says of those that it has: all up to its last, where its
     * tally is that of ours up to there. Where it has more than we do it is taken to have all of ours; if it has not, it finds
     * out in the same way, and asks. {@link Session.ReceiptsHeld#NONE} where both sides may lack some.
     */
    Session.ReceiptsHeld known(Frame.HeldReceipts theirs) {
        Image.Last ours = books.last(theirs.origin(), theirs.member());
        Receipt.Place last = new Receipt.Place(theirs.size(), theirs.time());
        if (theirs.tally().count() > ours.count()) {
            return new Session.ReceiptsHeld(ours.count(), new Receipt.Place(ours.size(), ours.time()));
        }
        return isBeginningOfOurs(theirs)
                ? new Session.ReceiptsHeld(theirs.tally().count(), last)
                : Session.ReceiptsHeld.NONE;
    }

    private boolean isBeginningOfOurs(Frame.HeldReceipts theirs) {
        Receipt.Place last = new Receipt.Place(theirs.size(), theirs.time());
        return tallyUntil(theirs.origin(), theirs.member(), last).equals(theirs.tally());
    }

    /** What is here up to a place, counted from the end: the last of another node is mostly one of our newest. */
    private Receipt.Tally tallyUntil(Origin origin, PartyName member, Receipt.Place place) {
        Receipt.Tally later = books.disk().tally(origin, member, place, Receipt.Place.END);
        for (Receipt waiting : unwritten(origin, member).toList()) {
            later = waiting.place().compareTo(place) > 0 ? later.with(waiting.place()) : later;
        }
        return books.last(origin, member).tally().without(later);
    }

    private void keep(Origin origin, PartyName member, Receipt receipt) {
        Image.Last last = books.last(origin, member);
        boolean later = receipt.place().compareTo(new Receipt.Place(last.size(), last.time())) > 0;
        books.put(new Image.Last(
                origin,
                member,
                last.tally().with(receipt.place()),
                later ? receipt.size() : last.size(),
                later ? receipt.time() : last.time()));
        books.receiptAt(origin, member, receipt.time());
        if (!later) {
            late.add(new Books.Of(origin, member));
        }
        unwritten.add(new Transaction.NewReceipt(origin, member, receipt));
    }
}
