package org.parley.cli.verify.form;

import java.util.Locale;

/** Where a tile lies below a log's prefix (C2SP tlog-tiles). */
public final class TilePath {
    /** How many hashes or entries a full tile has. */
    public static final int WIDTH = 256;

    private TilePath() {}

    /** For example {@code tile/0/x001/067} or {@code tile/entries/000.p/5}. */
    public static String of(String level, long number, int width) {
        String path = String.format(Locale.ROOT, "%03d", number % 1_000);
        for (long rest = number / 1_000; rest > 0; rest /= 1_000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1_000) + path;
        }
        return "tile/" + level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
    }
}
