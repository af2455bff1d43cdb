package org.parley.cli.check.read;

/** Follows texts and brackets of JSON, byte by byte, without understanding more of it. */
final class Nesting {
    /** What can be wrong with a byte. */
    enum Flaw {
        NONE,
        BREAK_IN_TEXT,
        MISMATCH,
        TOO_DEEP
    }

    private static final byte[] FEATURES = {'f', 'e', 'a', 't', 'u', 'r', 'e', 's'};

    /** One bit a level: whether it is a list. */
    private long lists;

    private int depth;
    private boolean inText;
    private boolean escaped;
    private int matched;
    private boolean named;
    private boolean colon;
    private boolean begins;

    int depth() {
        return depth;
    }

    /** Whether the last byte began the list that the root's member {@code features} is. */
    boolean beginsListOfFeatures() {
        return begins;
    }

    Flaw follow(int b) {
        begins = false;
        if (inText) {
            return text(b);
        }
        switch (b) {
            case '"' -> {
                inText = true;
                matched = depth == 1 ? 0 : -1;
                named = false;
            }
            case '{', '[' -> {
                begins = b == '[' && depth == 1 && named && colon;
                named = false;
                if (++depth > ReadLimits.NESTING) {
                    return Flaw.TOO_DEEP;
                }
                long bit = 1L << depth;
                lists = b == '[' ? lists | bit : lists & ~bit;
            }
            case '}', ']' -> {
                named = false;
                if (depth == 0 || (lists >>> depth & 1) != (b == ']' ? 1 : 0)) {
                    return Flaw.MISMATCH;
                }
                depth--;
            }
            case ':' -> colon = true;
            case ' ', '\n', '\r', '\t' -> {}
            default -> named = false;
        }
        return Flaw.NONE;
    }

    private Flaw text(int b) {
        if (b == '\n') {
            return Flaw.BREAK_IN_TEXT;
        }
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
            matched = -1;
        } else if (b == '"') {
            inText = false;
            named = matched == FEATURES.length;
            colon = false;
        } else if (matched >= 0) {
            matched = matched < FEATURES.length && b == FEATURES[matched] ? matched + 1 : -1;
        }
        return Flaw.NONE;
    }
}
