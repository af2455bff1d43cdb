package org.parley.ledger.pairing;

/** Who made the invitation and who typed it; the only difference between the two sides. */
public enum Role {
    INVITER(0),
    JOINER(1);

    private final int code;

    Role(int code) {
        this.code = code;
    }

    /** The one at the other end. */
    public Role other() {
        return this == INVITER ? JOINER : INVITER;
    }

    /** As a byte of a message or a hash. */
    int code() {
        return code;
    }
}
