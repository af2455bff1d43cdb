package org.parley.ledger;

/** A line: 32 lower-case hex digits, the first 16 bytes of the hash of its founders' root keys and nonces. */
public record LineId(String hex) implements Comparable<LineId> {
    private static final int DIGITS = 32;

    /** Any other form is an {@link IllegalArgumentException}. */
    public LineId {
        if (hex.length() != DIGITS || !Epoch.isHex(hex)) {
            throw new IllegalArgumentException("a line id is 32 lower-case hex digits");
        }
    }

    /** The line that a hash names. */
    public static LineId of(Hash hash) {
        return new LineId(hash.toString().substring(0, 32));
    }

    @Override
    public int compareTo(LineId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
