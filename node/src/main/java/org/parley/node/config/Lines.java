package org.parley.node.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which lines of a TOML file the tables and settings stand, which the parser does not tell. It knows headers and settings
 * that begin a line, as everybody writes them; of others no line is said.
 */
final class Lines {
    private static final String NAME = "[\"']?([A-Za-z0-9_.-]+)[\"']?";
    private static final Pattern HEADER = Pattern.compile("\\s*\\[+\\s*" + NAME + "\\s*]+.*");
    private static final Pattern SETTING = Pattern.compile("\\s*" + NAME + "\\s*=.*");

    private final Map<String, Integer> lines = new HashMap<>();

    Lines(String text) {
        String within = "";
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            Matcher header = HEADER.matcher(all.get(i));
            Matcher setting = SETTING.matcher(all.get(i));
            if (header.matches()) {
                lines.putIfAbsent(header.group(1), i + 1);
                within = header.group(1) + ".";
            } else if (setting.matches()) {
                lines.putIfAbsent(within + setting.group(1), i + 1);
            }
        }
    }

    /** The line of a table or setting, counted from 1. */
    Optional<Integer> of(String path) {
        return Optional.ofNullable(lines.get(path));
    }
}
