package org.parley.node.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Hash;

/** The sessions of a running node, by the hashes of their ids; a process that ends ends them all. */
final class Sessions {
    /** Of one account. A person sits at few screens; the one that was longest not used goes. */
    static final int MOST = 16;

    private final SecureRandom random;
    private final SignInLimits limits;
    private final Map<Hash, Live> live = new HashMap<>();

    /**
     * A session.
     *
     * @param password what was stored of the password that opened it: with another one, it is over
     */
    record Live(String account, Phc password, How how, Instant begun, Instant used) {
        private Live usedAt(Instant now) {
            return new Live(account, password, how, begun, now);
        }

        /** When it ends, if nobody uses it again. */
        Instant until(SignInLimits limits) {
            Instant idle = used.plus(limits.idle());
            Instant absolute = begun.plus(limits.absolute());
            return idle.isBefore(absolute) ? idle : absolute;
        }
    }

    Sessions(SecureRandom random, SignInLimits limits) {
        this.random = random;
        this.limits = limits;
    }

    /** Opens one; its id is new, whatever the caller had before. */
    synchronized String open(Kept kept, How how, Instant now) {
        String account = kept.account().name();
        live.values().removeIf(session -> isOver(session, now));
        if (live.values().stream()
                        .filter(session -> session.account.equals(account))
                        .count()
                >= MOST) {
            live.entrySet().stream()
                    .filter(entry -> entry.getValue().account.equals(account))
                    .min(Comparator.comparing(entry -> entry.getValue().used))
                    .map(Map.Entry::getKey)
                    .ifPresent(live::remove);
        }
        String id = Secret.fresh(random);
        live.put(Secret.hash(id), new Live(account, kept.password(), how, now, now));
        return id;
    }

    private boolean isOver(Live session, Instant now) {
        return !now.isBefore(session.until(limits));
    }

    /** The session of this id, which is used now. */
    synchronized Optional<Live> use(String id, Instant now) {
        Hash hash = Secret.hash(id);
        Optional<Live> found = Optional.ofNullable(live.get(hash))
                .filter(session -> !isOver(session, now))
                .map(session -> session.usedAt(now));
        found.ifPresentOrElse(session -> live.put(hash, session), () -> live.remove(hash));
        return found;
    }

    synchronized void end(String id) {
        live.remove(Secret.hash(id));
    }

    /** Ends all of an account. */
    synchronized void endAll(String account) {
        live.values().removeIf(session -> session.account.equals(account));
    }
}
