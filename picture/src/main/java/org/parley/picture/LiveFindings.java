package org.parley.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
     * Of some logs, from nothing.
     *
     * @param records gives the records of all of them up to these sizes, of each log in their order
     */
    public static Hash hash(
            LineId line, Set<PartyName> members, Map<Origin, Long> sizes, Consumer<Consumer<Held>> records) {
        Fold fold = new Fold(line, members);
        sizes.forEach((origin, size) -> members.forEach(member -> fold.stored(origin, member, size, 0)));
        records.accept(fold::take);
        return hash(fold.picture().conflicts().stream().map(Conflict::finding));
    }

    /**
     * The same from a picture that has all of that and little more: what came later is taken out of it. Empty where too much
     * changes with what came later: terms, or who is on the line.
     *
     * @param later all records that the picture has beyond those sizes
     */
    public static Optional<Hash> hash(Picture picture, Map<Origin, Long> sizes, List<Held> later) {
        return new FindingsBefore(picture, sizes, later).findings().map(LiveFindings::hash);
    }

    private static Hash hash(Stream<Finding> findings) {
        return Canonical.hash(Json.of(findings.map(finding -> finding.hash().toString())
                .sorted()
                .<Json>map(Json::of)
                .toList()));
    }
}
