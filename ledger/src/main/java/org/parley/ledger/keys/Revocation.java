package org.parley.ledger.keys;

import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;

/**
 * The root key takes a key set back: within the heads named everything stays proven, after them nothing in these epochs
 * counts.
 *
 * @param serial of the key set that is revoked
 */
public record Revocation(LineId line, PartyName party, long serial, LastHead main, LastHead safety) {
    private static final String HEADER = "parley/revocation/v1";

    /** A serial that no key set has is an {@link IllegalArgumentException}. */
    public Revocation {
        if (serial < 1 || serial > Lines.GREATEST_NUMBER) {
            throw new IllegalArgumentException("a serial is a number from 1 to 2^53 - 1");
        }
    }

    /** The last head of that log that counts. */
    public LastHead last(Lane lane) {
        return switch (lane) {
            case MAIN -> main;
            case SAFETY -> safety;
        };
    }

    /** What the root key signs. */
    public String text() {
        return HEADER + "\nline " + line + "\nparty " + party + "\nserial " + serial + "\n" + Lines.of("main", main)
                + Lines.of("safety", safety);
    }

    /** Reads such a text; {@link Refused} if it differs from what {@link #text()} would say by a character. */
    public static Revocation parse(String text) {
        var lines = new Lines("a revocation", text);
        lines.expect(HEADER);
        return lines.value(() -> new Revocation(
                new LineId(lines.after("line ")),
                new PartyName(lines.after("party ")),
                Lines.number(lines.after("serial ")),
                lines.lastHead("main "),
                lines.lastHead("safety ")));
    }

    /** The text with the root key's signature, as a signed note. */
    public byte[] signedBy(Signatures signatures, SigningKey root) {
        return RootNote.sign(signatures, root, party, text());
    }

    /** Reads a signed note; {@link Refused} unless this root key has signed it, and it is a revocation of that party. */
    public static Revocation open(Signatures signatures, VerifyingKey root, PartyName party, byte[] note) {
        Revocation revocation = parse(RootNote.open(signatures, root, party, note));
        if (!revocation.party.equals(party)) {
            throw Refused.malformed("a revocation of " + revocation.party + " is signed as by " + party);
        }
        return revocation;
    }
}
