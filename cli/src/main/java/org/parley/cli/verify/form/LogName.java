package org.parley.cli.verify.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The origin of a log, taken apart. */
public record LogName(String origin, String line, String party, String lane, long number, String epoch) {
    private static final Pattern ORIGIN = Pattern.compile(
            "parley/([0-9a-f]{32})/([A-Z][A-Z0-9]{0,15})/(main|safety)/(([1-9][0-9]{0,8})-[0-9a-f]{8})");
    private static final Pattern PARTY = Pattern.compile("[A-Z][A-Z0-9]{0,15}");
    private static final Pattern EPOCH = Pattern.compile("[1-9][0-9]{0,8}-[0-9a-f]{8}");

    /** Reads an origin. */
    public static LogName parse(String origin) {
        Matcher at = ORIGIN.matcher(origin);
        Malformed.unless(at.matches(), "'" + Checkpoint.shortened(origin) + "' is no origin of a log");
        return new LogName(origin, at.group(1), at.group(2), at.group(3), Long.parseLong(at.group(5)), at.group(4));
    }

    static String party(String text) {
        Malformed.unless(PARTY.matcher(text).matches(), "'" + Checkpoint.shortened(text) + "' is no name of a party");
        return text;
    }

    static String epoch(String text) {
        Malformed.unless(EPOCH.matcher(text).matches(), "'" + Checkpoint.shortened(text) + "' is no epoch");
        return text;
    }

    static long number(String epoch) {
        return Long.parseLong(epoch.substring(0, epoch.indexOf('-')));
    }

    /** The name of the record with this leaf index, for example {@code BIRCH-412} or {@code BIRCH.2-S1}. */
    public String record(long index) {
        return party + (number > 1 ? "." + number : "") + "-" + (lane.equals("safety") ? "S" : "") + (index + 1);
    }
}
