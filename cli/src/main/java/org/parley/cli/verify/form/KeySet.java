package org.parley.cli.verify.form;

import java.util.List;

/** A party's keys, from the text of a note that its root key signed. */
public record KeySet(
        String line,
        String party,
        long serial,
        Blob logKey,
        Blob logMlDsa,
        Blob cosigner,
        Blob tls,
        From main,
        From safety) {
    /** The size of an epoch from which on the keys sign heads. */
    public record From(String epoch, long size) {}

    /** Reads the text. */
    public static KeySet parse(String text) {
        Lines lines = new Lines(text, "parley/keys/v1", 9);
        KeySet read = new KeySet(
                Blob.hex(lines.next("line"), 16).hex(),
                LogName.party(lines.next("party")),
                Checkpoint.number(lines.next("serial")),
                key(lines.next("log ed25519"), 32),
                key(lines.next("log ml-dsa-44"), 1_312),
                key(lines.next("cosigner ed25519"), 32),
                key(lines.next("tls sha256"), 32),
                from(lines.next("main")),
                from(lines.next("safety")));
        Malformed.unless(read.serial >= 1, "a key set with serial 0");
        return read;
    }

    private static Blob key(String base64, int length) {
        Blob key = Blob.base64(base64);
        Malformed.unless(key.length() == length, "a key of " + key.length() + " bytes instead of " + length);
        return key;
    }

    private static From from(String text) {
        String[] parts = text.split(" ", -1);
        Malformed.unless(parts.length == 3 && parts[1].equals("from"), "a lane without epoch and size");
        return new From(LogName.epoch(parts[0]), Checkpoint.number(parts[2]));
    }

    /** From where on it signs in a log's lane. */
    public From from(LogName log) {
        return log.lane().equals("main") ? main : safety;
    }

    /** Whether, as far as this set says, it signs the heads of this size. */
    public boolean signs(LogName log, long size) {
        From from = from(log);
        boolean same = from.epoch.equals(log.epoch());
        return same ? size >= from.size : log.number() > LogName.number(from.epoch);
    }

    /** The keys by which a log's heads are signed: Ed25519 always, ML-DSA-44 from time to time. */
    public List<Vkey> logKeys(LogName log) {
        return List.of(Vkey.of(log.origin(), Vkey.ED25519, logKey), Vkey.of(log.origin(), Vkey.ML_DSA_44, logMlDsa));
    }

    /** The key of the party's receipts. */
    public Vkey cosignerKey() {
        return Vkey.of("parley/" + line + "/" + party + "/cosigner", Vkey.COSIGNATURE, cosigner);
    }
}
