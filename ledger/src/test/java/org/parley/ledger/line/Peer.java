package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.keys.KeySet;

/** A member without a ledger: it says what a test wants it to say, with its own real keys. */
final class Peer implements Room.End {
    private final Room room;
    final Signer signer;
    KeySet keys;
    final Bytes incarnation;
    final List<Frame> got = new ArrayList<>();
    final Map<Origin, List<Bytes>> logs = new HashMap<>();
    final Map<Origin, List<Optional<Frame.SealedBody>>> bodies = new HashMap<>();
    private long link;

    Peer(Room room, String name) {
        this.room = room;
        this.signer = new Signer(name);
        this.incarnation = signer.bytes(16);
        this.keys = signer.keys(
                Room.LINE,
                1,
                new org.parley.ledger.keys.Opening(origin(Lane.MAIN).epoch(), 1),
                new org.parley.ledger.keys.Opening(origin(Lane.SAFETY).epoch(), 1));
    }

    Origin origin(Lane lane) {
        return Room.first(signer, lane);
    }

    @Override
    public Signer signer() {
        return signer;
    }

    @Override
    public KeySet shown() {
        return keys;
    }

    @Override
    public void tell(Event event) {
        switch (event) {
            case Event.Up up -> link = up.link();
            case Event.Came came -> got.add(came.frame());
            default -> {}
        }
    }

    Frame.HelloLine line(List<Frame.Held> held) {
        return new Frame.HelloLine(Room.LINE, List.of(signer.note(keys)), List.of(), held, List.of());
    }

    Frame.Hello hello(List<Frame.Held> held) {
        return new Frame.Hello(
                1, 1, signer.name, signer.rootKey(), incarnation, room.wall, List.of(), List.of(line(held)));
    }

    /** Dials, says hello, holds nothing, and gives credit. */
    void dial(Desk desk) {
        dial(desk, List.of(), 1_000_000);
    }

    void dial(Desk desk, List<Frame.Held> held, long credit) {
        room.link(this, desk);
        send(hello(held));
        send(new Frame.Credit(credit * 4_096, credit));
    }

    long link() {
        return link;
    }

    void send(Frame frame) {
        send(Lane.SAFETY, frame);
    }

    void send(Lane connection, Frame frame) {
        room.send(this, link, connection, frame);
        room.pump();
    }

    <T extends Frame> List<T> got(Class<T> kind) {
        return got.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Bytes> log(Origin origin) {
        return logs.computeIfAbsent(origin, of -> new ArrayList<>());
    }

    /** Adds the first entry, as every log has it. */
    void begin(Origin origin) {
        Json.Obj content =
                Json.Obj.builder().put("keys", signer.note(keys).text()).build();
        entry(
                origin,
                Bytes.of(Envelope.builder(origin, no(origin), room.wall, "keys")
                        .content(content)
                        .bytes()),
                Optional.empty());
    }

    /** Adds a record with a body. */
    void record(Origin origin, String text) {
        Body body = Body.of(
                Json.Obj.builder().put("text", text).build(), signer.bytes(32).array());
        Bytes entry = Bytes.of(Envelope.builder(origin, no(origin), room.wall, "note")
                .body(body.commitment())
                .bytes());
        entry(origin, entry, Optional.of(new Frame.SealedBody(Bytes.of(body.seed()), Bytes.of(body.bytes()))));
    }

    void entry(Origin origin, Bytes entry, Optional<Frame.SealedBody> body) {
        log(origin).add(entry);
        bodies.computeIfAbsent(origin, of -> new ArrayList<>()).add(body);
    }

    private long no(Origin origin) {
        return log(origin).size() + 1L;
    }

    /** The signed head of the log at a size. */
    Bytes head(Origin origin, int size) {
        return signer.head(keys.log(), origin, size, Rfc6962.root(log(origin).subList(0, size)));
    }

    /** The entries from one place up to the end, with the head there. */
    Frame.Batch batch(Origin origin, int first) {
        return batch(origin, first, log(origin).size());
    }

    Frame.Batch batch(Origin origin, int first, int end) {
        return new Frame.Batch(
                origin,
                first,
                head(origin, end),
                List.copyOf(log(origin).subList(first, end)),
                List.copyOf(Optional.ofNullable(bodies.get(origin))
                        .orElse(Collections.emptyList())
                        .subList(first, end)));
    }

    Frame.Held held(Desk desk, Origin origin) {
        return new Frame.Held(origin, desk.disk.size(origin), desk.root(origin));
    }
}
