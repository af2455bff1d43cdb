package org.parley.record.entry;

import java.time.LocalDateTime;
import java.util.List;

/** Date-time groups as messages carry them, {@code 201430ZNOV17}: day, hour and minute, zone letter, month, year. */
public final class Dtg {
    private Dtg() {}

    /** Names of months, whatever the language of the desk. */
    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** The century of a year with two digits. */
    static final int CENTURY = 2000;

    /**
     * The group in UTC. Seconds are printed where they are not 0, milliseconds cut off; a year outside 2000 to 2099 has four
     * digits.
     *
     * @param epochMillis milliseconds since 1970-01-01T00:00Z, of a year from 0 to 9999
     */
    public static String print(long epochMillis) {
        LocalDateTime utc = TimeText.local(epochMillis, 0);
        String seconds = utc.getSecond() == 0 ? "" : Decimal.padded(utc.getSecond(), 2);
        boolean twoDigits = utc.getYear() / 100 == CENTURY / 100;
        return Decimal.padded(utc.getDayOfMonth(), 2)
                + Decimal.padded(utc.getHour(), 2)
                + Decimal.padded(utc.getMinute(), 2)
                + seconds
                + "Z"
                + MONTHS.get(utc.getMonthValue() - 1)
                + Decimal.padded(twoDigits ? utc.getYear() % 100 : utc.getYear(), twoDigits ? 2 : 4);
    }
}
