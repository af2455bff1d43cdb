package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.node.Served;

/** SIGKILL at any moment, of the one or the other: in the middle of traffic, of the start, of healing. */
class KillTest {
    private static final int ROUNDS_OF_A_PAIR = 10;

    @TempDir
    Path temp;

    private final Random random = new Random(40);
    private int kills;
    private int inStart;
    private int acknowledged;
    private int receipted;

    @Test
    void nothing_that_was_promised_is_lost_by_some_kills() throws Exception {
        pair(4);
        tell();
    }

    @Tag("faults")
    @Test
    void nothing_that_was_promised_is_lost_by_a_hundred_kills() throws Exception {
        while (kills < 100) {
            pair(ROUNDS_OF_A_PAIR);
        }
        tell();
    }

    private void pair(int rounds) throws Exception {
        try (TwoNodes nodes = TwoNodes.onLoopback(temp.resolve("pair-" + kills))) {
            nodes.start(nodes.azure());
            nodes.start(nodes.birch());
            for (int round = 0; round < rounds; round++) {
                Party victim = nodes.parties().get(round % 2);
                if (round % 5 == 4) {
                    killInStart(nodes, victim);
                } else {
                    killInTraffic(nodes, victim);
                }
                nodes.start(victim);
                nodes.checkHealed();
            }
            for (Party party : nodes.parties()) {
                assertThat(nodes.served(party).journal().lines())
                        .as("the journal is JSON, an object a line")
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
            }
            acknowledged += nodes.promises().acknowledged();
            receipted += nodes.promises().receipted();
        }
    }

    private void killInTraffic(TwoNodes nodes, Party victim) throws Exception {
        try (Voices _ = Voices.begin(nodes, random.nextLong())) {
            int until = nodes.promises().acknowledged() + random.nextInt(200);
            Patience.until(Duration.ofSeconds(20), () -> nodes.promises().acknowledged() >= until);
            LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(20)));
            nodes.served(victim).kill();
            kills++;
            nodes.checkDead(victim);
        }
    }

    private void killInStart(TwoNodes nodes, Party victim) throws Exception {
        try (Voices _ = Voices.begin(nodes, random.nextLong())) {
            nodes.served(victim).kill();
            Served begun = nodes.launch(victim, List.of());
            CompletableFuture.delayedExecutor(random.nextLong(1_500), TimeUnit.MILLISECONDS)
                    .execute(begun::close);
            begun.awaitReady();
            begun.awaitEnd();
            kills += 2;
            inStart++;
            nodes.checkDead(victim);
        }
    }

    private void tell() {
        System.out.printf(
                "Real processes, SIGKILL: %d kills, %d of them while a node began; %d records acknowledged, %d receipted: all kept%n",
                kills, inStart, acknowledged, receipted);
    }
}
