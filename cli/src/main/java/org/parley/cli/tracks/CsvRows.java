package org.parley.cli.tracks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.cli.BadInput;

/** Reads rows of comma-separated values (RFC 4180, but no line breaks within a cell), named by their first line. */
final class CsvRows {
    /** What programs write where there is no number. */
    private static final Set<String> NOTHING = Set.of("", "nan", "null", "none", "na", "nat");

    private final BufferedReader reader;
    private final String file;

    private CsvRows(BufferedReader reader, String file) {
        this.reader = reader;
        this.file = file;
    }

    static void read(InputStream in, String file, Rows rows) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder))) {
            new CsvRows(reader, file).readAll(rows);
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ": not UTF-8", "convert it: iconv -f WHAT-IT-IS -t UTF-8");
        }
    }

    private void readAll(Rows rows) throws IOException {
        String header = line();
        if (header.startsWith("\uFEFF")) {
            header = header.substring(1);
        }
        if (header.equals(END)) {
            throw new BadInput(
                    file + ": it is empty", "give rows of positions: a JSON array, or CSV with a line of columns");
        }
        List<String> columns = cells(header);
        for (String needed : List.of("timestamp", "icao24", "latitude", "longitude")) {
            if (!columns.contains(needed)) {
                throw new BadInput(
                        file + ": neither JSON nor a first line that names the column " + needed,
                        "separate by commas (spreadsheets often write semicolons) and name the columns "
                                + String.join(", ", Rows.COLUMNS));
            }
        }
        for (String line = line(); !line.equals(END); line = line()) {
            if (!line.isBlank()) {
                rows.add(row(columns, cells(line)));
            }
        }
    }

    /** No line can be this: it holds a line break. */
    private static final String END = "\n";

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                return line.isEmpty() ? END : line.toString();
            }
            if (line.length() > Limits.LINE) {
                throw new BadInput(file + ": a line longer than " + Limits.LINE, "give one row a line");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static Map<String, Cell> row(List<String> columns, List<String> cells) {
        Map<String, Cell> row = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (Rows.COLUMNS.contains(columns.get(i))) {
                row.put(columns.get(i), cell(cells.get(i)));
            }
        }
        return row;
    }

    private static Cell cell(String text) {
        if (NOTHING.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return Cell.MISSING;
        }
        boolean digits = text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0);
        try {
            return digits && !isName(text) ? new Cell.Amount(Double.parseDouble(text)) : new Cell.Text(text);
        } catch (NumberFormatException e) {
            return new Cell.Text(text);
        }
    }

    /** An address such as 06a1e3 or 4ca1e5 is no number, whatever an e in it looks like. */
    private static boolean isName(String text) {
        return text.matches("[0-9]+[eE][0-9]+") || text.matches("0[0-9]+");
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
