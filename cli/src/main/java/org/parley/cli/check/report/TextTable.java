package org.parley.cli.check.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.parley.cli.check.read.Complaints;

/** Rows in columns. The widths are those of the first rows; later rows that need more push to the right. */
public final class TextTable {
    private static final int MEASURED_ROWS = 500;
    private static final int WIDEST = 40;
    private static final String BETWEEN = "  ";

    /** Where characters are twice as wide as others: first and last, in rising order. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private final PrintWriter out;
    private final List<String> head;
    private final boolean[] right;
    private final List<List<String>> waiting = new ArrayList<>();
    private int[] widths = new int[0];

    /** @param right the columns that are aligned to the right, by number */
    public TextTable(PrintWriter out, List<String> head, List<Integer> right) {
        this.out = out;
        this.head = head;
        this.right = new boolean[head.size()];
        right.forEach(column -> this.right[column] = true);
    }

    /** A row below the others. */
    public void row(List<String> cells) {
        List<String> shown =
                cells.stream().map(cell -> shortened(Complaints.shown(cell))).toList();
        if (widths.length > 0) {
            print(shown);
        } else {
            waiting.add(shown);
            if (waiting.size() >= MEASURED_ROWS) {
                finish();
            }
        }
    }

    /** A line of its own below the last row. */
    public void note(String text) {
        List<String> alone = List.of(Complaints.shown(text));
        if (widths.length > 0) {
            print(alone);
        } else {
            waiting.add(alone);
        }
    }

    /** Prints what waits. */
    public void finish() {
        if (widths.length == 0 && !waiting.isEmpty()) {
            widths = new int[head.size()];
            waiting.addFirst(head);
            for (List<String> row : waiting) {
                for (int i = 0; row.size() > 1 && i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], width(row.get(i)));
                }
            }
            waiting.forEach(this::print);
            waiting.clear();
        }
    }

    private void print(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String blank = row.size() == 1 ? "" : " ".repeat(Math.max(0, widths[i] - width(row.get(i))));
            line.append(right[i] ? blank + row.get(i) : row.get(i) + blank).append(BETWEEN);
        }
        out.print(line.toString().stripTrailing() + '\n');
    }

    private static String shortened(String cell) {
        return cell.codePointCount(0, cell.length()) <= WIDEST
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    /** Columns that a terminal gives a text: marks take none, wide characters of East Asia two. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] wide : WIDE) {
            if (c >= wide[0] && c <= wide[1]) {
                return 2;
            }
        }
        return 1;
    }
}
