package org.parley.node.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.link.FolderBearer;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.journal.Journal;

/**
 * Carries a line through a folder as long as the node runs: what others may not hold yet goes into {@code out/} as bundles,
 * what is put into {@code in/} is taken. Who brings them from one to the other, and how, is no matter.
 */
public final class LineBearer implements AutoCloseable {
    /** How often it usually looks. */
    public static final Duration USUAL = Duration.ofSeconds(2);

    /** Bytes of one bundle, or a frame more: what a mail gateway takes. */
    private static final long PART = 8 << 20;

    private final Node node;
    private final LineId line;
    private final Path folder;
    private final FolderBearer bearer;
    private final Given given = new Given();
    private final Journal journal = new Journal();
    private final Duration every;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long seen = -1;
    private String told = "";

    private LineBearer(Node node, LineId line, Path folder, Duration every) throws IOException {
        this.node = node;
        this.line = line;
        this.folder = folder;
        this.every = every;
        bearer = new FolderBearer(
                folder, new Taken(), node.options().clock(), node.options().random());
        thread = Thread.ofVirtual().name("bearer " + folder).unstarted(this::run);
    }

    /** Begins to look every so often; makes the four folders where they are missing. */
    public static LineBearer begin(Node node, LineId line, Path folder, Duration every) throws IOException {
        LineBearer bearer = new LineBearer(node, line, folder, every);
        node.carried(line);
        bearer.bearer.start(every);
        bearer.thread.start();
        return bearer;
    }

    private void run() {
        try {
            do {
                giveOrTell();
            } while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveOrTell() {
        try {
            give();
            told = "";
        } catch (IOException | RuntimeException fault) { // the line goes on by other ways
            String why = fault instanceof Refused refused ? refused.why() : fault.toString();
            if (!why.equals(told)) {
                told = why;
                journal.alarm("folder", about(folder).put("why", why));
            }
        }
    }

    /** Puts what is new into {@code out/}. */
    private void give() throws IOException {
        long version = node.standing().version();
        Map<Origin, Long> held = held();
        if (given.again(held, node.options().clock().millis()) || version != seen) {
            give(LineFrames.of(node, line), held);
            seen = version;
        }
    }

    private void give(LineFrames frames, Map<Origin, Long> held) throws IOException {
        Given news = new Given();
        Parcel parcel = new Parcel(frames);
        for (LogImage log : frames.image().logs()) {
            Origin origin = log.origin();
            Optional<Long> from = Optional.ofNullable(held.get(origin)).map(all -> Math.max(all, given.size(origin)));
            if (from.isPresent() && from.get() < log.size()) {
                news.entries(origin, frames.entries(log, from.get(), parcel));
            }
            for (PartyName member : frames.image().rootKeys().keySet()) {
                if (!others(member).isEmpty() && !member.equals(origin.party())) {
                    Receipt.Place after = given.receipt(origin, member).orElseGet(() -> beforeLast(log, member));
                    news.receipts(origin, member, frames.receipts(log, member, after, log.size(), parcel));
                }
            }
        }
        parcel.send();
        given.and(news);
    }

    /** Whoever begins gives the last receipt of each, which says all that the earlier ones said. */
    private Receipt.Place beforeLast(LogImage log, PartyName member) {
        return node.disk()
                .lastReceipt(log.origin(), member, Receipt.Place.endOf(log.size()))
                .map(last -> new Receipt.Place(last.size(), last.time() - 1))
                .orElse(Receipt.Place.START);
    }

    /** Of the logs that others need, how much all of them prove to hold. */
    private Map<Origin, Long> held() {
        Map<Origin, Long> held = new HashMap<>();
        for (Origin log : node.standing().logs(line)) {
            others(log.party()).stream()
                    .mapToLong(member -> node.standing()
                            .held(log, member)
                            .map(Standing.Held::size)
                            .orElse(0L))
                    .min()
                    .ifPresent(least -> held.put(log, least));
        }
        return held;
    }

    /** The members but this one and ourselves. */
    private List<PartyName> others(PartyName party) {
        return node.standing().line(line).orElseThrow().others().stream()
                .filter(member -> !member.equals(party))
                .toList();
    }

    private static Json.Builder about(Path file) {
        return Json.Obj.builder().put("file", file.toString());
    }

    /** Frames on their way into bundles, each of which has the keys with which it is checked. */
    private final class Parcel implements LineFrames.Taker {
        private final List<byte[]> notes = new ArrayList<>();
        private final List<byte[]> frames = new ArrayList<>();
        private long bytes;

        Parcel(LineFrames of) throws IOException {
            of.notes(note -> notes.add(FrameCodec.bytes(note)));
        }

        @Override
        public void frame(Frame frame) throws IOException {
            byte[] next = FrameCodec.bytes(frame);
            frames.add(next);
            bytes += next.length;
            if (bytes >= PART) {
                send();
            }
        }

        void send() throws IOException {
            if (!frames.isEmpty()) {
                bearer.send(Stream.concat(notes.stream(), frames.stream()).toList());
                frames.clear();
                bytes = 0;
            }
        }
    }

    /** What was put into {@code in/}. */
    private final class Taken implements FolderBearer.Taker {
        private final Import taking = new Import(node);
        private List<String> told = List.of();

        @Override
        public void frame(byte[] frame) {
            taking.frame(frame);
        }

        @Override
        public void settle() {
            told = taking.end();
            node.settle().join();
        }

        @Override
        public void taken(Path bundle) {
            journal.note("bundle", about(bundle).put("told", String.join("; ", told)));
        }

        @Override
        public void failed(Path file, String why) {
            journal.alarm("bundle", about(file).put("why", why));
        }
    }

    /** Puts nothing out and takes nothing in any more. */
    @Override
    public void close() {
        ended.countDown();
        bearer.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
