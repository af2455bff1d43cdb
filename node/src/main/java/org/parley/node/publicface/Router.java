package org.parley.node.publicface;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.merkle.Tile;

/** Says what is answered to a request. A path has one form; whatever is not that form is not there. */
final class Router {
    private static final String READING = "GET, HEAD";
    private static final String SUBMISSION = "/add-checkpoint";

    /** A page in a browser that has been led to this address under a name of its own must get nothing. */
    private static final Pattern LOOPBACK = Pattern.compile("(?i:localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private static final Pattern OF_LOG = Pattern.compile("/(parley(?:/[0-9A-Za-z-]{1,32}){4})/(.{1,64})");
    private static final Pattern OF_WITNESS = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final int RECEIPTS_AT_A_TIME = 512;

    private final Holdings disk;
    private final Shown shown;
    private final Signatures signatures;
    private final Optional<Witness> witness;

    Router(Holdings disk, Shown shown, Signatures signatures, Optional<Witness> witness) {
        this.disk = disk;
        this.shown = shown;
        this.signatures = signatures;
        this.witness = witness;
    }

    Answer answer(Asked asked) {
        if (asked.hosts().size() != 1
                || !LOOPBACK.matcher(asked.hosts().getFirst()).matches()) {
            return Answer.not(Problem.HOST);
        }
        if (asked.hasQuery()) {
            return Answer.not(Problem.QUERY);
        }
        if (asked.path().equals(SUBMISSION) && witness.isPresent()) {
            return asked.method().equals("POST") ? submitted(asked, witness.get()) : Answer.allowed("POST");
        }
        if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
            return Answer.allowed(READING);
        }
        return read(asked);
    }

    private static Answer submitted(Asked asked, Witness witness) {
        return asked.body().map(witness::add).orElseGet(() -> Answer.not(Problem.TOO_LONG));
    }

    private Answer read(Asked asked) {
        String path = asked.path();
        if (path.equals("/")) {
            return page().html();
        }
        if (path.equals("/index.json")) {
            return page().json();
        }
        Matcher ofWitness = OF_WITNESS.matcher(path);
        if (ofWitness.matches()) {
            return witness.flatMap(one -> one.latest(ofWitness.group(1)))
                    .map(note -> Answer.now(note.bytes()))
                    .orElseGet(() -> Answer.not(Problem.NOT_HERE));
        }
        Matcher ofLog = OF_LOG.matcher(path);
        return ofLog.matches() ? ofLog(ofLog.group(1), ofLog.group(2), asked) : Answer.not(Problem.NOT_HERE);
    }

    private IndexPage page() {
        return IndexPage.of(disk, shown, witness.map(Witness::keys).orElse(List.of()));
    }

    private Answer ofLog(String name, String resource, Asked asked) {
        Optional<ServedLog> log = origin(name).flatMap(origin -> ServedLog.find(disk, shown, origin));
        if (log.isEmpty()) {
            return Answer.not(Problem.NOT_HERE);
        }
        ServedLog served = log.get();
        return switch (resource) {
            case "checkpoint" -> Answer.now(served.cosigned(receipts(served)).bytes());
            case "lasting" ->
                served.lasting()
                        .map(last -> Answer.now(last.cosigned(receipts(last)).bytes()))
                        .orElseGet(() -> Answer.not(Problem.NOT_HERE));
            case "receipts" -> Answer.now(new ReceiptPages(receipts(served)));
            default ->
                tile(resource)
                        .flatMap(tile -> served.tile(tile).map(bytes -> of(tile, bytes, asked)))
                        .orElseGet(() -> Answer.not(Problem.NOT_HERE));
        };
    }

    private static Answer of(Tile tile, byte[] bytes, Asked asked) {
        Answer answer = Answer.forever(bytes);
        return tile.level() == Tile.ENTRIES ? answer.gzipFor(asked.acceptEncoding()) : answer;
    }

    private Receipts receipts(ServedLog log) {
        return new Receipts(disk, signatures, log.line(), log.origin());
    }

    private static Optional<Tile> tile(String path) {
        return formed(Tile::parse, path);
    }

    private static Optional<Origin> origin(String name) {
        return formed(Origin::of, name);
    }

    private static <T> Optional<T> formed(Function<String, T> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (Refused | IllegalArgumentException anotherForm) {
            // What has another form is not there, and the caller answers so.
            return Optional.empty();
        }
    }

    /** All receipts of a log, member by member, a page at a time. */
    private static final class ReceiptPages implements Iterator<byte[]> {
        private final Receipts receipts;
        private final List<PartyName> left;
        private Receipt.Place told = Receipt.Place.START;

        ReceiptPages(Receipts receipts) {
            this.receipts = receipts;
            this.left = new ArrayList<>(receipts.members());
        }

        @Override
        public boolean hasNext() {
            return !left.isEmpty();
        }

        @Override
        public byte[] next() {
            if (left.isEmpty()) {
                throw new NoSuchElementException("all members are told");
            }
            PartyName member = left.getFirst();
            List<Receipt> page = receipts.page(member, told, RECEIPTS_AT_A_TIME);
            if (page.size() < RECEIPTS_AT_A_TIME) {
                left.removeFirst();
                told = Receipt.Place.START;
            } else {
                told = page.getLast().place();
            }
            return receipts.text(member, page);
        }
    }
}
