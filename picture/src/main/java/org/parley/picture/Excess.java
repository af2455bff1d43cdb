package org.parley.picture;

import java.util.Optional;
import org.parley.ledger.PartyName;

/**
 * What a notice, written or not, has beyond the agreement.
 *
 * @param towards the party that has too little notice; empty where it is the same for all
 * @param of the kind of activity whose lead time it is, or the name of the control measure; empty for all others
 * @param figure what it is, in the unit of {@link Breach.What}
 * @param limit what the agreement says
 * @param beyond how it lies beyond the line; only for {@link Breach.What#SIDE}
 */
public record Excess(
        Breach.What what, Optional<PartyName> towards, String of, long figure, long limit, Optional<Beyond> beyond) {}
