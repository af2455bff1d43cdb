package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.node.Served;

/** The N-th call that writes or syncs fails, finds no room, or is the last thing that the process does. */
class InjectedTest {
    private static final String SYNC = "fdatasync,fsync";
    private static final String WRITE = "pwrite64";
    private static final String EIO = "error=EIO";
    private static final String KILL = "signal=SIGKILL";
    private static final int KILLED = 128 + 9;
    private static final int BROKEN = 70;
    private static final Duration REACHED = Duration.ofSeconds(30);
    private static final int ROUNDS_OF_A_PAIR = 12;

    @TempDir
    Path temp;

    private final Map<String, Integer> seen = new TreeMap<>();
    private int rounds;

    @Test
    void some_calls_that_fail_end_the_process_and_lose_nothing() throws Exception {
        Here.needs(Injection.possible(), Injection.MISSING);
        try (TwoNodes nodes = TwoNodes.onLoopback(temp.resolve("pair"))) {
            nodes.start(nodes.birch());
            ended(nodes, Injection.of(SYNC, EIO, 3));
            ended(nodes, Injection.of(SYNC, EIO, 14));
            ended(nodes, Injection.of(WRITE, EIO, 25));
            ended(nodes, Injection.of(WRITE, KILL, 40));
            noRoom(nodes, 8);
            nodes.checkHealed();
        }
        System.out.println("Real processes, injected: " + seen);
    }

    @Tag("faults")
    @Test
    void every_call_that_fails_ends_the_process_and_loses_nothing() throws Exception {
        Here.needs(Injection.possible(), Injection.MISSING);
        for (String what : List.of(EIO, KILL)) {
            for (String calls : List.of(SYNC, WRITE)) {
                for (int from = 1; from <= 2 * ROUNDS_OF_A_PAIR; from += ROUNDS_OF_A_PAIR) {
                    range(calls, what, from);
                }
            }
        }
        rangeWithoutRoom(1);
        System.out.println("Real processes, injected: " + seen);
    }

    private void range(String calls, String what, int from) throws Exception {
        try (TwoNodes nodes = TwoNodes.onLoopback(temp.resolve("pair-" + rounds))) {
            nodes.start(nodes.birch());
            for (int when = from; when < from + ROUNDS_OF_A_PAIR; when++) {
                // Writes are many more: further apart.
                ended(nodes, Injection.of(calls, what, calls.equals(WRITE) ? 3 * when : when));
                if (when % 3 == 0) {
                    nodes.start(nodes.azure());
                    nodes.checkHealed();
                    nodes.served(nodes.azure()).kill();
                }
            }
        }
    }

    private void rangeWithoutRoom(int from) throws Exception {
        try (TwoNodes nodes = TwoNodes.onLoopback(temp.resolve("pair-" + rounds))) {
            nodes.start(nodes.birch());
            for (int when = from; when < from + ROUNDS_OF_A_PAIR; when++) {
                noRoom(nodes, when);
                nodes.checkHealed();
                Served begun = nodes.served(nodes.azure());
                int code = begun.stop();
                assertThat(code).as(begun.journal()).isZero();
            }
        }
    }

    /** A call fails for good: the process ends by itself, and its disk has what it promised. */
    private void ended(TwoNodes nodes, Injection injection) throws Exception {
        Path trace = temp.resolve("trace-" + rounds++);
        try (Voices _ = Voices.begin(nodes, rounds)) {
            Served begun = nodes.launch(nodes.azure(), injection.under(trace));
            boolean ready = begun.awaitReady();
            boolean ended = Patience.until(REACHED, () -> !begun.isAlive());
            assertThat(ended || Injection.injected(trace) == 0)
                    .as("%s, and it goes on: %s", injection, begun.journal())
                    .isTrue();
            if (ended) {
                int code = begun.awaitEnd();
                assertThat(code)
                        .as("%s: %s", injection, begun.journal())
                        .isEqualTo(injection.kills() ? KILLED : BROKEN);
                if (!injection.kills()) {
                    assertThat(begun.journal()).as("%s is told", injection).contains("the disk failed");
                }
            } else {
                begun.kill();
            }
            count(injection, !ended ? "not reached" : ready ? "in traffic" : "in the start");
            nodes.checkDead(nodes.azure());
        }
    }

    /** Some calls find no room: what is said then is refused, and it goes on by itself. */
    private void noRoom(TwoNodes nodes, int from) throws Exception {
        Path trace = temp.resolve("trace-" + rounds++);
        Path database = nodes.azure().folder().resolve("parley.db");
        Path wal = nodes.azure().folder().resolve("parley.db-wal");
        Injection injection = new Injection(WRITE, "error=ENOSPC", from + ".." + (from + 15), List.of(database, wal));
        Served begun = nodes.launch(nodes.azure(), injection.under(trace));
        assertThat(begun.awaitReady()).as(begun.journal()).isTrue();
        try (Voices _ = Voices.begin(nodes, rounds)) {
            Promises promises = nodes.promises();
            long refused = promises.refusedForLackOfRoom();
            assertThat(Patience.until(TwoNodes.HEALING, () -> promises.refusedForLackOfRoom() > refused))
                    .as("%s is refused: %s", injection, begun.journal())
                    .isTrue();
            int said = promises.receipted();
            assertThat(Patience.until(TwoNodes.HEALING, () -> promises.receipted() > said + 20))
                    .as("%s, and it goes on: %s", injection, begun.journal())
                    .isTrue();
            nodes.checkAlive(nodes.azure());
        }
        assertThat(begun.isAlive()).isTrue();
        assertThat(begun.journal()).contains("DISK_FULL");
        count(injection, "refused, and went on");
    }

    private void count(Injection injection, String outcome) {
        seen.merge(injection.calls() + " " + injection.what() + " " + outcome, 1, Integer::sum);
    }
}
