package org.parley.ledger;

import java.util.regex.Pattern;

/**
 * One life of a log: its number from 1 and eight random hex digits. A log that cannot be continued without the danger of a
 * fork goes on in a successor epoch.
 */
public record Epoch(int number, String tag) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})-([0-9a-f]{8})");
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{8}");

    /** A number below 1 or a tag that is not 8 lower-case hex digits is an {@link IllegalArgumentException}. */
    public Epoch {
        if (number < 1 || number > 999_999_999 || !TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("an epoch is a number from 1 and 8 lower-case hex digits");
        }
    }

    /** Reads {@code 1-0a1b2c3d}; any other form is an {@link IllegalArgumentException}. */
    public static Epoch of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("an epoch is a number from 1, a hyphen and 8 lower-case hex digits");
        }
        return new Epoch(Integer.parseInt(match.group(1)), match.group(2));
    }

    @Override
    public String toString() {
        return number + "-" + tag;
    }
}
