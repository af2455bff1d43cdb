package org.parley.ledger.pairing;

import java.util.List;
import java.util.Optional;

/**
 * What became of the first message of a stranger.
 *
 * @param invitation to be stored in place of the one before, first of all
 * @param pairing the one that began; another of the same invitation that is under way gets {@link Event.Replaced}
 * @param effects what is to be done
 */
public record Admission(Invitation invitation, Optional<Pairing> pairing, List<Effect> effects) {
    public Admission {
        effects = List.copyOf(effects);
    }
}
