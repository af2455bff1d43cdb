package org.parley.node.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ledger.Refused;

/** The part of TOML that a small file of settings needs: comments, and lines {@code key = "value"}. */
final class Toml {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:\"([^\"\\\\]*)\"|([A-Za-z0-9_-]+))\\s*=\\s*\"([^\"\\\\]*)\"\\s*(?:#.*)?");
    private static final Pattern NOTHING = Pattern.compile("\\s*(?:#.*)?");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private Toml() {}

    /** The settings in a file, in their order; a line of another form is {@link Refused} with its number. */
    static Map<String, String> read(Path file) {
        Map<String, String> settings = new LinkedHashMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    String quoted = matcher.group(1);
                    settings.put(quoted == null ? matcher.group(2) : quoted, matcher.group(3));
                } else if (!NOTHING.matcher(line).matches()) {
                    throw Refused.malformed(file + ", line " + number + ": it is not of the form key = \"value\"");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    static void write(Path file, String comment, Map<String, String> settings) {
        StringBuilder text = new StringBuilder("# ").append(comment).append('\n');
        settings.forEach((key, value) -> text.append(BARE.matcher(key).matches() ? key : '"' + key + '"')
                .append(" = \"")
                .append(value)
                .append("\"\n"));
        PrivateFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
