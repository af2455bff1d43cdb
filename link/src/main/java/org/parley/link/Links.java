package org.parley.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.parley.ledger.Hash;

/**
 * The links of one node: those that come in where it listens, and those that it dials. Thread-safe.
 *
 * <p>TLS proves that a peer has the key whose pin {@link Link#peerPin} gives; whether that key is anybody's, the carrier asks the
 * signed key sets. When both sides dial each other, both links come up, and the protocol keeps one.
 */
public final class Links implements AutoCloseable {
    private final TlsIdentity self;
    private final TlsEngine engine;
    private final Bounds bounds;
    private final Carrier carrier;
    private final PairingDesk desk;
    private final LongSupplier nanos;
    private final Watch watch;
    private final Strangers strangers;
    private final Connector connector;
    private final List<Door> doors = new CopyOnWriteArrayList<>();
    private final List<DialLoop> dials = new CopyOnWriteArrayList<>();
    private final Set<LiveLink> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Neither listens nor dials yet.
     *
     * @param chance for the names of links and the waits between attempts; nothing secret comes from it
     * @param nanos a monotonic clock, as {@link System#nanoTime}
     */
    public Links(
            TlsIdentity self,
            TlsEngine engine,
            Bounds bounds,
            Carrier carrier,
            PairingDesk desk,
            RandomGenerator chance,
            LongSupplier nanos) {
        this.self = self;
        this.engine = engine;
        this.bounds = bounds;
        this.carrier = carrier;
        this.desk = desk;
        this.nanos = nanos;
        watch = new Watch(bounds.times(), nanos);
        strangers = new Strangers(bounds.crowd());
        connector = new Connector(self, engine, bounds, watch, chance);
    }

    /** Listens, also at more than one address; port 0 takes a free one. Returns where. */
    public InetSocketAddress listen(InetSocketAddress at) throws IOException {
        Door door = new Door(at, self, engine, bounds, watch, strangers, new Guests());
        doors.add(door);
        return door.address();
    }

    /** Dials a peer at once and again after each loss, until {@link Dial#stop}. */
    public Dial dial(Address peer, Optional<Hash> pin) {
        DialLoop dial = new DialLoop(
                peer,
                pin,
                connector,
                carrier,
                bounds.waits(),
                new Backoff(bounds.waits(), connector.chance()),
                nanos,
                pair -> live(Optional.of(peer), pair.control(), pair.bulk(), () -> {}));
        dials.add(dial);
        Thread.ofVirtual().name("link dial " + peer).start(() -> {
            dial.run();
            dials.remove(dial);
        });
        return dial;
    }

    /** Opens a pairing connection, once. */
    public PairingConnection pair(Address peer) throws IOException {
        return new PairingConnection(connector.forPairing(peer), true, watch, bounds, () -> {});
    }

    /** Dials and listens no more, closes all links and waits until the carrier knows, or until it has been waited for enough. */
    @Override
    public void close() {
        closed = true;
        dials.forEach(DialLoop::stop);
        doors.forEach(Door::close);
        live.forEach(link -> link.close("this node stops"));
        live.forEach(link -> link.awaitGone(bounds.times().farewell().multipliedBy(2)));
        watch.close();
    }

    private void live(Optional<Address> dialledAt, Secured control, Secured bulk, Runnable known) {
        LiveLink link = new LiveLink(carrier, bounds, nanos, dialledAt, control, bulk);
        live.add(link);
        watch.add(link);
        if (closed) {
            link.close("this node stops");
        }
        try {
            link.run(known);
        } finally {
            watch.remove(link);
            live.remove(link);
        }
    }

    private final class Guests implements Door.Guests {
        @Override
        public void link(Secured control, Secured bulk, Runnable known) {
            live(Optional.empty(), control, bulk, known);
        }

        @Override
        public void pairing(Secured connection, Runnable gone) throws IOException {
            try (PairingConnection pairing = new PairingConnection(connection, false, watch, bounds, gone)) {
                desk.paired(pairing);
            }
        }

        @Override
        public void turnedAway(String address, String why) {
            carrier.turnedAway(address, why);
        }
    }
}
