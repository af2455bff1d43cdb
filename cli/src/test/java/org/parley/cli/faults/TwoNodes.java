package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.node.Served;
import org.parley.cli.verify.VerifyCommand;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine;

/** Two parties with a line between them, the processes that serve them, and the law that must hold whatever happens to those. */
final class TwoNodes implements AutoCloseable {
    /** Until a link that was lost is there again and has caught up: half a minute before dialling, and a machine that has other work. */
    static final Duration HEALING = Duration.ofMinutes(5);

    private final LineId line;
    private final Party azure;
    private final Party birch;
    private final Promises promises = new Promises();
    private final Map<Party, Served> served = new HashMap<>();

    private TwoNodes(LineId line, Party azure, Party birch) {
        this.line = line;
        this.azure = azure;
        this.birch = birch;
    }

    /** On the loopback, where each dials the other. */
    static TwoNodes onLoopback(Path temp) throws IOException {
        return of(party("AZURE", temp, "127.0.0.1:" + freePort()), party("BIRCH", temp, "127.0.0.1:" + freePort()));
    }

    static Party party(String name, Path temp, String listen) {
        return new Party(new PartyName(name), temp.resolve(name.toLowerCase(java.util.Locale.ROOT)), listen, List.of());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where each dials the other at the address where it listens. */
    static TwoNodes of(Party azure, Party birch) {
        return of(azure, birch, Map.of(azure.name(), azure.listen(), birch.name(), birch.listen()));
    }

    /** With the addresses at which parties are dialled; who has none is not dialled. */
    static TwoNodes of(Party azure, Party birch, Map<PartyName, String> dialled) {
        return new TwoNodes(Founding.line(List.of(azure, birch), dialled), azure, birch);
    }

    LineId line() {
        return line;
    }

    Party azure() {
        return azure;
    }

    Party birch() {
        return birch;
    }

    List<Party> parties() {
        return List.of(azure, birch);
    }

    Party other(Party party) {
        return party.equals(azure) ? birch : azure;
    }

    Promises promises() {
        return promises;
    }

    /** Begins to serve and waits until it is ready. */
    Served start(Party party) throws IOException {
        Served begun = launch(party, List.of());
        assertThat(begun.awaitReady())
                .as("%s is ready: %s", party, begun.journal())
                .isTrue();
        return begun;
    }

    /** Begins to serve under another program, and waits for nothing. */
    Served launch(Party party, List<String> under) throws IOException {
        List<String> both = new ArrayList<>(party.under());
        both.addAll(under);
        Served begun = Served.launch(both, party.folder(), "--listen", party.listen());
        served.put(party, begun);
        return begun;
    }

    Served served(Party party) {
        return Optional.ofNullable(served.get(party)).orElseThrow();
    }

    /** What a process says that it holds of the line. */
    Map<String, String> heldBy(Party party) throws IOException {
        Map<String, String> records = new HashMap<>();
        for (Json.Obj item : party.ask(request("log").put("line", line.hex()))) {
            records.put(item.require("record").text(), item.require("leaf").text());
        }
        return records;
    }

    /** The law that holds at once after one of them has ended: its disk has what it promised, and so has the other process. */
    void checkDead(Party dead) throws IOException, SQLException {
        Map<String, String> stored = Stored.records(dead.folder(), line);
        promises.saw(dead + " after its end", stored);
        promises.keptBy(dead.name(), stored);
        if (served(other(dead)).isAlive()) {
            checkAlive(other(dead));
        }
    }

    void checkAlive(Party alive) throws IOException {
        Promises until = promises.untilNow();
        Map<String, String> held = heldBy(alive);
        promises.saw(alive.name().name(), held);
        until.keptBy(alive.name(), held);
    }

    /** Waits until each has what the other has and both have receipts for it; nobody else must be speaking. */
    void awaitHealed() throws Exception {
        for (Party party : parties()) {
            for (String log : List.of("main", "safety")) {
                awaitHeldByAll(party, log);
            }
        }
    }

    private void awaitHeldByAll(Party party, String log) throws Exception {
        boolean there = Patience.until(HEALING, () -> {
            try {
                Json.Builder say = request("say").put("line", line.hex()).put("text", "healed?");
                List<Json.Obj> said = party.ask(say.put("log", log).put("wait", HEALING.toMillis()));
                String record = said.getFirst().require("record").text();
                promises.acknowledged(record, said.getFirst().require("leaf").text());
                return said.getLast().require("all").flag();
            } catch (IOException | Refused notYet) {
                return false;
            }
        });
        assertThat(there)
                .as(
                        "%s gets a receipt in its %s log: %s",
                        party, log, served(party).journal())
                .isTrue();
    }

    /** The law that holds when everything is mended: both have everything, the same, and somebody else finds nothing wrong. */
    void checkHealed() throws Exception {
        awaitHealed();
        Map<String, String> ofAzure = heldBy(azure);
        Map<String, String> ofBirch = heldBy(birch);
        promises.saw("AZURE, healed", ofAzure);
        promises.saw("BIRCH, healed", ofBirch);
        promises.keptByBoth(ofAzure);
        assertThat(ofBirch).as("both logs").isEqualTo(ofAzure);
        for (Party party : parties()) {
            verify(party);
            assertThat(faces(party)).as("alarms of two faces at %s", party).isEmpty();
        }
    }

    private static void verify(Party party) {
        StringWriter told = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute(party.folder().toString());
        assertThat(code).as("verify %s: %s", party, told).isZero();
    }

    private Set<String> faces(Party party) throws IOException {
        Set<String> alarms = new HashSet<>();
        served(party)
                .journal()
                .lines()
                .filter(text -> text.contains("EQUIVOCATION") || text.contains("HOSTILE"))
                .forEach(alarms::add);
        return alarms;
    }

    static Json.Builder request(String what) {
        return Json.Obj.builder().put("do", what);
    }

    @Override
    public void close() {
        served.values().forEach(Served::close);
    }
}
