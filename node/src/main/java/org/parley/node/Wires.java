package org.parley.node;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Agenda;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Limits;
import org.parley.link.Address;
import org.parley.link.Carrier;
import org.parley.link.Channel;
import org.parley.link.Dial;
import org.parley.link.Link;
import org.parley.node.journal.Journal;

/**
 * Between links and the inbox: gives each link its number, reads frames in the link's own thread, and lets no link have more
 * than its share of what waits: its reader stands still until the ledger has dealt with what came before.
 */
final class Wires implements Carrier {
    /** Bytes of frames of one connection that may wait: the credit of the protocol, and the largest frame fits. */
    private static final int WAITING = (int) Math.max(Limits.CREDIT_BYTES, Limits.FRAME);

    private final Inbox inbox;
    private final Journal journal;
    private final Function<Address, Optional<Bytes>> rootAt;
    private final LongConsumer lost;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Link, Wire> byLink = new ConcurrentHashMap<>();
    private final Map<Long, Wire> byNumber = new ConcurrentHashMap<>();

    /** A link with its number and its two budgets: what is bulk never holds up control. */
    private record Wire(long number, Link link, Semaphore control, Semaphore bulk) {}

    /**
     * For all links of a node.
     *
     * @param rootAt whom we meant to reach at an address
     * @param lost is told of links that are gone
     */
    Wires(Inbox inbox, Journal journal, Function<Address, Optional<Bytes>> rootAt, LongConsumer lost) {
        this.inbox = inbox;
        this.journal = journal;
        this.rootAt = rootAt;
        this.lost = lost;
    }

    @Override
    public void up(Link link) {
        Wire wire = new Wire(numbers.incrementAndGet(), link, new Semaphore(WAITING), new Semaphore(WAITING));
        byLink.put(link, wire);
        byNumber.put(wire.number, wire);
        Optional<Bytes> dialled = link.dialledAt().flatMap(rootAt);
        put(Agenda.Item.of(new Event.Up(wire.number, link.peerPin(), dialled), () -> {}));
        journal.detail("link up", about(wire).put("dialled", link.dialled()));
    }

    @Override
    public void frame(Link link, byte[] bytes) {
        Wire wire = byLink.get(link);
        if (wire == null) {
            return;
        }
        Frame frame = FrameCodec.read(bytes);
        if (frame instanceof Frame.Batch batch) {
            batch.hashBodies();
        }
        Semaphore budget = Agenda.isBulk(frame) ? wire.bulk : wire.control;
        int weight = Math.min(bytes.length, WAITING);
        budget.acquireUninterruptibly(weight);
        put(Agenda.Item.came(new Event.Came(wire.number, frame), weight, () -> budget.release(weight)));
    }

    @Override
    public void lost(Link link, String why) {
        Wire wire = byLink.remove(link);
        if (wire != null) {
            byNumber.remove(wire.number);
            put(Agenda.Item.of(new Event.Lost(wire.number), () -> {}));
            lost.accept(wire.number);
            journal.note("link lost", about(wire).put("why", why));
        }
    }

    private void put(Agenda.Item item) {
        if (!inbox.put(item)) {
            item.after().run();
        }
    }

    @Override
    public void notReached(Dial dial, String why, Duration again) {
        journal.detail(
                "not reached",
                Json.Obj.builder()
                        .put("address", dial.address().toString())
                        .put("why", why)
                        .put("again-ms", again.toMillis()));
    }

    @Override
    public void turnedAway(String address, String why) {
        journal.detail("turned away", Json.Obj.builder().put("address", address).put("why", why));
    }

    void send(Effect.Send send) {
        Wire wire = byNumber.get(send.link());
        if (wire != null) {
            Channel channel = send.connection() == Lane.SAFETY ? Channel.CONTROL : Channel.BULK;
            wire.link.send(channel, FrameCodec.bytes(send.frame()));
        }
    }

    void close(long link, String why) {
        Wire wire = byNumber.get(link);
        if (wire != null) {
            wire.link.close(why);
        }
    }

    boolean dialled(long link) {
        Wire wire = byNumber.get(link);
        return wire != null && wire.link.dialled();
    }

    private static Json.Builder about(Wire wire) {
        return Json.Obj.builder().put("link", wire.number).put("address", wire.link.peerAddress());
    }
}
