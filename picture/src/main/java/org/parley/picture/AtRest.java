package org.parley.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.record.Kind;
import org.parley.record.Kinds;

/**
 * What of a line is at rest, to begin another fold with: it takes the records that are awake, and leaves the others where they
 * are. It says nothing that does not follow from the records; whoever lost it folds them all. It never changes.
 */
public final class AtRest {
    /**
     * What rests by other rules than these is of no use: a record of a kind that a later version knows means something to it. Where
     * a form of the catalogue takes what it did not take before, this needs another number.
     */
    public static final String RULES = "2 " + Resting.words() + " of "
            + Kinds.all().stream().map(Kind::name).sorted().toList();

    /** So many records of a log were taken, and the newest of its writer's is of that time. */
    public record Taken(long size, long spoken) {}

    private final long awakeSince;
    private final SortedSet<PartyName> parties;
    private final Map<Origin, Taken> taken;
    private final Rested rested;

    AtRest(long awakeSince, SortedSet<PartyName> parties, Map<Origin, Taken> taken, Rested rested) {
        this.awakeSince = awakeSince;
        this.parties = new TreeSet<>(parties);
        this.taken = Map.copyOf(taken);
        this.rested = rested;
    }

    /** Since when all is awake, in milliseconds since 1970. */
    long awakeSince() {
        return awakeSince;
    }

    /** All that said anything, also those without a node. */
    SortedSet<PartyName> parties() {
        return Collections.unmodifiableSortedSet(parties);
    }

    /** Of each log how much was taken, at rest or not. */
    public Map<Origin, Taken> taken() {
        return taken;
    }

    Rested rested() {
        return rested;
    }

    /** Whether the record of a log with this index is at rest. */
    public boolean holds(Origin log, long index) {
        return rested.holds(log, index);
    }

    /** The first index from this one on that is not at rest, whether there is such a record or not. */
    public long awake(Origin log, long from) {
        return rested.awake(log, from);
    }

    /** How many records are at rest. */
    public long count() {
        return rested.count();
    }

    /** As it is kept. */
    public byte[] bytes() {
        Packed bytes = new Packed();
        bytes.number(awakeSince);
        bytes.number(parties.size());
        parties.forEach(party -> bytes.name(party.name()));
        bytes.number(taken.size());
        taken.forEach((log, of) -> {
            bytes.name(log.toString());
            bytes.number(of.size());
            bytes.number(of.spoken());
        });
        rested.write(bytes);
        return bytes.bytes();
    }

    /** Reads that; empty where it is anything else. */
    public static Optional<AtRest> read(byte[] bytes) {
        try {
            ByteBuffer from = ByteBuffer.wrap(bytes);
            long awakeSince = from.getLong();
            SortedSet<PartyName> parties = new TreeSet<>();
            for (long left = from.getLong(); left > 0; left--) {
                parties.add(new PartyName(Packed.name(from)));
            }
            Map<Origin, Taken> taken = new HashMap<>();
            for (long left = from.getLong(); left > 0; left--) {
                taken.put(Origin.of(Packed.name(from)), new Taken(from.getLong(), from.getLong()));
            }
            return Optional.of(new AtRest(awakeSince, parties, taken, Rested.read(from)));
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
