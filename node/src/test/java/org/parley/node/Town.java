package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.node.keys.OneKey;

/** Some nodes on real folders and sockets in this process, and a line between them that was founded by naming root keys. */
public final class Town implements AutoCloseable {
    public static final Duration LONG = Duration.ofSeconds(60);
    private static final Bounds QUICK = new Bounds(
            Bounds.Times.USUAL,
            Bounds.Sizes.USUAL,
            Bounds.Crowd.USUAL,
            new Bounds.Waits(Duration.ofMillis(5), Duration.ofMillis(100), Duration.ofSeconds(30)));
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    public final LineId line;
    final LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final Path folder;
    private final List<PartyName> parties;
    private final Map<PartyName, Node> nodes = new HashMap<>();
    private final Map<PartyName, Address> addresses = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    public Town(Path folder, String... names) throws IOException {
        this.folder = folder;
        parties = List.of(names).stream().map(PartyName::new).toList();
        byte[] id = new byte[16];
        random.nextBytes(id);
        line = new LineId(HexFormat.of().formatHex(id));
        for (PartyName party : parties) {
            NodeFolder.create(path(party), party, Optional.empty(), options());
            start(party);
        }
        found();
    }

    public Options options() {
        return new Options(Optional.empty(), InstantSource.system(), random, QUICK, failures::add);
    }

    public Path path(PartyName party) {
        return folder.resolve(party.name());
    }

    Path path(String party) {
        return path(new PartyName(party));
    }

    Node start(PartyName party) throws IOException {
        Node node = Node.open(path(party), options());
        nodes.put(party, node);
        InetSocketAddress at = Optional.ofNullable(addresses.get(party))
                .map(address -> new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()))
                .orElse(LOOPBACK);
        InetSocketAddress listening =
                node.connect(List.of(at), Node.noPairing()).getFirst();
        addresses.put(party, Address.of("127.0.0.1:" + listening.getPort()));
        return node;
    }

    public Node start(String party) throws IOException {
        return start(new PartyName(party));
    }

    public void stop(String party) {
        Optional.ofNullable(nodes.remove(new PartyName(party))).ifPresent(Node::close);
    }

    static SigningKey root(Node node) {
        return OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT));
    }

    private void found() {
        List<Event.Founder> members = new ArrayList<>();
        nodes.forEach((party, node) ->
                members.add(new Event.Founder(party, node.identity().rootKey())));
        nodes.forEach((party, node) -> {
            Map<PartyName, Address> others = new HashMap<>(addresses);
            others.remove(party);
            node.found(line, party, members, others, root(node))
                    .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        });
    }

    public Node node(String party) {
        return Optional.ofNullable(nodes.get(new PartyName(party))).orElseThrow();
    }

    public List<Node> all() {
        return List.copyOf(nodes.values());
    }

    static Draft text(Lane lane, String text, SecureRandom random) {
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        return Draft.of(
                lane, "text", Body.of(Json.Obj.builder().put("text", text).build(), seed));
    }

    /** Says it, and waits until it is durable there. */
    public Effect.Said say(String party, Lane lane, String text) {
        return node(party)
                .say(line, text(lane, text, random))
                .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    void awaitHeldByAll(String party, Effect.Said said) throws InterruptedException {
        Standing standing = node(party).standing();
        assertThat(standing.await(() -> standing.isHeldByAll(said.origin(), said.index()), LONG))
                .as("%s is held by all", said.origin().recordName(said.index()))
                .isTrue();
    }

    /** Waits until all nodes have as much of each log of the line as its writer has, and checks that it is the same. */
    public void awaitEqual() throws InterruptedException {
        for (Node writer : all()) {
            writer.settle().join();
            for (Origin origin : writer.standing().logs(line)) {
                if (origin.party().equals(writer.identity().party())) {
                    for (Node reader : all()) {
                        Standing there = reader.standing();
                        long size = writer.standing().size(origin);
                        assertThat(there.await(() -> there.size(origin) >= size, LONG))
                                .as("%s at %s", origin, reader.identity().party())
                                .isTrue();
                        assertThat(entries(reader, origin)).isEqualTo(entries(writer, origin));
                    }
                }
            }
        }
    }

    static List<Bytes> entries(Node node, Origin origin) {
        List<Bytes> entries = new ArrayList<>();
        while (true) {
            var more = node.disk().entries(origin, entries.size(), 256, 1 << 20);
            if (more.isEmpty()) {
                return entries;
            }
            more.forEach(stored -> entries.add(stored.entry()));
        }
    }

    @Override
    public void close() {
        all().forEach(Node::close);
        assertThat(failures).isEmpty();
    }
}
