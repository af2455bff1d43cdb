package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.parley.ledger.Hash;

/** A node of a test: its links, and queues of what they told. */
final class TestNode implements Carrier, PairingDesk, AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(20);
    static final Bounds BOUNDS = new Bounds(
            Bounds.Times.USUAL,
            Bounds.Sizes.USUAL,
            new Bounds.Crowd(64, 64, 4),
            new Bounds.Waits(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofSeconds(30)));

    record Lost(Link link, String why) {}

    record Unreached(String why, Duration again) {}

    final TlsIdentity identity = TlsIdentity.create(new SecureRandom());
    final BlockingQueue<Link> up = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    final BlockingQueue<Lost> lost = new LinkedBlockingQueue<>();
    final BlockingQueue<Unreached> unreached = new LinkedBlockingQueue<>();
    final BlockingQueue<String> turnedAway = new LinkedBlockingQueue<>();
    final Links links;
    private volatile BiConsumer<Link, byte[]> onFrame = (link, frame) -> frames.add(frame);

    /** What a test does with a pairing that came in. */
    interface OnPairing {
        void with(PairingConnection connection) throws IOException;
    }

    private volatile OnPairing onPairing = connection -> {};

    void onPairing(OnPairing action) {
        onPairing = action;
    }

    TestNode() {
        this(BOUNDS, TlsEngine.jdk());
    }

    TestNode(Bounds bounds, TlsEngine engine) {
        links = new Links(identity, engine, bounds, this, this, new Random(7), System::nanoTime);
    }

    /** Listens on the loopback. */
    Address listen() throws IOException {
        return Address.of(links.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    Hash pin() {
        return identity.pin();
    }

    Dial dial(Address to, TestNode expected) {
        return links.dial(to, Optional.of(expected.pin()));
    }

    void onFrame(BiConsumer<Link, byte[]> action) {
        onFrame = action;
    }

    /** What comes next, which must come. */
    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("within %s", LONG).isNotNull();
        return next;
    }

    @Override
    public void up(Link link) {
        up.add(link);
    }

    @Override
    public void frame(Link link, byte[] frame) {
        onFrame.accept(link, frame);
    }

    @Override
    public void lost(Link link, String why) {
        lost.add(new Lost(link, why));
    }

    @Override
    public void notReached(Dial dial, String why, Duration again) {
        unreached.add(new Unreached(why, again));
    }

    @Override
    public void turnedAway(String address, String why) {
        turnedAway.add(why);
    }

    @Override
    public void paired(PairingConnection connection) {
        try {
            onPairing.with(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        links.close();
    }
}
