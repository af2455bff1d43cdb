package org.parley.ledger;

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

    @Override
    public String toString() {
        return "parley/" + line + "/" + party + "/" + lane + "/" + epoch;
    }
}
