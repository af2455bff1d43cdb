package org.parley.ledger.keys;

import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/**
 * The keys with which a party acts on a line, and from where in its logs: the party's root key says so.
 *
 * @param log signs heads
 * @param logMlDsa signs heads from time to time
 * @param cosigner signs receipts for the logs of others
 * @param tls the SHA-256 of the SubjectPublicKeyInfo of the key that the node shows on the link
 */
public record KeySet(
        LineId line,
        PartyName party,
        long serial,
        VerifyingKey log,
        VerifyingKey logMlDsa,
        VerifyingKey cosigner,
        Hash tls,
        Opening main,
        Opening safety) {
    private static final String HEADER = "parley/keys/v1";

    /** Values that no key set may have are an {@link IllegalArgumentException}. */
    public KeySet {
        if (serial < 1 || serial > Lines.GREATEST_NUMBER) {
            throw new IllegalArgumentException("a serial is a number from 1 to 2^53 - 1");
        }
        if (log.algorithm() != Algorithm.ED25519
                || logMlDsa.algorithm() != Algorithm.ML_DSA_44
                || cosigner.algorithm() != Algorithm.ED25519) {
            throw new IllegalArgumentException("a key is of another algorithm than its line says");
        }
        if (log.equals(cosigner)) {
            throw new IllegalArgumentException("the keys for heads and for receipts must differ");
        }
    }

    /** From where in that log these keys are in force. */
    public Opening opening(Lane lane) {
        return switch (lane) {
            case MAIN -> main;
            case SAFETY -> safety;
        };
    }

    /** What the root key signs. */
    public String text() {
        var lines = new StringBuilder(2560);
        lines.append(HEADER).append('\n');
        lines.append("line ").append(line).append('\n');
        lines.append("party ").append(party).append('\n');
        lines.append("serial ").append(serial).append('\n');
        lines.append("log ed25519 ").append(Lines.base64(log.raw())).append('\n');
        lines.append("log ml-dsa-44 ").append(Lines.base64(logMlDsa.raw())).append('\n');
        lines.append("cosigner ed25519 ").append(Lines.base64(cosigner.raw())).append('\n');
        lines.append("tls sha256 ").append(Lines.base64(tls.bytes())).append('\n');
        for (Lane lane : Lane.values()) {
            Opening opening = opening(lane);
            lines.append(lane + " " + opening.epoch() + " from " + opening.from() + "\n");
        }
        return lines.toString();
    }

    /** Reads such a text; {@link Refused} if it differs from what {@link #text()} would say by a character. */
    public static KeySet parse(String text) {
        var lines = new Lines("a key set", text);
        lines.expect(HEADER);
        return lines.value(() -> {
            var line = new LineId(lines.after("line "));
            var party = new PartyName(lines.after("party "));
            long serial = Lines.number(lines.after("serial "));
            VerifyingKey log = VerifyingKey.of(Algorithm.ED25519, Lines.bytes(lines.after("log ed25519 ")));
            VerifyingKey logMlDsa = VerifyingKey.of(Algorithm.ML_DSA_44, Lines.bytes(lines.after("log ml-dsa-44 ")));
            VerifyingKey cosigner = VerifyingKey.of(Algorithm.ED25519, Lines.bytes(lines.after("cosigner ed25519 ")));
            Hash tls = Hash.of(Lines.bytes(lines.after("tls sha256 ")));
            Opening main = lines.opening("main ");
            Opening safety = lines.opening("safety ");
            return new KeySet(line, party, serial, log, logMlDsa, cosigner, tls, main, safety);
        });
    }

    /** The text with the root key's signature, as a signed note. */
    public byte[] signedBy(Signatures signatures, SigningKey root) {
        return RootNote.sign(signatures, root, party, text());
    }

    /** Reads a signed note; {@link Refused} unless this root key has signed it, and what it says is a key set of that party. */
    public static KeySet open(Signatures signatures, VerifyingKey root, PartyName party, byte[] note) {
        KeySet keys = parse(RootNote.open(signatures, root, party, note));
        if (!keys.party.equals(party)) {
            throw Refused.malformed("a key set of " + keys.party + " is signed as by " + party);
        }
        return keys;
    }
}
