package org.parley.record.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.parley.ledger.envelope.Instants;
import org.parley.space.Entered;

/**
 * A time as written, and as it counts.
 *
 * @param epochMillis milliseconds since 1970-01-01T00:00Z
 * @param offsetMinutes the offset written, minutes east of UTC
 */
public record TimeText(long epochMillis, int offsetMinutes) {
    /**
     * Reads a time that says its date and its offset from UTC: {@code 2017-11-20 14:30Z}, {@code 2017-11-20T16:30+02:00},
     * {@code 201430ZNOV17}. Names of zones are refused: what offset a name means is law, and law changes.
     */
    public static Entered<TimeText> read(String text) {
        return TimeReader.read(text, Optional.empty());
    }

    /** The same; a text without a date, {@code 14:30Z}, is on the given one, counted in the offset that the text says. */
    public static Entered<TimeText> read(String text, LocalDate date) {
        return TimeReader.read(text, Optional.of(date));
    }

    /** In UTC: {@code 2017-11-20T14:30:00.000Z}. */
    public String utc() {
        return Instants.print(epochMillis);
    }

    /** As clocks show it that are so many minutes ahead of UTC: {@code 2017-11-20 16:30:00 +02:00}. */
    public String local(int offset) {
        LocalDateTime local = local(epochMillis, offset);
        return local.toLocalDate() + " " + Decimal.padded(local.getHour(), 2) + ":"
                + Decimal.padded(local.getMinute(), 2) + ":" + Decimal.padded(local.getSecond(), 2) + " "
                + (offset == 0 ? "UTC" : Offsets.print(offset));
    }

    /** As a date-time group: {@code 201430ZNOV17}. */
    public String dtg() {
        return Dtg.print(epochMillis);
    }

    /** UTC, local time and group in one line. */
    public String echo(int offset) {
        return utc() + ", " + local(offset) + ", " + dtg();
    }

    static LocalDateTime local(long epochMillis, int offset) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), ZoneOffset.ofTotalSeconds(offset * 60));
    }
}
