package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.parley.bench.pair.Pair;
import org.parley.bench.served.City;
import org.parley.bench.served.Desk;
import org.parley.bench.served.Ear;
import org.parley.bench.served.Ears;
import org.parley.bench.served.History;

/**
 * Two nodes that are served, TLS with both certificates between them on the loopback, every commit synced, and programs that ask
 * over HTTP from a third process on the same machine.
 */
final class NodeBench {
    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int STOPS_EVERY_MS = 500;

    /** What is over must have been so for a minute, and is looked for once a minute: nodes are left alone until then. */
    private static final int QUIET_MS = 150_000;

    private final PrintStream out;
    private final Pair pair;
    private final int clients;
    private final int seconds;
    private final AtomicLong numbers = new AtomicLong();

    private NodeBench(PrintStream out, Pair pair, int clients, int seconds) {
        this.out = out;
        this.pair = pair;
        this.clients = clients;
        this.seconds = seconds;
    }

    static int run(PrintStream out, Options options) throws Exception {
        int records = options.number("--records", 1_000_000);
        int present = options.number("--present", 100_000);
        int clients = options.number("--clients", 16);
        int seconds = options.number("--seconds", 30);
        int listeners = options.number("--listeners", 1_000);
        int soak = options.number("--soak", 1);
        options.noOthers();
        System.setProperty("http.maxConnections", String.valueOf(clients)); // that the clients keep, each its own
        Machine.print(out, options);
        Path folder = Files.createTempDirectory("parley-bench-");
        try {
            DiskSpeed.print(out, folder);
            Pair pair = Pair.make(folder);
            NodeBench bench = new NodeBench(out, pair, clients, seconds);
            bench.history(Math.max(0, records - present));
            String azure = Desk.token(pair.azure());
            String birch = Desk.token(pair.birch());
            try (Desk there = Desk.start(pair.birch(), birch);
                    Desk here = Desk.start(
                            pair.azure(),
                            azure,
                            "--peer",
                            pair.line().hex(),
                            Pair.BIRCH.name(),
                            "127.0.0.1:" + there.link())) {
                bench.agree(here, there);
                bench.fill(here, there, present);
                bench.memory(here, there, "with these");
                bench.notices(here, there);
                bench.one(here, there);
                bench.queries(there);
                bench.stops(here, there);
                bench.listeners(here, there, listeners);
                bench.soak(here, there, soak);
                bench.quiet(here, there);
                there.process().stop();
                here.process().stop();
            }
            bench.starts(birch, "with what rests");
            bench.forgetsWhatRests();
            bench.starts(birch, "from all records");
            DiskSpeed.print(out, folder);
        } finally {
            LinkBench.delete(folder);
        }
        return 0;
    }

    /** What a client does again and again; its time is measured. */
    private interface Ask {
        void once() throws IOException, InterruptedException;
    }

    /** So many clients ask again and again until an instant. */
    private Histogram ask(int howMany, long until, Ask ask) throws Exception {
        ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            Callable<Void> client = () -> {
                while (System.nanoTime() < until) {
                    long begin = System.nanoTime();
                    ask.once();
                    micros.recordValue((System.nanoTime() - begin) / 1_000);
                }
                return null;
            };
            for (int i = 0; i < howMany; i++) {
                all.add(executor.submit(client));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        }
        return micros;
    }

    private long after(int runs) {
        return System.nanoTime() + runs * 1_000_000_000L;
    }

