package org.parley.node.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.SigningKey;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.keys.OneKey;

/** Nodes on real folders and sockets in this process that know nothing of each other. */
final class Couple implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);
    private static final Bounds QUICK = new Bounds(
            new Bounds.Times(
                    Duration.ofSeconds(2),
                    Bounds.Times.USUAL.idle(),
                    Bounds.Times.USUAL.stall(),
                    Bounds.Times.USUAL.farewell(),
                    Bounds.Times.USUAL.pairing()),
            Bounds.Sizes.USUAL,
            new Bounds.Crowd(64, 64, 4),
            new Bounds.Waits(Duration.ofMillis(5), Duration.ofMillis(100), Duration.ofSeconds(30)));

    /** What came together with something that was waited for, and waits for its turn. */
    private static final Map<Dialogue, Deque<News>> UNTAKEN = new ConcurrentHashMap<>();

    /** How far the clock of all nodes is ahead, ms. */
    final AtomicLong ahead = new AtomicLong();

    private final LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final Path folder;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Pairings> pairings = new HashMap<>();

    Couple(Path folder, String... parties) throws IOException {
        this.folder = folder;
        for (String party : parties) {
            NodeFolder.create(
                    path(party), new PartyName(party.substring(party.indexOf('/') + 1)), Optional.empty(), options());
            Node node = Node.open(path(party), options());
            nodes.put(party, node);
            Pairings desk = new Pairings(node);
            pairings.put(party, desk);
            node.connect(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
        }
    }

    private Options options() {
        InstantSource system = InstantSource.system();
        return new Options(
                Optional.empty(),
                () -> system.instant().plusMillis(ahead.get()),
                new SecureRandom(),
                QUICK,
                failures::add);
    }

    Path path(String party) {
        return folder.resolve(party.replace('/', '-'));
    }

    Node node(String party) {
        return Optional.ofNullable(nodes.get(party)).orElseThrow();
    }

    Pairings pairings(String party) {
        return Optional.ofNullable(pairings.get(party)).orElseThrow();
    }

    SigningKey root(String party) {
        return OneKey.read(OneKey.ROOT, node(party).vault().read(OneKey.ROOT));
    }

    Pairings.Invited invite(String party) {
        return pairings(party).invite(root(party), Optional.empty(), Duration.ofMinutes(15));
    }

    Pairings.Invited invite(String party, Address at) {
        return pairings(party).invite(root(party), Optional.of(at), Duration.ofMinutes(15));
    }

    Dialogue join(String party, Pairings.Invited invited) {
        return pairings(party).join(root(party), Optional.empty(), invited.code());
    }

    /** What is in a node's folder and what it knows, but for what changes by itself. */
    Map<String, String> state(String party) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(path(party))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = path(party).relativize(file).toString();
                if (!name.matches("parley\\.db.*|mark|lock")) {
                    state.put(name, java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        state.put("lines", node(party).standing().lines().toString());
        state.put("peers", node(party).peers().all().toString());
        return state;
    }

    /** The next news of this kind; others before it are dropped, but an end is never waited over. */
    static <T extends News> T next(Dialogue dialogue, Class<T> kind) throws InterruptedException {
        Deque<News> untaken = UNTAKEN.computeIfAbsent(dialogue, _ -> new ArrayDeque<>());
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end) {
            untaken.addAll(dialogue.await(untaken.isEmpty() ? Duration.ofMillis(200) : Duration.ZERO));
            while (!untaken.isEmpty()) {
                News news = untaken.remove();
                if (kind.isInstance(news)) {
                    return kind.cast(news);
                }
                assertThat(news).as("instead of " + kind.getSimpleName()).isInstanceOf(News.Note.class);
            }
            dialogue.tick();
        }
        throw new AssertionError("no " + kind.getSimpleName() + " came");
    }

    @Override
    public void close() {
        pairings.values().forEach(Pairings::close);
        nodes.values().forEach(Node::close);
        assertThat(failures).isEmpty();
    }
}
