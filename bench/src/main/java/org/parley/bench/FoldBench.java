package org.parley.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.bench.served.City;
import org.parley.ledger.Epoch;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.merkle.Merkle;
import org.parley.node.form.Entry;
import org.parley.node.form.Forms;
import org.parley.node.form.Terms;
import org.parley.node.pictures.AllCores;
import org.parley.picture.Archive;
import org.parley.picture.Fold;
import org.parley.picture.Held;
import org.parley.picture.Picture;
import org.parley.record.Kinds;
import org.parley.space.Entered;
import tools.jackson.databind.json.JsonMapper;

/** The fold alone: notices of two parties over one city, and the other's receipt for each, as they come and all at once. */
final class FoldBench {
    private static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");
    private static final PartyName AZURE = new PartyName("AZURE");
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final long WRITTEN = 1_800_000_000_000L;
    private static final int PARTS = 5;

    private final PrintStream out;
    private final Map<PartyName, Long> said = new HashMap<>();
    private final List<Held> terms = new ArrayList<>();
    private final List<Held> notices = new ArrayList<>();

    private FoldBench(PrintStream out) {
        this.out = out;
    }

    static int run(PrintStream out, Options options) throws Exception {
        int n = options.number("--n", 100_000);
        int rounds = options.number("--rounds", 3);
        options.noOthers();
        Machine.print(out, options);
        FoldBench bench = new FoldBench(out);
        bench.agree();
        for (int i = 0; i < n; i++) {
            bench.notices.add(bench.says(i % 2 == 0 ? AZURE : BIRCH, "activity", Optional.empty(), notice(i)));
        }
        out.printf("notices   %,d, half of each party, under 50 m, 15 m, 60 s%n%n", n);
        out.println("| round | how | µs a notice, fifth by fifth | bytes a notice | conflicts |");
        out.println("|---:|---|---|---:|---:|");
        for (int round = 1; round <= rounds; round++) {
            bench.fold(round, "a picture after each notice and each receipt", 1);
            bench.fold(round, "a picture after each 16 of both", 16);
            bench.fold(round, "one picture", n);
        }
        return 0;
    }

    private void agree() {
        String asProposed = City.AGREEMENT.replaceFirst("}\\s*$", ",\"decideBy\":\"2037-01-01T00:00:00Z\"}");
        Held proposal = says(AZURE, "agreement", Optional.empty(), entered("agreement", asProposed));
        Held acceptance = says(
                BIRCH,
                "answer",
                Optional.of(proposal),
                Json.Obj.builder().put("says", "accepted").build());
        Json named = Json.of(List.of(acceptance.ref().json()));
        Held concluded = says(
                AZURE,
                "concluded",
                Optional.of(proposal),
                Json.Obj.builder().put("acceptances", named).build());
        terms.addAll(List.of(proposal, acceptance, concluded));
    }

    private static Json.Obj notice(int number) {
        return entered(
                "activity",
                JsonMapper.shared().readTree(City.notice(number)).get("body").toString());
    }

    private static Json.Obj entered(String kind, String outside) {
        return switch (Forms.shipped()
                .enter(Kinds.named(kind).orElseThrow(), JsonMapper.shared().readTree(outside), Terms.NONE)) {
            case Entered.Accepted<Entry>(Entry entry, var _) -> entry.body();
            case Entered.Refused<Entry>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private Held says(PartyName party, String kind, Optional<Held> about, Json.Obj body) {
        Origin log = new Origin(LINE, party, Lane.MAIN, Epoch.of("1-00000001"));
        long no = said.merge(party, 1L, Long::sum);
        var builder = Envelope.builder(log, no, WRITTEN + no, kind);
        about.ifPresent(record -> builder.about(record.ref()));
        Envelope envelope =
                builder.body(Body.of(body, new byte[Body.SEED_LENGTH]).commitment());
        return Held.of(envelope, Merkle.leafHash(envelope.bytes()), Optional.of(body));
    }

    private void fold(int round, String how, int together) {
        long before = used();
        Fold fold = new Fold(LINE, Set.of(AZURE, BIRCH), Archive.NONE, new AllCores());
        terms.forEach(fold::take);
        Picture picture = fold.picture();
        StringBuilder micros = new StringBuilder();
        int done = 0;
        for (int part = 1; part <= PARTS; part++) {
            int until = (int) ((long) notices.size() * part / PARTS);
            int from = done;
            long begin = System.nanoTime();
            while (done < until) {
                List<Held> some = notices.subList(done, Math.min(until, done + together));
                some.forEach(fold::take);
                picture = together == 1 ? fold.picture() : picture;
                some.forEach(notice -> receipt(fold, notice));
                picture = together < notices.size() || part == PARTS ? fold.picture() : picture;
                done += some.size();
            }
            micros.append(" %.0f".formatted((System.nanoTime() - begin) / 1e3 / (until - from)));
        }
        out.printf(
                "| %d | %s |%s | %,d | %,d |%n",
                round,
                how,
                micros,
                (used() - before) / notices.size(),
                picture.conflicts().size());
    }

    private static void receipt(Fold fold, Held notice) {
        Envelope envelope = notice.envelope();
        PartyName other = envelope.origin().party().equals(AZURE) ? BIRCH : AZURE;
        fold.stored(envelope.origin(), other, envelope.no(), envelope.at() + 3);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
