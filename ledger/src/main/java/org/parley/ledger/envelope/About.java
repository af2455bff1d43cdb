package org.parley.ledger.envelope;

import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Json;

/** What a record is about: another record, or a conflict. */
public sealed interface About permits RecordRef, ConflictRef {
    /** Reads the member {@code about}; any other form is {@link org.parley.ledger.Refused}. */
    static About of(Json json) {
        Json.Obj object = json.object();
        return object.has("conflict") && object.members().size() == 1
                ? new ConflictRef(Hash.ofHex(object.require("conflict").text()))
                : RecordRef.of(object);
    }

    Json.Obj json();

    /** How a person writes it: the name of the record, or the id of the conflict in hexadecimal. */
    default String name() {
        return switch (this) {
            case RecordRef ref -> ref.record();
            case ConflictRef conflict -> conflict.id().toString();
        };
    }
}
