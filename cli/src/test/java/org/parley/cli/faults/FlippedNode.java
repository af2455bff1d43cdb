package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.parley.cli.node.Served;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Effect;
import org.parley.ledger.merkle.Merkle;
import org.parley.node.Node;
import org.parley.store.Problem;
import org.parley.store.Scrub;

/** A node that begins on a folder in which one bit was flipped, beside a peer with a sound one inside this process. */
record FlippedNode(
        TwoNodes nodes, int peerPort, Map<String, String> written, Map<String, String> receipted, String flip) {
    private static final Duration ANSWER = Duration.ofSeconds(8);

    /** What became of it. */
    enum Verdict {
        /** All is there, nothing is wrong. */
        HARMLESS,
        /** It does not begin, and says why. */
        NOT_BEGUN,
        /** It said at the start that something is wrong, and has all that its peer holds. */
        TOLD_AND_HEALED,
        /** It said that something is wrong, and what its peer holds is not all here again. */
        TOLD,
        /** It ended by itself when it came upon the damage, and said so. */
        ENDED,
        /** All that was asked for is there; the scrub finds the damage. */
        TOLD_BY_THE_SCRUB
    }

    Verdict judge(boolean peerFromTheStart) throws Exception {
        Served azure = nodes.launch(nodes.azure(), List.of());
        Set<Effect.Cause> alarms = new CopyOnWriteArraySet<>();
        Node peer = Node.open(nodes.birch().folder(), Founding.OPTIONS);
        try (peer;
                azure) {
            peer.listen(effect -> {
                if (effect instanceof Effect.Alarm alarm) {
                    alarms.add(alarm.cause());
                }
            });
            if (peerFromTheStart) {
                listen(peer);
            }
            if (!azure.awaitReady()) {
                assertThat(azure.awaitEnd()).as("%s: %s", flip, azure.journal()).isIn(2, 70);
                assertThat(azure.journal()).as(flip).isNotBlank();
                return Verdict.NOT_BEGUN;
            }
            if (!peerFromTheStart) {
                say(Duration.ZERO);
                listen(peer);
            }
            return begun(azure, peer, alarms, isLinked(azure));
        }
    }

    private void listen(Node peer) throws IOException {
        peer.connect(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), peerPort)), Node.noPairing());
    }

    /** A node that has said nothing of damage must link, however slow the machine is. */
    private boolean isLinked(Served azure) throws Exception {
        boolean[] linked = {say(ANSWER)};
        Patience.until(TwoNodes.HEALING, () -> {
            linked[0] = linked[0] || say(ANSWER);
            return linked[0] || told(azure) || !azure.isAlive();
        });
        return linked[0];
    }

    private Verdict begun(Served azure, Node peer, Set<Effect.Cause> alarms, boolean linked) throws Exception {
        Map<String, String> held = new HashMap<>();
        try {
            held.putAll(nodes.heldBy(nodes.azure()));
        } catch (IOException | Refused damaged) {
            assertThat(told(azure))
                    .as("%s: %s, and: %s", flip, damaged, azure.journal())
                    .isTrue();
        }
        noSecondHistory(held, peer, alarms);
        boolean ended = !azure.isAlive();
        int code = azure.stop();
        assertThat(code).as("%s: %s", flip, azure.journal()).isIn(0, 70);
        boolean whole = held.keySet().containsAll(receipted.keySet());
        boolean all = held.keySet().containsAll(written.keySet());
        if (!all) {
            assertThat(told(azure))
                    .as("%s: records are gone without a word: %s", flip, azure.journal())
                    .isTrue();
        }
        if (ended || code == 70) {
            assertThat(told(azure)).as("%s: %s", flip, azure.journal()).isTrue();
            return Verdict.ENDED;
        }
        if (told(azure)) {
            return whole && linked ? Verdict.TOLD_AND_HEALED : Verdict.TOLD;
        }
        assertThat(linked)
                .as("%s: it has a receipt for what it says now: %s", flip, azure.journal())
                .isTrue();
        return problems().isEmpty() ? Verdict.HARMLESS : Verdict.TOLD_BY_THE_SCRUB;
    }

    /** Says a record; whether the peer has it. Its name must be new. */
    private boolean say(Duration wait) throws IOException {
        List<Json.Obj> said = new ArrayList<>();
        try {
            Json.Builder say = TwoNodes.request("say")
                    .put("line", nodes.line().hex())
                    .put("text", "after " + flip)
                    .put("wait", wait.toMillis());
            said.addAll(nodes.azure().ask(say));
        } catch (IOException | Refused refused) {
            return false;
        }
        String record = said.getFirst().require("record").text();
        String leaf = said.getFirst().require("leaf").text();
        assertThat(written.put(record, leaf))
                .as("%s: a second record called %s", flip, record)
                .isNull();
        return said.getLast().get("all").map(Json::flag).orElse(false);
    }

    /** No entry differs from the one that was written there, here or at the peer; and the peer has seen no two faces. */
    private void noSecondHistory(Map<String, String> held, Node peer, Set<Effect.Cause> alarms) {
        Map<String, String> atPeer = new HashMap<>();
        for (Origin origin : peer.standing().logs(nodes.line())) {
            peer.settle().join();
            long index = 0;
            for (var more = peer.disk().entries(origin, index, 256, 1 << 20);
                    !more.isEmpty();
                    more = peer.disk().entries(origin, index, 256, 1 << 20)) {
                for (var stored : more) {
                    atPeer.put(
                            origin.recordName(index++),
                            Merkle.leafHash(stored.entry().array()).toString());
                }
            }
            assertThat(peer.disk().evidence(origin)).as(flip).isEmpty();
        }
        for (Map<String, String> side : List.of(held, atPeer)) {
            side.forEach((record, leaf) -> assertThat(written.getOrDefault(record, leaf))
                    .as("%s: %s", flip, record)
                    .isEqualTo(leaf));
        }
        assertThat(alarms)
                .as("%s: what the peer is alarmed of", flip)
                .doesNotContain(Effect.Cause.EQUIVOCATION, Effect.Cause.HOSTILE, Effect.Cause.CLONE);
    }

    private static boolean told(Served azure) throws IOException {
        String journal = azure.journal();
        return journal.contains("\"what\":\"damage\"")
                || journal.contains("the disk failed")
                || journal.contains("is damaged")
                || journal.contains("BELOW_MARK");
    }

    private List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        try (Scrub scrub = Scrub.ofDatabase(nodes.azure().folder().resolve("parley.db"))) {
            scrub.run(found::add, Scrub.AT_FULL_SPEED);
        }
        return found;
    }
}
