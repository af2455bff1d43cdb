package org.parley.cli.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Event;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.SteppedClock;
import org.parley.node.home.Identity;
import org.parley.node.keys.OneKey;
import tools.jackson.databind.JsonNode;

/** The nodes of a scenario and the lines between them, and their clocks. */
final class Stage implements Nodes, AutoCloseable {
    /** Longer than any record takes between two processes on one machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Scenario scenario;
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<String, Instant> clocks = new TreeMap<>();

    private Stage(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Makes the folders of all parties under a folder, founds the lines by naming root keys, and starts the nodes. */
    static Stage set(Scenario scenario, Path under) throws IOException, InterruptedException {
        Stage stage = new Stage(scenario);
        try {
            stage.found(under);
            for (String party : scenario.parties()) {
                stage.start(party, under, Player.Seat.NONE);
            }
            stage.awaitReady();
            stage.link();
            return stage;
        } catch (IOException | InterruptedException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** The same without a line yet: the two parties meet as strangers do. */
    static Stage strangers(Scenario scenario, Path under, Map<String, Player.Seat> seats)
            throws IOException, InterruptedException {
        Stage stage = new Stage(scenario);
        try {
            stage.identities(under);
            for (String party : scenario.parties()) {
                Player.Seat seat = Optional.ofNullable(seats.get(party)).orElseThrow();
                Files.writeString(folder(under, party).resolve("parley.toml"), seat.settings());
                stage.start(party, under, seat);
            }
            stage.awaitReady();
            return stage;
        } catch (IOException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void start(String party, Path under, Player.Seat seat) throws IOException {
        players.put(party, Player.start(party, folder(under, party), scenario.begins(), seat));
    }

    private void awaitReady() throws IOException {
        for (Player player : players.values()) {
            player.awaitReady(scenario.begins());
            clocks.put(player.party(), scenario.begins());
        }
    }

    /** The line of this name has this id. */
    void founded(String line, String id) {
        lines.put(line, id);
    }

    /** Where a node's clock stands. */
    Instant clock(String party) {
        return Optional.ofNullable(clocks.get(party)).orElseThrow();
    }

    private static Path folder(Path under, String party) {
        return under.resolve(party.toLowerCase(Locale.ROOT));
    }

    private Options options() {
        return Options.usual(Optional.empty())
                .withClock(new SteppedClock(scenario.begins().toEpochMilli()));
    }

    private Map<String, Identity> identities(Path under) {
        return scenario.parties().parallelStream()
                .collect(Collectors.toMap(
                        party -> party,
                        party -> NodeFolder.create(
                                folder(under, party), new PartyName(party), Optional.empty(), options())));
    }

    private void found(Path under) {
        Options options = options();
        Map<String, Identity> identities = identities(under);
        SecureRandom random = new SecureRandom();
        for (String line : scenario.lines().keySet()) {
            byte[] id = new byte[16];
            random.nextBytes(id);
            lines.put(line, HexFormat.of().formatHex(id));
        }
        scenario.parties().parallelStream().forEach(party -> {
            try (Node node = Node.open(folder(under, party), options)) {
                scenario.lines().forEach((line, members) -> {
                    if (members.contains(party)) {
                        found(node, id(line), founders(members, identities));
                    }
                });
            }
        });
    }

    private static List<Event.Founder> founders(List<String> members, Map<String, Identity> identities) {
        return members.stream()
                .map(member -> new Event.Founder(
                        new PartyName(member),
                        Optional.ofNullable(identities.get(member))
                                .orElseThrow()
                                .rootKey()))
                .toList();
    }

    private static void found(Node node, String line, List<Event.Founder> members) {
        node.found(
                        new LineId(line),
                        node.identity().party(),
                        members,
                        Map.of(),
                        OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT)))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Of two nodes the later one dials. */
    private void link() throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> line : scenario.lines().entrySet()) {
            List<String> members = line.getValue();
            for (int i = 1; i < members.size(); i++) {
                for (String earlier : members.subList(0, i)) {
                    player(members.get(i)).dial(id(line.getKey()), player(earlier));
                }
            }
        }
        for (String line : scenario.lines().keySet()) {
            settle(line);
        }
    }

    /** The ids of the lines. */
    Map<String, String> lines() {
        return lines;
    }

    List<Player> players() {
        return List.copyOf(players.values());
    }

    Player player(String party) {
        return Optional.ofNullable(players.get(party)).orElseThrow();
    }

    private String id(String line) {
        return Optional.ofNullable(lines.get(line)).orElseThrow();
    }

    List<String> members(String line) {
        return Optional.ofNullable(scenario.lines().get(line)).orElseThrow();
    }

    /** Moves the clock of a node on, if it stands before that. */
    void clock(String party, Instant to) throws IOException {
        Instant now = Optional.ofNullable(clocks.get(party)).orElseThrow();
        if (now.isBefore(to)) {
            player(party).clock(to);
            clocks.put(party, to);
        }
    }

    @Override
    public JsonNode get(String node, String path) throws IOException, InterruptedException {
        return player(node).get(path);
    }

    @Override
    public List<JsonNode> told(String node, String type) {
        return player(node).told(type);
    }

    /** Waits until nothing of a line is in flight: clocks move only then. */
    void settle(String line) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> inFlight = inFlight(line);
        while (inFlight.isPresent()) {
            if (System.nanoTime() > end) {
                throw new IOException("after " + PATIENCE.toSeconds() + " s " + inFlight.get());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            inFlight = inFlight(line);
        }
    }

    private Optional<String> inFlight(String line) throws IOException, InterruptedException {
        Map<String, JsonNode> views = new TreeMap<>();
        for (String member : members(line)) {
            views.put(member, get(member, "/lines/" + id(line)));
        }
        return InFlight.of(views);
    }

    /** Waits until the subject of a record has a field at all nodes, and nothing is in flight. */
    void await(String line, String record, String field) throws IOException, InterruptedException {
        settle(line);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String member : members(line)) {
            while (!get(member, "/lines/" + id(line) + "/subjects/" + record)
                    .path("properties")
                    .has(field)) {
                if (System.nanoTime() > end) {
                    throw new IOException("after " + PATIENCE.toSeconds() + " s " + record + " is not " + field);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            }
        }
        settle(line);
    }

    @Override
    public void close() {
        List<Player> all = new ArrayList<>(players.values());
        all.parallelStream().forEach(Player::close);
    }
}
