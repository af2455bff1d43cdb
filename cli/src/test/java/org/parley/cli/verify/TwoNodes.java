package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.keys.OneKey;
import org.parley.node.publicface.PublicLogs;
import org.parley.node.publicface.Shown;

/** AZURE and BIRCH, two nodes in this process with real folders and a real link, and their line. */
final class TwoNodes implements AutoCloseable {
    private static final PartyName AZURE = new PartyName("AZURE");
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    final LineId line = new LineId("00112233445566778899aabbccddeeff");
    final LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    final Node azure;
    final Node birch;
    private final SecureRandom random = new SecureRandom();

    TwoNodes(Path folder) throws IOException, InterruptedException {
        azure = node(folder.resolve("azure"), AZURE);
        birch = node(folder.resolve("birch"), BIRCH);
        Address ofAzure = listen(azure);
        Address ofBirch = listen(birch);
        List<Event.Founder> members = List.of(
                new Event.Founder(AZURE, azure.identity().rootKey()),
                new Event.Founder(BIRCH, birch.identity().rootKey()));
        found(azure, AZURE, members, Map.of(BIRCH, ofBirch));
        found(birch, BIRCH, members, Map.of(AZURE, ofAzure));
        awaitHeld(azure, say(azure, Lane.MAIN, "linked"));
    }

    Options options() {
        Bounds quick = new Bounds(
                Bounds.Times.USUAL,
                Bounds.Sizes.USUAL,
                Bounds.Crowd.USUAL,
                new Bounds.Waits(Duration.ofMillis(5), Duration.ofMillis(100), Duration.ofSeconds(30)));
        return new Options(Optional.empty(), InstantSource.system(), random, quick, failures::add);
    }

    private Node node(Path folder, PartyName party) {
        NodeFolder.create(folder, party, Optional.empty(), options());
        return Node.open(folder, options());
    }

    private static Address listen(Node node) throws IOException {
        InetSocketAddress at = node.connect(List.of(LOOPBACK), Node.noPairing()).getFirst();
        return Address.of("127.0.0.1:" + at.getPort());
    }

    private void found(Node node, PartyName me, List<Event.Founder> members, Map<PartyName, Address> others) {
        node.found(line, me, members, others, root(node))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static SigningKey root(Node node) {
        return OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT));
    }

    void rotate(Node node) {
        node.rotate(line, root(node)).orTimeout(60, TimeUnit.SECONDS).join();
    }

    Effect.Said say(Node node, Lane lane, String text) {
        return saying(node, lane, text).join();
    }

    private CompletableFuture<Effect.Said> saying(Node node, Lane lane, String text) {
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        Json.Obj fields =
                Json.Obj.builder().put("text", text).put("height", 120).build();
        return node.say(line, Draft.of(lane, "text", Body.of(fields, seed))).orTimeout(60, TimeUnit.SECONDS);
    }

    /** Says so many records on the main log at once, so that few heads cover them. */
    void sayMany(Node node, int count) {
        List<CompletableFuture<Effect.Said>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(saying(node, Lane.MAIN, "record " + i));
        }
        asked.forEach(CompletableFuture::join);
    }

    void awaitHeld(Node node, Effect.Said said) throws InterruptedException {
        assertThat(node.standing().await(() -> node.standing().isHeldByAll(said.origin(), said.index()), LONG))
                .isTrue();
    }

    /** Serves all logs of a node. */
    static PublicLogs face(Node node) {
        var signatures = node.crypto().signatures();
        try {
            return PublicLogs.start(
                    0, node.disk(), Shown.all(node.disk().load(), signatures), signatures, Optional.empty(), (_, e) -> {
                        throw e;
                    });
        } catch (BindException noPortIsFree) {
            throw new UncheckedIOException(noPortIsFree);
        }
    }

    /** Both root keys as options of the command. */
    List<String> roots() {
        return List.of("--root", root(azure, AZURE), "--root", root(birch, BIRCH));
    }

    private static String root(Node node, PartyName party) {
        return org.parley.node.publicface.VerifierKeys.root(
                        party, node.crypto().signatures().publicKey(root(node)))
                .toString();
    }

    @Override
    public void close() {
        azure.close();
        birch.close();
        assertThat(failures).isEmpty();
    }
}
