package org.parley.ledger.pairing;

import java.util.List;

/** What a pairing became by an event, and what is to be done. */
public record Step(Pairing pairing, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step of(Pairing pairing, Effect... effects) {
        return new Step(pairing, List.of(effects));
    }
}
