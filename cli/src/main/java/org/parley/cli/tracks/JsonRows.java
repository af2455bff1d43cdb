package org.parley.cli.tracks;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.parley.cli.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads an array of flat JSON objects, or one object after the other, without holding more than one row. */
final class JsonRows {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Limits.LINE)
                    .maxNestingDepth(20)
                    .build())
            .build();

    private final JsonParser parser;
    private final Tally tally;

    private JsonRows(JsonParser parser, Tally tally) {
        this.parser = parser;
        this.tally = tally;
    }

    static void read(InputStream in, String file, Rows rows, Tally tally) {
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), in)) {
            new JsonRows(parser, tally).readAll(rows, file);
        } catch (JacksonException e) {
            throw new BadInput(
                    file + ": not JSON after row " + tally.rows + ": " + Printable.of(e.getOriginalMessage()),
                    "give a JSON array of rows, complete to its closing bracket");
        }
    }

    private void readAll(Rows rows, String file) {
        boolean inArray = false;
        boolean ended = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_ARRAY -> {
                    refuse(inArray || ended || tally.rows > 0, file);
                    inArray = true;
                }
                case END_ARRAY -> {
                    inArray = false;
                    ended = true;
                }
                case START_OBJECT -> {
                    refuse(ended, file);
                    rows.add(row());
                }
                default -> refuse(true, file);
            }
        }
    }

    private void refuse(boolean when, String file) {
        if (when) {
            throw new BadInput(
                    file + ": row " + (tally.rows + 1) + " is not an object",
                    "give a JSON array of objects, each with timestamp, icao24, latitude, longitude");
        }
    }

    private Map<String, Cell> row() {
        Map<String, Cell> row = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            JsonToken token = parser.nextToken();
            if (column == null || token == null || !Rows.COLUMNS.contains(column)) {
                parser.skipChildren();
            } else {
                row.put(column, cell(token));
            }
        }
        return row;
    }

    private Cell cell(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> Cell.MISSING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell.Amount(parser.getDoubleValue());
            case VALUE_STRING -> text(parser.getString());
            default -> {
                String text = parser.getString();
                parser.skipChildren();
                yield new Cell.Text(text == null ? token.toString() : text);
            }
        };
    }

    private static Cell text(String text) {
        return text.isBlank() ? Cell.MISSING : new Cell.Text(text);
    }
}
