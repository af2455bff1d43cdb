package org.parley.node;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Bytes;
import org.parley.link.Address;
import org.parley.link.Dial;
import org.parley.link.Links;

/**
 * Who is dialled where. A peer whose own link to us works is not dialled as well: the protocol would keep one of the two, and
 * the other would be begun again for ever.
 */
final class Dials {
    private final Links links;
    private final Map<Bytes, Address> wanted = new HashMap<>();
    private final Map<Address, Bytes> rootAt = new HashMap<>();
    private final Map<Bytes, Dial> dials = new HashMap<>();
    private final Map<Bytes, Set<Long>> linked = new HashMap<>();
    private boolean closed;

    Dials(Links links) {
        this.links = links;
    }

    /** From now on the node of this root key is dialled there whenever no link to it works. */
    synchronized void want(Bytes rootKey, Address address) {
        Address before = wanted.put(rootKey, address);
        rootAt.put(address, rootKey);
        if (!address.equals(before)) {
            stop(rootKey);
        }
        begin(rootKey);
    }

    /** Whom we meant to reach at an address. */
    synchronized Optional<Bytes> rootAt(Address address) {
        return Optional.ofNullable(rootAt.get(address));
    }

    synchronized void linked(long link, Bytes rootKey, boolean dialled) {
        linked.computeIfAbsent(rootKey, key -> new HashSet<>()).add(link);
        if (!dialled) {
            stop(rootKey);
        }
    }

    synchronized void lost(long link) {
        linked.forEach((rootKey, alive) -> {
            if (alive.remove(link) && alive.isEmpty()) {
                begin(rootKey);
            }
        });
    }

    synchronized void close() {
        closed = true;
        dials.values().forEach(Dial::stop);
        dials.clear();
    }

    private void begin(Bytes rootKey) {
        Address address = wanted.get(rootKey);
        boolean reached = !linked.getOrDefault(rootKey, Set.of()).isEmpty();
        if (!closed && !reached && address != null && !dials.containsKey(rootKey)) {
            dials.put(rootKey, links.dial(address, Optional.empty()));
        }
    }

    private void stop(Bytes rootKey) {
        Dial dial = dials.remove(rootKey);
        if (dial != null) {
            dial.stop();
        }
    }
}
