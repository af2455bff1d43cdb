package org.parley.record.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.ledger.envelope.Instants;
import org.parley.space.window.Window;

/** Instants as every language here prints them: {@code 2017-11-20 07:00Z (09:00 +02:00, 200700ZNOV17)}. */
final class Moments {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static final int MINUTE = 60_000;

    private Moments() {}

    /** UTC with its date, then the local time at the offset that was in force then, if one is known, and the date-time group. */
    static String dated(long at, Optional<Manner.Offset> offset) {
        String utc = Instants.print(at);
        String local = offset.map(in -> local(at, in) + ", ").orElse("");
        return date(utc) + " " + clock(at) + " (" + local + group(utc) + ")";
    }

    /** {@code 12:00Z}; seconds and their thousandths where there are any. */
    static String clock(long at) {
        return time(Instants.print(at)) + "Z";
    }

    /** {@code 10:00–12:00Z}; with dates where they differ. */
    static String clocks(Window window) {
        String from = Instants.print(window.from());
        String until = Instants.print(window.until());
        if (date(from).equals(date(until))) {
            return time(from) + "–" + time(until) + "Z";
        }
        return date(from) + " " + time(from) + "Z – " + date(until) + " " + time(until) + "Z";
    }

    private static String local(long at, Manner.Offset in) {
        String there = Instants.print(at + (long) in.minutes() * MINUTE);
        String day = date(there).equals(date(Instants.print(at))) ? "" : date(there) + " ";
        int size = Math.abs(in.minutes());
        return day
                + time(there)
                + String.format(Locale.ROOT, " %s%02d:%02d", in.minutes() < 0 ? "-" : "+", size / 60, size % 60);
    }

    /** The date-time group; its seconds, where there are any, stand beside it in full. */
    private static String group(String utc) {
        String month = MONTHS.get(Integer.parseInt(utc, 5, 7, 10) - 1);
        return utc.substring(8, 10) + utc.substring(11, 13) + utc.substring(14, 16) + "Z" + month + utc.substring(2, 4);
    }

    private static String date(String instant) {
        return instant.substring(0, 10);
    }

    private static String time(String instant) {
        int end = !instant.startsWith(".000", 19) ? 23 : !instant.startsWith(":00", 16) ? 19 : 16;
        return instant.substring(11, end);
    }
}
