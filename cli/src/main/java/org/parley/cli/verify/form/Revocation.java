package org.parley.cli.verify.form;

/** What a party's root key takes back, from the text of a note. */
public record Revocation(String line, String party, long serial, Last main, Last safety) {
    /** The last head of an epoch that stays proven. */
    public record Last(String epoch, long size, Blob root) {}

    /** Reads the text. */
    public static Revocation parse(String text) {
        Lines lines = new Lines(text, "parley/revocation/v1", 5);
        return new Revocation(
                Blob.hex(lines.next("line"), 16).hex(),
                LogName.party(lines.next("party")),
                Checkpoint.number(lines.next("serial")),
                last(lines.next("main")),
                last(lines.next("safety")));
    }

    private static Last last(String text) {
        String[] parts = text.split(" ", -1);
        Malformed.unless(parts.length == 3, "a lane without epoch, size and root");
        return new Last(
                LogName.epoch(parts[0]),
                Checkpoint.number(parts[1]),
                Blob.base64(parts[2]).hash());
    }

    /** What it says about a lane. */
    public Last last(LogName log) {
        return log.lane().equals("main") ? main : safety;
    }
}
