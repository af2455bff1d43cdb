package org.parley.cli.html;

import java.util.Locale;

/**
 * Writes HTML and SVG. Text from outside is always escaped, its control characters are shown as what they are, and in
 * HTML it is isolated, so that no name can turn round the line that it stands in or end the element around it.
 */
final class Markup {
    private static final int LONGEST_NAME = 80;

    private final StringBuilder page = new StringBuilder(1 << 16);

    /** Markup of our own, as it is. */
    Markup raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Markup of our own with figures in it: %s must hold no text from outside. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more dependency
    Markup raw(String form, Object... figures) {
        page.append(String.format(Locale.ROOT, form, figures));
        return this;
    }

    /** Text. */
    Markup text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** A name from outside: isolated, and cut when it is longer than anybody reads. */
    Markup name(String name) {
        page.append("<bdi>").append(shortened(name)).append("</bdi>");
        return this;
    }

    /** A name from outside within SVG, where {@code bdi} is unknown. */
    Markup svgName(String name) {
        page.append("<tspan class=\"name\">").append(shortened(name)).append("</tspan>");
        return this;
    }

    static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME
                ? escaped(name)
                : escaped(name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))) + "…";
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isInvisible(c)) {
                        escaped.append(String.format(Locale.ROOT, "⟨U+%04X⟩", c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Control characters, lone surrogates, and the format characters that change direction. Joiners stay: scripts need them. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> c != ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
