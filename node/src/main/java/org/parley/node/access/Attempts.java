package org.parley.node.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;

/**
 * Counts failing sign-ins, by account and by where they come from, and makes whoever fails again and again wait. A wait never
 * is longer than {@link #LONGEST}, whatever was tried: nobody is kept from the desk by somebody else's guessing for long, and
 * who has signed in from a place before is not held up there by what others try elsewhere. An account that does not exist is
 * counted like one that does. Bounded: of very many counts the oldest go.
 *
 * <p>An attempt is counted as failed when it begins, so that a thousand at the same moment are not a thousand free ones.
 */
final class Attempts {
    /** With passwords of twelve characters, 288 guesses a day and account are none. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    static final Duration FIRST = Duration.ofSeconds(5);

    /** Longer than the longest wait; a shift later a slip of the morning is no longer held against anybody. */
    static final Duration FORGOTTEN = Duration.ofMinutes(30);

    /** A room full of people may sit behind one address. */
    static final int PEOPLE_BEHIND_ONE_ADDRESS = 4;

    /** Two megabytes or so in all. */
    static final int MOST = 10_000;

    /**
     * Failures in a row.
     *
     * @param last when the last one began
     * @param until no other is taken before; not after {@code last} plus {@link #LONGEST}
     */
    private record Count(int failures, Instant last, Instant until) {
        static final Count NONE = new Count(0, Instant.EPOCH, Instant.EPOCH);

        Duration left(Instant now) {
            return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
        }

        /** Also where the clock was set back: nobody waits for it to come round again. */
        boolean isForgotten(Instant now) {
            return now.isBefore(last) || now.isAfter(last.plus(FORGOTTEN));
        }

        Count failed(Instant now, int enough) {
            return new Count(failures + 1, now, now.plus(delay(failures + 1, enough)));
        }

        Count takenBack(Instant now) {
            return new Count(failures - 1, now, now);
        }
    }

    /** Whose failures are counted together: of an account all, but for those from where it has signed in before. */
    private record Target(String account, Optional<Bytes> familiar) {}

    private final int enough;
    private final Map<Target, Count> byAccount = oldestGo();
    private final Map<Bytes, Count> byOrigin = oldestGo();
    private final Map<Target, Boolean> familiar = oldestGo();

    /** @param enough after how many failures in a row an account waits */
    Attempts(int enough) {
        this.enough = enough;
    }

    private static <K, V> Map<K, V> oldestGo() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** How long nobody may try after so many failures. */
    static Duration delay(int failures, int enough) {
        Duration delay = failures < enough ? Duration.ZERO : FIRST;
        for (int i = enough; i < failures && delay.compareTo(LONGEST) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    /** Begins an attempt, or says how long to wait; a refused attempt is not counted. */
    synchronized Optional<Duration> begin(String account, Optional<Bytes> origin, Instant now) {
        Target target = target(account, origin);
        Duration wait = longer(
                count(byAccount, target, now).left(now),
                origin.map(from -> count(byOrigin, from, now).left(now)).orElse(Duration.ZERO));
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        put(byAccount, target, count(byAccount, target, now).failed(now, enough));
        origin.ifPresent(from ->
                put(byOrigin, from, count(byOrigin, from, now).failed(now, enough * PEOPLE_BEHIND_ONE_ADDRESS)));
        return Optional.empty();
    }

    /** An attempt that had begun was right: the account begins anew, the place has one failure less. */
    synchronized void succeeded(String account, Optional<Bytes> origin, Instant now) {
        byAccount.remove(target(account, origin));
        takeBack(byOrigin, origin, now);
        origin.ifPresent(from -> put(familiar, new Target(account, origin), true));
    }

    /** An attempt that had begun was not looked at. */
    synchronized void notTried(String account, Optional<Bytes> origin, Instant now) {
        takeBack(byAccount, Optional.of(target(account, origin)), now);
        takeBack(byOrigin, origin, now);
    }

    private Target target(String account, Optional<Bytes> origin) {
        Target here = new Target(account, origin);
        return familiar.containsKey(here) ? here : new Target(account, Optional.empty());
    }

    /** How many counts are kept. */
    synchronized int size() {
        return byAccount.size() + byOrigin.size() + familiar.size();
    }

    private static <K> Count count(Map<K, Count> counts, K key, Instant now) {
        Count count = counts.getOrDefault(key, Count.NONE);
        if (count.isForgotten(now)) {
            counts.remove(key);
            return Count.NONE;
        }
        return count;
    }

    private static <K> void takeBack(Map<K, Count> counts, Optional<K> key, Instant now) {
        key.ifPresent(known -> {
            Count count = counts.getOrDefault(known, Count.NONE);
            if (count.failures() > 1) {
                put(counts, known, count.takenBack(now));
            } else {
                counts.remove(known);
            }
        });
    }

    /** The newest stand last. */
    private static <K, V> void put(Map<K, V> map, K key, V value) {
        map.remove(key);
        map.put(key, value);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
