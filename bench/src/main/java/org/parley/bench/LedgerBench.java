package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.parley.bench.pair.Drafts;
import org.parley.bench.pair.Pair;
import org.parley.bench.pair.Steps;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.JcaSignatures;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;
import org.parley.node.crypto.Providers;
import org.parley.node.journal.JournalLines;

/** The parts of the ledger, one at a time, on one thread: what a record costs where. */
final class LedgerBench {
    private static final int BATCH = 256;
    private static final long WARM_UP = 2_000_000_000L;
    private static final long ROUND = 1_000_000_000L;
    private static final int ROUNDS = 5;

    // It is written so that no work is left out, and never read.
    @SuppressWarnings("UnusedVariable")
    private static volatile Object sink = "";

    private final PrintStream out;
    private final Origin origin =
            new Origin(new LineId("4f0c".repeat(8)), Pair.AZURE, Lane.MAIN, Epoch.of("1-0a1b2c3d"));
    private final List<Body> bodies = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();

    private LedgerBench(PrintStream out) {
        this.out = out;
        Drafts drafts = new Drafts("activity");
        for (int i = 0; i < BATCH; i++) {
            Body body = drafts.body();
            bodies.add(body);
            entries.add(entry(i, body));
        }
    }

    private byte[] entry(int index, Body body) {
        return Envelope.builder(origin, index + 1L, 1_795_500_000_000L, "activity")
                .body(body.commitment())
                .bytes();
    }

    static int run(PrintStream out, Options options) throws Exception {
        int commits = options.number("--commits", 4_000);
        boolean onlySteps = options.flag("--steps");
        options.noOthers();
        JournalLines.toStandardError(Level.WARNING);
        Machine.print(out, options);
        if (!onlySteps) {
            new LedgerBench(out).parts();
        }
        Path folder = Files.createTempDirectory("parley-bench-");
        try {
            DiskSpeed.print(out, folder);
            if (!onlySteps) {
                CommitRounds.print(out, folder, commits);
            }
            steps(out, folder, commits);
        } finally {
            LinkBench.delete(folder);
        }
        return 0;
    }

    private void parts() throws ReflectiveOperationException {
        out.printf(
                "load      a body of eight fields, %d bytes; its entry, %d bytes; one thread, the middle of %d rounds of a second%n%n",
                bodies.getFirst().bytes().length, entries.getFirst().length, ROUNDS);
        out.println("| part | a second | µs each |");
        out.println("|---|---:|---:|");
        records();
        signatures();
        out.println();
    }

    private static void steps(PrintStream out, Path folder, int commits) throws IOException {
        out.printf("%nwhat a record costs two ledgers on one thread, by its processor's clock, without a link; µs%n%n");
        out.println(
                "| records a commit | draft made | said: entry, commit, head, frame, receipt taken | taken: frame, checks, commit, receipt |");
        out.println("|---:|---:|---:|---:|");
        for (int records : new int[] {256, 64, 1}) {
            try (Steps steps = new Steps(Pair.make(Files.createTempDirectory(folder, "steps-")))) {
                steps.cost(commits / 4, records);
                Steps.Cost cost = steps.cost(commits / 4, records);
                out.printf("| %d | %.1f | %.1f | %.1f |%n", records, cost.body(), cost.said(), cost.taken());
            }
        }
    }

    private interface Work {
        Object once();
    }

    private void records() {
        Drafts drafts = new Drafts("activity");
        List<Hash> leaves = Merkle.leafHashes(entries);
        List<Optional<Frame.SealedBody>> sealed = bodies.stream()
                .map(body -> Optional.of(new Frame.SealedBody(Bytes.of(body.seed()), Bytes.of(body.bytes()))))
                .toList();
        Frame batch = new Frame.Batch(
                origin,
                0,
                Bytes.of(new byte[300]),
                entries.stream().map(Bytes::of).toList(),
                sealed);
        byte[] frame = FrameCodec.bytes(batch);
        rate("a leaf hashed and appended", BATCH, () -> Frontier.empty().append(Merkle.leafHashes(entries)));
        rate("a leaf hashed", BATCH, () -> Merkle.leafHashes(entries));
        rate("a leaf appended", BATCH, () -> Frontier.empty().append(leaves));
        rate("a body made, with its commitment", 1, () -> drafts.body().commitment());
        rate(
                "a body read, with its commitment",
                1,
                () -> Body.read(
                                bodies.getFirst().seed(),
                                sealed.getFirst().orElseThrow().body().array())
                        .commitment());
        rate("an entry made", 1, () -> entry(7, bodies.getFirst()));
        rate("an entry read", 1, () -> Envelope.parse(entries.getFirst()));
        rate("a record into a frame of 256", BATCH, () -> FrameCodec.bytes(batch));
        rate("a record out of a frame of 256", BATCH, () -> FrameCodec.read(frame));
    }

    private void signatures() throws ReflectiveOperationException {
        out.println("| node's choice: " + Providers.best().name() + " | | |");
        for (Map.Entry<String, Provider> each : providers().entrySet()) {
            Signatures by = new JcaSignatures(each.getValue());
            byte[] seed = new byte[32];
            Arrays.fill(seed, (byte) 7);
            SigningKey secret = SigningKey.of(Algorithm.ED25519, seed);
            VerifyingKey known = by.publicKey(secret);
            byte[] message = new byte[200];
            byte[] signature = by.sign(secret, message);
            rate("Ed25519 signed by " + each.getKey(), 1, () -> by.sign(secret, message));
            rate("Ed25519 verified by " + each.getKey(), 1, () -> by.verifies(known, message, signature));
        }
    }

    /** Those of {@link Providers}, which was asked before: it says in a property how Corretto's is to begin. */
    private static Map<String, Provider> providers() throws ReflectiveOperationException {
        Map<String, Provider> all = new LinkedHashMap<>();
        all.put("Amazon Corretto Crypto Provider", (Provider)
                Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider")
                        .getField("INSTANCE")
                        .get(null));
        all.put(
                "Bouncy Castle",
                Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
                        .asSubclass(Provider.class)
                        .getConstructor()
                        .newInstance());
        all.put("the JDK", Optional.ofNullable(Security.getProvider("SunEC")).orElseThrow());
        return all;
    }

    private void rate(String name, int of, Work work) {
        spin(WARM_UP, work);
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = spin(ROUND, work) * of;
        }
        Arrays.sort(rounds);
        double middle = rounds[ROUNDS / 2];
        out.printf("| %s | %,.0f | %.2f |%n", name, middle, 1e6 / middle);
    }

    /** How often in a second. */
    private static double spin(long nanos, Work work) {
        long begin = System.nanoTime();
        long count = 0;
        long now = begin;
        while (now - begin < nanos) {
            sink = work.once();
            count++;
            now = System.nanoTime();
        }
        return count * 1e9 / (now - begin);
    }
}
