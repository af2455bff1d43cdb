package org.parley.cli.desk;

import java.util.ArrayList;
import java.util.List;
import org.parley.cli.BadInput;

/** Comma-separated values (RFC 4180), with line breaks within quotes. */
final class Csv {
    private final String text;
    private final String where;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private Csv(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /**
     * A row.
     *
     * @param number of the row in the file, from 1; those without anything count too
     */
    record Row(int number, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    static List<Row> rows(String text, String where) {
        return new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text, where).read();
    }

    private List<Row> read() {
        int number = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                endCell();
            } else if (c == '\n' && !quoted) {
                endRow(number++);
            } else if (c != '\r' || quoted) {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new BadInput(
                    where + ": the quotes of row " + number + " are not closed", "close them, or double them");
        }
        endRow(number);
        return rows;
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow(int number) {
        endCell();
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
            rows.add(new Row(number, cells));
        }
        cells = new ArrayList<>();
    }
}
