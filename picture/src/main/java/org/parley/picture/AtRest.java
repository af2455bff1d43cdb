package org.parley.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/**
 * What of a line is at rest, to begin another fold with: it takes the records that are awake, and leaves the others where they
 * are. It says nothing that does not follow from the records; whoever lost it folds them all. It never changes.
 */
public final class AtRest {
    /** What rests by other rules than these is of no use. */
    public static final String RULES = "1 " + Resting.words();

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(awakeSince);
            out.writeInt(parties.size());
            for (PartyName party : parties) {
                out.writeUTF(party.name());
            }
            out.writeInt(taken.size());
            for (Map.Entry<Origin, Taken> log : taken.entrySet()) {
                out.writeUTF(log.getKey().toString());
                out.writeLong(log.getValue().size());
                out.writeLong(log.getValue().spoken());
            }
            rested.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads that; empty where it is anything else. */
    public static Optional<AtRest> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long awakeSince = in.readLong();
            SortedSet<PartyName> parties = new TreeSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                parties.add(new PartyName(in.readUTF()));
            }
            Map<Origin, Taken> taken = new TreeMap<>(Comparator.comparing(Origin::toString));
            for (int left = in.readInt(); left > 0; left--) {
                taken.put(Origin.of(in.readUTF()), new Taken(in.readLong(), in.readLong()));
            }
            return Optional.of(new AtRest(awakeSince, parties, taken, Rested.read(in)));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
