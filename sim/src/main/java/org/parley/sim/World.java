package org.parley.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.picture.Fold;

/**
 * Some nodes on one line, their cables, and time, which goes on only from one happening to the next. All chance comes from
 * the seed, so that a run is the same wherever and whenever it runs.
 */
final class World {
    private static final String[] NAMES = {"AZURE", "BIRCH", "JUNIPER", "CEDAR", "DELTA"};
    private static final long BEGIN = 1_700_000_000_000L;

    private record Task(long at, long order, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    /** A line of the trace; put into words only when somebody reads it. */
    private record Told(long at, String what) {
        @Override
        public String toString() {
            return "%8.3f %s".formatted((at - BEGIN) / 1_000.0, what);
        }
    }

    private final SplittableRandom random;
    private final Signatures stub;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private final LineId line;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final List<Told> trace = new ArrayList<>();
    private final Witness witness;
    private final Bug bug;
    private final Records records = new Records();
    private final SortedSet<PartyName> parties = new TreeSet<>();
    private long now = BEGIN;
    private long order;
    private long links;
    private long tickets;
    private long events;
    private double crashChance;

    World(SplittableRandom random, Signatures stub, int count, Bug bug) {
        this.random = random;
        this.stub = stub;
        this.bug = bug;
        this.line = new LineId(bytes(16).toString());
        this.witness = new Witness(this);
        List<Event.Founder> founders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PartyName party = new PartyName(NAMES[i]);
            parties.add(party);
            Keys keys = new Keys(stub, random.split(), party);
            nodes.add(new Node(this, i, party, keys, new MemoryDisk(bug)));
            founders.add(new Event.Founder(party, keys.rootKey()));
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                cables.add(
                        random.nextBoolean()
                                ? new Cable(nodes.get(i), nodes.get(j))
                                : new Cable(nodes.get(j), nodes.get(i)));
            }
        }
        for (Node node : nodes) {
            String tag = bytes(4).toString();
            Opening from = new Opening(new Epoch(1, tag), 1);
            node.start();
            node.tell(new Event.Found(line, node.party, founders, node.keys.keySet(line, 1, from, from), tag));
        }
    }

    long now() {
        return now;
    }

    SplittableRandom random() {
        return random;
    }

    LineId line() {
        return line;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Cable> cables() {
        return cables;
    }

    /** All parties with a node, in their order. */
    SortedSet<PartyName> parties() {
        return parties;
    }

    Records records() {
        return records;
    }

    /** The picture of nothing, among these parties. */
    Fold emptyFold() {
        return new Fold(line, parties);
    }

    Witness witness() {
        return witness;
    }

    Bug bug() {
        return bug;
    }

    long events() {
        return events;
    }

    Map<Fault, Integer> faults() {
        return faults;
    }

    List<String> lines() {
        return trace.stream().map(Told::toString).toList();
    }

    Bytes bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    Signatures signatures(Node node) {
        return witness.watching(node, stub);
    }

    void counted(int more) {
        events += more;
    }

    void fault(Fault fault, Node node) {
        faults.merge(fault, 1, Integer::sum);
        trace(node, "FAULT " + fault);
    }

    void trace(Node node, String what) {
        trace(node + " " + what);
    }

    void trace(String what) {
        trace.add(new Told(now, what));
    }

    void in(long delay, Runnable action) {
        tasks.add(new Task(now + delay, order++, action));
    }

    /** Lets time go on for so long. */
    void run(long millis) {
        long until = now + millis;
        while (!tasks.isEmpty() && tasks.peek().at <= until) {
            Task task = tasks.poll();
            now = task.at;
            task.action.run();
        }
        now = until;
    }

    void crashChance(double chance) {
        crashChance = chance;
    }

    boolean crashesWithin(Node node) {
        boolean crashes = crashChance > 0 && random.nextDouble() < crashChance;
        if (crashes) {
            fault(Fault.CRASH, node);
        }
        return crashes;
    }

    /** Somebody says something at a node. */
    void say(Node node, Lane lane, String kind, int length) {
        Json.Obj fields = Json.Obj.builder()
                .put("text", "x".repeat(length))
                .put("n", random.nextLong(1_000_000))
                .build();
        say(node, Draft.of(lane, kind, body(fields)));
    }

    /** Somebody says this at a node. */
    void say(Node node, Draft draft) {
        long ticket = ++tickets;
        node.askedAt.put(ticket, now);
        node.tell(new Event.Say(ticket, line, draft));
    }

    /** A body with these fields. */
    Body body(Json.Obj fields) {
        return Body.of(fields, bytes(Body.SEED_LENGTH).array());
    }

    long ticket() {
        return ++tickets;
    }

    void receipted(Node node, Effect.Receipted receipted) {
        witness.receipted(node, receipted);
    }

    // --- links

    void dialAll(Node node) {
        cables.stream().filter(cable -> cable.isAt(node)).forEach(cable -> dial(cable, random.nextInt(50)));
    }

    /** Tries to bring a link up, again and again while it fails. */
    void dial(Cable cable, long delay) {
        if (cable.dialling) {
            return;
        }
        cable.dialling = true;
        in(delay, () -> {
            cable.dialling = false;
            boolean possible = cable.link == 0
                    && cable.state != Cable.State.CUT
                    && canLink(cable.dialler)
                    && canLink(cable.acceptor);
            if (possible) {
                up(cable);
            } else if (cable.link == 0) {
                dial(cable, 500 + random.nextInt(1_000));
            }
        });
    }

    private boolean canLink(Node node) {
        return node.isUp() && node.disk.ownKeySets(line) > 0;
    }

    private void up(Cable cable) {
        cable.link = ++links;
        trace(cable.dialler, "link " + cable.link + " up to " + cable.acceptor);
        cable.fresh(now);
        Node dialler = cable.dialler;
        Node acceptor = cable.acceptor;
        dialler.tell(new Event.Up(cable.link, acceptor.pin(), Optional.of(acceptor.keys.rootKey())));
        acceptor.tell(new Event.Up(cable.link, dialler.pin(), Optional.empty()));
    }

    void send(Node from, Effect.Send send) {
        Cable cable = cables.stream()
                .filter(each -> each.link == send.link() && each.isAt(from))
                .findFirst()
                .orElse(null);
        if (cable == null || bug.drops(this, send)) {
            return;
        }
        witness.cosigners().sent(from, send.link(), send.frame());
        byte[] bytes = FrameCodec.bytes(send.frame());
        Lane connection = bug.connection(send);
        long at = cable.arrival(from, connection, bytes.length, now, 1 + random.nextInt(20));
        long link = cable.link;
        cable.sent(from, connection, bytes.length);
        tasks.add(new Task(at, order++, () -> arrived(cable, link, from, connection, bytes)));
    }

    private void arrived(Cable cable, long link, Node from, Lane connection, byte[] bytes) {
        if (cable.link != link || cable.state == Cable.State.HALF_OPEN || cable.state == Cable.State.CUT) {
            return;
        }
        cable.arrived(from, connection, bytes.length);
        Node to = cable.other(from);
        try {
            Frame frame = FrameCodec.read(bytes);
            to.came(link, frame, bytes.length);
            bug.came(to, frame);
        } catch (Refused malformed) {
            closed(to, link);
        }
    }

    /** One side closes a link: on a good cable what it sent before still arrives, as long as nobody resets the connection. */
    void closed(Node node, long link) {
        for (Cable cable : List.copyOf(cables)) {
            if (cable.link == link && cable.isAt(node)) {
                boolean orderly = cable.state == Cable.State.GOOD && random.nextInt(4) > 0;
                long last = orderly ? cable.arrival(node, Lane.SAFETY, 0, now, 1 + random.nextInt(20)) : now;
                in(last - now, () -> {
                    if (cable.link == link) {
                        down(cable);
                    }
                });
            }
        }
    }

    /** The cable works again. What a bad one swallowed or held is lost with its link: a stream with a gap is no stream. */
    void mend(Cable cable) {
        cable.state = Cable.State.GOOD;
        down(cable);
    }

    void down(Cable cable) {
        long link = cable.link;
        if (link != 0) {
            cable.link = 0;
            trace(cable.dialler, "link " + link + " lost to " + cable.acceptor);
            cable.dialler.tell(new Event.Lost(link));
            cable.acceptor.tell(new Event.Lost(link));
            dial(cable, 100 + random.nextInt(400));
        }
    }

    void linksLost(Node node) {
        cables.stream().filter(cable -> cable.isAt(node)).forEach(this::down);
    }

    /** A hash that all members' copies of a log have, or nothing where they differ. */
    Optional<Hash> leaf(Origin origin, long index) {
        return nodes.stream()
                .filter(node -> node.disk.size(origin) > index)
                .map(node -> node.disk.leaf(origin, index))
                .findFirst();
    }
}
