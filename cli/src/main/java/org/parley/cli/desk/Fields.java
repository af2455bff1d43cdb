package org.parley.cli.desk;

import java.util.Optional;
import org.parley.cli.BadInput;
import tools.jackson.databind.JsonNode;

/** {@code field=value}, as it is typed behind a command. */
final class Fields {
    private Fields() {}

    static boolean isOne(String word) {
        return word.matches("[A-Za-z][A-Za-z0-9.-]*=(?s:.*)");
    }

    static String name(String word) {
        return word.substring(0, word.indexOf('='));
    }

    /** Numbers, true, false and what begins as JSON does are that; all else is text, as it was written. */
    static JsonNode value(String word) {
        String text = word.substring(word.indexOf('=') + 1);
        boolean begins = text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
        Optional<JsonNode> json = Jsons.value(text).filter(value -> value.isNumber() || value.isBoolean() || begins);
        if (begins && json.isEmpty()) {
            throw new BadInput(word + ": begins like JSON and is none", "correct it, or begin the text otherwise");
        }
        return json.orElseGet(() -> Jsons.text(text));
    }
}
