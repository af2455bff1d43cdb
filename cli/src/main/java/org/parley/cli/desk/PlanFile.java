package org.parley.cli.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.cli.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Activities in a file: a GeoJSON FeatureCollection, a JSON object a line, or rows of comma-separated values. */
final class PlanFile {
    /** The largest that is read: a day's plans are a thousand times smaller. */
    private static final long LARGEST = 64L << 20;

    private static final String CIRCLE = "circle";
    private static final String CORRIDOR = "corridor";

    private final Path file;
    private final String sort;
    private final Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> features = new LinkedHashMap<>();

    private PlanFile(Path file, String sort) {
        this.file = file;
        this.sort = sort;
    }

    /** All activities in the order in which they begin in the file. */
    static List<Plan> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new BadInput(file + " has more than " + LARGEST + " bytes", "import it in parts");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.stripLeading().startsWith("{")) {
            return new PlanFile(file, "row").rows(text);
        }
        boolean isLines = text.strip().lines().limit(2).count() == 2
                && Jsons.value(text.strip().lines().findFirst().orElse("")).isPresent();
        return isLines ? new PlanFile(file, "line").lines(text) : new PlanFile(file, "feature").document(text);
    }

    private List<Plan> document(String text) {
        ObjectNode whole = Jsons.object(text, file.toString());
        if (!whole.path("type").asString("").equals("FeatureCollection")) {
            take(1, whole);
        }
        int number = 0;
        for (JsonNode feature : whole.path("features")) {
            number++;
            if (feature instanceof ObjectNode object) {
                take(number, object);
            } else {
                throw new BadInput(file + ": feature " + number + " is no object", "give a Feature");
            }
        }
        return plans();
    }

    private List<Plan> lines(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                take(number, Jsons.object(line, file + ": line " + number));
            }
        }
        return plans();
    }

    private List<Plan> rows(String text) {
        List<Csv.Row> rows = Csv.rows(text, file.toString());
        if (rows.isEmpty()) {
            throw new BadInput(file + " has no rows", "name the columns in the first: name,activity,circle,radius,…");
        }
        List<String> columns =
                rows.getFirst().cells().stream().map(PlanFile::field).toList();
        if (columns.size() == 1 && columns.getFirst().contains(";")) {
            throw new BadInput(file + " has one column", "separate by commas (spreadsheets often write semicolons)");
        }
        for (Csv.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() != columns.size()) {
                throw new BadInput(
                        file + ": row " + row.number() + " has " + row.cells().size() + " cells, the first has "
                                + columns.size(),
                        "put cells with commas into quotes");
            }
            take(row.number(), feature(columns, row.cells()));
        }
        return plans();
    }

    /** {@code half-width}, as options write it, is {@code halfWidth}. */
    private static String field(String column) {
        StringBuilder field = new StringBuilder();
        String[] words = column.strip().split("-", -1);
        field.append(words[0]);
        for (String word : List.of(words).subList(1, words.length)) {
            field.append(
                    word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return field.toString();
    }

    private static ObjectNode feature(List<String> columns, List<String> cells) {
        ObjectNode feature = Jsons.object().put("type", "Feature");
        ObjectNode properties = feature.putObject("properties");
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                put(feature, properties, columns.get(i), cell);
            }
        }
        return feature;
    }

    private static void put(ObjectNode feature, ObjectNode properties, String field, String cell) {
        switch (field) {
            case CIRCLE -> feature.put("geometry", cell);
            case CORRIDOR -> {
                List<String> places =
                        Stream.of(cell.split(";", -1)).map(String::strip).toList();
                feature.set("geometry", VolumeOptions.lineString(places));
            }
            case "crossing" -> properties.set(field, Fields.value(field + "=" + cell));
            default -> properties.put(field, cell);
        }
    }

    private void take(int number, ObjectNode feature) {
        boolean isFeature = feature.path("type").asString("").equals("Feature");
        Optional<String> name = feature.path("properties").path("name").stringValueOpt();
        String key = isFeature ? name.map(text -> "name " + text).orElse("number " + number) : "number " + number;
        numbers.computeIfAbsent(key, any -> new ArrayList<>()).add(number);
        features.computeIfAbsent(key, any -> new ArrayList<>()).add(feature);
    }

    private List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        numbers.forEach((key, where) ->
                plans.add(Plan.of(sort, where, Body.together(features.getOrDefault(key, List.of())))));
        if (plans.isEmpty()) {
            throw new BadInput(file + " has no activities", "give a FeatureCollection, or rows");
        }
        return plans;
    }
}
