package org.parley.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    /** Where the record of this name stands, if it is at rest. */
    Optional<Place> place(String record) {
        for (int log = 0; log < logs.size(); log++) {
            OptionalLong index = logs.get(log).indexOf(record);
            if (index.isPresent() && rows.get(log).next(index.getAsLong()) != 0) {
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
                if (row.next(index) != 0 && family(place).stream().allMatch(other -> packed(place) <= packed(other))) {
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
        List<Origin> all = new ArrayList<>(logs);
        families.stream()
                .flatMap(List::stream)
                .map(Place::log)
                .filter(log -> !all.contains(log))
                .distinct()
                .forEach(all::add);
        List<Row> more = new ArrayList<>(rows);
        while (more.size() < all.size()) {
            more.add(Row.EMPTY);
        }
        Rested wider = new Rested(all, more);
        List<Row.Edit> edits = more.stream().map(Row::edit).toList();
        for (List<Place> family : families) {
            Place last = family.getLast();
            for (Place place : family) {
                edits.get(all.indexOf(last.log())).set(last.index(), wider.packed(place));
                last = place;
            }
        }
        return new Rested(all, edits.stream().map(Row.Edit::done).toList());
    }

    /** Without the families of some records. */
    Rested without(Collection<Place> ofFamilies) {
        List<Row.Edit> edits = rows.stream().map(Row::edit).toList();
        for (Place of : ofFamilies) {
            family(of).forEach(place -> edits.get(logs.indexOf(place.log())).set(place.index(), 0));
        }
        return new Rested(logs, edits.stream().map(Row.Edit::done).toList());
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
