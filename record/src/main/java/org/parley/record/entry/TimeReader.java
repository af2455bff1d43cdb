package org.parley.record.entry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ledger.envelope.Instants;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** Reads {@link TimeText}: fields first, then everything that is wrong with them at once. */
final class TimeReader {
    private static final Pattern GROUP =
            Pattern.compile("(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})? ?(?<zone>[A-Z]?) ?"
                    + "(?<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) ?(?<year>\\d{4}|\\d{2})?");
    private static final Pattern CLOCK = Pattern.compile("(?:(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:T| T?))?"
            + "(?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)? ?(?<zone>.*)");
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)? ?(?<sign>[-+])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?");

    private static final String EXAMPLE = "write it like 2017-11-20 14:30Z, 2017-11-20T16:30+02:00 or 201430ZNOV17";
    private static final String ZONE_EXAMPLE = "write Z or the offset that held on that day, as +02:00";
    private static final long MINUTE = 60_000;

    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private TimeReader(String text) {
        this.text = text;
    }

    static Entered<TimeText> read(String text, Optional<LocalDate> date) {
        if (text.isBlank() || Typed.tooLong(text)) {
            return Typed.refuseLength("time", text);
        }
        String plain = Typed.plain(text);
        TimeReader reader = new TimeReader(plain);
        Matcher group = GROUP.matcher(plain);
        Matcher clock = CLOCK.matcher(plain);
        return group.matches()
                ? reader.group(group)
                : clock.matches()
                        ? reader.clock(clock, date)
                        : Entered.refused("time", plain, "is in no form known here", EXAMPLE);
    }

    private Entered<TimeText> group(Matcher group) {
        String letter = part(group, "zone");
        String year = part(group, "year");
        if (letter.isEmpty()) {
            refuse("has no zone", "add the zone letter: Z for UTC");
        } else if (letter.equals("J")) {
            refuse("has zone J, which is whatever the reader's clock shows", "write Z or the letter of an offset");
        }
        if (year.isEmpty()) {
            refuse("has no year", "add it, as 201430ZNOV17");
        }
        int month = Dtg.MONTHS.indexOf(part(group, "month")) + 1;
        int fullYear = year.length() == 2 ? Dtg.CENTURY + number(year) : number(year);
        Optional<LocalDate> date = date(fullYear, month, number(part(group, "day")), year.isEmpty());
        int offset = letter.isEmpty() || letter.equals("J") ? 0 : Offsets.ofLetter(letter.charAt(0));
        return at(date, millisOfDay(group), offset);
    }

    private Entered<TimeText> clock(Matcher clock, Optional<LocalDate> given) {
        Optional<LocalDate> date = given;
        if (!part(clock, "year").isEmpty()) {
            date = date(number(part(clock, "year")), number(part(clock, "month")), number(part(clock, "day")), false);
        } else if (given.isEmpty()) {
            refuse("has no date", EXAMPLE);
        }
        long millis = millisOfDay(clock);
        String fraction = part(clock, "fraction");
        millis += number((fraction + "000").substring(0, 3));
        if (fraction.length() > 3 && !fraction.substring(3).replace("0", "").isEmpty()) {
            warnings.add(new Problem("time", text, "is finer than a millisecond", "it is cut off there"));
        }
        return at(date, millis, offset(part(clock, "zone")));
    }

    private int offset(String zone) {
        if (zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT")) {
            return 0;
        }
        Matcher offset = OFFSET.matcher(zone);
        if (!offset.matches()) {
            refuse(
                    zone.isEmpty() ? "has no zone" : "has a zone that is no offset from UTC: " + Typed.brief(zone),
                    ZONE_EXAMPLE);
            return 0;
        }
        int minutes = number(part(offset, "minutes"));
        int size = 60 * number(part(offset, "hours")) + minutes;
        boolean negative = part(offset, "sign").equals("-");
        if (minutes > 59 || size > Offsets.MOST) {
            refuse("has an offset beyond 14:00 or with 60 minutes or more", ZONE_EXAMPLE);
        }
        if (negative && size == 0) {
            refuse("has the offset -00:00, which says that the local offset is unknown (RFC 3339)", ZONE_EXAMPLE);
        }
        return negative ? -size : size;
    }

    private Optional<LocalDate> date(int year, int month, int day, boolean yearMissing) {
        if (month < 1 || month > 12) {
            refuse("has month " + month, "months are 01 to 12, after the year");
            return Optional.empty();
        }
        // Without a year the length of February is not known, and the year is asked for anyway.
        int days = yearMissing && month == 2 ? 29 : YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > days) {
            refuse("has day " + day + " of a month with " + days, "check day and month");
            return Optional.empty();
        }
        return yearMissing ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    private long millisOfDay(Matcher form) {
        int hour = number(part(form, "hour"));
        int minute = number(part(form, "minute"));
        int second = number(part(form, "second"));
        if (hour > 23) {
            refuse("has hour " + hour, hour == 24 ? "write 00:00 of the next day" : "hours are 00 to 23");
        }
        if (minute > 59) {
            refuse("has minute " + minute, "minutes are 00 to 59");
        }
        if (second > 59) {
            refuse("has second " + second, "seconds are 00 to 59; a leap second is written as :59");
        }
        return (hour * 60L + minute) * MINUTE + second * 1000L;
    }

    private Entered<TimeText> at(Optional<LocalDate> date, long millisOfDay, int offset) {
        if (date.isEmpty() || !problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        long epoch = date.get().toEpochDay() * 24 * 60 * MINUTE + millisOfDay - offset * MINUTE;
        return epoch < Instants.MIN || epoch > Instants.MAX
                ? Entered.refused("time", text, "lies outside the years 0000 to 9999", EXAMPLE)
                : new Entered.Accepted<>(new TimeText(epoch, offset), warnings);
    }

    private void refuse(String reason, String wayOut) {
        problems.add(new Problem("time", text, reason, wayOut));
    }

    private static String part(Matcher form, String name) {
        return form.start(name) < 0 ? "" : form.group(name);
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
