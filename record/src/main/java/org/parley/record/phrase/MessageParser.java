package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pattern: the part of ICU MessageFormat that has the same meaning there. What ICU would read otherwise is refused: an
 * apostrophe before a brace, which quotes there, and a {@code #}, which is a number there.
 */
final class MessageParser {
    /** Says what is wrong with a pattern. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private static final char END = '\0';

    private final String text;
    private int at;

    private MessageParser(String text) {
        this.text = text;
    }

    static Message parse(String text) throws Malformed {
        MessageParser parser = new MessageParser(text);
        Message message = parser.message(0);
        if (parser.at < text.length()) {
            throw parser.wrong("a brace } closes nothing");
        }
        return message;
    }

    /** Reads up to the end or to a brace that closes. */
    private Message message(int depth) throws Malformed {
        List<Message.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < text.length() && peek() != '}') {
            char c = next();
            if (c == '{') {
                flush(literal, parts);
                parts.add(argument(depth + 1));
            } else if (c == '#') {
                throw wrong("# is a number in ICU; write the field");
            } else if (c == '\'' && (peek() == '{' || peek() == '}')) {
                throw wrong("an apostrophe before a brace quotes in ICU; put something between them");
            } else {
                literal.append(c);
            }
        }
        flush(literal, parts);
        return new Message(parts);
    }

    private Message.Part argument(int depth) throws Malformed {
        if (depth > Limits.DEPTH) {
            throw wrong("fields stand in each other more than " + Limits.DEPTH + " deep");
        }
        String name = word();
        if (peek() == '}') {
            at++;
            return new Message.Argument(name);
        }
        expect(',');
        String kind = word();
        if (!kind.equals("plural") && !kind.equals("select")) {
            throw wrong("\"" + kind + "\" is neither plural nor select");
        }
        expect(',');
        Map<String, Message> branches = branches(depth);
        return kind.equals("plural") ? new Message.Plural(name, branches) : new Message.Select(name, branches);
    }

    private Map<String, Message> branches(int depth) throws Malformed {
        Map<String, Message> branches = new LinkedHashMap<>();
        while (peekPastBlanks() != '}') {
            String key = word();
            expect('{');
            if (branches.put(key, message(depth)) != null) {
                throw wrong("the branch \"" + key + "\" stands twice");
            }
            closing();
        }
        at++;
        return branches;
    }

    /** A brace that closes a branch; what is in a branch may begin and end with blanks, so that none is skipped here. */
    private void closing() throws Malformed {
        if (peek() != '}') {
            throw wrong("a brace } is missing");
        }
        at++;
    }

    private String word() throws Malformed {
        peekPastBlanks();
        int from = at;
        while (isLetterOrDigit(peek())) {
            at++;
        }
        if (at == from) {
            throw wrong(from == text.length() ? "a brace } is missing" : "a name of letters a to z is expected");
        }
        String word = text.substring(from, at);
        peekPastBlanks();
        return word;
    }

    private void expect(char c) throws Malformed {
        if (peekPastBlanks() != c) {
            throw wrong(at == text.length() ? "a brace } is missing" : c + " is expected");
        }
        at++;
    }

    private char peekPastBlanks() {
        while (peek() == ' ') {
            at++;
        }
        return peek();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private char next() {
        return text.charAt(at++);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void flush(StringBuilder literal, List<Message.Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Message.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Malformed wrong(String what) {
        return new Malformed(what + ", at character " + (at + 1));
    }
}
