package org.parley.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.parley.ledger.Refused;

/**
 * Carries frames as bundles through a directory: what is put into {@code out/} goes by stick, mail, SFTP or diode into the {@code
 * in/} of the other side.
 *
 * <p>A bundle from {@code in/} moves to {@code done/} after the taker has made it durable, or to {@code refused/} with a file that
 * says why. No file stops the others. After a crash, or when a file comes twice, it is taken again, which changes nothing.
 */
public final class FolderBearer implements AutoCloseable {
    /** Bundles that wait in {@code out/}: nobody fetches them any more. */
    public static final int WAITING = 10_000;

    /** Files kept in {@code done/} and, with their reasons, in {@code refused/}; the oldest names go first. */
    public static final int KEPT = 1_000;

    /** A file that is no bundle yet may still be growing, as long as it was changed within this time. */
    public static final Duration GROWING = Duration.ofMinutes(1);

    private static final String REASON = ".reason.txt";

    /** Takes what comes in: the node. Called on one thread. */
    public interface Taker extends Bundle.Taker {
        /** Returns when all that was taken is durable. */
        void settle();

        /** A bundle was taken. */
        default void taken(Path bundle) {}

        /** A file was refused, or could not be handled now and will be tried again; told once until that changes. */
        default void failed(Path file, String why) {}
    }

    private final Path out;
    private final Path in;
    private final Path done;
    private final Path refused;
    private final Taker taker;
    private final InstantSource clock;
    private final Names names;
    private final Map<Path, String> told = new HashMap<>();
    private volatile boolean closed;

    /** Makes the four folders where they are missing. */
    public FolderBearer(Path folder, Taker taker, InstantSource clock, RandomGenerator chance) throws IOException {
        this.taker = taker;
        this.clock = clock;
        names = new Names(clock, chance);
        out = Files.createDirectories(folder.resolve("out"));
        in = Files.createDirectories(folder.resolve("in"));
        done = Files.createDirectories(folder.resolve("done"));
        refused = Files.createDirectories(folder.resolve("refused"));
    }

    /** Writes one bundle into {@code out/} and returns where. {@link Refused} when too many wait there. */
    public Path send(List<byte[]> frames) throws IOException {
        if (Folders.files(out).size() >= WAITING) {
            throw new Refused(Refused.Reason.FULL, WAITING + " bundles wait in " + out + ": nobody fetches them");
        }
        Path file = out.resolve(names.next());
        try (Bundle.Writer writer = new Bundle.Writer(file)) {
            for (byte[] frame : frames) {
                writer.frame(frame);
            }
            writer.seal();
        }
        return file;
    }

    /** Sweeps again and again on a thread of its own until {@link #close}. Folders on sticks and network drives tell of no change. */
    public void start(Duration interval) {
        Thread.ofVirtual().name("folder " + in).start(() -> {
            try {
                while (!closed) {
                    sweepOrTell();
                    Thread.sleep(interval);
                }
            } catch (InterruptedException e) {
                closed = true; // whoever interrupts wants the end
                Thread.currentThread().interrupt();
            }
        });
    }

    private void sweepOrTell() {
        try {
            sweep();
        } catch (IOException e) {
            tell(in, "the folder cannot be read: " + e);
        }
    }

    /** Handles what lies in {@code in/}, by name, once. Returns how many bundles were taken. */
    public synchronized int sweep() throws IOException {
        int taken = 0;
        List<Path> files = Folders.files(in);
        told.keySet().removeIf(file -> !file.equals(in) && !files.contains(file));
        for (Path file : files) {
            if (!closed && handled(file)) {
                taken++;
            }
        }
        if (!files.isEmpty()) {
            Folders.keep(KEPT, done);
            Folders.keep(2 * KEPT, refused);
        }
        return taken;
    }

    private boolean handled(Path file) {
        try {
            Bundle.read(regular(file), taker);
            taker.settle();
            taker.taken(Folders.move(file, done));
            return true;
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.FULL || e.reason() == Refused.Reason.FENCED) {
                tell(file, "it cannot be taken now: " + e.why());
            } else {
                refuse(file, e.why());
            }
        } catch (IOException e) {
            tell(file, "it cannot be read now: " + e);
        } catch (RuntimeException e) {
            tell(file, "this node failed on it: " + e); // and goes on with the next
        }
        return false;
    }

    private static Path regular(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Refused.malformed("this is no file of its own");
        }
        return file;
    }

    private void refuse(Path file, String why) {
        try {
            Instant changed =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (changed.plus(GROWING).isAfter(clock.instant())) {
                return;
            }
            Path now = Folders.move(file, refused);
            Files.writeString(now.resolveSibling(now.getFileName() + REASON), why + "\n", StandardCharsets.UTF_8);
            taker.failed(now, why);
        } catch (IOException e) {
            tell(file, "it is refused (" + why + ") but cannot be moved: " + e);
        }
    }

    private void tell(Path file, String why) {
        if (!why.equals(told.put(file, why))) {
            taker.failed(file, why);
        }
    }

    /** Sweeps no more; a sweep under way ends with the file in hand. */
    @Override
    public void close() {
        closed = true;
    }

    /** Names of bundles. */
    private static final class Names {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

        private final InstantSource clock;
        private final RandomGenerator chance;
        private Instant last = Instant.EPOCH;

        Names(InstantSource clock, RandomGenerator chance) {
            this.clock = clock;
            this.chance = chance;
        }

        /** Time, then chance: in the order of sending while the node runs, whatever its clock does. */
        synchronized String next() {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            last = now.isAfter(last) ? now : last.plusMillis(1);
            return TIME.format(last) + "-" + HexFormat.of().toHexDigits(chance.nextInt()) + ".bundle";
        }
    }
}
