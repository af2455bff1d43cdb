package org.parley.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.ledger.Bytes;

/** Counts connections from which nothing was taken yet, all together and by address. Thread-safe. */
final class Strangers {
    private final Bounds.Crowd crowd;
    private final Map<Bytes, Integer> byAddress = new HashMap<>();
    private int all;
    private int pairings;

    Strangers(Bounds.Crowd crowd) {
        this.crowd = crowd;
    }

    /** A place for one more connection from this address, if there is one. */
    synchronized Optional<Place> enter(InetAddress from) {
        Bytes key = key(from);
        int before = byAddress.getOrDefault(key, 0);
        if (all >= crowd.strangers() || before >= crowd.ofOneAddress()) {
            return Optional.empty();
        }
        all++;
        byAddress.put(key, before + 1);
        return Optional.of(new Place(key));
    }

    /** One who can take addresses of IPv6 at will has a prefix of 64 bits of them: that counts as one address. */
    private static Bytes key(InetAddress from) {
        byte[] bytes = from.getAddress();
        return Bytes.of(from instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private synchronized void left(Bytes key, boolean pairing) {
        all--;
        byAddress.computeIfPresent(key, (address, count) -> count == 1 ? null : count - 1);
        if (pairing) {
            pairings--;
        }
    }

    private synchronized boolean onePairingMore() {
        if (pairings >= crowd.pairings()) {
            return false;
        }
        pairings++;
        return true;
    }

    /** A stranger's place until it is known or gone. */
    final class Place {
        private final Bytes key;
        private final AtomicBoolean left = new AtomicBoolean();
        private volatile boolean pairing;

        private Place(Bytes key) {
            this.key = key;
        }

        /** Whether there is a place for one more pairing. */
        boolean pairs() {
            pairing = onePairingMore();
            return pairing;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                left(key, pairing);
            }
        }
    }
}
