package org.parley.cli.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.control.ControlClient;

/**
 * Several who keep saying something at both parties, and note what they were promised: in both logs, some waiting for the
 * receipt. When a process ends they go on with the next that serves its folder.
 */
final class Voices implements AutoCloseable {
    /** What each says in a second, at most: enough that some commit is always on its way, and logs stay small. */
    private static final int A_SECOND = 100;

    private static final long LONGEST_WAIT_MS = 2_000;

    private final TwoNodes nodes;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    private Voices(TwoNodes nodes) {
        this.nodes = nodes;
    }

    static Voices begin(TwoNodes nodes, long seed) {
        Voices voices = new Voices(nodes);
        for (Party party : nodes.parties()) {
            voices.begin(party, "main", 0, seed);
            voices.begin(party, "main", LONGEST_WAIT_MS, seed + 1);
            voices.begin(party, "safety", LONGEST_WAIT_MS, seed + 2);
        }
        return voices;
    }

    private void begin(Party party, String log, long wait, long seed) {
        threads.add(Thread.ofVirtual().start(() -> talk(party, log, wait, new Random(seed))));
    }

    private void talk(Party party, String log, long wait, Random random) {
        while (!ended) {
            try (ControlClient client = party.client()) {
                while (!ended) {
                    say(client, log, wait, random);
                    LockSupport.parkNanos(random.nextLong(2 * TimeUnit.SECONDS.toNanos(1) / A_SECOND));
                }
            } catch (Refused refused) {
                nodes.promises().refused(refused.reason());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            } catch (IOException gone) {
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(20)); // of a process that ended: there may be another
            }
        }
    }

    private void say(ControlClient client, String log, long wait, Random random) throws IOException {
        Json.Builder say = Json.Obj.builder()
                .put("do", "say")
                .put("line", nodes.line().hex())
                .put("text", "x".repeat(1 + random.nextInt(400)))
                .put("log", log)
                .put("wait", wait);
        List<Json.Obj> said = new ArrayList<>();
        client.ask(say, item -> {
            said.add(item);
            String record = said.getFirst().require("record").text();
            String leaf = said.getFirst().require("leaf").text();
            if (said.size() == 1) {
                nodes.promises().acknowledged(record, leaf);
            } else if (item.require("all").flag()) {
                nodes.promises().receipted(record, leaf);
            }
        });
    }

    /** Waits until all are silent. */
    @Override
    public void close() {
        ended = true;
        threads.forEach(Voices::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
