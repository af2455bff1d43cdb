package org.parley.picture;

import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.RecordRef;

/**
 * A record as a node holds it.
 *
 * @param leaf the hash of its entry
 * @param body what it says; empty where it was erased, or was not the one that the entry names
 */
public record Held(Envelope envelope, Hash leaf, Optional<Json.Obj> body) {
    /** What people call it: BIRCH-412. */
    public String name() {
        return envelope.recordName();
    }

    /** Its name and leaf, as another record refers to it. */
    public RecordRef ref() {
        return new RecordRef(name(), leaf);
    }

    /** Who says it. */
    public PartyName by() {
        return envelope.origin().party();
    }

    Origin origin() {
        return envelope.origin();
    }

    /** Its leaf index. */
    long index() {
        return envelope.no() - 1;
    }

    Position position() {
        return new Position(by().name(), origin().lane(), origin().epoch(), index());
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
