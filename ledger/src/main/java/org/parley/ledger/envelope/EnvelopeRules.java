package org.parley.ledger.envelope;

import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Json;

/** What must hold between and within the members of an envelope, whoever made it; a breach is an {@link IllegalArgumentException}. */
final class EnvelopeRules {
    private static final int KIND_LIMIT = 32;

    private EnvelopeRules() {}

    static void check(long no, long at, String kind, Optional<Hash> body, Optional<Json.Obj> content, Json.Obj others) {
        checkNo(no);
        Instants.check(at);
        checkKind(kind);
        placement(kind, body.isPresent(), content.isPresent()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        for (Json.Member member : others.members()) {
            if (EnvelopeForm.NAMES.contains(member.name())) {
                throw new IllegalArgumentException(member.name() + " is a member that the ledger knows");
            }
        }
    }

    @SafeVarargs
    static void checkTexts(Optional<String>... texts) {
        for (Optional<String> text : texts) {
            text.ifPresent(EnvelopeRules::checkText);
        }
    }

    static long checkNo(long no) {
        if (no < 1 || no > Json.Int.MAX) {
            throw new IllegalArgumentException("entries are counted from 1, not " + no);
        }
        return no;
    }

    static String checkKind(String kind) {
        boolean right = !kind.isEmpty() && kind.length() <= KIND_LIMIT && isLetter(kind.charAt(0));
        for (int i = 1; right && i < kind.length(); i++) {
            char c = kind.charAt(i);
            right = isLetter(c) || (c >= '0' && c <= '9') || c == '-';
        }
        if (!right) {
            throw new IllegalArgumentException(
                    "a kind is a letter a to z and up to 31 more letters, digits or hyphens");
        }
        return kind;
    }

    static String checkText(String text) {
        if (text.codePointCount(0, text.length()) > Envelope.TEXT_LIMIT) {
            throw new IllegalArgumentException("it holds more than " + Envelope.TEXT_LIMIT + " characters");
        }
        return text;
    }

    /** Why an entry of this kind may not have these two as they are; empty if it may. */
    static Optional<String> placement(String kind, boolean body, boolean content) {
        boolean clear = Envelope.LEDGER_KINDS.contains(kind);
        if (clear == content && clear != body) {
            return Optional.empty();
        }
        return Optional.of(
                clear
                        ? "an entry of kind " + kind + " has content in the clear and no body"
                        : "an entry of kind " + kind + " has a body and no content in the clear");
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
