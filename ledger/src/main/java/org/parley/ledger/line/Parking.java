package org.parley.ledger.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;

/**
 * Batches of bundles that wait for what comes before them. They lie on the disk, and here is only which there are; how much
 * may wait has a bound for each writer, so that one whose batches never fit takes no room from the others, and one for all.
 */
final class Parking {
    private final Disk disk;
    private final Map<Origin, SortedMap<Long, Integer>> parked = new HashMap<>();
    private final Map<Writer, Long> ofWriter = new HashMap<>();
    private final Map<Place, Frame.Batch> fresh = new HashMap<>();
    private final List<Runnable> undo = new ArrayList<>();
    private long bytes;

    private record Place(Origin origin, long first) {}

    private record Writer(LineId line, PartyName party) {
        static Writer of(Origin origin) {
            return new Writer(origin.line(), origin.party());
        }
    }

    Parking(Disk disk) {
        this.disk = disk;
        disk.parked().forEach(each -> put(each.origin(), each.first(), each.bytes()));
    }

    /** A batch is to wait, in place of one with the same beginning; {@link Refused} where too much waits already. */
    void park(Stage stage, Frame.Batch batch) {
        Origin origin = batch.origin();
        int size = FrameCodec.bytes(batch).length;
        int replaced = of(origin).getOrDefault(batch.first(), 0);
        long writers = ofWriter.getOrDefault(Writer.of(origin), 0L) + size - replaced;
        if (writers > Limits.PARKED_BYTES_OF_WRITER) {
            throw full(origin, "of " + origin.party() + " on this line", Limits.PARKED_BYTES_OF_WRITER);
        }
        if (bytes + size - replaced > Limits.PARKED_BYTES) {
            throw full(origin, "of all writers", Limits.PARKED_BYTES);
        }
        stage.write(new Transaction.Park(batch));
        Place place = new Place(origin, batch.first());
        fresh.put(place, batch);
        put(origin, batch.first(), size);
        undo.add(() -> restore(place, replaced));
    }

    private static Refused full(Origin origin, String whose, long most) {
        return new Refused(
                Refused.Reason.TOO_LARGE,
                "batches " + whose + " that wait for what comes before them would have more than " + most
                        + " bytes: import what comes first of " + origin + ", then this again");
    }

    /** Where the first waiting batch of a log begins. */
    Optional<Long> first(Origin origin) {
        SortedMap<Long, Integer> waiting = of(origin);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstKey());
    }

    Frame.Batch batch(Origin origin, long first) {
        return Optional.ofNullable(fresh.get(new Place(origin, first)))
                .or(() -> disk.parked(origin, first))
                .orElseThrow(() -> new IllegalStateException("the disk has no batch " + first + " of " + origin));
    }

    /** A batch waits no more. */
    void unpark(Stage stage, Origin origin, long first) {
        int size = of(origin).getOrDefault(first, 0);
        stage.write(new Transaction.Unpark(origin, first));
        Place place = new Place(origin, first);
        restore(place, 0);
        undo.add(() -> restore(place, size));
    }

    /** None of a log's batches waits any more. */
    void unparkAll(Stage stage, Origin origin) {
        List.copyOf(of(origin).keySet()).forEach(first -> unpark(stage, origin, first));
    }

    /** The step is durable, or nothing of it happened. */
    void stepEnds(boolean durable) {
        if (!durable) {
            undo.reversed().forEach(Runnable::run);
        }
        undo.clear();
        fresh.clear();
    }

    private SortedMap<Long, Integer> of(Origin origin) {
        return parked.getOrDefault(origin, new TreeMap<>());
    }

    private void restore(Place place, int size) {
        if (size > 0) {
            put(place.origin, place.first, size);
        } else {
            count(
                    place.origin,
                    -Optional.ofNullable(of(place.origin).remove(place.first)).orElse(0));
        }
    }

    private void put(Origin origin, long first, int size) {
        Integer before = parked.computeIfAbsent(origin, of -> new TreeMap<>()).put(first, size);
        count(origin, size - Optional.ofNullable(before).orElse(0));
    }

    private void count(Origin origin, int more) {
        bytes += more;
        ofWriter.merge(Writer.of(origin), (long) more, Long::sum);
        if (of(origin).isEmpty()) {
            parked.remove(origin);
        }
    }
}
