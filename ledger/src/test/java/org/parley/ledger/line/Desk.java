package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.keys.KeySet;

/** A node with a real ledger. */
final class Desk implements Room.End {
    private final Room room;
    final Signer signer;
    final ShelfDisk disk;
    KeySet keys;
    final List<Effect> told = new ArrayList<>();
    Signatures signatures = Signer.SIGNATURES;
    private Optional<Ledger> ledger = Optional.empty();
    private long tickets;

    Desk(Room room, Signer signer, ShelfDisk disk, KeySet keys) {
        this.room = room;
        this.signer = signer;
        this.disk = disk;
        this.keys = keys;
        start();
    }

    /** A process begins on this disk. */
    void start() {
        told.clear();
        Settings settings = Settings.usual(signer.bytes(16), signer::bytes);
        Now now = new Now(room.wall, room.elapsed);
        ledger = Optional.of(new Ledger(disk, signatures, signer::secret, settings, now));
    }

    @Override
    public Signer signer() {
        return signer;
    }

    @Override
    public KeySet shown() {
        return keys;
    }

    void found(Signer... members) {
        List<Event.Founder> founders = Stream.of(members)
                .map(member -> new Event.Founder(member.name, member.rootKey()))
                .toList();
        String tag = Room.first(signer, Lane.MAIN).epoch().tag();
        tell(new Event.Found(Room.LINE, signer.name, founders, signer.note(keys), tag));
    }

    @Override
    public void tell(Event event) {
        step(List.of(event));
    }

    List<Effect> step(List<Event> events) {
        List<Effect> effects = ledger.orElseThrow().step(new Now(room.wall, room.elapsed), events);
        told.addAll(effects);
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Send send -> room.send(this, send.link(), send.connection(), send.frame());
                case Effect.Close close -> room.close(this, close.link());
                default -> {}
            }
        }
        return effects;
    }

    /** Says a record and gives what was answered at once; frames go on their way and are carried later. */
    List<Effect> say(Lane lane, String kind, String text) {
        return step(List.of(saying(lane, kind, text)));
    }

    Event.Say saying(Lane lane, String kind, String text) {
        Json.Obj fields = Json.Obj.builder().put("text", text).build();
        return new Event.Say(
                ++tickets,
                Room.LINE,
                Draft.of(lane, kind, Body.of(fields, signer.bytes(32).array())));
    }

    /** Says a record on the main log, and all is carried. */
    Effect.Said said(Lane lane, String text) {
        List<Effect> effects = say(lane, "note", text);
        room.pump();
        return effects.stream()
                .filter(Effect.Said.class::isInstance)
                .map(Effect.Said.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("was not said: " + effects));
    }

    long nextTicket() {
        return ++tickets;
    }

    Origin main() {
        return disk.origin(signer.name, Lane.MAIN);
    }

    Origin safety() {
        return disk.origin(signer.name, Lane.SAFETY);
    }

    List<Bytes> entries(Origin origin) {
        return disk.shelf(origin).entries;
    }

    Hash root(Origin origin) {
        return Rfc6962.root(entries(origin));
    }

    <T extends Effect> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Effect.Cause> alarms() {
        return told(Effect.Alarm.class).stream().map(Effect.Alarm::cause).toList();
    }
}
