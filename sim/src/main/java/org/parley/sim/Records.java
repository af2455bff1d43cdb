package org.parley.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.picture.Held;

/** The entries of all disks as the picture takes them. The same bytes are read once, whoever holds them. */
final class Records {
    private final Map<Hash, Optional<Envelope>> envelopes = new HashMap<>();
    private final Map<Hash, Json.Obj> bodies = new HashMap<>();

    /** A record at its place; nothing where the entry is none, or says another place than its own: it means nothing. */
    Optional<Held> read(Origin origin, long index, Hash leaf, StoredEntry stored) {
        return envelopes
                .computeIfAbsent(leaf, of -> envelope(stored))
                .filter(envelope -> envelope.origin().equals(origin) && envelope.no() == index + 1)
                .map(envelope -> Held.of(envelope, leaf, body(leaf, stored)));
    }

    private static Optional<Envelope> envelope(StoredEntry stored) {
        try {
            return Optional.of(Envelope.parse(stored.entry().array()));
        } catch (Refused noRecord) {
            return Optional.empty();
        }
    }

    /** The ledger kept it, so it is the one that the entry names. */
    private Optional<Json.Obj> body(Hash leaf, StoredEntry stored) {
        return stored.body()
                .map(body -> bodies.computeIfAbsent(
                        leaf, of -> Canonical.parse(body.body().array()).object()));
    }
}
