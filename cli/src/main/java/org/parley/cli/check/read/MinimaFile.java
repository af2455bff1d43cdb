package org.parley.cli.check.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.separation.MinimaTable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a file of minima: {@code {"default":{"h":500,"v":100,"t":300},"pairs":[{"kinds":["air","ground"],"h":1000}]}}.
 * What is not stated is empty.
 */
public final class MinimaFile {
    /** More than anyone writes by hand; beyond it, it is another file. */
    private static final int LONGEST = 4 << 20;

    private static final String FORM = "write minima like {\"default\":{\"h\":500,\"v\":100,\"t\":300},"
            + "\"pairs\":[{\"kinds\":[\"air\",\"ground\"],\"h\":1000}]}";

    /** Minima as stated; metres, metres, seconds. */
    public record Stated(OptionalDouble horizontal, OptionalDouble vertical, OptionalDouble time) {
        /** Nothing stated. */
        public static final Stated NOTHING =
                new Stated(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** What a file says. */
    public record Table(Stated others, Map<MinimaTable.Pair, Stated> pairs) {
        /** No file. */
        public static final Table NOTHING = new Table(Stated.NOTHING, Map.of());
    }

    private final JsonParser parser;
    private final List<Problem> problems;
    private final Map<MinimaTable.Pair, Stated> pairs = new HashMap<>();
    private Stated others = Stated.NOTHING;

    private MinimaFile(JsonParser parser, List<Problem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** What a file says, without what is wrong with it, which is told. */
    public static Table read(Source source, Complaints complaints) {
        List<Problem> problems = new ArrayList<>();
        Table table = Table.NOTHING;
        try (InputStream in = source.opener().open()) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                problems.add(new Problem("file", "more than 4 MiB", "longer than minima are", "give another file"));
            } else if (Utf8.flaw(bytes, 0, bytes.length) >= 0) {
                problems.add(new Problem("file", "no UTF-8", "wrong encoding", "save it as UTF-8"));
            } else {
                try (JsonParser parser = Json.parser(bytes, 0, bytes.length)) {
                    table = new MinimaFile(parser, problems).table();
                }
            }
        } catch (IOException e) {
            problems.add(Intake.unreadable(e));
        } catch (JacksonException e) {
            var location = e.getLocation();
            String line = location == null ? "" : "line " + location.getLineNr() + " ";
            problems.add(new Problem("JSON", line + Json.place(e), Json.reason(e), "correct the file of minima"));
        }
        if (!problems.isEmpty()) {
            complaints.refused(Origin.whole(source.name()), problems);
        }
        return table;
    }

    private Table table() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            unknown("file", "no object");
            return Table.NOTHING;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "default" -> others = minima("default", token, false);
                case "pairs" -> pairs(token);
                default -> unknown(name, "unknown; default and pairs are known");
            }
        }
        if (parser.nextToken() != null) {
            unknown("file", "more behind its end");
        }
        return new Table(others, Map.copyOf(pairs));
    }

    private void unknown(String field, String reason) {
        problems.add(new Problem(field, "as given", reason, FORM));
        parser.skipChildren();
    }

    private void pairs(JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            unknown("pairs", "no list");
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            minima("pairs[" + i + "]", parser.currentToken(), true);
        }
    }

    private Stated minima(String field, JsonToken token, boolean forPair) {
        if (token != JsonToken.START_OBJECT) {
            unknown(field, "no object");
            return Stated.NOTHING;
        }
        OptionalDouble horizontal = OptionalDouble.empty();
        OptionalDouble vertical = OptionalDouble.empty();
        OptionalDouble time = OptionalDouble.empty();
        Optional<MinimaTable.Pair> kinds = Optional.empty();
        boolean named = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String at = field + "." + name;
            parser.nextToken();
            switch (name) {
                case "h" -> horizontal = number(at, Limits.HORIZONTAL_MINIMUM);
                case "v" -> vertical = number(at, Limits.VERTICAL_MINIMUM);
                case "t" -> time = number(at, Limits.TIME_MINIMUM);
                case "kinds" -> {
                    named = true;
                    kinds = forPair ? kinds(at) : Optional.empty();
                    if (!forPair) {
                        unknown(at, "unknown here");
                    }
                }
                default -> unknown(at, "unknown; h, v, t" + (forPair ? " and kinds" : "") + " are known");
            }
        }
        Stated stated = new Stated(horizontal, vertical, time);
        if (forPair && !named) {
            problems.add(new Problem(field + ".kinds", "absent", "must be there", "name two kinds"));
        }
        if (kinds.isPresent() && pairs.putIfAbsent(kinds.get(), stated) != null) {
            String two = kinds.get().one() + ", " + kinds.get().other();
            problems.add(new Problem(field + ".kinds", two, "stated twice", "keep one of them"));
        }
        return stated;
    }

    private OptionalDouble number(String field, double most) {
        JsonToken token = parser.currentToken();
        double number = token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
        if (number >= 0 && number <= most) {
            double withoutSignOfZero = number + 0.0;
            return OptionalDouble.of(withoutSignOfZero);
        }
        String value = token == JsonToken.VALUE_STRING
                ? "\"" + parser.getString() + "\""
                : token.isScalarValue() ? parser.getString() : "an object or a list";
        parser.skipChildren();
        problems.add(new Problem(
                field,
                value,
                "no number from 0 to " + (long) most,
                "h and v are metres, t is seconds, without quotes"));
        return OptionalDouble.empty();
    }

    private Optional<MinimaTable.Pair> kinds(String field) {
        List<String> names = new ArrayList<>();
        boolean texts = parser.currentToken() == JsonToken.START_ARRAY;
        if (texts) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                texts &= parser.currentToken() == JsonToken.VALUE_STRING;
                if (names.size() < 3) {
                    names.add(texts ? parser.getString() : "");
                }
                parser.skipChildren();
            }
        } else {
            parser.skipChildren();
        }
        if (!texts || names.size() != 2 || names.contains("")) {
            problems.add(
                    new Problem(field, names.toString(), "not two texts", "name two kinds, like [\"air\",\"ground\"]"));
            return Optional.empty();
        }
        return Optional.of(new MinimaTable.Pair(names.getFirst(), names.getLast()));
    }
}