    private void line(String what, Histogram micros, double took) {
        out.printf(
                "| %s | %,d | %,.0f | %.1f | %.1f | %.1f | %.1f |%n",
                what,
                micros.getTotalCount(),
                micros.getTotalCount() / took,
                micros.getMean() / 1e3,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    private void heads() {
        out.printf(
                "%n| %d clients | asked | a second | mean, ms | p50 | p99 | max |%n|---|---:|---:|---:|---:|---:|---:|%n",
                clients);
    }

    /** Concludes the agreement of the load by commands, as persons do it: what one proposes, the other accepts. */
    private void agree(Desk here, Desk there) throws Exception {
        Path terms = Files.writeString(pair.azure().resolveSibling("agreement.json"), City.AGREEMENT);
        String proposal = Desk.command(
                "agreement", "propose", pair.azure().toString(), terms.toString(), "--decide-by", "2037-01-01T00:00Z");
        same(here, there);
        Desk.command("agreement", "accept", pair.birch().toString(), proposal);
        while (!here.isInForce(pair, proposal) || !there.isInForce(pair, proposal)) {
            Thread.sleep(20);
        }
        out.printf("agreement %s is in force at both: 50 m, 15 m, 60 s%n", proposal);
    }

    private void fill(Desk here, Desk there, int present) throws Exception {
        long begin = System.nanoTime();
        AtomicLong left = new AtomicLong(present);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Desk desk = i % 2 == 0 ? here : there;
                all.add(executor.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        desk.post(pair, "records", City.notice(numbers.incrementAndGet()));
                    }
                    return null;
                }));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        out.printf(
                "present   %,d activities over one city, half of each party, notified by %d clients in %.0f s: %,.0f a second%n",
                present, clients, took, present / took);
        same(here, there);
    }

    /** Waits until both pictures are of the same records. */
    private void same(Desk here, Desk there) throws Exception {
        long begin = System.nanoTime();
        while (here.folded(pair) != there.folded(pair)) {
            Thread.sleep(20);
        }
        out.printf("          the same in both pictures %.1f s later%n", (System.nanoTime() - begin) / 1e9);
    }

    private void memory(Desk here, Desk there, String when) throws IOException {
        out.printf(
                "memory    %s: %.0f and %.0f MiB%n",
                when, here.process().memory(), there.process().memory());
    }

    private void notices(Desk here, Desk there) throws Exception {
        heads();
        long begin = System.nanoTime();
        Histogram micros =
                ask(clients, after(seconds), () -> here.post(pair, "records", City.notice(numbers.incrementAndGet())));
        line("notices at one node", micros, (System.nanoTime() - begin) / 1e9);
        same(here, there);
    }

    /** One client, and how long after its answer the other node tells of the conflict. */
    private void one(Desk here, Desk there) throws Exception {
        Histogram later = new Histogram(LONGEST_MICROS, 3);
        long begin = System.nanoTime();
        Histogram micros;
        AtomicLong without = new AtomicLong();
        try (Ear ear = Ear.to(there)) {
            micros = ask(1, after(seconds), () -> {
                Desk.Answer answer = here.post(pair, "records", City.notice(numbers.incrementAndGet()));
                long answered = System.nanoTime();
                String conflict = answer.text("id");
                if (conflict.isEmpty()) {
                    without.incrementAndGet();
                } else {
                    later.recordValue(Math.max(0, (ear.heard(conflict) - answered) / 1_000));
                }
            });
        }
        out.printf(
                "%none client, and the conflict at the other node after the answer at the first; %d notices had none%n",
                without.get());
        out.printf("%n| what | asked | a second | mean, ms | p50 | p99 | max |%n|---|---:|---:|---:|---:|---:|---:|%n");
        line("notice and conflict there", micros, (System.nanoTime() - begin) / 1e9);
        line("from the answer to the conflict there", later, (System.nanoTime() - begin) / 1e9);
    }

    private void queries(Desk there) throws Exception {
        heads();
        AtomicLong probes = new AtomicLong();
        long begin = System.nanoTime();
        Histogram own =
                ask(clients, after(seconds), () -> there.post(pair, "preview", City.notice(probes.incrementAndGet())));
        line("preview of an own volume", own, (System.nanoTime() - begin) / 1e9);
        AtomicLong hits = new AtomicLong();
        long boxes = System.nanoTime();
        Histogram box = ask(clients, after(seconds), () -> {
            Desk.Answer answer = there.post(pair, "within?references=yes", City.box(probes.incrementAndGet()));
            hits.addAndGet(answer.body().split("\"id\"", -1).length - 1L);
        });
        line("box of 5 by 5 km, an hour, references", box, (System.nanoTime() - boxes) / 1e9);
        out.printf("hits      %.0f a box on average%n", (double) hits.get() / Math.max(1, box.getTotalCount()));
    }

    /** A STOP every half second while all clients notify at both nodes: until a listener at the other node has it. */
    private void stops(Desk here, Desk there) throws Exception {
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (Ear ear = Ear.to(there);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> load = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Desk desk = i % 2 == 0 ? here : there;
                load.add(executor.submit(() -> {
                    while (goesOn.get()) {
                        desk.post(pair, "records", City.notice(numbers.incrementAndGet()));
                    }
                    return null;
                }));
            }
            long until = after(seconds);
            while (System.nanoTime() < until) {
                long begin = System.nanoTime();
                String stop = here.post(
                                pair,
                                "records",
                                "{\"kind\":\"stop\",\"precedence\":\"FLASH\",\"body\":{\"what\":\"our-people\"}}")
                        .text("record");
                micros.recordValue((ear.heard(stop) - begin) / 1_000);
                here.post(
                        pair,
                        "records",
                        "{\"kind\":\"status\",\"about\":\"" + stop
                                + "\",\"body\":{\"status\":\"lifted\",\"at\":\"2037-11-20T00:00:00Z\"}}");
                Thread.sleep(STOPS_EVERY_MS);
            }
            goesOn.set(false);
            for (Future<Void> each : load) {
                each.get();
            }
        }
        heads();
        line("STOP until it is heard at the other node, during notices at both", micros, seconds);
        same(here, there);
    }

    private void listeners(Desk here, Desk there, int howMany) throws Exception {
        for (int rate : List.of(20, 100)) {
            Histogram micros = new Histogram(LONGEST_MICROS, 3);
            try (Ear ear = Ear.to(there);
                    Ears ears = Ears.to(there, howMany)) {
                List<String> names = new ArrayList<>();
                List<Long> begun = new ArrayList<>();
                for (int i = 0; i < rate * 10; i++) {
                    long begin = System.nanoTime();
                    begun.add(begin);
                    names.add(here.post(pair, "records", City.notice(numbers.incrementAndGet()))
                            .text("record"));
                    long pause = 1_000_000_000L / rate - (System.nanoTime() - begin);
                    if (pause > 0) {
                        Thread.sleep(pause / 1_000_000, (int) (pause % 1_000_000));
                    }
                }
                for (int i = 0; i < names.size(); i++) {
                    for (long heard : ears.heard(ear.number(names.get(i)))) {
                        micros.recordValue((heard - begun.get(i)) / 1_000);
                    }
                }
            }
            out.printf(
                    "listeners %,d, %d changes a second for 10 s: all delivered, from the post to the event p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                    howMany,
                    rate,
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
    }

    private void history(int records) throws Exception {
        long begin = System.nanoTime();
        History.write(pair, records);
        out.printf(
                "history   %,d records, messages and that they were read, in %.0f s%n",
                records, (System.nanoTime() - begin) / 1e9);
    }

    /** A record that somebody is to do something about, some seconds after it was said. */
    private record Due(String record, long at) {
        private static final long LATER = 2_000_000_000L;

        static void add(Queue<Due> queue, Desk.Answer answer) {
            queue.add(new Due(answer.text("record"), System.nanoTime() + LATER));
        }

        static Optional<String> next(Queue<Due> queue) {
            return Optional.ofNullable(queue.peek())
                    .filter(due -> due.at() <= System.nanoTime() && queue.remove(due))
                    .map(Due::record);
        }
    }

    /**
     * What comes and goes, minute by minute: of eight that a client asks four look, one notifies, one withdraws what was notified,
     * and an officer at the other node reads both.
     */
    private void soak(Desk here, Desk there, int minutes) throws Exception {
        out.printf(
                "%n| minute of mixed traffic | asked a second | p50, ms | p99, ms | memory of both, MiB |%n|---:|---:|---:|---:|---:|%n");
        Desk officer = there.person();
        Queue<Due> notified = new ConcurrentLinkedQueue<>();
        Queue<Due> unread = new ConcurrentLinkedQueue<>();
        for (int minute = 1; minute <= minutes; minute++) {
            AtomicLong turn = new AtomicLong();
            Histogram micros = ask(clients, after(60), () -> {
                long number = turn.incrementAndGet();
                switch ((int) (number % 8)) {
                    case 0 -> {
                        Desk.Answer said = here.post(pair, "records", City.notice(numbers.incrementAndGet()));
                        Due.add(notified, said);
                        Due.add(unread, said);
                    }
                    case 2 -> withdraw(here, Due.next(notified), unread);
                    case 4, 6 -> read(officer, Due.next(unread));
                    default -> there.post(pair, "within?references=yes", City.volume(number));
                }
            });
            out.printf(
                    "| %d | %,.0f | %.1f | %.1f | %.0f |%n",
                    minute,
                    micros.getTotalCount() / 60.0,
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    here.process().memory() + there.process().memory());
        }
    }

    private void withdraw(Desk here, Optional<String> record, Queue<Due> unread) throws IOException {
        if (record.isPresent()) {
            Due.add(
                    unread,
                    here.post(
                            pair,
                            "records",
                            "{\"kind\":\"status\",\"about\":\"" + record.get()
                                    + "\",\"body\":{\"status\":\"withdrawn\",\"at\":\"2037-11-20T00:00:00Z\"}}"));
        }
    }

    private void read(Desk officer, Optional<String> record) throws IOException {
        if (record.isPresent()) {
            officer.post(
                    pair,
                    "records",
                    "{\"kind\":\"answer\",\"about\":\"" + record.get() + "\",\"body\":{\"says\":\"read\"}}");
        }
    }

    /** Until all rests that may: what was over a minute ago, at the next look, a minute later. */
    private void quiet(Desk here, Desk there) throws Exception {
        Thread.sleep(QUIET_MS);
        memory(here, there, "after two and a half minutes without traffic");
    }

    private void forgetsWhatRests() throws IOException {
        if (Files.exists(pair.birch().resolve("rest"))) {
            LinkBench.delete(pair.birch().resolve("rest"));
        }
    }

    /** From the start of the process until its pictures answer. */
    private void starts(String token, String from) throws Exception {
        List<Double> took = new ArrayList<>();
        long records = 0;
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            try (Desk desk = Desk.start(pair.birch(), token)) {
                records = desk.folded(pair);
                took.add((System.nanoTime() - begin) / 1e9);
                if (from.startsWith("with")) {
                    desk.process().stop();
                }
            }
        }
        out.printf(
                "starts    %s: %,d records, %,d activities notified: %s s%n",
                from,
                records,
                numbers.get(),
                took.stream().map("%.1f"::formatted).toList());
    }
}
