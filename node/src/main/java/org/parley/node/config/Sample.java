package org.parley.node.config;

import java.util.ArrayList;
import java.util.List;

/** Prints the settings as a file that says of each what it means. */
final class Sample {
    private static final int WIDTH = 100;
    private static final String HEAD =
            "The settings of a node: the file parley.toml in its folder, read when it starts."
                    + " Every line may be left out: what stands here holds without it, but for lines that are commented out.";

    private Sample() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        comment(text, HEAD);
        for (String section : Keys.sections()) {
            text.append("\n[").append(section).append("]\n");
            Keys.ALL.stream().filter(key -> key.section().equals(section)).forEach(key -> setting(text, key));
        }
        return text.toString();
    }

    private static void setting(StringBuilder text, Key<?> key) {
        comment(text, key.says());
        comment(text, "It is " + key.value().asked() + ".");
        text.append(key.hasUsual() ? "" : "# ")
                .append(key.name())
                .append(" = ")
                .append(key.written())
                .append('\n');
    }

    private static void comment(StringBuilder text, String sentences) {
        for (String line : wrapped(sentences)) {
            text.append("# ").append(line).append('\n');
        }
    }

    private static List<String> wrapped(String sentences) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentences.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
