package org.parley.ledger;

import java.util.OptionalLong;

/** A log by its full name: {@code parley/<line>/<party>/<lane>/<epoch>}, the first line of each of its heads. */
public record Origin(LineId line, PartyName party, Lane lane, Epoch epoch) {
    private static final int MOST_DIGITS = 16;

    /** Reads that form; any other is an {@link IllegalArgumentException}. */
    public static Origin of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 5 || !parts[0].equals("parley")) {
            throw new IllegalArgumentException("an origin is parley/<line>/<party>/<lane>/<epoch>");
        }
        return new Origin(new LineId(parts[1]), new PartyName(parts[2]), Lane.of(parts[3]), Epoch.of(parts[4]));
    }

    /** What the record at this leaf index is called on the telephone: BIRCH-412, BIRCH-S7, BIRCH.2-1. */
    public String recordName(long index) {
        String later = epoch.number() == 1 ? "" : "." + epoch.number();
        return party + later + "-" + (lane == Lane.SAFETY ? "S" : "") + (index + 1);
    }

    /** The leaf index of the record that is called so; empty where that is a record of another log, or the name of none. */
    public OptionalLong indexOf(String recordName) {
        String first = recordName(0);
        int digits = first.length() - 1;
        boolean named = recordName.regionMatches(0, first, 0, digits);
        return named ? number(recordName, digits) : OptionalLong.empty();
    }

    /** A number from 1 on as {@link #recordName} writes it, less one. */
    private static OptionalLong number(String text, int from) {
        int length = text.length() - from;
        if (length < 1 || length > MOST_DIGITS || text.charAt(from) == '0') {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            number = 10 * number + digit - '0';
        }
        return OptionalLong.of(number - 1);
    }

    // A ledger looks logs up all the time: what differs most often comes first, and strings remember their hashes.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Origin origin
                        && lane == origin.lane
                        && party.name().equals(origin.party.name())
                        && epoch.tag().equals(origin.epoch.tag())
                        && epoch.number() == origin.epoch.number()
                        && line.hex().equals(origin.line.hex()));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * line.hex().hashCode() + party.name().hashCode())
                + 2 * epoch.tag().hashCode()
                + (lane == Lane.SAFETY ? 1 : 0);
    }

    @Override
    public String toString() {
        return "parley/" + line + "/" + party + "/" + lane + "/" + epoch;
    }
}
