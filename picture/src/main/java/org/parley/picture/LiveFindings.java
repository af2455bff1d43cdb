package org.parley.picture;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/**
 * The hash that a person's line check carries: of all findings that follow from the logs of a line up to stated sizes, taken as
 * if every member held all of that. So it depends on nothing but what both have, and two nodes that hold the same and compute
 * something else are told of it.
 */
public final class LiveFindings {
    private LiveFindings() {}

    /**
     * Of some logs.
     *
     * @param records gives the records of all of them up to these sizes, of each log in their order
     */
    public static Hash hash(
            LineId line, Set<PartyName> members, Map<Origin, Long> sizes, Consumer<Consumer<Held>> records) {
        Fold fold = new Fold(line, members);
        sizes.forEach((origin, size) -> members.forEach(member -> fold.stored(origin, member, size, 0)));
        records.accept(fold::take);
        return hash(fold.picture());
    }

    /** Of a picture in which every member holds all that is in it. */
    static Hash hash(Picture picture) {
        return Canonical.hash(Json.of(picture.conflicts().stream()
                .map(conflict -> conflict.finding().hash().toString())
                .sorted()
                .<Json>map(Json::of)
                .toList()));
    }
}
