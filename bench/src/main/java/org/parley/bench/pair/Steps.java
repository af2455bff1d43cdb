package org.parley.bench.pair;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Ledger;
import org.parley.ledger.line.Now;
import org.parley.ledger.line.Settings;
import org.parley.link.TlsIdentity;
import org.parley.node.crypto.Providers;
import org.parley.node.home.Identity;
import org.parley.node.keys.KeyRing;
import org.parley.node.keys.Vault;
import org.parley.store.Folder;
import org.parley.store.Host;
import org.parley.store.SqliteDisk;

/**
 * The ledgers of a pair in one process and on one thread, each on its own disk, without a link between: what a record costs in time
 * of the processor, by the clock of the thread. Waiting for the disk is not in it.
 */
public final class Steps implements AutoCloseable {
    private static final String TLS = "tls";

    private final Side azure;
    private final Side birch;
    private final LineId line;
    private final Drafts drafts = new Drafts("activity");

    /** One ledger, what waits for it, and what it took so far. */
    private static final class Side implements AutoCloseable {
        private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        private final Folder folder;
        private final SqliteDisk disk;
        private final Ledger ledger;
        private final Hash pin;
        private final Bytes root;
        private final Deque<byte[]> frames = new ArrayDeque<>();
        private long nanos;

        Side(Path path) {
            SecureRandom random = new SecureRandom();
            folder = Folder.open(path);
            Vault vault = new Vault(folder.keys(), Optional.empty(), random);
            pin = TlsIdentity.read(vault.read(TLS)).pin();
            root = Identity.read(path).rootKey();
            var signatures = Providers.best().signatures();
            KeyRing ring = KeyRing.open(vault, signatures, random);
            disk = SqliteDisk.open(folder, Host.local());
            ledger = new Ledger(
                    disk,
                    signatures,
                    ring::secret,
                    Settings.usual(bytes(random, 16), count -> bytes(random, count)),
                    now());
        }

        private static Bytes bytes(SecureRandom random, int count) {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return Bytes.of(bytes);
        }

        /** Steps, and gives what is sent to the other side. */
        void step(List<Event> events, Side other) {
            long begin = clock.getCurrentThreadCpuTime();
            for (Effect effect : ledger.step(now(), events)) {
                if (effect instanceof Effect.Send send) {
                    other.frames.add(FrameCodec.bytes(send.frame()));
                }
            }
            nanos += clock.getCurrentThreadCpuTime() - begin;
        }

        /** Steps with what came; false where nothing did. */
        boolean take(Side other) {
            if (frames.isEmpty()) {
                return false;
            }
            long begin = clock.getCurrentThreadCpuTime();
            List<Event> came = new ArrayList<>();
            while (!frames.isEmpty()) {
                came.add(new Event.Came(1, FrameCodec.read(frames.remove())));
            }
            nanos += clock.getCurrentThreadCpuTime() - begin;
            step(came, other);
            return true;
        }

        @Override
        public void close() {
            disk.close();
            folder.close();
        }
    }

    private static Now now() {
        return new Now(System.currentTimeMillis(), System.nanoTime() / 1_000_000);
    }

    /** Of these folders, linked. */
    public Steps(Pair pair) {
        line = pair.line();
        azure = new Side(pair.azure());
        birch = new Side(pair.birch());
        birch.step(List.of(new Event.Up(1, azure.pin, Optional.empty())), azure);
        azure.step(List.of(new Event.Up(1, birch.pin, Optional.of(birch.root))), birch);
        settle();
    }

    private void settle() {
        boolean more = true;
        while (more) {
            boolean one = azure.take(birch);
            boolean other = birch.take(azure);
            more = one || other;
        }
    }

    /**
     * What a record costs.
     *
     * @param body making the draft, in the thread of whoever speaks
     * @param said at the speaking ledger, µs: its entry, commit, head and frame, and its receipt taken
     * @param taken at the listening one: out of its frame, checked, committed, and the receipt
     */
    public record Cost(double body, double said, double taken) {}

    /** So many commits of so many records each. */
    public Cost cost(int commits, int records) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        azure.nanos = 0;
        birch.nanos = 0;
        long bodies = 0;
        for (int i = 0; i < commits; i++) {
            long begin = clock.getCurrentThreadCpuTime();
            List<Event> says = new ArrayList<>();
            for (int k = 0; k < records; k++) {
                var draft = drafts.next(Lane.MAIN);
                draft.body().commitment();
                says.add(new Event.Say(k, line, draft));
            }
            bodies += clock.getCurrentThreadCpuTime() - begin;
            azure.step(says, birch);
            settle();
        }
        double each = 1e3 * commits * records;
        return new Cost(bodies / each, azure.nanos / each, birch.nanos / each);
    }

    @Override
    public void close() {
        azure.close();
        birch.close();
    }
}
