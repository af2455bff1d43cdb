package org.parley.ledger.pairing;

/**
 * Why a pairing ended without a line. On the wire it is a byte and never a text: what a stranger says must not reach the
 * officer's eyes in the stranger's words.
 */
public enum Reason {
    DECLINED(1, false, "the six words were not confirmed"),
    EXPIRED(2, false, "the invitation expired before both sides had confirmed; make a new one"),
    SPENT(3, false, "the invitation was used before, declined, or tried too often; make a new one"),
    REPLACED(4, false, "another attempt with the same invitation took the place of this one"),
    SAME_NAME(5, false, "both sides have the same party name; one of them must take another"),
    SAME_KEY(6, false, "both sides have the same root key: the node met itself or a copy of its folder"),
    MALFORMED(7, false, "a message was not in the form that it must have"),
    OUT_OF_TURN(8, true, "a message came before its time, or a second one differed from the first"),
    WRONG_PROOF(9, true, "the other end does not know the secret of the invitation"),
    WRONG_COMMITMENT(10, true, "what was shown is not what was committed to: someone may stand between the two nodes"),
    WRONG_CONFIRMATION(11, true, "the confirmation is not of this dialogue: someone may stand between the two nodes");

    private final int code;
    private final boolean alarm;
    private final String words;

    Reason(int code, boolean alarm, String words) {
        this.code = code;
        this.alarm = alarm;
        this.words = words;
    }

    /** Whether an honest node with an honest network never gets here. */
    public boolean isAlarm() {
        return alarm;
    }

    /** What happened, for the officer. */
    public String words() {
        return words;
    }

    /** As a byte of a message. */
    int code() {
        return code;
    }
}
