package org.parley.ledger.envelope;

import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Json;

/** A conflict by its id, which stays the same over amendments and agreements. */
public record ConflictRef(Hash id) implements About {
    @Override
    public Json.Obj json() {
        return Json.Obj.builder().put("conflict", id.toString()).build();
    }
}
