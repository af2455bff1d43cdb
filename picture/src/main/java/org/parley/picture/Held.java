package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;

/**
 * A record as a node holds it.
 *
 * @param ref its name and leaf, as another record refers to it
 * @param body what it says; empty where it was erased, or was not the one that the entry names
 */
public record Held(Envelope envelope, RecordRef ref, Optional<Json.Obj> body) {
    static final String HEARD = "heard";

    /**
     * As it stands in its log.
     *
     * @param leaf the hash of its entry
     */
    public static Held of(Envelope envelope, Hash leaf, Optional<Json.Obj> body) {
        return new Held(envelope, new RecordRef(envelope.recordName(), leaf), body);
    }

    /** What people call it: BIRCH-412. */
    public String name() {
        return ref.record();
    }

    /** The hash of its entry. */
    public Hash leaf() {
        return ref.leaf();
    }

    /** Whether it was heard: entered by another party than the one that says it, by telephone, fax or paper. */
    public boolean isHeard() {
        return envelope.kind().equals(HEARD);
    }

    /** Who says it: its writer, or the party that was heard. */
    public PartyName by() {
        return heard().map(heard -> new PartyName(heard.require("from").text())).orElseGet(this::writer);
    }

    /** In whose log it stands. */
    public PartyName writer() {
        return envelope.origin().party();
    }

    /** Of what kind it is. */
    public String kind() {
        return heard().map(heard -> heard.require("kind").text()).orElse(envelope.kind());
    }

    /** What it says; empty where that was erased. */
    public Optional<Json.Obj> says() {
        return isHeard() ? heard().map(heard -> heard.require("says").object()) : body;
    }

    /** The text that stands in a field of what it says. */
    Optional<String> text(String field) {
        return field(field).map(Json::text);
    }

    /** Whether a field of what it says is there and true. */
    boolean flag(String field) {
        return field(field).map(Json::flag).orElse(false);
    }

    /** The instant that stands in a field of what it says, in milliseconds since 1970. */
    OptionalLong moment(String field) {
        return text(field).map(text -> OptionalLong.of(Instants.parse(text))).orElse(OptionalLong.empty());
    }

    /** What stands in a list of what it says; nothing where it has no such list. */
    List<Json> list(String field) {
        return field(field).map(Json::array).orElse(List.of());
    }

    private Optional<Json> field(String name) {
        return says().flatMap(body -> body.get(name));
    }

    /** The record that it is about, if it is about one. */
    Optional<RecordRef> about() {
        return isHeard()
                ? heard().flatMap(heard -> heard.get("about")).map(RecordRef::of)
                : envelope.about().filter(RecordRef.class::isInstance).map(RecordRef.class::cast);
    }

    private Optional<Json.Obj> heard() {
        return isHeard() ? body : Optional.empty();
    }

    Origin origin() {
        return envelope.origin();
    }

    /** Its leaf index. */
    long index() {
        return envelope.no() - 1;
    }

    Position position() {
        return new Position(writer().name(), origin().lane(), origin().epoch(), index());
    }

    /** Where a record stands; a party's records of a lane are in the order in which it said them. */
    record Position(String party, org.parley.ledger.Lane lane, org.parley.ledger.Epoch epoch, long index)
            implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int order = party.compareTo(other.party);
            order = order != 0 ? order : lane.compareTo(other.lane);
            order = order != 0 ? order : Integer.compare(epoch.number(), other.epoch.number());
            order = order != 0 ? order : epoch.tag().compareTo(other.epoch.tag());
            return order != 0 ? order : Long.compare(index, other.index);
        }
    }
}
