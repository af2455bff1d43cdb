package org.parley.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.parley.ledger.Origin;

/**
 * Where the records of all that is at rest stand: eight bytes for each. Subjects that are told of together, one and the calls
 * about it, are a family; each of its records names the place of the next, round in a ring. It never changes.
 *
 * <pre>
 *   BIRCH main    …  ●──┐     …  ●──┐ …       a notice, its amendment
 *   AZURE main    …  ▲  └▶ ●──▶──┘  │ …       a query about it
 *   AZURE safety  …  └───────── ●◀──┘ …       an answer
 * </pre>
 *
 * @param logs in which something is or was at rest; a place is the number of its log and an index
 * @param rows of each of these logs, by the index of a record, the place of the next
 */
record Rested(List<Origin> logs, List<Row> rows) {
    static final Rested NOTHING = new Rested(List.of(), List.of());

    /** Instead of the place of the next: a record that means nothing, and is told of with no other. */
    private static final long MEANS_NOTHING = -1;

    /** So many records may stand in a log; the rest of a place is the number of the log. */
    private static final int INDEX_BITS = 48;

    /** Where a record stands. */
    record Place(Origin log, long index) {}

    Rested {
        logs = List.copyOf(logs);
        rows = List.copyOf(rows);
    }

    boolean isEmpty() {
        return rows.stream().allMatch(Row::isEmpty);
    }

    private static boolean isInFamily(long next) {
        return next != 0 && next != MEANS_NOTHING;
    }

    /** Where the record of this name stands, if it is at rest and means anything. */
    Optional<Place> place(String record) {
        for (int log = 0; log < logs.size(); log++) {
            OptionalLong index = logs.get(log).indexOf(record);
            if (index.isPresent() && isInFamily(rows.get(log).next(index.getAsLong()))) {
                return Optional.of(new Place(logs.get(log), index.getAsLong()));
            }
        }
        return Optional.empty();
    }

    /** Whether the record of a log with this index is at rest. */
    boolean holds(Origin log, long index) {
        int number = logs.indexOf(log);
        return number >= 0 && rows.get(number).next(index) != 0;
    }

    /** The first index from this one on that is not at rest, whether there is such a record or not. */
    long awake(Origin log, long from) {
        int number = logs.indexOf(log);
        long index = from;
        while (number >= 0 && rows.get(number).next(index) != 0) {
            index++;
        }
        return index;
    }

    /** All records of the family of one that is at rest, itself the last. */
    List<Place> family(Place of) {
        List<Place> all = new ArrayList<>();
        Place next = of;
        do {
            next = unpacked(rows.get(logs.indexOf(next.log())).next(next.index()));
            all.add(next);
        } while (!next.equals(of));
        return all;
    }

    /** The records of the family of one that is at rest, in the order in which they stand in their logs. */
    List<Held> read(Place of, Archive archive) {
        return family(of).stream()
                .map(place -> archive.record(place.log(), place.index()))
                .sorted(Comparator.comparing(Held::position))
                .toList();
    }

    /** One record of each family. */
    List<Place> families() {
        List<Place> all = new ArrayList<>();
        for (int log = 0; log < logs.size(); log++) {
            Row row = rows.get(log);
            for (long index = 0; index < row.size(); index++) {
                Place place = new Place(logs.get(log), index);
                if (isInFamily(row.next(index))
                        && family(place).stream().allMatch(other -> packed(place) <= packed(other))) {
                    all.add(place);
                }
            }
        }
        return all;
    }

    /** How many records are at rest. */
    long count() {
        return rows.stream().mapToLong(Row::count).sum();
    }

    private Place unpacked(long place) {
        long packed = place - 1;
        return new Place(logs.get((int) (packed >>> INDEX_BITS)), packed & ((1L << INDEX_BITS) - 1));
    }

    private long packed(Place place) {
        return ((long) logs.indexOf(place.log()) << INDEX_BITS | place.index()) + 1;
    }

    /** With more families, each of records that are not at rest yet. */
    Rested with(Collection<List<Place>> families) {
        Rested wider = wider(families.stream().flatMap(List::stream).map(Place::log));
        List<Row.Edit> edits = wider.edits();
        for (List<Place> family : families) {
            Place last = family.getLast();
            for (Place place : family) {
                edits.get(wider.logs.indexOf(last.log())).set(last.index(), wider.packed(place));
                last = place;
            }
        }
        return wider.edited(edits);
    }

    /** With more records that mean nothing. */
    Rested withMeaningless(Collection<Place> places) {
        Rested wider = wider(places.stream().map(Place::log));
        List<Row.Edit> edits = wider.edits();
        places.forEach(place -> edits.get(wider.logs.indexOf(place.log())).set(place.index(), MEANS_NOTHING));
        return wider.edited(edits);
    }

    /** The same with room for the records of some logs. */
    private Rested wider(Stream<Origin> of) {
        List<Origin> all = Stream.concat(logs.stream(), of).distinct().toList();
        List<Row> more = new ArrayList<>(rows);
        while (more.size() < all.size()) {
            more.add(Row.EMPTY);
        }
        return new Rested(all, more);
    }

    private List<Row.Edit> edits() {
        return rows.stream().map(Row::edit).toList();
    }

    private Rested edited(List<Row.Edit> edits) {
        return new Rested(logs, edits.stream().map(Row.Edit::done).toList());
    }

    /** Without the families of some records. */
    Rested without(Collection<Place> ofFamilies) {
        List<Row.Edit> edits = edits();
        for (Place of : ofFamilies) {
            family(of).forEach(place -> edits.get(logs.indexOf(place.log())).set(place.index(), 0));
        }
        return edited(edits);
    }

    void write(Packed bytes) {
        bytes.number(logs.size());
        for (int log = 0; log < logs.size(); log++) {
            bytes.name(logs.get(log).toString());
            rows.get(log).write(bytes);
        }
    }

    static Rested read(ByteBuffer from) {
        List<Origin> logs = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (long left = from.getLong(); left > 0; left--) {
            logs.add(Origin.of(Packed.name(from)));
            rows.add(Row.read(from));
        }
        return new Rested(logs, rows);
    }
}
