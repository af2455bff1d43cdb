package org.parley.ledger;

import java.util.OptionalLong;

/** A log by its full name: {@code parley/<line>/<party>/<lane>/<epoch>}, the first line of each of its heads. */
public record Origin(LineId line, PartyName party, Lane lane, Epoch epoch) {
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
        String number = recordName.substring(recordName.lastIndexOf('-') + 1).replaceFirst("^S", "");
        if (!number.matches("[1-9][0-9]{0,15}")) {
            return OptionalLong.empty();
        }
        long index = Long.parseLong(number) - 1;
        return recordName(index).equals(recordName) ? OptionalLong.of(index) : OptionalLong.empty();
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
