package org.parley.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What follows the name of a benchmark: {@code --name 12} or {@code --flag}. */
final class Options {
    /** An option that is not known or has no number where it needs one. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    private final String command;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    Options(String name, String... args) throws Wrong {
        command = ("./parley bench " + name + " " + String.join(" ", args)).strip();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                throw new Wrong("not an option: " + args[i] + " in " + Arrays.toString(args));
            }
            boolean hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
            given.put(args[i], hasValue ? args[++i] : "");
        }
    }

    /** As it was called. */
    String command() {
        return command;
    }

    /** A whole number above 0; underscores may part its digits. */
    int number(String option, int otherwise) throws Wrong {
        known.add(option);
        String text = given.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.replace("_", ""));
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Wrong(option + " needs a whole number above 0, not '" + text + "'");
    }

    /** A text, if it was given. */
    Optional<String> text(String option) throws Wrong {
        known.add(option);
        Optional<String> text = Optional.ofNullable(given.get(option));
        if (text.filter(String::isEmpty).isPresent()) {
            throw new Wrong(option + " needs a value");
        }
        return text;
    }

    boolean flag(String option) throws Wrong {
        known.add(option);
        String text = given.get(option);
        if (text != null && !text.isEmpty()) {
            throw new Wrong(option + " takes no value: " + text);
        }
        return text != null;
    }

    /** To be called when every option has been asked for: refuses what is left. */
    void noOthers() throws Wrong {
        for (String option : given.keySet()) {
            if (!known.contains(option)) {
                throw new Wrong("no such option: " + option + "; there are " + String.join(", ", known));
            }
        }
    }
}
