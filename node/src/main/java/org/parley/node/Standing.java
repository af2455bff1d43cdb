package org.parley.node;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Image;

/** What a node holds as of its last commit, in sizes and names, for those who only look. The committer alone changes it. */
public final class Standing {
    /** A line and its members, ourselves too, by their root keys. */
    public record Line(LineId line, PartyName me, Map<PartyName, Bytes> members) {
        public Line {
            members = Map.copyOf(members);
        }

        /** The members but ourselves, in their order. */
        public List<PartyName> others() {
            return members.keySet().stream()
                    .filter(party -> !party.equals(me))
                    .sorted()
                    .toList();
        }
    }

    /** A member's last receipt over a log: it held so much at that time, seconds since 1970 by its clock. */
    public record Held(long size, long time) {
        /** Of two receipts the last: one for less may come after it. */
        private Held later(Held other) {
            boolean less = other.size < size || (other.size == size && other.time < time);
            return less ? this : other;
        }
    }

    private record Of(Origin origin, PartyName member) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<LineId, Line> lines = new TreeMap<>();
    private final Map<Origin, Long> sizes = new HashMap<>();
    private final Map<Origin, Long> voids = new HashMap<>();
    private final Map<Of, Held> held = new HashMap<>();
    private final Map<LineId, Effect.FenceChanged> fences = new HashMap<>();
    private final Map<Long, Effect.Linked> links = new HashMap<>();
    private long version;

    Standing() {}

    /** Begins with what is on the disk; later, with what was added to it by other ways than effects. */
    void read(Image image) {
        change(() -> {
            for (Image.LineImage line : image.lines()) {
                lines.put(line.line(), new Line(line.line(), line.me(), line.rootKeys()));
                line.logs().forEach(log -> {
                    sizes.put(log.origin(), log.size());
                    log.voidFrom().ifPresent(from -> voids.put(log.origin(), from));
                });
                line.receipts().forEach(last -> take(last.origin(), last.member(), last.size(), last.time()));
            }
        });
    }

    /** What a step told, all at once. */
    void take(List<Effect> effects) {
        if (!effects.isEmpty()) {
            change(() -> effects.forEach(this::take));
        }
    }

    void lost(long link) {
        change(() -> links.remove(link));
    }

    private void take(Effect effect) {
        switch (effect) {
            case Effect.Appended appended ->
                sizes.merge(
                        appended.origin(), appended.first() + appended.entries().size(), Math::max);
            case Effect.LineChanged changed ->
                sizes.keySet().stream()
                        .filter(origin -> origin.line().equals(changed.line()))
                        .forEach(origin -> voided(
                                origin, Optional.ofNullable(changed.members().get(origin.party()))));
            case Effect.Receipted receipt -> take(receipt.origin(), receipt.member(), receipt.size(), receipt.time());
            case Effect.FenceChanged fence -> fences.put(fence.line(), fence);
            case Effect.Linked linked -> links.put(linked.link(), linked);
            default -> {}
        }
    }

    private void voided(Origin origin, Optional<KeyHistory> keys) {
        keys.map(history -> history.voidAfter(origin.lane(), origin.epoch()))
                .filter(OptionalLong::isPresent)
                .ifPresent(from -> voids.put(origin, from.getAsLong()));
    }

    private void take(Origin origin, PartyName member, long size, long time) {
        held.merge(new Of(origin, member), new Held(size, time), Held::later);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T look(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Grows with every change. */
    public long version() {
        return look(() -> version);
    }

    /** Waits until something holds, at most so long; whether it does. It is asked under a lock: it must be quick. */
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** All lines, in their order. */
    public List<Line> lines() {
        return look(() -> List.copyOf(lines.values()));
    }

    /** A line. */
    public Optional<Line> line(LineId line) {
        return look(() -> Optional.ofNullable(lines.get(line)));
    }

    /** Whether a line here has a member of this name with another root key. */
    public boolean isNamesake(PartyName party, Bytes rootKey) {
        return lines().stream()
                .map(line -> line.members().get(party))
                .anyMatch(known -> known != null && !known.equals(rootKey));
    }

    /** The one line whose name begins so; {@link Refused} where there is none, or more than one. */
    public Line lineThatBegins(String prefix) {
        List<Line> found = lines().stream()
                .filter(line -> line.line().hex().startsWith(prefix))
                .toList();
        if (found.isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN, "no line begins with " + prefix + "; parley lines names them");
        }
        if (found.size() > 1) {
            throw new Refused(Refused.Reason.INCONSISTENT, found.size() + " lines begin with " + prefix);
        }
        return found.getFirst();
    }

    /** The logs of a line, in the order of their names. */
    public List<Origin> logs(LineId line) {
        return look(() -> sizes.keySet().stream()
                .filter(origin -> origin.line().equals(line))
                .sorted(Comparator.comparing(Origin::toString))
                .toList());
    }

    /** How many entries of a log are durable here. */
    public long size(Origin origin) {
        return look(() -> sizes.getOrDefault(origin, 0L));
    }

    /** How many of them count: from where a revocation voids it, none does. */
    public long counting(Origin origin) {
        return look(() -> Math.min(
                sizes.getOrDefault(origin, 0L),
                Optional.ofNullable(voids.get(origin)).orElse(Long.MAX_VALUE)));
    }

    /** What a member's last receipt over a log says; none where it gave none. */
    public Optional<Held> held(Origin origin, PartyName member) {
        return look(() -> Optional.ofNullable(held.get(new Of(origin, member))));
    }

    /** Whether every member but its writer, be it ourselves, has given a receipt that covers this entry of a log. */
    public boolean isHeldByAll(Origin origin, long index) {
        return look(() -> Optional.ofNullable(lines.get(origin.line()))
                .filter(line -> line.members().keySet().stream()
                        .filter(member -> !member.equals(origin.party()))
                        .allMatch(member -> held(origin, member)
                                .filter(receipt -> receipt.size() > index)
                                .isPresent()))
                .isPresent());
    }

    /** Whether our logs of a line may be signed, and why not; empty until the ledger has looked. */
    public Optional<Effect.FenceChanged> fence(LineId line) {
        return look(() -> Optional.ofNullable(fences.get(line)));
    }

    /** The links that work to the node of this root key. */
    List<Long> links(Bytes rootKey) {
        return look(() -> links.values().stream()
                .filter(link -> link.rootKey().equals(rootKey))
                .map(Effect.Linked::link)
                .toList());
    }

    /** The root keys at the other ends of links that work. */
    public Set<Bytes> linked() {
        return look(() -> {
            Set<Bytes> keys = new HashSet<>();
            links.values().forEach(link -> keys.add(link.rootKey()));
            return keys;
        });
    }
}
