package org.parley.ledger;

/**
 * One life of a log: its number from 1 and eight random hex digits. A log that cannot be continued without the danger of a
 * fork goes on in a successor epoch.
 */
public record Epoch(int number, String tag) {
    private static final int MOST = 999_999_999;
    private static final int TAG = 8;

    /** A number below 1 or a tag that is not 8 lower-case hex digits is an {@link IllegalArgumentException}. */
    public Epoch {
        if (number < 1 || number > MOST || tag.length() != TAG || !isHex(tag)) {
            throw new IllegalArgumentException("an epoch is a number from 1 and 8 lower-case hex digits");
        }
    }

    /** Reads {@code 1-0a1b2c3d}; any other form is an {@link IllegalArgumentException}. */
    public static Epoch of(String text) {
        int hyphen = text.indexOf('-');
        int number = 0;
        for (int i = 0; i < hyphen && number <= MOST / 10; i++) {
            char digit = text.charAt(i);
            number = digit >= '0' && digit <= '9' ? 10 * number + (digit - '0') : MOST;
        }
        if (hyphen < 1 || !text.startsWith(number + "-")) {
            throw new IllegalArgumentException("an epoch is a number from 1, a hyphen and 8 lower-case hex digits");
        }
        return new Epoch(number, text.substring(hyphen + 1));
    }

    /** Whether it consists of lower-case hex digits. Every entry that is read asks it, so it is no regular expression. */
    static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return number + "-" + tag;
    }
}
