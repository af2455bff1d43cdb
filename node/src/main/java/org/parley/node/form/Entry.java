package org.parley.node.form;

import java.util.List;
import org.parley.ledger.canonical.Json;

/**
 * A body that was entered.
 *
 * @param body as a record holds it; it has the form of its kind and fits into a record
 * @param echoes what was read, for its author to compare
 */
public record Entry(Json.Obj body, List<Echo> echoes) {
    public Entry {
        echoes = List.copyOf(echoes);
    }
}
