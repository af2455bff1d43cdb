package org.parley.picture;

import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.volume.Positions;
import org.parley.space.separation.Separation;

/**
 * The figures of a conflict under given versions: of the volumes of both subjects that conflict, those that are nearest.
 *
 * @param a the version of the subject that comes first by name
 * @param volumeA which of its volumes, from 0
 * @param b the version of the other
 * @param volumeB which of its volumes, from 0
 */
public record Finding(RecordRef a, int volumeA, RecordRef b, int volumeB, Separation separation) {
    /** What all of it hashes to: on two honest nodes the same. */
    public Hash hash() {
        return Canonical.hash(json());
    }

    /** In whole numbers, so that it is the same in bytes everywhere. */
    public Json.Obj json() {
        return Json.Obj.builder()
                .put("a", a.json())
                .put("volumeA", volumeA)
                .put("b", b.json())
                .put("volumeB", volumeB)
                .put("horizontal", separation.horizontal())
                .put("inLevels", separation.vertical().inLevels())
                .put("vertical", separation.vertical().gap())
                .put("time", separation.timeGap())
                .put("from", Instants.print(separation.from()))
                .put("until", Instants.print(separation.until()))
                .put("onA", Positions.of(separation.onA()))
                .put("onB", Positions.of(separation.onB()))
                .build();
    }
}
