package org.parley.cli.tracks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.cli.BadInput;
import org.parley.space.geodesy.Place;

/** Takes rows as they are read, judges each, and gathers what is good by flight. */
final class Rows {
    /** The columns that are read; all others are passed over. */
    static final List<String> COLUMNS =
            List.of("timestamp", "icao24", "callsign", "flight_id", "latitude", "longitude", "altitude", "geoaltitude");

    /** A refusal of one row. */
    private static final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;

        BadRow(String column, Object value, String reason) {
            super(column + " " + Printable.of(String.valueOf(value)) + ": " + reason);
        }
    }

    /** Which rows belong together: those of one aircraft under one name of a flight. */
    private record Key(String aircraft, String flight) {}

    private static final class Gathered {
        private final List<Fix> fixes = new ArrayList<>();
        private String callsign = "";
        private String flightId = "";
    }

    private final Tally tally;
    private final Map<Key, Gathered> flights = new LinkedHashMap<>();

    Rows(Tally tally) {
        this.tally = tally;
    }

    /** Takes the next row. Never fails for what a row holds: a bad one is counted, and named by its number. */
    void add(Map<String, Cell> row) {
        if (++tally.rows > Limits.ROWS) {
            throw new BadInput("more than " + Limits.ROWS + " rows", "split the file by time");
        }
        try {
            read(row);
        } catch (BadRow bad) {
            tally.bad("row " + tally.rows + ": " + bad.getMessage());
        }
    }

    private void read(Map<String, Cell> row) throws BadRow {
        long time = time(cell(row, "timestamp"));
        String aircraft = text(row, "icao24").toLowerCase(Locale.ROOT);
        if (aircraft.isEmpty()) {
            throw new BadRow("icao24", "", "missing: nobody knows whose position this is");
        }
        String callsign = text(row, "callsign");
        String flightId = text(row, "flight_id");
        Cell latitude = cell(row, "latitude");
        Cell longitude = cell(row, "longitude");
        if (missing(latitude) || missing(longitude)) {
            tally.withoutPosition++;
            return;
        }
        Place place = Place.ofDegrees(number("latitude", latitude, -90, 90), number("longitude", longitude, -180, 180));
        Fix fix = fix(time, place, cell(row, "geoaltitude"), cell(row, "altitude"));
        String flight = !flightId.isEmpty() ? flightId : !callsign.isEmpty() ? callsign : aircraft;
        Gathered gathered = flights.computeIfAbsent(new Key(aircraft, flight), key -> new Gathered());
        gathered.callsign = gathered.callsign.isEmpty() ? callsign : gathered.callsign;
        gathered.flightId = flightId;
        gathered.fixes.add(fix);
    }

    private static Fix fix(long time, Place place, Cell geometric, Cell pressure) throws BadRow {
        double low = org.parley.space.Limits.LOWEST / Limits.FOOT;
        double high = org.parley.space.Limits.HIGHEST / Limits.FOOT;
        double highest = org.parley.space.Limits.HIGHEST_LEVEL * 100;
        if (!missing(geometric)) {
            return new Fix(time, place, Fix.Source.GEOMETRIC, number("geoaltitude", geometric, low, high));
        }
        if (!missing(pressure)) {
            return new Fix(time, place, Fix.Source.PRESSURE, number("altitude", pressure, low, highest));
        }
        return new Fix(time, place, Fix.Source.NONE, 0);
    }

    private static Cell cell(Map<String, Cell> row, String column) {
        return row.getOrDefault(column, Cell.MISSING);
    }

    private static boolean missing(Cell cell) {
        return cell instanceof Cell.Missing;
    }

    private static double number(String column, Cell cell, double least, double most) throws BadRow {
        if (!(cell instanceof Cell.Amount number)) {
            throw new BadRow(column, cell instanceof Cell.Text text ? text.value() : "", "not a number");
        }
        if (!(number.value() >= least && number.value() <= most)) {
            throw new BadRow(column, number.value(), "outside " + Math.round(least) + " to " + Math.round(most));
        }
        return number.value();
    }

    private static String text(Map<String, Cell> row, String column) throws BadRow {
        String text = switch (cell(row, column)) {
            case Cell.Missing missing -> "";
            case Cell.Text given -> given.value().strip();
            case Cell.Amount number -> plain(number.value());
        };
        if (text.length() > Limits.TEXT) {
            throw new BadRow(column, text, "longer than " + Limits.TEXT + " characters");
        }
        return text;
    }

    /** Names of digits alone are numbers to a CSV file: 400001 is an address, not 400001.0. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static long time(Cell cell) throws BadRow {
        return switch (cell) {
            case Cell.Missing missing -> throw new BadRow("timestamp", "", "missing");
            case Cell.Amount number -> {
                if (!(number.value() >= Limits.EARLIEST && number.value() <= Limits.LATEST)) {
                    throw new BadRow(
                            "timestamp", plain(number.value()), "not milliseconds since 1970 of 1973 or later");
                }
                yield (long) Math.floor(number.value());
            }
            case Cell.Text text -> time(text.value());
        };
    }

    private static long time(String text) throws BadRow {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new BadRow(
                    "timestamp", text, "neither milliseconds nor a time with its offset (2020-09-08T00:07:00Z)");
        }
        double millis = instant.getEpochSecond() * 1000.0;
        if (millis < Limits.EARLIEST || millis > Limits.LATEST) {
            throw new BadRow("timestamp", text, "outside 1973 to 9999");
        }
        return instant.toEpochMilli();
    }

    /**
     * The flights, each with its positions by time, repeated ones left out. A flight is named by its callsign and how many
     * flights of that callsign began before it; aircraft that began in the same millisecond go by address.
     */
    List<Flight> flights() {
        record Started(Key key, Gathered gathered, List<Fix> fixes) {}
        List<Started> started = new ArrayList<>();
        flights.forEach((key, gathered) -> started.add(new Started(key, gathered, distinct(gathered.fixes))));
        started.sort(
                Comparator.comparingLong((Started one) -> one.fixes().getFirst().time())
                        .thenComparing(one -> one.key().aircraft())
                        .thenComparing(one -> one.key().flight()));
        Map<String, Integer> ordinals = new HashMap<>();
        List<Flight> named = new ArrayList<>();
        for (Started one : started) {
            String callsign = one.gathered().callsign;
            String name = callsign.isEmpty() ? one.key().aircraft() : callsign;
            int ordinal = ordinals.merge(name, 1, Integer::sum);
            named.add(new Flight(
                    name + "-" + ordinal, callsign, one.key().aircraft(), one.gathered().flightId, one.fixes()));
            tally.positions += one.fixes().size();
        }
        tally.flights = named.size();
        return named;
    }

    private List<Fix> distinct(List<Fix> reported) {
        reported.sort(Comparator.comparingLong(Fix::time));
        List<Fix> kept = new ArrayList<>(reported.size());
        for (Fix fix : reported) {
            boolean repeated = false;
            for (int i = kept.size() - 1; i >= 0 && kept.get(i).time() == fix.time() && !repeated; i--) {
                repeated = kept.get(i).equals(fix);
            }
            if (repeated) {
                tally.repeated++;
            } else {
                kept.add(fix);
                tally.withoutHeight += fix.source() == Fix.Source.NONE ? 1 : 0;
            }
        }
        return kept;
    }
}
