package org.parley.ledger.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;

/** Some parties of one line in one room: clocks, and a pump that carries frames as bytes from one to the other. */
final class Room {
    static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");
    static final long START = 1_795_521_600_000L;

    /** A frame on its way. */
    record Sent(End from, End to, long link, Lane connection, Frame frame) {}

    /** One end of links. */
    interface End {
        Signer signer();

        KeySet shown();

        void tell(Event event);
    }

    private record Cable(End one, End other) {}

    private final Map<Long, Cable> cables = new HashMap<>();
    private final Deque<Sent> onTheWay = new ArrayDeque<>();
    final List<Desk> desks = new ArrayList<>();
    final List<Sent> carried = new ArrayList<>();
    Predicate<Sent> lets = any -> true;
    long wall = START;
    long elapsed = 7_000_000;
    private long links;

    Desk desk(String name) {
        return desk(new Signer(name));
    }

    Desk desk(Signer signer) {
        KeySet keys = signer.keys(LINE, 1, opening(signer, Lane.MAIN), opening(signer, Lane.SAFETY));
        Desk desk = new Desk(this, signer, new ShelfDisk(), keys);
        desks.add(desk);
        return desk;
    }

    private static Opening opening(Signer signer, Lane lane) {
        return new Opening(first(signer, lane).epoch(), 1);
    }

    /** The first log of a party. */
    static Origin first(Signer signer, Lane lane) {
        String tag = String.format("%08x", signer.name.name().hashCode());
        return Origin.of("parley/" + LINE + "/" + signer.name + "/" + lane + "/1-" + tag);
    }

    /** All of them begin the line together. */
    void found(Signer... members) {
        desks.forEach(desk -> desk.found(members));
    }

    long link(End dialler, End dialled) {
        long link = ++links;
        cables.put(link, new Cable(dialler, dialled));
        dialler.tell(new Event.Up(
                link, dialled.shown().tls(), Optional.of(dialled.signer().rootKey())));
        dialled.tell(new Event.Up(link, dialler.shown().tls(), Optional.empty()));
        pump();
        return link;
    }

    boolean isUp(long link) {
        return cables.containsKey(link);
    }

    void send(End from, long link, Lane connection, Frame frame) {
        Cable cable = cables.get(link);
        if (cable != null) {
            End to = cable.one.equals(from) ? cable.other : cable.one;
            Frame copy = FrameCodec.read(FrameCodec.bytes(frame));
            onTheWay.add(new Sent(from, to, link, connection, copy));
        }
    }

    /** One side closes a link: what it sent before arrives, what comes towards it does not. */
    void close(End by, long link) {
        List<Sent> last = onTheWay.stream()
                .filter(sent -> sent.link == link && sent.from.equals(by))
                .toList();
        onTheWay.removeAll(last);
        last.forEach(this::carry);
        lose(link);
    }

    private void carry(Sent sent) {
        if (cables.containsKey(sent.link) && lets.test(sent)) {
            carried.add(sent);
            sent.to.tell(new Event.Came(sent.link, sent.frame));
        }
    }

    private void lose(long link) {
        Cable cable = cables.remove(link);
        if (cable != null) {
            cable.one.tell(new Event.Lost(link));
            cable.other.tell(new Event.Lost(link));
        }
    }

    void cut(long link) {
        lose(link);
    }

    /** Carries all that is on its way, one frame a step. */
    void pump() {
        for (int steps = 0; !onTheWay.isEmpty(); steps++) {
            if (steps > 100_000) {
                throw new IllegalStateException("they talk for ever");
            }
            carry(onTheWay.remove());
        }
    }

    /** Time goes by on all clocks, in seconds; each node hears every one of them. */
    void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            wall += 1_000;
            elapsed += 1_000;
            List.copyOf(desks).forEach(desk -> desk.tell(new Event.Tick()));
            pump();
        }
    }

    /** The frames of a kind that were carried to an end. */
    <T extends Frame> List<T> to(End end, Class<T> kind) {
        return carried.stream()
                .filter(sent -> sent.to.equals(end))
                .map(Sent::frame)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
