package org.parley.cli.check.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells from its first bytes how a file is laid out, or that it is no text at all. */
final class Sniffer {
    private static final Pattern FEATURE_BEGINS = Pattern.compile("\\s*\\{\\s*\"type\"\\s*:\\s*\"Feature\"");

    private final byte[] window;
    private final int size;
    private boolean collection;
    private boolean feature;

    private Sniffer(byte[] window, int size) {
        this.window = window;
        this.size = size;
    }

    /** A file's bytes behind any byte order mark, and how they are laid out. */
    static Splitter open(InputStream raw) throws IOException, Unreadable {
        PushbackInputStream in = new PushbackInputStream(raw, ReadLimits.WINDOW);
        byte[] window = in.readNBytes(ReadLimits.WINDOW);
        Sniffer sniffer = new Sniffer(window, window.length);
        sniffer.refuseOthers();
        int mark = sniffer.begins(0xEF, 0xBB, 0xBF) ? 3 : 0;
        in.unread(window, mark, window.length - mark);
        Form form = sniffer.form(mark);
        return form == Form.DOCUMENT ? new DocumentSplitter(in) : new SeparatedSplitter(in, form);
    }

    private boolean begins(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= size || (window[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return size > 0;
    }

    private void refuseOthers() throws Unreadable {
        if (begins(0xFE, 0xFF) || begins(0xFF, 0xFE) || begins(0, '{') || begins('{', 0)) {
            throw new Unreadable(0, "UTF-16 or UTF-32", "wrong encoding", "save it as UTF-8");
        }
        if (begins(0x1F, 0x8B) || begins('P', 'K', 3, 4)) {
            throw new Unreadable(0, "compressed", "packed files are not read", "unpack it first");
        }
        for (int i = 0; i < size; i++) {
            if (window[i] == 0) {
                throw new Unreadable(0, "a zero byte at offset " + i, "no text", "give GeoJSON in UTF-8");
            }
        }
    }

    private Form form(int start) {
        int at = start;
        while (at < size && window[at] <= ' ' && window[at] >= 0 && window[at] != 0x1E) {
            at++;
        }
        if (at == size || window[at] == 0x1E) {
            return at == size ? Form.LINES : Form.SEQUENCE;
        }
        return window[at] == '{' && firstObject(at) ? Form.DOCUMENT : Form.LINES;
    }

    /** Looks through the first object; true when it cannot be one of many lines. */
    private boolean firstObject(int start) {
        int depth = 0;
        int text = -1;
        for (int i = start; i < size; i++) {
            byte b = window[i];
            if (text >= 0) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    note(depth, text, i);
                    text = -1;
                } else if (b == '\n') {
                    return false;
                }
            } else if (b == '"') {
                text = i + 1;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return collection;
            } else if (b == '\n') {
                return collection || !(feature && featureBegins(i + 1));
            }
            if (collection) {
                return true;
            }
        }
        return !feature;
    }

    /** Notes what a text says of the object that it is in. */
    private void note(int depth, int from, int until) {
        if (depth == 1) {
            String text = new String(window, from, until - from, StandardCharsets.ISO_8859_1);
            collection |= text.equals("features") || text.equals("FeatureCollection");
            feature |= text.equals("Feature") || text.equals("geometry") || text.equals("properties");
        }
    }

    private boolean featureBegins(int at) {
        int until = Math.min(size, at + 200);
        String ahead = new String(window, at, until - at, StandardCharsets.ISO_8859_1);
        return FEATURE_BEGINS.matcher(ahead).lookingAt();
    }
}
